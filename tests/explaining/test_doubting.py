"""Which words hedge and which deny."""

from collections.abc import Callable

import pytest

from counterclaim.model import Page
from explaining.telling import claim_at, reason_of, words_of

Explain = Callable[..., Page]


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [
        ("Reportedly 14 people were killed in Tarnholt.", "unverified", "Reportedly"),
        ("Nine people are believed to have been killed in Tarnholt.", "hedged", "believed"),
        ("Initial reports said 9 people were killed in Tarnholt.", "hedged", "Initial reports"),
        ("Officials estimate that 60 people were displaced.", "hedged", "estimate"),
        ("Russian or Syrian warplanes bombed a clinic in Tarnholt.", "hedged", "or"),
    ],
)
def test_the_words_that_hedge(explain: Explain, text: str, level: str, words: str) -> None:
    claim = explain(text).claims[0]
    assert claim.certainty == level
    assert words_of(claim, "certainty") == [words]
    assert reason_of(claim, "certainty") == "in the same sentence"


def test_a_claim_that_nobody_could_verify(explain: Explain) -> None:
    text = "The ministry said 15 civilians were killed in Veskad. The figure could not be independently verified."
    claim = explain(text).claims[0]
    assert words_of(claim, "certainty") == ["not be independently verified"]
    assert reason_of(claim, "certainty") == "taken over from the next sentence"


def test_what_nothing_hedges_and_nothing_denies(explain: Explain) -> None:
    claim = explain("Nine people were killed in Tarnholt on Friday.").claims[0]
    assert words_of(claim, "certainty") == words_of(claim, "polarity") == [None]


def test_the_words_that_deny(explain: Explain) -> None:
    page = explain(
        "No civilians were killed in Veskad, an officer said. Russia denied that its jets had hit the clinic."
    )
    assert words_of(claim_at(page, "No civilians"), "polarity") == ["No"]
    assert words_of(page.claims[-1], "polarity") == ["denied"]
    assert page.claims[-1].polarity == "denies"
