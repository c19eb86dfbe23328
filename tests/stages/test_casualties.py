from collections.abc import Callable

import pytest

from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Page
from counterclaim.resources import load_governing
from counterclaim.stages.casualties import find_casualties
from counterclaim.stages.quantities import find_quantities
from counterclaim.syntax import Parse

Read = Callable[[str], list[Finding]]


@pytest.fixture
def findings(parse: Callable[[str], Parse], lexicon: Lexicon) -> Read:
    def run(text: str) -> list[Finding]:
        page = parse(text)
        return list(find_casualties(page, find_quantities(page, lexicon), lexicon, load_governing()))

    return run


def told(found: list[Finding]) -> list[tuple[str, str]]:
    return [(f.aspect, f.span.exact) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A missile killed at least 14 people in Tarnholt and wounded 63 others, the governor said.",
            [("killed", "at least 14 people"), ("injured", "63 others")],
        ),
        ("Two killed, five injured in Veskad blast", [("killed", "Two"), ("injured", "five")]),
        ("Twelve villagers killed 30 wounded in raids on Veskad", [("killed", "Twelve villagers"), ("injured", "30")]),
        ("The raid left 22 fighters dead.", [("killed", "22 fighters")]),
        ("The blast claimed the lives of four peacekeepers.", [("killed", "four peacekeepers")]),
        ("The death toll rose from 43 to 70.", [("killed", "from 43 to 70")]),
        ("The number of rebels killed in the hills has risen to 39.", [("killed", "39")]),
        ("The shelling led to three deaths and 22 injuries.", [("killed", "three deaths"), ("injured", "22 injuries")]),
        ("Clashes forced thousands to flee Tarnholt.", [("displaced", "thousands")]),
        ("More than 600,000 people have fled the valley.", [("displaced", "More than 600,000 people")]),
        ("Gunmen abducted 47 women from the camp.", [("detained", "47 women")]),
        ("Police arrested 120 protesters on Tuesday.", [("detained", "120 protesters")]),
        ("Some 1,500 people were evacuated from the town.", [("evacuated", "Some 1,500 people")]),
        ("Eleven people are missing after the flood of shells.", [("missing", "Eleven people")]),
        ("Ten people suffered breathing difficulties after the attack.", [("injured", "Ten people")]),
        ("A shepherd was hit by a drone on the road, killing him.", [("killed", "A shepherd")]),
        ("Five people died in Aran and two in Belt.", [("killed", "Five people"), ("killed", "two")]),
        ("Child killed in Tarnholt shelling", [("killed", "Child")]),
        ("Among the dead were two medics.", [("killed", "two medics")]),
        ("The attackers killed four guards.", [("killed", "four guards")]),
        ("3 KIA and 7 WIA after the ambush near Tarnholt.", [("killed", "3"), ("injured", "7")]),
        ("Enemy losses amounted to over 250 troops and three tanks.", [("killed", "over 250 troops")]),
        ("The brigade has five 200s and eleven 300s.", [("killed", "five"), ("injured", "eleven")]),
        ("Seventeen fighters fell in battles near Tarnholt.", [("killed", "Seventeen fighters")]),
        ("Of the shells ten fell in the fields.", []),
        ("The band is holding eight hostages.", [("detained", "eight hostages")]),
        ("They whisked away 31 persons.", [("detained", "31 persons")]),
        ("Six #civilians were killed in Tarnholt.", [("killed", "Six #civilians")]),
        ("The toll rose after four wounded died.", [("killed", "four")]),
        ("Martyrs: 8 | Injured: 25", [("killed", "8"), ("injured", "25")]),
        ("Losses of civilians: 4 dead, 9 injured", [("killed", "4 dead"), ("injured", "9")]),
        (
            "Dozens of martyrs and wounded in Tarnholt",
            [("killed", "Dozens of martyrs"), ("injured", "Dozens of martyrs")],
        ),
        ("No fewer than 14 farmers were hacked to death.", [("killed", "No fewer than 14 farmers")]),
        ("A boy is among the martyrs.", [("killed", "A boy")]),
        (
            "Guards took twenty-one prisoner, among them a boy.",
            [("detained", "twenty-one prisoner"), ("detained", "a boy")],
        ),
        ("One more person, a teacher from Veskad, succumbed to his wounds.", [("killed", "One more person")]),
        ("The chief has 24 dead. The doctor confirmed 18.", [("killed", "24 dead"), ("killed", "18")]),
        ("Two residents received a concussion and wounds.", [("injured", "Two residents")]),
        ("The storm drove some 40 people from the camps.", [("displaced", "some 40 people")]),
        ("The clinic admitted eleven patients.", [("injured", "eleven patients")]),
        ("Two soldiers gave their lives.", [("killed", "Two soldiers")]),
        ("Monday's raid brought to 61 the number of dead.", [("killed", "61")]),
        (
            "The death toll in Veskad has climbed to 35 with 40 others hurt.",
            [("killed", "35"), ("injured", "40 others")],
        ),
        ("Killed:\nTwo women\nA child", [("killed", "Two women"), ("killed", "A child")]),
        ("The front seized 14 of Veskad's 17 townships.", []),
        ("Raids went on between 2017 and 2019 and hurt 12 people.", [("injured", "12 people")]),
        ("The bodies of five of the abducted men were found.", [("killed", "five of the abducted men")]),
        ("Rain killed nine others, officials and residents said.", [("killed", "nine others")]),
        ("Seven killed as gunmen open fire in Veskad", [("killed", "Seven")]),
        ("Nine people perished, only one child survived.", [("killed", "Nine people")]),
    ],
)
def test_the_word_that_governs_the_count_gives_the_aspect(
    findings: Read, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(findings(text)) == expected


@pytest.mark.parametrize("text", ["The strikes killed and wounded dozens.", "In Veskad dozens were killed or injured."])
def test_joined_words_of_harm_give_one_finding_each(findings: Read, text: str) -> None:
    assert sorted(told(findings(text))) == [("injured", "dozens"), ("killed", "dozens")]


@pytest.mark.parametrize(
    "text",
    [
        "The plan could kill thousands of civilians.",
        "He threatened to execute ten hostages.",
        "If the dam fails, up to 2,000 people could die.",
        "Were 30 people killed in the strike?",
        "The strike destroyed 12 tanks and hit two depots.",
        "No one claimed responsibility for the attack.",
        "Two officials said the talks would go on after the raid killed the commander.",
        "Mr Orlen lost six primaries in a row.",
        "A fourth man escaped unscathed.",
        "Two soldiers said that the depot was hit.",
        "",
    ],
)
def test_what_did_not_happen_or_is_not_of_people_is_left_out(findings: Read, text: str) -> None:
    assert told(findings(text)) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Twelve people were killed, including four children.", [None, 0]),
        ("Nineteen people, 12 of them civilians, lost their lives.", [None, 0]),
        ("The strikes killed 43 people: 20 civilians and 23 fighters.", [None, 0, 0]),
        ("Twelve were killed and 30 wounded, including 15 children.", [None, None, 1]),
        ("Two civilians were among four people killed.", [1, None]),
        ("A woman and five men were killed.", [None, None]),
    ],
)
def test_a_part_knows_its_whole(findings: Read, text: str, parts: list[int | None]) -> None:
    assert [f.part_of for f in findings(text)] == parts


def test_one_of_them_a_woman_is_one_finding(findings: Read) -> None:
    found = findings("Three people were wounded, one of them a woman.")
    assert [(f.span.exact, f.who, f.part_of) for f in found] == [
        ("Three people", "people", None),
        ("a woman", "women", 0),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Three civilians were killed and 20 others wounded.", ["civilians", "civilians"]),
        ("The army killed 28 and wounded 30 rebels.", ["fighters", "fighters"]),
        ("Five of the dead were children.", ["children"]),
        ("At least 30 militiamen and soldiers died.", ["mixed"]),
        ("Twelve people died, among them a doctor.", ["people", "medics"]),
    ],
)
def test_who_the_victims_are(findings: Read, text: str, who: list[str]) -> None:
    assert [f.who for f in findings(text)] == who


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Twelve people were killed.", "certain"),
        ("Twelve people may have been killed.", "hedged"),
        ("Up to 300 people are believed to be trapped under the rubble.", "hedged"),
        ("Officials fear hundreds of migrants have drowned.", "hedged"),
        ("Initial reports said twelve people were killed.", "hedged"),
        ("Twelve people were reportedly killed.", "unverified"),
        ("Unconfirmed reports spoke of 25 dead.", "unverified"),
        ("Twelve people were killed. The claim could not be independently verified.", "unverified"),
        ("A suspected gas attack killed twelve people.", "certain"),
        ("Twelve people were killed, and the mayor may resign.", "certain"),
    ],
)
def test_how_sure_the_page_is(findings: Read, text: str, certainty: str) -> None:
    assert [f.certainty for f in findings(text)] == [certainty]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid killed 56 people and wounded 30, two aid workers told the radio.", ["56 people", "30"]),
        ("A wounded woman said that two men had been killed.", ["two men"]),
        ("A policeman fatally shot envoy Ion Harle on Monday.", []),
        ("Nine villagers were killed by two soldiers and a guard.", ["Nine villagers"]),
        ("Raiders killed nine villagers, including Ana Holm, a teacher, the council said.", ["nine villagers"]),
        ("He was a student before he was killed.", []),
        ("A spokesman for the rebels later put the number of dead at 53.", ["53"]),
        ("A woman charged with killing her father will stay in jail.", []),
        ("Ten of the 12 guards were killed.", ["Ten"]),
        ("The radio, citing an army doctor, said two guards had been killed.", ["two guards"]),
        ("Troops arrested Ion Harle, a former fighter and a cousin of the mayor, on Monday.", []),
        ("The council condemned the killing, saying an attack on a member was an attack on all.", []),
        ("He pleaded guilty to attempted murder of a clerk.", []),
        ("They were told not to kill a child.", []),
        ("Five missing hikers were found alive.", []),
        ("Rescuers pulled two children alive from under the rubble.", []),
        ("The prison held 1,400 men, 140 of whom were killed.", ["140"]),
    ],
)
def test_who_speaks_or_did_it_or_describes_somebody_is_no_victim(
    findings: Read, text: str, expected: list[str]
) -> None:
    assert [f.span.exact for f in findings(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen took 253 hostages.", [("detained", "253 hostages")]),
        ("The rebels are holding the two drivers captive.", [("detained", "two drivers")]),
        (
            "The ministry gave a figure of 119 dead and 176 wounded.",
            [("killed", "119 dead"), ("injured", "176")],
        ),
        ("A bomb hit the hall, killing at least 18; 48 were wounded.", [("killed", "at least 18"), ("injured", "48")]),
        ("A man and woman were found dead.", [("killed", "A man"), ("killed", "woman")]),
        ("A crowd of 5,000 protesters marched; 17 were arrested.", [("detained", "17")]),
        ("Two people were hit, one fatally.", [("injured", "Two people"), ("killed", "one")]),
        ("3-year-old dies of burns", [("killed", "3-year-old")]),
        ("17-year-old kills 3 in shooting", [("killed", "3")]),
        ("Woman, two sons killed in shelling of Veskad", [("killed", "Woman"), ("killed", "two sons")]),
        ("Nurse, 40, killed in shelling of Veskad", [("killed", "Nurse")]),
        ("A girl of six and a man of about 60 were killed.", [("killed", "A girl"), ("killed", "a man")]),
        ("Between July and September 1,174 civilians were killed.", [("killed", "1,174 civilians")]),
        ("On 7 October 1,200 people were killed.", [("killed", "1,200 people")]),
        ("Since the war ended in 1990: 558 people were killed.", [("killed", "558 people")]),
        ("On May 12 people met; three were killed.", [("killed", "three")]),
        ("In one compound 17 men were executed.", [("killed", "17 men")]),
        ("The army fired 60 rockets; 52 of them were shot down.", []),
        (
            "Some 42 people were killed in 24 hours, 13 of them at home.",
            [("killed", "Some 42 people"), ("killed", "13")],
        ),
        ("The floods have cost 17 persons their lives.", [("killed", "17 persons")]),
        ("About 4,000 people left the town because of the shelling.", [("displaced", "About 4,000 people")]),
        ("The whereabouts of 21 people was unknown.", [("missing", "21 people")]),
        ("Fifteen are still in the hands of the military.", [("detained", "Fifteen")]),
        ("None of the 40 crew was hurt.", []),
        ("Ana Holm, one of the guards, was killed.", []),
        ("A soldier was killed and two others trapped.", [("killed", "A soldier")]),
        (
            "Twelve died in Kaya, four in Bula and three in Duwar.",
            [("killed", "Twelve"), ("killed", "four"), ("killed", "three")],
        ),
        ("Four people were shot, two of them fatally, in Veskad.", [("injured", "Four people"), ("killed", "two")]),
        ("The shooting left one dead and another wounded.", [("killed", "one dead"), ("injured", "another")]),
        (
            "The attack left two guards dead and a third injured.",
            [("killed", "two guards"), ("injured", "a third injured")],
        ),
        (
            "The raid resulted in the deaths of seven people and injuries to 15 more.",
            [("killed", "seven people"), ("injured", "15")],
        ),
        ("Rebels captured 60 soldiers and freed 20 prisoners.", [("detained", "60 soldiers")]),
        ("The blaze killed 7 and left 3 with serious burns.", [("killed", "7"), ("injured", "3")]),
        ("A man was found dead with gunshot wounds.", [("killed", "A man")]),
        ("Some 4,000 people have crossed into Ardun.", [("displaced", "Some 4,000 people")]),
        ("A medic put the figure at 60, with 180 wounded.", [("killed", "60"), ("injured", "180 wounded")]),
    ],
)
def test_a_count_keeps_to_its_own_word(findings: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(findings(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 52-year-old rubber tapper was shot dead in Orlu.", [("killed", "A 52-year-old rubber tapper")]),
        ("Shelling killed two 15-year-old bead stringers.", [("killed", "two 15-year-old bead stringers")]),
        ("A 12-year-old truce was killed off by the shelling.", []),
        ("A 300-year-old grove was hit, killing two farmers.", [("killed", "two farmers")]),
        (
            "More than 40 people were killed, three bead stringers among them, the ministry said.",
            [("killed", "More than 40 people"), ("killed", "three bead stringers")],
        ),
        (
            "Gunmen killed 15 people, among them a village head.",
            [("killed", "15 people"), ("killed", "a village head")],
        ),
        ("▪️Two women were killed.", [("killed", "Two women")]),
        (
            "Doctors counted 28 dead.[3] A nurse was abducted.[14] The army was silent.",
            [("killed", "28 dead"), ("detained", "A nurse")],
        ),
    ],
)
def test_people_whom_no_list_has_and_what_is_glued_to_words(
    findings: Read, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(findings(text)) == expected


def test_a_count_without_a_word_of_harm_is_part_of_the_one_before(findings: Read) -> None:
    found = findings("Eight people died in Veskad. Five of them were children.")
    assert [(f.aspect, f.low, f.who, f.part_of) for f in found] == [
        ("killed", 8, "people", None),
        ("killed", 5, "children", 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Eight people died in Veskad. Five of them were told to leave.",
        "Eight people died in Veskad. It rained. Night fell. Five of them were children.",
        "Four people died in Veskad. Five of them were children.",
        "Troops arrested 23 villagers and later released 20 of them.",
    ],
)
def test_a_count_that_does_not_go_with_the_one_before_is_left_out(findings: Read, text: str) -> None:
    assert len(findings(text)) == 1


@pytest.mark.parametrize("text", ["No civilians were killed.", "The army did not kill 12 civilians."])
def test_a_denial_is_told_apart(findings: Read, text: str) -> None:
    assert [f.polarity for f in findings(text)] == ["denies"]


@pytest.mark.parametrize(
    "text", ["🙂 12 ☠ killed", "“12", "killed killed killed 5", "5" * 4000 + " killed", "12 killed\n\n\n"]
)
def test_unusual_text_never_raises(findings: Read, text: str) -> None:
    for f in findings(text):
        assert text[f.span.start : f.span.end] == f.span.exact


def test_nobody_behind_a_preposition_is_not_the_count_of_a_harm_elsewhere(read: Callable[..., Page]) -> None:
    page = read("The explosion in Vesk killed 22 students who had done harm to nobody.")
    assert [(c.aspect, c.low) for c in page.claims] == [("killed", 22)]


def test_what_is_quoted_after_a_killing_is_not_its_count(read: Callable[..., Page]) -> None:
    page = read('The clerk killed herself and left a note: "I do not want several members of the Guard to find me."')
    assert page.claims == ()


def test_no_more_than_is_no_death(read: Callable[..., Page]) -> None:
    assert read("The outcry about the 50,000 civilians left in Vesk is no more than hot air.").claims == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 5-year-old boy who was shot in the face at a farm in Tarnholt has died.", [("killed", "A 5-year-old boy")]),
        ("A 15-year-old boy was shot in the head and killed by accident.", [("killed", "A 15-year-old boy")]),
        ("A four-year-old boy fatally shot himself at home.", [("killed", "A four-year-old boy")]),
        ("A 3-year-old child accidentally shot himself in the arm.", [("injured", "A 3-year-old child")]),
        ("He shot another teen by mistake, killing him.", [("killed", "another teen")]),
        ("A soldier shot two men, killing them.", [("killed", "two men")]),
        ("Two of the 14 wounded died in hospital.", [("killed", "Two"), ("injured", "14")]),
        ("The shooting sent four people to the hospital.", [("injured", "four people")]),
        ("3 dead, 1 critical in farm shooting", [("killed", "3 dead"), ("injured", "1")]),
        ("A 12-year-old girl required hospitalization after the blast.", [("injured", "A 12-year-old girl")]),
        ("A cook and two friends were at home when the boy was shot.", []),
        ("Tens if not hundreds of thousands of people were displaced.",
         [("displaced", "Tens if not hundreds of thousands of people")]),
        ("The number of wounded climbed to 120, up from 95.", [("injured", "120"), ("injured", "95")]),
        ("The blast injured six, two fatally.", [("injured", "six"), ("killed", "two")]),
        ("Three others were hurt, one critically.", [("injured", "Three others"), ("injured", "one")]),
        ("43 people were killed: 20 civilians and 23 fighters.",
         [("killed", "43 people"), ("killed", "20 civilians"), ("killed", "23 fighters")]),
        ("A fourth victim died in hospital.", [("killed", "A fourth victim")]),
        ("Dozens were killed or injured.", [("injured", "Dozens"), ("killed", "Dozens")]),
        ("He was charged with murder as an adult.", []),
        ("A man killed his two sons and then himself.", [("killed", "A man"), ("killed", "two sons")]),
        ("A guard killed two clerks and committed suicide.", [("killed", "A guard"), ("killed", "two clerks")]),
        ("An elderly couple was found dead in Tarnholt.", [("killed", "An elderly couple")]),
    ],
)  # fmt: skip
def test_one_person_and_what_became_of_him(findings: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(told(findings(text))) == sorted(expected)


def test_bombers_who_blew_themselves_up_are_not_counted(findings: Read) -> None:
    assert told(findings("Later a bomber killed himself and four guards.")) == [("killed", "four guards")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They look into a double homicide in Tarn.", [("killed", "double homicide")]),
        ("Three people wounded in Sunday's attack on Tarn had died overnight.", [("killed", "Three people")]),
        ("Two of the 14 wounded died.", [("killed", "Two"), ("injured", "14")]),
        ("The bodies of five men were found with gunshot wounds in Tarn.", [("killed", "five men")]),
        (
            "Bombs killed 12 people in Tarn. The ministry has given a lower figure of eight.",
            [("killed", "12 people"), ("killed", "eight")],
        ),
        (
            "Some 900 people fled Tarn. The agency puts their number at 700.",
            [("displaced", "Some 900 people"), ("displaced", "700")],
        ),
        ("Raid on Tarn leaves 38 dead, residents flee", [("killed", "38 dead")]),
        (
            "Fighting in Tarn has driven 900 people from their homes and killed at least 15.",
            [("displaced", "900 people"), ("killed", "at least 15")],
        ),
        (
            "Seven people were hurt in blasts in Tarn; four people had died in two of them.",
            [("injured", "Seven people"), ("killed", "four people")],
        ),
        ("During a strike on two snipers in Tarn a civilian was killed.", [("killed", "a civilian")]),
        (
            "A driver was hit in Tarn; a displaced man died on the spot.",
            [("injured", "A driver"), ("killed", "a displaced man")],
        ),
        (
            "In Tarn 17 people died. A nurse said nine of them were children.",
            [("killed", "17 people"), ("killed", "nine")],
        ),
        ("It was a double murder-suicide.", [("killed", "double murder-suicide")]),
        ("The accident claimed a life on Friday.", [("killed", "a life")]),
        ("A guard shot two men to death.", [("killed", "two men")]),
        ("A deputy killed a suspect after two others were stabbed.",
         [("killed", "a suspect"), ("injured", "two others")]),
        ("The inquest heard of a death, but learned that several people had been in the flat.",
         [("killed", "a death")]),
        ("The school confirmed 1 fatality, 3 wounded.", [("killed", "1 fatality"), ("injured", "3")]),
        ("His daughter, whom a relative identified, was taken to hospital.", []),
    ],
)  # fmt: skip
def test_words_that_tell_of_others(findings: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(told(findings(text))) == sorted(expected)


def test_lines_that_share_a_total_out_are_parts_of_it(findings: Read) -> None:
    text = "Eleven civilians were killed on Sunday.\n\nTarnholt: 6\n\nLipka: 3 by shelling\n\nHouses: 4\n\nPhoto: 2"
    found = findings(text)
    assert told(found) == [("killed", "Eleven civilians"), ("killed", "6"), ("killed", "3")]
    assert [f.part_of for f in found] == [None, 0, 0]


def test_the_items_of_a_list_are_parts_of_the_total_above_them(findings: Read) -> None:
    below = "\n\n• 12 soldiers.\n\n• 19 rebels, including two women.\n\n• Six guns.\n"
    found = findings(f"The clashes left 31 people dead:{below}")
    assert [(f.low, f.part_of) for f in found] == [(31, None), (12, 0), (19, 0), (2, 0)]
    for above in (
        "The clashes left 31 people dead. Both sides sent more men.",
        "The clashes left 31 people dead, nine of them civilians. Taken back to Orlu:",
    ):
        assert [f.low for f in findings(f"{above}{below}")][:1] == [31]
        assert {12, 19}.isdisjoint(f.low for f in findings(f"{above}{below}"))
    freed = findings("The clashes left 31 people dead:\n\n• 4 prisoners freed.\n")
    assert [f.low for f in freed] == [31]


def test_a_number_on_a_line_that_is_no_smaller_than_the_total_is_no_part_of_it(findings: Read) -> None:
    assert told(findings("Four people were killed on Sunday.\n\nTarnholt: 300")) == [("killed", "Four people")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Five soldiers died in the clash, as did seven rebels.",
            [("killed", "Five soldiers"), ("killed", "seven rebels")],
        ),
        ("Five men were hurt, as were two nurses.", [("injured", "Five men"), ("injured", "two nurses")]),
        ("Five died at the scene and seven in hospital.", [("killed", "Five"), ("killed", "seven")]),
        ("Five died and seven are in hospital.", [("killed", "Five"), ("injured", "seven")]),
        (
            "Nine people, not counting the two attackers, were killed.",
            [("killed", "Nine people"), ("killed", "two attackers")],
        ),
    ],
)
def test_what_is_told_of_one_count_holds_for_the_next(
    findings: Read, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(findings(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen abducted 31 pupils on Sunday; 12 have since escaped.",
        "Gunmen abducted 31 pupils on Sunday, but 12 escaped.",
        "Gunmen abducted 31 pupils on Sunday and 12 were later rescued.",
    ],
)
def test_captives_who_got_away_are_counted_once(findings: Read, text: str) -> None:
    assert told(findings(text)) == [("detained", "31 pupils")]
