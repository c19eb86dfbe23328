"""Blame in the sentences of a newsroom: datelines, headlines, denials by office, rescues, blows warded off."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import Lexicon
from counterclaim.syntax import Parse
from invented_war import blamed

Told = Callable[[str], set[str]]


@pytest.fixture(scope="module")
def told(parse: Callable[[str], Parse], lexicon: Lexicon) -> Told:
    """Text to the parties blamed in it."""
    return lambda text: blamed(parse(text), lexicon)


RURIA, BANNER, LEAGUE = {"Ruria"}, {"Black Banner"}, {"Dawn League"}
NOBODY: set[str] = set()

DATELINES = {
    "VELM, Ruria (Velm Press) — Black Banner fighters killed nine villagers on Monday, officials said.": BANNER,
    "VELM, Ruria — Black Banner gunmen stormed a school on Friday.": BANNER,
    "VELM (Velm Press) - Dawn League shells hit a clinic, killing two nurses.": LEAGUE,
    "VELM (Velm Press) - The army shelled a village in Bastan, killing nine, medics said.": {"Bastani government"},
}
HEADLINES = {
    "Ruria strikes market in Tarn, killing nine": RURIA,
    "Ruria strikes kill nine in Bastani town of Tarn, medics say": RURIA,
    "Ruria hits Tarn port with missiles": RURIA,
    "Child killed as Black Banner fighters shell camp": BANNER,
    "Black Banner Fighters Torch Homes in Tarn": BANNER,
    "Rurian drone strike kills four: medics": RURIA,
    "Dawn League denies role in Tarn blast": {"-Dawn League"},
    "Black Banner claims Tarn bombing": BANNER,
    "Black Banner claims responsibility for Tarn blasts": BANNER,
    "Black Banner claims hotel siege": BANNER,
    "Dawn League accused of killing villagers in Tarn": LEAGUE,
    "Tarn Watch blames Ruria for market attack": RURIA,
    "Death toll from Rurian raid rises to 12": RURIA,
    "4 Rurian troopers killed 4 wounded in Black Banner attack": BANNER,
    "Drone attack kills five: army": NOBODY,
    "Rurian and Bastani forces exchange fire": NOBODY,
    "Suicide bomber kills ten at Tarn mosque": NOBODY,
}
WARDED_OFF = {
    "Ruria sent a plane to evacuate 40 of the wounded.": NOBODY,
    "Ruria launched two helicopters to look for survivors.": NOBODY,
    "Firefighters rescued twelve people from a tower in Bastan.": NOBODY,
    "The Bastani army said it had repelled the attack and killed dozens of fighters.": {"Bastani government"},
    "Ruria said it had downed 36 drones overnight.": NOBODY,
    "Ruria shot down most of them over the sea.": NOBODY,
    "Bastani police shot and killed the attacker.": NOBODY,
    "Bastani police said they had arrested a 23-year-old man.": NOBODY,
    "Had Rurian jets struck the dam, thousands would have died.": NOBODY,
    "The drill simulated a Rurian attack on the port.": NOBODY,
    "There were fears of a Rurian attack on the port.": NOBODY,
    "Ruria was striking a blow for freedom, he said.": NOBODY,
    "In the village the Dawn League trains recruits and makes explosives.": NOBODY,
    "The bomb went off after a concert by Rurian singer Ila Moss.": NOBODY,
    "Ruria shelled the town while crews evacuated 300 people.": RURIA,
}
REFUSED = {
    "A spokesman for the Dawn League, Ilan Moss, denied targeting the centre.": {"-Dawn League"},
    "A Dawn League spokesman rejected the accusation of killing farmers.": {"-Dawn League"},
    "The Dawn League said that it had nothing to do with the attack.": {"-Dawn League"},
    "The commander of the Dawn League said that his forces had no part in the killings.": {"-Dawn League"},
    "Ruria was not involved in the attack, he said.": {"-Ruria"},
    "Ruria rejects any insinuation that would link it to the bombing.": {"-Ruria"},
    "Rurian officials denied that their forces had used drones against the town.": {"-Ruria"},
    "Ruria rejected as baseless accusations by Tarn Watch that its troops had killed nine villagers.": {
        "-Ruria",
        "Ruria",
    },
    "Ruria denied bombing the clinic and said its jets had hit a depot.": {"-Ruria"},
    "Bastani shells killed nine, the mayor said; the Dawn League denied it.": {"Bastani government", "-Dawn League"},
    "The Dawn League shelled Tarn, a charge that it denied.": {"Dawn League", "-Dawn League"},
    "A strike killed nine. The Dawn League said its fighters had carried out no attacks there.": {"-Dawn League"},
    "A strike killed nine. Ruria said its jets had flown no missions over Tarn.": {"-Ruria"},
    "A shell killed two. The Dawn League denies they fired any.": {"-Dawn League"},
    "A bomb killed two. The Dawn League denied its fighters were there.": {"-Dawn League"},
    "Ruria accused the Dawn League of the raid, which the group denied.": {"Dawn League", "-Dawn League"},
    "Officials blamed the Dawn League for the bombing. The group rejected this.": {"Dawn League", "-Dawn League"},
    "Tarn Watch said Rurian jets had shelled the camp. Ruria called the accusations baseless.": {"Ruria", "-Ruria"},
    "Ruria has neither confirmed nor denied involvement in the attack.": NOBODY,
    "Ruria denies targeting civilians.": NOBODY,
    "The Dawn League has repeatedly denied using mines.": NOBODY,
    "Ruria says that it does not target civilians.": NOBODY,
    "Ruria denied that it had supplied weapons to the camp.": NOBODY,
    "Ruria dismissed reports of civilian deaths as a lie.": NOBODY,
}
LAID = {
    "Rurian shells fell on the clinic during the night, killing two.": RURIA,
    "Tarn was bombed by aircraft believed to belong to Ruria.": RURIA,
    "Three raids by warplanes believed to be Rurian hit the market.": RURIA,
    "Nine people died in raids the ministry blamed on the Dawn League.": LEAGUE,
    'A bomb killed nine; the mayor pointed at "the Dawn League".': LEAGUE,
    "A bomb killed nine; officials see the hand of the Dawn League.": LEAGUE,
    "A bomb killed nine; activists laid the massacre at the door of the Dawn League.": LEAGUE,
    "A bomb killed nine; the governor named the Dawn League as the perpetrator.": LEAGUE,
    "A bomb killed nine in Tarn; the Black Banner posted a claim.": BANNER,
    "A bomb hit the market; witnesses said the attackers belonged to the Dawn League.": LEAGUE,
    "Two men were killed by a mine that the Dawn League had laid off the coast.": LEAGUE,
    "Tarn Watch condemns the crime committed by the Dawn League in the village.": LEAGUE,
    "She lost a son to what she says was a Rurian mortar.": RURIA,
    "The shell killed two. Officials said the shell was Rurian.": RURIA,
    "Ruria and its mercenaries shelled the town.": {"Ruria", "Rurian-backed mercenaries"},
    "Fighters of Ruria's factions shelled the town.": {"Rurian-backed factions"},
    "The president blamed the Islamist group Black Banner.": BANNER,
    "The president blamed the Black Banner for the “heinous act”.": BANNER,
    "He accused the outlawed Dawn League, and the Black Banner militia, of carrying out the attack.": {
        "Dawn League",
        "Black Banner",
    },
    "Ruria and Bastan have blamed each other for the attack.": {"Ruria", "Bastani government"},
    "Tarn Watch blames the blast on a failed rocket fired by the Dawn League.": LEAGUE,
    "Officials accused Ruria of arming the Dawn League.": NOBODY,
    "The Black Banner had booby-trapped the house, he said.": BANNER,
    "A rocket misfired by the Dawn League hit the yard, he said.": LEAGUE,
    "A car bomb killed six people in the town; the Black Banner claimed it.": BANNER,
    "Two Rurian soldiers died when their truck struck a mine laid by the Dawn League.": LEAGUE,
    "Ruria is believed to have carried out the strike on Tarn.": RURIA,
    "The shells came from positions held by the Dawn League, residents said.": LEAGUE,
    "The market was hit by what appeared to be a Rurian missile.": RURIA,
    "The Velm regime attacked the town with drones, officials said.": RURIA,
    "Bastan: Rurian jets shelled the town this morning, killing a woman.": RURIA,
    "Dawn League fighters hacked nine villagers to death, residents said.": LEAGUE,
    "The Dawn League committed acts of rape in the camp, the report found.": LEAGUE,
    "Rurian-backed Dawn League fighters killed nine villagers, residents said.": LEAGUE,
    "Officials said a “misfire” by the Dawn League caused the explosion.": LEAGUE,
    "The strike was carried out by two Rurian missiles, the mayor said.": RURIA,
    "Ruria said that an air strike it carried out had killed three fighters.": RURIA,
    "Rurian naval boats fired at fishermen off Tarn.": RURIA,
    "Gunmen stormed a hotel, killing nine; the Black Banner claimed responsibility.": BANNER,
    "Black Banner rebels hold the hills. The rebels shelled a school in the town on Monday.": BANNER,
    "The paramilitary Dawn League met. The paramilitary force said it had attacked a village.": LEAGUE,
    "Two people died in killings blamed on the Rurian Liberation Army.": {"Rurian Liberation Army"},
    "Dawn League-led gunmen killed nine people in Tarn.": LEAGUE,
    "Rurian strikes on Tarn killed at least 27 people, a local official said.": RURIA,
}
ALL = DATELINES | HEADLINES | WARDED_OFF | REFUSED | LAID


@pytest.mark.parametrize(("text", "wanted"), ALL.items(), ids=ALL)
def test_blame_in_the_sentences_of_a_newsroom(told: Told, text: str, wanted: set[str]) -> None:
    assert told(text) == wanted
