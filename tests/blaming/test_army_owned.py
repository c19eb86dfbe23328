"""What is an army's without its name: what "military" stands before, units with a number, guards; and accidents."""

from collections.abc import Callable

import pytest

from counterclaim.model import Page

STRUCK = [
    "A military air strike killed nine people in Idlib.",
    "Nine people were killed in military shelling in Idlib.",
    "Nine people were killed by military drones in Idlib.",
    "Nine people were killed when a military jet bombed Idlib.",
    "Military air strikes hit Idlib on Sunday. Nine people were killed.",
    "The 97th Brigade killed nine people in Idlib.",
    "The 97th Armoured Division shelled Idlib, killing nine people.",
    "The 4th Armoured Division shelled Idlib, killing nine people.",
    "Nine people were killed by the 97th Assault Corps in Idlib.",
    "The presidential guard killed nine people in Idlib.",
    "Security agents killed nine people in Idlib.",
    "Prison guards killed nine people in Idlib.",
]
NOBODY = [
    "An attack on a military base killed nine people in Idlib.",
    "A military plane crashed in Idlib, killing nine people.",
    "A Russian plane crashed in Idlib, killing nine people.",
    "An army lorry overturned in Idlib, killing nine people.",
    "An army vehicle hit a mine in Idlib, killing nine soldiers.",
    "A military convoy drove over a landmine in Idlib, killing nine soldiers.",
]


def borne(page: Page) -> set[tuple[str, str | None]]:
    return {(c.aspect, c.party) for c in page.claims}


@pytest.mark.parametrize("text", STRUCK)
def test_the_army_did_it(read: Callable[[str], Page], text: str) -> None:
    assert borne(read(text)) == {("killed", "Syrian government"), ("responsibility", "Syrian government")}


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_did_it(read: Callable[[str], Page], text: str) -> None:
    assert borne(read(text)) == {("killed", None)}


def test_arms_that_crash_are_no_accident(read: Callable[[str], Page]) -> None:
    page = read("A Russian drone crashed into a house in Idlib, killing nine people.")
    assert borne(page) == {("killed", "Russia"), ("responsibility", "Russia")}


@pytest.mark.parametrize("men", ["foreign fighters", "tribal fighters"])
def test_fighters_by_what_they_are(read: Callable[[str], Page], men: str) -> None:
    page = read(f"Nine people were killed by {men} in Idlib.")
    assert borne(page) == {("killed", f"unnamed: {men}"), ("responsibility", f"unnamed: {men}")}
