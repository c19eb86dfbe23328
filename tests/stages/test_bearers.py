from collections.abc import Callable

import pytest

from counterclaim.model import RESPONSIBILITY, Claim, Page

Read = Callable[..., Page]


def counts(page: Page) -> list[Claim]:
    return [c for c in page.claims if c.aspect != RESPONSIBILITY]


BORNE = {
    "its sentence": ("Russian air strikes killed four people in the village of Old Marrow.", ["Russia"]),
    "the sentence before": (
        "Russian jets bombed the village of Old Marrow on Monday. Four people were killed in the raid.",
        ["Russia"],
    ),
    "the sentence after": (
        "A car bomb killed nine people in Old Marrow. Islamic State claimed responsibility for the bombing.",
        ["Islamic State"],
    ),
    "nearest of two": (
        "Israeli shelling killed six people in Old Marrow, and a Hezbollah rocket killed two in Lowmere.",
        ["Israel", "Hezbollah"],
    ),
    "all and a part": (
        "Israeli shelling killed six people in Old Marrow. Hezbollah fired rockets. Two of them were children.",
        ["Israel", "Israel"],
    ),
    "nobody named": ("A blast killed four people in the village of Old Marrow.", [None]),
    "a denial": ("A blast killed four people in Old Marrow. Russia denied any role in the explosion.", [None]),
}


@pytest.mark.parametrize(("text", "wanted"), BORNE.values(), ids=BORNE)
def test_who_bears_a_count(read: Read, text: str, wanted: list[str | None]) -> None:
    assert [c.party for c in counts(read(text))] == wanted


def test_the_same_page_gives_the_same_parties(read: Read) -> None:
    text = "Russian jets bombed Old Marrow. Rebels shelled Lowmere. Nine people died. " * 3
    assert read(text).claims == read(text).claims


def test_those_who_blame_and_count_hold_the_blamed_to_have_done_it(read: Read) -> None:
    text = "Terrorists fired shells at Old Marrow on Monday. The shells killed at least 25 people and hurt ten."
    assert {c.party for c in counts(read(text))} == {"unnamed: terrorists"}


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab has often carried out attacks in the capital.",
        "Al-Shabaab has been blamed for similar attacks.",
        "No one claimed the attack but al-Shabaab is active in the area.",
    ],
)
def test_what_a_party_does_at_other_times_is_not_this(read: Read, text: str) -> None:
    assert [c.party for c in counts(read("A bomb killed nine people in Mogadishu on Monday. " + text))] == [None]


def test_the_attackers_are_those_told_of_before(read: Read) -> None:
    text = "Gunmen on motorcycles stormed the village of Old Marrow. The attackers killed 45 people."
    bombed = " Russian jets bombed Lowmere on Friday and killed nine people."
    assert [c.party for c in counts(read(text + bombed))] == ["unnamed: gunmen", "Russia"]
