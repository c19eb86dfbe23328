"""Words as they are compared: punctuation and case are no difference, furniture does not count."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Passage, Role, Span
from counterclaim.reuse.words import Words, article_words


def words(text: str, role: Role = Role.BODY) -> Words:
    return article_words(text, [Passage(Span.of(text, 0, len(text)), role)] if text else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orsk's army", "Orsks army"),
        ("Orsk’s Army", "orsk's ARMY"),
        ("1,200 people", "1200 people"),
        ("“Nobody,” he said", "Nobody he said"),
        ("the U.N. office", "the UN office"),
        ("Tárnholt", "Tarnholt"),
        ("Al-Varn", "al Varn"),
        ("didn't", "didnt"),
    ],
)
def test_lost_punctuation_is_no_change(one: str, other: str) -> None:
    assert words(one).keys == words(other).keys


@pytest.mark.parametrize(("one", "other"), [("12 people", "13 people"), ("1.5 km", "15 km"), ("may fall", "will fall")])
def test_a_changed_word_is_a_change(one: str, other: str) -> None:
    assert words(one).keys != words(other).keys


def test_furniture_has_no_words() -> None:
    assert len(words("Read more about the siege of Tarnholt", Role.NAVIGATION)) == 0


@given(st.text())
def test_words_stand_on_the_page_where_they_say(text: str) -> None:
    found = words(text)
    places = list(zip(found.starts, found.ends, strict=True))
    assert all(start < end for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert all(found.keys)
    assert len(found.grams) == (max(1, len(found) - 4) if len(found) else 0)


def test_hashes_are_the_same_in_every_run() -> None:
    assert words("Shells fell on Tarnholt overnight").grams.tolist() == [GRAM]


GRAM = 16142817578753674411  # whatever the machine, and however Python seeds its own hashes
