"""Values as people write them, as they are kept, and as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim
from counterclaim.errors import JudgementError
from counterclaim.judging.values import FIELDS, Figure, Value, decode, encode, parse, put, shown, told
from counterclaim.model import Interval, Place


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "seen"),
    [
        ("126", 126, 126, "exactly", "126"),
        ("1,260", 1260, 1260, "exactly", "1,260"),
        (">=112", 112, None, "at least", "≥112"),
        ("≥ 112", 112, None, "at least", "≥112"),
        ("at least 112", 112, None, "at least", "≥112"),
        ("112+", 112, None, "at least", "≥112"),
        ("<=30", None, 30, "at most", "≤30"),
        ("up to 30", None, 30, "at most", "≤30"),
        ("~30", 30, 30, "about", "~30"),
        ("20-30", 20, 30, "between", "20–30"),
        ("20 to 30", 20, 30, "between", "20–30"),
        ("vague", None, None, "vague", "a vague word"),
    ],
)
def test_figures(text: str, low: int | None, high: int | None, bound: str, seen: str) -> None:
    value = parse("figure", text)
    assert isinstance(value, Figure)
    assert (value.low, value.high, value.bound) == (low, high, bound)
    assert shown("figure", encode("figure", value)) == seen


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("voice", "Civil Rescue", "Civil Rescue"),
        ("voice", "-", None),
        ("who", "children", "children"),
        ("date", "2019-04-09", Interval("2019-04-09", "2019-04-09")),
        ("date", "2019-04-09..2019-04-11", Interval("2019-04-09", "2019-04-11")),
        ("date", "-", None),
        ("place", "Tarnholt", Place("Tarnholt")),
        ("place", "Tarnholt @ 10.5, -20.25", Place("Tarnholt", lat=10.5, lon=-20.25)),
        ("polarity", "denies", "denies"),
        ("aspect", "injured", "injured"),
    ],
)
def test_fields(field: str, text: str, value: Value) -> None:
    assert parse(field, text) == value
    assert decode(field, encode(field, value)) == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("figure", "many"),
        ("figure", "30-20"),
        ("figure", "-5"),
        ("figure", "9" * 5000),
        ("who", "bystanders"),
        ("date", "2019-13-40"),
        ("date", "yesterday"),
        ("date", "2019-04-11..2019-04-09"),
        ("polarity", "-"),
        ("voice", " "),
        ("relays", "Corvane"),
    ],
)
def test_what_is_no_value_is_refused_with_what_to_write(field: str, text: str) -> None:
    with pytest.raises(JudgementError):
        parse(field, text)


@given(st.sampled_from(FIELDS), st.text(max_size=30))
def test_anything_written_is_a_value_or_a_plain_refusal(field: str, text: str) -> None:
    try:
        value = parse(field, text)
    except JudgementError:
        return
    assert decode(field, encode(field, value)) == value
    assert shown(field, encode(field, value))


def test_a_claim_says_what_makes_it_and_takes_it_back() -> None:
    first, other = claim("alder", voice="army"), claim("alder", low=30, high=None, bound="at least", who="children")
    for field, value in told(first):
        other = put(other, field, value)
    assert (other.low, other.high, other.bound, other.who, other.voice) == (12, 12, "exactly", "people", "army")
    blame = claim("alder", aspect="responsibility", low=None, high=None, bound=None, party="Ilmarra")
    assert dict(told(blame))["party"] == '"Ilmarra"'
    assert "figure" not in dict(told(blame))
