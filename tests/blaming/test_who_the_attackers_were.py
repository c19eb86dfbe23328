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


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Residents said the attackers were from al-Shabaab.", "affirms", "certain"),
        ("Residents said the gunmen were linked to al-Shabaab.", "affirms", "hedged"),
        ("Residents said the men who attacked the market belonged to al-Shabaab.", "affirms", "certain"),
        ("Residents said al-Shabaab was the prime suspect.", "affirms", "hedged"),
        ("Residents put the blame for the attack squarely on al-Shabaab.", "affirms", "certain"),
        ("Residents placed the blame for the killings at the door of al-Shabaab.", "affirms", "certain"),
        ("Residents cleared al-Shabaab of the attack.", "denies", "certain"),
        ("Residents exonerated al-Shabaab.", "denies", "certain"),
        ("Residents absolved al-Shabaab of responsibility.", "denies", "certain"),
    ],
)
def test_blame_laid_and_taken_off_in_roundabout_words(read, text, polarity, certainty):
    assert blamed(read(ATTACK + text)) == {("al-Shabaab", polarity, certainty, RESIDENTS)}


@pytest.mark.parametrize(
    "text",
    [
        "A group calling itself the Sons of the River claimed responsibility for the attack.",
        "A group that calls itself the Sons of the River claimed the attack.",
        "A previously unknown group, the Sons of the River, claimed the attack.",
    ],
)
def test_a_group_is_what_it_calls_itself(read, text):
    assert {x[0] for x in blamed(read(ATTACK + text))} == {"Sons of the River"}


def test_to_dispute_that_one_did_it_is_to_deny_it(read):
    page = read(ATTACK + "The Houthis disputed that they had fired the missile.")
    assert blamed(page) == {("Houthis", "denies", "certain", "Houthis")}


def test_a_charge_after_where_the_accused_are_from(read):
    page = read(ATTACK + "Residents accused gunmen from the Tersh community of carrying out the raid.")
    assert {x[:2] for x in blamed(page)} == {("unnamed: gunmen", "affirms")}


def test_a_pronoun_after_in_a_statement_is_the_subject_before(read):
    text = "The TTP claimed the attack. In a separate statement it denied any role in the bombing of a mosque."
    assert ("Tehreek-e-Taliban Pakistan", "denies") in {x[:2] for x in blamed(read(ATTACK + text))}


def test_those_behind_an_attack_in_a_headline(read):
    page = read("Al-Shabaab behind Orlu market attack, police say")
    assert {x[:2] for x in blamed(page)} == {("al-Shabaab", "affirms")}
    assert blamed(read(ATTACK + "The masterminds behind the attack were arrested.")) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Residents said al-Shabaab could be behind the attack.", {("al-Shabaab", "affirms", "hedged", RESIDENTS)}),
        ("Residents were quick to blame al-Shabaab.", {("al-Shabaab", "affirms", "certain", RESIDENTS)}),
        ("Residents stopped short of blaming al-Shabaab.", set()),
        ("Residents said the killers came from al-Shabaab.", {("al-Shabaab", "affirms", "certain", RESIDENTS)}),
        ("Al-Shabaab has always denied any role in it.", {("al-Shabaab", "denies", "certain", "al-Shabaab")}),
        ("Al-Shabaab apologised for the deaths.", {("al-Shabaab", "affirms", "certain", "al-Shabaab")}),
    ],
)
def test_blame_guessed_at_hurried_and_held_back(read, text, wanted):
    assert blamed(read(ATTACK + text)) == wanted


@pytest.mark.parametrize(
    "text",
    ["Talks with suspected rebels were suspended.", "Suspected rebels did not respond to a request for comment."],
)
def test_suspected_rebels_are_not_suspected_of_the_last_attack(read, text):
    assert blamed(read(ATTACK + text)) == set()


def test_one_who_stands_accused_is_accused(read):
    page = read(ATTACK + "Boko Haram stands accused of the massacre.")
    assert {x[:2] for x in blamed(page)} == {("Boko Haram", "affirms")}
