"""Words that patterns cannot do without."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.lexicon import load_lexicon
from counterclaim.setting.days import load_day_words
from counterclaim.setting.matching import Patterns
from counterclaim.setting.needed import lowered, needed


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?i:the\s+day\s+after)\b", [{"the"}, {"day"}, {"after"}]),
        (r"\b(?:Monday|FRIDAY)\b", [{"monday", "friday"}]),
        (r"(?:last\s+)?week", [{"week"}]),
        (r"(?:the\s+weekend|night)\s+before", [{"weekend", "night"}, {"before"}]),
        (r"(?<=since )\d+", [{"since"}]),
        (r"\d+(?!th)", []),
        (r"(?:may|\d)\s", []),
    ],
)
def test_a_pattern_needs_a_word_of_each_of_its_parts(pattern: str, words: list[set[str]]) -> None:
    assert list(needed(re.compile(pattern))) == words


def test_letters_that_match_others_in_any_case_are_those() -> None:
    assert re.search(r"(?i:since kıns)", "ſİnce Kıns")
    assert "since kins" in lowered("ſİnce Kıns")


WORDS = (
    "since", "the", "last", "Monday", "MARCH", "may", "first", "half", "of", "2014", "3", "two", "days", "ago", "night",
    "on", "11th", "month", "week", "earlier", "this", "after", "before", "year", "yeſterday", "christmas", "and", "in",
    ",", ".", "-", "12.05.2019", "(", "morning", "following", "decade", "beginning", "end",
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_what_is_not_searched_for_would_not_be_found(words: list[str]) -> None:
    text, patterns = " ".join(words), load_day_words(load_lexicon()).of_events
    searched = {pattern for pattern, _ in patterns.within(text)}
    left_out = [pattern for _, pattern, _ in patterns._all if pattern not in searched]
    assert not any(pattern.search(text) for pattern in left_out)


def test_patterns_are_a_key_of_their_own() -> None:
    assert Patterns(()) != Patterns(())
