"""Records keep their promises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import (
    Attribution,
    Claim,
    Document,
    Interval,
    Page,
    Span,
    Statement,
    content_id,
    one_line,
)


@given(st.text(min_size=1), st.data())
def test_a_span_is_the_text_it_names(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert text[span.start : span.end] == span.exact


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 99)])
def test_no_span_is_empty_or_outside(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span.of("Norrin", start, end)


def test_an_interval_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Interval("2019-05-02", "2019-05-01")
    assert Interval("2019-05-01", "2019-05-02").days == 2


@pytest.mark.parametrize(
    ("latest", "code"),
    [("2019-05-01", 1), ("2019-05-06", 2), ("2019-05-07", 3), ("2019-05-31", 4), ("2019-06-01", 5), ("2021-05-01", 5)],
)
def test_an_interval_has_ucdp_s_date_precision(latest, code):
    assert Interval("2019-05-01", latest).precision == code


def test_an_attribution_has_content() -> None:
    with pytest.raises(ValueError, match="without content"):
        Attribution((), (), (), "direct")


def test_ids_depend_on_content_alone() -> None:
    assert content_id("claim", "a", 1) == content_id("claim", "a", 1)
    assert content_id("claim", "a", 1) != content_id("claim", "a1")
    assert content_id("x") == "2d711642b726b044"  # the same on every machine


def test_an_unknown_day_stays_unknown() -> None:
    assert Document("a", "text").published_on is None
    day = Document("a", "text", published="2019-05-20T08:00:00Z").published_on
    assert day is not None
    assert day.isoformat() == "2019-05-20"


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_records_print_in_one_short_line() -> None:
    span = Span(0, 9, "12\npeople")
    claim = Claim("c1", "mill", "killed", span, low=12, high=None, voice="Tarn Watch")
    assert repr(claim) == "<Claim c1: killed 12…None (affirms, certain), says Tarn Watch; mill:0 '12 people'>"
    statement = Statement(
        "s1", "mill", "direct", (), (), (Span(0, 200, "so " * 66 + "so"),), None, None, (), None, "says", "certain"
    )
    assert repr(statement).startswith("<Statement s1: somebody says (direct) 'so so")
    assert len(repr(statement)) < 140
    document = Document("mill", "word " * 500)
    assert repr(document) == "<Document mill: outlet unknown, date unknown, 2,500 characters>"
    assert repr(Page(document, (), (statement,), (claim,))) == "<Page mill: 1 claims, 1 statements>"
