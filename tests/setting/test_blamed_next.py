"""Armed men of no name bear the dead of the sentence beside the one that blames them, where the page has no others."""

from collections.abc import Callable

import pytest

from counterclaim.model import Page

BORNE = [
    ("Nine people were killed in Orla. Officials blamed gunmen.", "unnamed: gunmen"),
    ("Nine people were killed in Orla. Officials blamed bandits for the attack.", "unnamed: bandits"),
    ("Nine people were killed in a raid on Orla. Residents blamed herders.", "herders"),
    ("Nine people were killed in Orla. The mayor said militants were behind the attack.", "unnamed: militants"),
    ("Suspected militants attacked a village near Orla. Police said nine people were killed.", "unnamed: militants"),
]
NOBODYS = [
    "Nine people were killed in clashes in Orla. Officials blamed gunmen.",
    "Nine militants were killed in Orla. Officials blamed gunmen.",
    "Nine people were killed in Orla. It rained all day. Officials blamed gunmen for a theft.",
]


def parties(page: Page) -> list[str | None]:
    return [c.party for c in page.claims if c.aspect == "killed"]


@pytest.mark.parametrize(("text", "party"), BORNE)
def test_the_sentence_beside_tells_who_did_it(read: Callable[[str], Page], text: str, party: str) -> None:
    assert parties(read(text)) == [party]


@pytest.mark.parametrize("text", NOBODYS)
def test_others_are_left_open(read: Callable[[str], Page], text: str) -> None:
    assert parties(read(text)) == [None]
