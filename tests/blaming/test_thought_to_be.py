"""Attackers told by their deed alone, and whom they are thought to be."""

import pytest

BANDITS, JIHADISTS = "unnamed: bandits", "unnamed: jihadists"


def blamed(page):
    return {(c.party, c.polarity, c.certainty) for c in page.claims if c.aspect == "responsibility"}


def bearers(page):
    return {c.party for c in page.claims if c.aspect == "killed"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Nine people were killed in Orlu by attackers believed to be bandits, police said.", BANDITS),
        ("At least nine people were killed by gunmen thought to be jihadists in Orlu, officials said.", JIHADISTS),
        ("Gunmen believed to be members of the rebels attacked Orlu on Friday, killing nine people.", "rebels"),
    ],
)
def test_those_by_whom_people_were_killed_are_who_they_are_thought_to_be(read, text, party):
    page = read(text)
    assert blamed(page) == {(party, "affirms", "hedged")}
    assert bearers(page) == {party}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Nine people were killed in Orlu on Friday. The attackers are believed to be rebels, officials said.",
            "rebels",
        ),
        ("Nine people were killed in Orlu on Friday. The assailants were thought to be bandits.", BANDITS),
    ],
)
def test_attackers_are_blamed_as_who_they_are_believed_to_be(read, text, party):
    assert blamed(read(text)) == {(party, "affirms", "hedged")}


def test_gunmen_suspected_to_be_others_are_not_themselves_charged(read):
    page = read("Nine people were killed in Orlu on Friday. Officials said the gunmen are suspected to be bandits.")
    assert blamed(page) == {(BANDITS, "affirms", "hedged")}


def test_who_attackers_are_not_believed_to_be_is_not_affirmed(read):
    page = read("Nine people were killed in Orlu on Friday. The attackers are not believed to be rebels, police said.")
    assert not any(polarity == "affirms" for _, polarity, _ in blamed(page))


@pytest.mark.parametrize(
    "text",
    [
        "Gangs killed nine people in Orlu on Friday.",
        "At least nine people were killed in a gang attack on Orlu on Friday.",
    ],
)
def test_gangs_are_blamed_also_without_members_or_arms(read, text):
    page = read(text)
    assert {party for party, *_ in blamed(page)} == bearers(page) == {"unnamed: gangs"}
