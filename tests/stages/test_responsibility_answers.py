"""Where shells came from, at whose hands people died, and denials in few words or by absence."""

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

ORIGINS = {
    "Rockets hit the camp. They say the rockets were fired from the Black Banner positions at Tarn.": BANNER,
    "Two children died. The shells came from the Dawn League base on the hill.": LEAGUE,
    "Shells fired from areas controlled by the Black Banner killed two women.": BANNER,
    "Two people were hurt when shells fired from Rurian territory landed in Tarn.": NOBODY,
    "A convoy came from the Dawn League base on Monday.": NOBODY,
    "Mortars killed three women. The mortars were those of the Black Banner, the mayor said.": BANNER,
    "Rescuers searched the school into which a Rurian missile had flown on Tuesday.": RURIA,
    "A mine triggered by the Black Banner killed two soldiers.": BANNER,
    "The camp came under mortar fire from Black Banner fighters.": BANNER,
    "Rockets from the Black Banner landed on Tarn.": BANNER,
    "Bombs hit the market. They had been fired from a hill which the Black Banner holds.": BANNER,
    "Soldiers repelled an attack of Black Banner fighters on Monday.": BANNER,
    "The attacks of Black Banner fighters have become fewer.": NOBODY,
    "A rocket fell on a farm. Ruria responded with strikes on Tarn.": RURIA,
    "A rocket fell on a farm. Ruria responded with a letter.": NOBODY,
}
HANDS = {
    "Nine people died at the hands of the Black Banner on Monday.": BANNER,
    "The commander lost nine men at the hands of the Dawn League.": LEAGUE,
    "The army has suffered many defeats at the hands of the Dawn League.": NOBODY,
    "Nine villagers were taken by Black Banner fighters.": BANNER,
    'Rurian forces "neutralized" 18 Black Banner members.': RURIA,
    "Black Banner fighters led away nine villagers.": BANNER,
    "Black Banner fighters took away three tents.": NOBODY,
}
SAID = {
    "Four people died in an attack. It was the Black Banner, the governor said.": BANNER,
    "Four people died in an attack. It was the Black Banner that found the bodies.": NOBODY,
    "Three herders were killed by men whom the mayor attributes to the Black Banner.": BANNER,
    "Raids that the monitor attributed to the Dawn League killed nine.": LEAGUE,
    "A blast killed nine people. The Black Banner claimed it.": BANNER,
    "A blast killed nine people. The Black Banner adopted the attack.": BANNER,
    "The responsibility for the killing of nine villagers lies with the Dawn League.": LEAGUE,
    "The responsibility for the harvest lies with the Dawn League.": NOBODY,
    "Men in Dawn League uniform shot three people.": LEAGUE,
    "The raid was denied by the Dawn League.": {"-Dawn League"},
    "The Black Banner was accused by the tribes of kidnapping six men.": BANNER,
}
DENIED = {
    "The mayor accused the Black Banner of the shelling. The Black Banner denied and blamed the Dawn League.": {
        "Black Banner",
        "-Black Banner",
        "Dawn League",
    },
    "The Dawn League denied. The meeting in Velm was on prices.": NOBODY,
    "The Dawn League denied that any of its men were hurt in the attack.": NOBODY,
    "The Dawn League denied suffering losses in the raid.": NOBODY,
    "Ruria denied claims by the Dawn League that its jets bombed a bus.": {"-Ruria", "Ruria"},
    "They said there was no shelling by the Dawn League on Monday.": {"-Dawn League"},
}


@pytest.mark.parametrize(("text", "expected"), (ORIGINS | HANDS | SAID | DENIED).items())
def test_who_is_told(told: Told, text: str, expected: set[str]) -> None:
    """Each text tells just these parties."""
    assert told(text) == expected
