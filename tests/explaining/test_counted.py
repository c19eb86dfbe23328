"""Which words gave number, aspect, people and part."""

from collections.abc import Callable

import pytest

from counterclaim.model import Page
from explaining.telling import claim_at, reason_of, words_of

Explain = Callable[..., Page]


@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        ("At least 12 people were killed in Tarnholt.", ["At least", "12"], "read as “at least”"),
        ("Nearly 30 people were killed in Tarnholt.", ["Nearly", "30"], "read as “about”"),
        ("A further 9 people were killed in Tarnholt.", ["9"], ""),
        ("Dozens of people were killed in Tarnholt.", ["Dozens"], "a vague number, taken as at least 24"),
        ("Many people were killed in Tarnholt.", ["Many"], "no number is said"),
        ("A nurse was killed in Tarnholt.", ["A nurse"], "one person"),
        ("No civilians were killed in Tarnholt.", ["No"], "nobody"),
    ],
)
def test_the_number_and_the_words_that_bound_it(explain: Explain, text: str, value: list[str], reason: str) -> None:
    claim = explain(text).claims[0]
    assert words_of(claim, "value") == value
    assert reason_of(claim, "value") == reason


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Shells wounded nine people in Tarnholt.", "wounded"),
        ("The death toll in Tarnholt rose to 31.", "death toll"),
        ("Forty people went missing in Tarnholt.", "went missing"),
    ],
)
def test_the_word_that_governs_the_count(explain: Explain, text: str, aspect: str) -> None:
    assert words_of(explain(text).claims[0], "aspect") == [aspect]


def test_a_count_told_of_in_the_sentence_before(explain: Explain) -> None:
    five = claim_at(explain("Eight people died in a raid on Veskad. Five of them were children."), "Five")
    assert words_of(five, "aspect") == ["died"]
    assert reason_of(five, "aspect") == "told of the count that it is part of"
    assert words_of(five, "who") == ["children"]
    assert words_of(five, "part_of") == ["Eight people", "of them"]
    assert reason_of(five, "part_of") == "in the sentence before"


def test_who_they_were(explain: Explain) -> None:
    page = explain("At least 12 people, including three children, were killed in Tarnholt. Some 40 were wounded.")
    assert words_of(claim_at(page, "12"), "who") == ["people"]
    assert words_of(claim_at(page, "three"), "who") == ["children"]
    assert words_of(claim_at(page, "40"), "who") == [None]
    assert reason_of(claim_at(page, "40"), "who") == "no word says who they were"


def test_the_word_of_harm_itself_says_not_who_they_were(explain: Explain) -> None:
    assert words_of(explain("The raid on Tarnholt left 17 dead.").claims[0], "who") == [None]


def test_the_words_that_make_it_a_part(explain: Explain) -> None:
    page = explain("At least 12 people, including three children, were killed in Tarnholt on Friday.")
    assert words_of(claim_at(page, "three"), "part_of") == ["At least 12 people", "including"]
    assert words_of(claim_at(page, "12"), "part_of") == [None]


def test_blame_has_an_aspect_and_no_count(explain: Explain) -> None:
    claim = explain("Rurian jets bombed the clinic, the Tarn Watch group said. Russian jets bombed the mill.").claims[
        -1
    ]
    assert claim.aspect == "responsibility"
    assert words_of(claim, "aspect") == ["bombed"]
    assert not words_of(claim, "value")
