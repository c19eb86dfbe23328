"""Attackers who are told of before it is told who they were, and those to whom an attack is tied."""

import pytest

ATTACK = "Nine people were killed in an attack on a market in Orlu on Friday. "
RESIDENTS, BANDITS = "unnamed: residents", "unnamed: bandits"


def blamed(page):
    return {(c.party, c.polarity, c.certainty, c.voice) for c in page.claims if c.aspect == "responsibility"}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Residents identified the attackers as al-Shabaab fighters.", "certain"),
        ("Residents described the attackers as al-Shabaab fighters.", "certain"),
        ("Residents named al-Shabaab as responsible.", "certain"),
        ("Residents said those behind the attack were al-Shabaab fighters.", "certain"),
        ("Residents pinned the blame on al-Shabaab.", "certain"),
        ("Residents implicated al-Shabaab in the attack.", "certain"),
        ("Residents fingered al-Shabaab for the attack.", "certain"),
        ("Residents linked al-Shabaab to the attack.", "hedged"),
        ("Residents saw the hand of al-Shabaab in the attack.", "hedged"),
    ],
)
def test_who_they_were_on_whose_word(read, text, certainty):
    assert blamed(read(ATTACK + text)) == {("al-Shabaab", "affirms", certainty, RESIDENTS)}


@pytest.mark.parametrize(
    "text",
    [
        "The attackers, believed to be bandits, fled on motorbikes.",
        "The attackers, suspected to be bandits, fled.",
        "The assailants were suspected of being bandits.",
        "The gunmen, suspected bandits, fled on motorbikes.",
        "Suspicion fell on bandits.",
    ],
)
def test_attackers_who_flee_are_who_they_are_thought_to_be(read, text):
    assert {x[:3] for x in blamed(read(ATTACK + text))} == {(BANDITS, "affirms", "hedged")}


@pytest.mark.parametrize(
    "text",
    [
        "Police identified the victims as bandits.",
        "Police linked al-Shabaab to local traders.",
        "The victims, believed to be bandits, were buried on Saturday.",
        "Those who fled were bandits.",
    ],
)
def test_victims_and_friends_are_no_attackers(read, text):
    assert blamed(read(ATTACK + text)) == set()


@pytest.mark.parametrize(
    "noun", ["combatants", "volunteers", "dissidents", "operatives", "recruits", "hitmen", "infiltrators", "raiders"]
)
def test_a_groups_men_by_more_words(read, noun):
    told = read(f"Al-Shabaab {noun} killed nine people in Orlu on Friday.")
    assert {x[0] for x in blamed(told)} == {"al-Shabaab"}


@pytest.mark.parametrize(
    "text",
    [
        "The gunmen, believed to be from al-Shabaab, killed nine people in Orlu.",
        "Gunmen believed to be from al-Shabaab killed nine people in Orlu.",
    ],
)
def test_gunmen_are_of_the_group_from_which_they_are_thought_to_be(read, text):
    assert {x[:3] for x in blamed(read(text))} == {("al-Shabaab", "affirms", "hedged")}


def test_attackers_whose_commas_were_lost(read):
    page = read(ATTACK + "The attackers believed to be Boko Haram fled.")
    assert {x[:3] for x in blamed(page)} == {("Boko Haram", "affirms", "hedged")}
