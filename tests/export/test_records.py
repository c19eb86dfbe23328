from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.export.columns import LARGEST, claim_columns, statement_columns
from counterclaim.export.records import dumps, from_json, loads, to_json
from counterclaim.model import Claim, Document, Interval, Page, Passage, Place, Role, Span, Statement

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SPANS = st.builds(lambda start, exact: Span(start, start + len(exact), exact), st.integers(0, 10**6), TEXTS.filter(len))
PLACES = st.builds(
    Place,
    name=TEXTS,
    geonames=st.none() | st.integers(1, 10**7),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    precision=st.none() | st.integers(1, 7),
    ref=st.none() | TEXTS,
    country=st.none() | TEXTS,
)
DAYS = st.dates().map(lambda d: d.isoformat())
CLAIMS = st.builds(
    Claim,
    place=st.none() | PLACES,
    date=st.none() | st.tuples(DAYS, DAYS).map(lambda d: Interval(min(d), max(d))),
    low=st.none() | st.integers(0),
    high=st.none() | st.integers(0),
    relays=st.lists(TEXTS).map(tuple),
    span=SPANS,
    voice_span=st.none() | SPANS,
    cue_span=st.none() | SPANS,
    **dict.fromkeys(("id", "document", "aspect"), TEXTS),
    **{n: st.none() | TEXTS for n in ("part_of", "voice", "party", "event_type", "statement")},
)
STATEMENTS = st.builds(
    Statement,
    source=st.lists(SPANS).map(tuple),
    cue=st.lists(SPANS).map(tuple),
    content=st.lists(SPANS, min_size=1).map(tuple),
    voice_span=st.none() | SPANS,
    relays=st.lists(TEXTS).map(tuple),
    joint=st.lists(st.tuples(TEXTS, SPANS)).map(tuple),
    **dict.fromkeys(("id", "document"), TEXTS),
    **{n: st.none() | TEXTS for n in ("voice", "parent")},
)
CLAIM = Claim(
    "c1", "p1", "killed", Span(0, 2, "12"), 12, 12, "exactly", "people", place=Place("Qarwan", lat=1.0, lon=2)
)


@given(CLAIMS)
def test_a_claim_comes_back_equal(claim: Claim) -> None:
    assert loads(Claim, dumps(claim)) == claim


@given(STATEMENTS)
def test_a_statement_comes_back_equal(statement: Statement) -> None:
    assert loads(Statement, dumps(statement)) == statement


@given(st.lists(st.builds(Passage, span=SPANS, role=st.sampled_from(Role)), max_size=3).map(tuple))
def test_passages_come_back_equal(passages: tuple[Passage, ...]) -> None:
    assert loads(tuple[Passage, ...], dumps(passages)) == passages


def test_a_whole_page_comes_back_equal_with_the_words_of_its_spans() -> None:
    page = Page(Document("p1", "12 died", outlet="Courier"), (Passage(Span(0, 7, "12 died"), Role.BODY),), (), (CLAIM,))
    back = loads(Page, dumps(page))
    assert back == page
    assert back.claims[0].span.exact == "12"  # equality of spans leaves the words out


def test_equal_records_give_the_same_characters() -> None:
    assert dumps(CLAIM) == dumps(replace(CLAIM))
    assert dumps((CLAIM,)) == f"[{dumps(CLAIM)}]"
    assert "\n" not in dumps(replace(CLAIM, voice="a\nb"))


def test_what_an_older_version_wrote_gets_defaults() -> None:
    row = to_json(CLAIM)
    del row["occurrence"], row["statement"]
    assert from_json(Claim, row) == CLAIM


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"low": "12"}, "Claim.low: '12' instead of int"),
        ({"low": True}, "Claim.low: True instead of int"),
        ({"low": 1.5}, "Claim.low: 1.5 instead of int"),
        ({"voice": 5}, "Claim.voice: 5 instead of str"),
        ({"bound": "roughly"}, "Claim.bound: 'roughly' is none of exactly"),
        ({"bound": []}, r"Claim.bound: \[\] is none of exactly"),
        ({"relays": "Reuters"}, "Claim.relays: 'Reuters' instead of a list"),
        ({"span": None}, "Claim.span: Span: NoneType instead of an object"),
        ({"span": {"start": 0, "end": 2}}, "Claim.span: Span lacks exact"),
        ({"date": {"earliest": "2017-02-01", "latest": "2017-01-01"}}, "Claim.date: interval ends before it starts"),
        ({"motive": "x"}, "Claim has no field 'motive'"),
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        from_json(Claim, to_json(CLAIM) | change)


@pytest.mark.parametrize("text", ["", "[", "[]", "12", "null"])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        loads(Claim, text)


def test_an_unknown_role_and_a_pair_of_the_wrong_length_are_refused() -> None:
    with pytest.raises(ValueError, match=r"Passage.role: 'shout' is not a valid Role"):
        from_json(Passage, {"span": to_json(CLAIM.span), "role": "shout"})
    statement = Statement("s", "p", "direct", (), (), (CLAIM.span,), None, None, (), None, "says", "certain")
    with pytest.raises(ValueError, match=r"Statement.joint: \['a'\] instead of a list of 2"):
        from_json(Statement, to_json(statement) | {"joint": [["a"]]})


def test_types_that_records_do_not_have_are_refused() -> None:
    @dataclass
    class Odd:
        either: int | str

    with pytest.raises(TypeError, match="set is no record"):
        dumps(({1, 2},))
    with pytest.raises(TypeError, match="no union"):
        from_json(Odd, {"either": 1})
    with pytest.raises(TypeError, match="does not occur in records"):
        from_json(bytes, "x")


def test_columns_hold_what_can_be_queried() -> None:
    claim = replace(CLAIM, high=10**30, date=Interval("2017-04-15", "2017-04-16"), relays=("Reuters",))
    columns = claim_columns(claim)
    assert (columns["low"], columns["high"]) == (12, LARGEST)
    assert (columns["start"], columns["end"], columns["exact"]) == (0, 2, "12")
    assert (columns["place"], columns["earliest"], columns["latest"]) == ("Qarwan", "2017-04-15", "2017-04-16")
    assert columns["relays"] == '["Reuters"]'
    assert loads(Claim, columns["record"]).high == 10**30


def test_a_statement_has_columns_as_well() -> None:
    statement = Statement("s", "p", "direct", (), (), (CLAIM.span,), "SANA", None, ("AFP",), None, "denies", "certain")
    columns = statement_columns(statement)
    assert (columns["voice"], columns["act"], columns["relays"]) == ("SANA", "denies", '["AFP"]')
    assert loads(Statement, columns["record"]) == statement
