"""A JSONL export brought back: equal, or refused with the line and the reason; nothing that is wrong is taken."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.export.case import Case
from counterclaim.export.formats import ExportFormat, chunks, page_chunks
from counterclaim.export.restoring import Restored, restore
from counterclaim.export.whole import claim_ids
from counterclaim.model import Document, Page, Skipped

Row = dict[str, Any]
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def numbered(lines: Iterable[bytes]) -> list[tuple[str, bytes | None]]:
    return [(f"x.jsonl:{n}", line) for n, line in enumerate(lines, 1)]


def page_lines(pages: Iterable[Page]) -> list[bytes]:
    return list(page_chunks(Case(tuple(pages), reader="test 1")))


def why(lines: Iterable[bytes]) -> str:
    """Why the one line of several that is wrong was refused."""
    (skipped,) = [o for o in restore(numbered(lines)) if isinstance(o, Skipped)]
    assert skipped.name.startswith("x.jsonl:")
    return skipped.why


def changed(page: Page, change: Callable[[Row], object]) -> list[bytes]:
    row = json.loads(page_lines([page])[0])
    change(row)
    return [json.dumps(row).encode()]


def test_pages_come_back_equal(demo_pages: tuple[Page, ...]) -> None:
    back = list(restore(numbered(page_lines(demo_pages))))
    assert [r.page for r in back if isinstance(r, Restored)] == list(demo_pages)
    assert {r.reader for r in back if isinstance(r, Restored)} == {"test 1"}


def test_the_ids_of_every_claim_can_be_computed_anew(demo_pages: tuple[Page, ...]) -> None:
    assert all(c.id in claim_ids(c, p.document) for p in demo_pages for c in p.claims)


def test_claims_beside_their_pages_are_checked_and_in_any_order(
    demo_pages: tuple[Page, ...], demo: Callable[[ExportFormat], Case]
) -> None:
    claims = list(chunks(ExportFormat.JSONL, demo(ExportFormat.JSONL)))
    back = list(restore(numbered([*claims, *page_lines(demo_pages)])))
    assert all(isinstance(r, Restored) for r in back)
    assert len(back) == len(demo_pages)
    assert "is not among the lines" in why([claims[0]])


def test_a_redacted_page_is_refused_as_such(demo_pages: tuple[Page, ...]) -> None:
    page = next(p for p in demo_pages if p.claims)
    hidden = replace(page.document, text=page.document.text.replace(page.document.text.split()[0], "█", 1))
    assert "redacted" in why(page_lines([Page(hidden, (), (), page.claims)]))


def _first(row: Row, part: str) -> Row:
    found: Row = row["reading"][part][0]
    return found


CHANGES: dict[str, Callable[[Row], object]] = {
    "are not those of the text": lambda r: r.update(text=" " + r["text"]),
    "the id of statement": lambda r: _first(r, "statements").update(id="0" * 16),
    "the id of claim": lambda r: _first(r, "claims").update(voice="Somebody Else"),
    "points to a claim or statement that is not there": lambda r: _first(r, "claims").update(part_of="0" * 16),
    "stands in ffff": lambda r: _first(r, "statements").update(parent="ffff"),
    "two claims or statements have one id": lambda r: r["reading"]["claims"].append(_first(r, "claims")),
    "Claim.low": lambda r: _first(r, "claims").update(low="many"),
    "Claim.bound": lambda r: _first(r, "claims").update(bound="roughly"),
    "has no field 'evil'": lambda r: _first(r, "claims").update(evil=1),
    "Document.title": lambda r: r.update(title=["a"]),
    "id is empty or holds control characters": lambda r: r.update(id="a\nb"),
    "published is no date": lambda r: r.update(published="soon"),
    "the date of claim": lambda r: _first(r, "claims").update(date={"earliest": "0", "latest": "1"}),
    "interval ends before it starts": lambda r: _first(r, "claims").update(
        date={"earliest": "2024-02-02", "latest": "2024-02-01"}
    ),
    "the page has no reading": lambda r: r.pop("reading"),
    "Document lacks id": lambda r: r.pop("id"),
    "half of a surrogate pair": lambda r: r.update(outlet="\ud800"),
    "instead of": lambda r: r["reading"].update(claims={}),
}


@pytest.mark.parametrize("reason", CHANGES)
def test_what_was_changed_is_refused_with_the_reason(demo_pages: tuple[Page, ...], reason: str) -> None:
    page = next(p for p in demo_pages if p.claims and p.statements)
    told = why(changed(page, CHANGES[reason]))
    assert reason in told


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"[]", "no JSON object"),
        (b'{"a":1}', "neither a page nor a claim"),
        (b"\xff\xfe", "not UTF-8"),
        (b'{"text":"x","id":"d","low":NaN}', "NaN"),
        (b"[" * 100_000, "lists within lists"),
        (b'{"aspect":"killed"}', "lacks its document"),
        (None, "too long"),
    ],
)
def test_a_line_that_is_none_is_named(line: bytes | None, reason: str) -> None:
    (skipped,) = restore([("f:7", line)])
    assert isinstance(skipped, Skipped)
    assert skipped.name == "f:7"
    assert reason in skipped.why


def test_a_page_that_comes_twice_is_taken_once(demo_pages: tuple[Page, ...]) -> None:
    lines = page_lines(demo_pages[:1])
    assert "has come before" in why([*lines, *lines])


def values() -> st.SearchStrategy[Any]:
    plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
    return st.recursive(plain, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner))


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where anything stands in a row."""
    items: Iterable[Any] = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    return [path] + [found for key, inner in items for found in places(inner, (*path, key))] if path or items else []


@SLOW
@given(data=st.data())
def test_whatever_is_put_in_its_place_nothing_wrong_is_taken(demo_pages: tuple[Page, ...], data: st.DataObject) -> None:
    row = json.loads(page_lines([demo_pages[0]])[0])
    path = data.draw(st.sampled_from([p for p in places(row) if p]))
    held: Any = row
    for key in path[:-1]:
        held = held[key]
    held[path[-1]] = data.draw(values())
    (outcome,) = restore(numbered([json.dumps(row).encode()]))
    if isinstance(outcome, Restored):
        page = outcome.page
        text = page.document.text
        assert all(text[c.span.start : c.span.end] == c.span.exact for c in page.claims)
        assert all(c.id in claim_ids(c, page.document) for c in page.claims)


@SLOW
@given(st.binary(max_size=200))
def test_any_bytes_do_no_harm(line: bytes) -> None:
    assert all(isinstance(o, Skipped) for o in restore([("f:1", line)]) if b'"text"' not in line)


@SLOW
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), title=st.none() | st.text("aä\u202e🙂"))
def test_any_page_comes_back(text: str, title: str | None) -> None:
    page = Page(Document("d", "x" + text, title=title), (), (), ())
    (back,) = restore(numbered(page_lines([page])))
    assert isinstance(back, Restored)
    assert back.page == page
