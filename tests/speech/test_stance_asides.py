"""How far "could not be verified" reaches, and who only would not say."""

import pytest


def certainties(page):
    return {c.span.exact: c.certainty for c in page.claims if c.aspect == "killed"}


def test_a_clause_about_a_figure_doubts_no_earlier_one(read):
    page = read(
        "The mayor of Orlu said five men had been killed. The army said 23 rebels died there, "
        "a figure that could not be independently confirmed."
    )
    assert certainties(page) == {"five men": "certain", "23 rebels": "unverified"}


@pytest.mark.parametrize(
    "doubt",
    [
        "The claim could not be independently verified.",
        "Reuters was unable to verify his account.",
        "There was no independent confirmation.",
    ],
)
def test_a_sentence_of_its_own_doubts_what_was_just_said(read, doubt):
    page = read(f"The mayor of Orlu said five men had been killed. {doubt}")
    assert certainties(page) == {"five men": "unverified"}


def test_a_party_that_will_not_say_doubts_nobody(read):
    page = read(
        "The mayor of Orlu said five men had been killed.\n\nThe army did not confirm or deny that it fired the shells."
    )
    assert certainties(page) == {"five men": "certain"}
