import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.counting.numerals import TOO_MANY, Numerals
from counterclaim.lexicon import load_lexicon

NUMERALS = Numerals(load_lexicon())


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("22", 22),
        ("13,000", 13_000),
        ("13.000", 13_000),
        ("13 000", 13_000),
        ("110k", 110_000),
        ("110 k", 110_000),
        ("1.5 million", 1_500_000),
        ("2.3m", 2_300_000),
        ("twenty - two", 22),
        ("twenty two", 22),
        ("two hundred and twelve", 212),
        ("nine hundred ninety - nine", 999),
        ("two hundred thousand", 200_000),
        ("two thousand five hundred", 2_500),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a hundred thousand", 100_000),
    ],
)
def test_a_number_is_read_whole(written: str, value: int) -> None:
    words = written.split()
    number = NUMERALS.read(words, 0)
    assert number is not None
    assert (number.value, number.stop) == (value, len(words))


@pytest.mark.parametrize(
    ("written", "value", "stop"), [("five six", 5, 1), ("four hundred and some", 400, 2), ("two and three", 2, 1)]
)
def test_a_number_ends_where_another_begins(written: str, value: int, stop: int) -> None:
    number = NUMERALS.read(written.split(), 0)
    assert number is not None
    assert (number.value, number.stop) == (value, stop)


@pytest.mark.parametrize("written", ["people", "1.5 houses", "-", "99999999999999", "5" * 5000, ""])
def test_what_is_no_count_gives_none(written: str) -> None:
    assert NUMERALS.read(written.split(), 0) is None


def test_a_plus_sign_is_kept() -> None:
    number = NUMERALS.read(["70+"], 0)
    assert number is not None
    assert number.plus


def test_a_distance_in_metres_is_no_million() -> None:
    number = NUMERALS.read(["100", "m"], 0)
    assert number is not None
    assert number.value == 100


@given(st.integers(min_value=0, max_value=TOO_MANY - 1))
def test_numerals_survive_thousands_separators(value: int) -> None:
    number = NUMERALS.read([f"{value:,}"], 0)
    assert number is not None
    assert number.value == value


WORDS = [
    "a",
    "one",
    "two",
    "hundred",
    "thousand",
    "and",
    "-",
    "twenty",
    "million",
    "dozen",
    "half",
    "of",
    "3",
    "000",
    "2.5",
]


@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_any_words_are_read_without_error(words: list[str]) -> None:
    for at in range(len(words) + 1):
        number = NUMERALS.read(words, at)
        assert number is None or at < number.stop <= len(words)
