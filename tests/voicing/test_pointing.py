"""Whom "the group", "its ally" and "a statement" mean."""

import pytest

WATCH = "Amnesty International, a rights group, said it was quiet."


@pytest.mark.parametrize(
    ("before", "sentence", "voice"),
    [
        (f"Hamas holds Orlu. {WATCH}", "The militant group said nine people had died.", "Hamas"),
        (f"Hamas holds Orlu. {WATCH}", "The rights group said nine people had died.", "Amnesty International"),
        ("It was quiet.", "Syria and its ally Russia said nine people had died.", "Syrian government and Russia"),
        (
            "It was quiet.",
            "Both Hamas and Amnesty International said nine died.",
            "Hamas and Amnesty International",
        ),
        (WATCH, "Other rights groups said nine people had died.", "unnamed: rights groups"),
        ("It was quiet.", "Hamas issued a statement saying nine people had died.", "Hamas"),
        (WATCH, "Mira Sole, the group's Africa director, said nine people had died.", "Amnesty International"),
        (WATCH, "The group's investigators said nine people had died.", "Amnesty International"),
        (
            "Iran denied it.",
            "Foreign ministry spokesman Oren Vale said nine people had died.",
            "Iranian Foreign Ministry",
        ),
        ("Turkey sent troops.", "The country denied that nine people had died.", "Turkey"),
    ],
)
def test_whom_a_description_means(read, before, sentence, voice):
    assert read(f"{before} {sentence}").statements[-1].voice == voice


def test_they_are_all_who_spoke_together(read):
    page = read("Hamas and Amnesty International said nine people had died. They said more people might die.")
    assert {s.voice for s in page.statements} == {"Hamas and Amnesty International"}
    assert len(page.statements) > 1


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Nine people reportedly died in Orlu.", "unnamed: reports"),
        ("Nine people are believed to have died in Orlu.", "unnamed: belief"),
        ("The toll is expected to rise in Orlu.", "unnamed: expectation"),
    ],
)
def test_what_nobody_is_named_for(read, text, voice):
    (statement,) = read(text).statements
    assert (statement.voice, statement.voice_span) == (voice, None)


def test_what_nobody_is_named_for_is_claimed_by_the_outlet(read):
    (claim,) = read("Nine people were reportedly killed in Orlu.").claims
    assert claim.voice is None


def test_the_same_source_is_the_unnamed_one_just_heard(read):
    page = read(
        "Reuters, citing a police source, said nine people had died. Reuters said it was quiet. "
        "The same source said more people might die."
    )
    assert page.statements[-1].voice == "unnamed: police source"


def test_a_statement_that_we_issued_is_the_outlets(read):
    page = read("We published a statement saying that nine people had died.", outlet="Orlu Harm Register")
    assert page.statements[-1].party == "Orlu Harm Register"
