from collections.abc import Callable

import pytest

from counterclaim.lexicon import Lexicon
from counterclaim.resources import load_governing
from counterclaim.stages.casualties import find_casualties
from counterclaim.stages.quantities import find_quantities
from counterclaim.syntax import Parse

Told = list[tuple[str, str]]
Read = Callable[[str], Told]


@pytest.fixture
def told(parse: Callable[[str], Parse], lexicon: Lexicon) -> Read:
    def run(text: str) -> Told:
        page = parse(text)
        found = find_casualties(page, find_quantities(page, lexicon), lexicon, load_governing())
        return [(f.aspect, f.span.exact) for f in found if f.polarity == "affirms"]

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Holm, 23, was shot and killed at her home in Tarnholt on Sunday.", [("killed", "Ana Holm")]),
        (
            "The 4-year-old girl who was shot in a flat in Tarnholt has died, police said.",
            [("killed", "The 4-year-old girl")],
        ),
        ("The boy, 7, was pronounced dead at the hospital.", [("killed", "The boy")]),
        (
            "The rifle of Bo Lind, 40, went off in Tarnholt. The victim died at the scene.",
            [("killed", "The victim")],
        ),
        ("Police seek a driver over the death of Ana Holm, 23.", [("killed", "Ana Holm")]),
    ],
)
def test_one_death_that_nothing_counts_is_one(told: Read, text: str, expected: Told) -> None:
    assert told(text) == expected


def test_whoever_was_shot_and_died_later_is_killed(told: Read) -> None:
    assert told("A boy was shot in the face on Friday. The boy died in hospital.") == [("killed", "A boy")]


def test_another_person_stays_hurt(told: Read) -> None:
    assert told("A girl was shot on Friday. The man, 40, died in hospital.") == [
        ("injured", "A girl"),
        ("killed", "The man"),
    ]


def test_where_the_page_counts_its_dead_nobody_is_added(told: Read) -> None:
    text = "Four people were killed in Tarnholt. Ana Holm, 23, died in hospital. The boy was killed at once."
    assert told(text) == [("killed", "Four people")]


def test_a_commander_killed_is_no_count(told: Read) -> None:
    assert told("A strike near Tarnholt killed Orin Vask on Sunday, the ministry said.") == []


def test_without_an_age_on_the_page_nobody_is_added(told: Read) -> None:
    assert told("He was a student before he was killed. The clerk died.") == []


def test_kin_beside_a_single_victim_are_taken_in(told: Read) -> None:
    text = "A woman and her five-year-old son were found dead in Tarnholt."
    assert told(text) == [("killed", "A woman"), ("killed", "her five-year-old son")]


def test_what_did_not_happen_is_no_death(told: Read) -> None:
    assert told("The 20-year-old woman was not killed. He threatened to kill the girl, who is 9.") == []


def test_two_of_one_surname_are_two_and_a_name_cut_short_is_none(told: Read) -> None:
    text = "Ana Holm, 23, died in Tarnholt. Bo Holm died on Monday. The police said that Ana Holm died at once."
    assert told(text) == [("killed", "Ana Holm"), ("killed", "Bo Holm")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A man shot his younger brother to death in Tarnholt and then committed suicide, the 40-year-old said.",
            ["A man", "his younger brother"],
        ),
        ("Two young boys are dead along with their father, 40, in Tarnholt.", ["Two young boys", "their father"]),
        (
            "Police charged the 30-year-old with killing her father and younger brother.",
            ["her father", "younger brother"],
        ),
        ("A lodger is held in the shooting death of 21-year-old Orin Tarn.", ["Orin Tarn"]),
        ("The lodger, who is accused of killing Ana Holm, faces a charge of manslaughter.", ["Ana Holm"]),
    ],
)
def test_kin_and_names_told_of_by_one_word_are_taken_in(told: Read, text: str, expected: list[str]) -> None:
    killed = [exact for aspect, exact in told(text) if aspect == "killed"]
    assert killed == expected


def test_after_a_deadly_shooting_whoever_alone_was_hurt_is_dead(told: Read) -> None:
    text = "Police look into a deadly shooting in Tarnholt. A boy shot himself in the head, neighbours said."
    assert told(text) == [("killed", "A boy")]
    assert told(text.replace("deadly ", "")) == [("injured", "A boy")]
    assert ("injured", "A boy") in told(text + " Two others were hurt.")


def test_one_who_killed_himself_counts_with_those_whom_he_killed(told: Read) -> None:
    text = (
        "A 53-year-old Tarnholt woman killed her 30-year-old daughter and two clerks before turning the gun on herself."
    )
    assert sorted(exact for _, exact in told(text)) == [
        "A 53-year-old Tarnholt woman",
        "her 30-year-old daughter",
        "two clerks",
    ]


def test_one_who_killed_another_is_not_dead(told: Read) -> None:
    text = "Police charged a boy who allegedly killed 16-year-old Orin Holm in Tarnholt."
    assert told(text) == [("killed", "Orin Holm")]
