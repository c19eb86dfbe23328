"""Pages with all that was read on them, one a line, so that a casebook can be made of them again; and back.

A line has the fields of a page (docs/formats.md) and `reading`: its passages, relays, statements, claims and assertions
as records. Back again nothing is trusted: types are checked, every span must be cut from the text, and the ids of
statements and claims are computed anew.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from counterclaim.export.jsonl import document_row
from counterclaim.export.records import from_json, to_json
from counterclaim.model import RESPONSIBILITY, Claim, Document, Interval, Page, Span, Statement, content_id

PARTS = ("passages", "relays", "statements", "claims", "assertions")
FIELDS = tuple(f.name for f in fields(Document))
MASK = "█"


def page_row(page: Page, reader: str) -> dict[str, Any]:
    """One page with what was read on it, and by which version of the program and models."""
    reading = {part: to_json(getattr(page, part)) for part in PARTS}
    return document_row(page.document) | {"reading": {"reader": reader, **reading}}


def read_row(line: bytes) -> Mapping[str, Any]:
    """The JSON object of one line; raises ValueError, with the reason in words, when there is none."""
    try:
        row = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8 (at byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON: {error.msg} at column {error.colno}") from None
    except RecursionError:
        raise ValueError("it is not JSON that can be read: lists within lists without end") from None
    if not isinstance(row, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004  # one kind of error, told to the user
    return row


def _no_constant(name: str) -> Any:
    raise ValueError(f"it holds {name}, which is no number")


def page_of(row: Mapping[str, Any]) -> tuple[Page, str]:
    """The page of a row and the name of the reader; raises ValueError when anything about it is not as it must be."""
    document = from_json(Document, {name: row[name] for name in FIELDS if name in row})
    _check_document(document)
    reading = row.get("reading")
    if not isinstance(reading, dict):
        raise ValueError("the page has no reading: export it again with --pages")  # noqa: TRY004
    page = from_json(Page, {"document": to_json(document), **{part: reading.get(part, []) for part in PARTS}})
    if MASK in document.text and any(_claim_fault(c, document) for c in page.claims):
        raise ValueError("its text is redacted: what was exported with --redact cannot be brought back")
    fault = next(_faults(page), None)
    if fault is not None:
        raise ValueError(fault)
    return page, str(reading.get("reader") or "unknown")


def _check_document(document: Document) -> None:
    if not document.id or not document.id.isprintable():
        raise ValueError("the page's id is empty or holds control characters")
    if not document.text.strip():
        raise ValueError("the page has no text")
    for name in FIELDS:
        try:
            (getattr(document, name) or "").encode("utf-8")
        except UnicodeEncodeError:
            raise ValueError(f"{name} holds half of a surrogate pair") from None
    if document.published is not None:
        _check_day(document.published[:10], "published")


def _check_day(day: str, what: str) -> None:
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"{what} is no date: {day!r}") from None


def _faults(page: Page) -> Iterator[str]:
    """What is wrong with a page, in words."""
    document = page.document
    yield from _span_faults(page, document.text)
    statements = {s.id for s in page.statements}
    claims = {c.id for c in page.claims}
    for s in page.statements:
        yield from ([fault] if (fault := _statement_fault(s, document)) else ())
        if s.parent is not None and s.parent not in statements:
            yield f"statement {s.id} stands in {s.parent}, which is not there"
    for c in page.claims:
        yield from ([fault] if (fault := _claim_fault(c, document)) else ())
        if (c.part_of is not None and c.part_of not in claims) or (c.statement and c.statement not in statements):
            yield f"claim {c.id} points to a claim or statement that is not there"
        if c.date is not None:
            yield from _day_faults(c.id, c.date)
    for a in page.assertions:
        if a.document != document.id or a.statement not in statements:
            yield f"an assertion at {a.span.start} is of another page or statement"
    if len(claims) < len(page.claims) or len(statements) < len(page.statements):
        yield "two claims or statements have one id"


def _day_faults(id_: str, days: Interval) -> Iterator[str]:
    for day in (days.earliest, days.latest):
        try:
            _check_day(day, f"the date of claim {id_}")
        except ValueError as error:
            yield str(error)


def _span_faults(record: object, text: str) -> Iterator[str]:
    """Every span in a record, however deep, that is not cut from the text."""
    if isinstance(record, Span):
        if not 0 <= record.start < record.end <= len(text) or text[record.start : record.end] != record.exact:
            yield f"the words at {record.start} to {record.end} are not those of the text"
    elif isinstance(record, tuple):
        for item in record:
            yield from _span_faults(item, text)
    elif is_dataclass(record):
        for f in fields(record):
            yield from _span_faults(getattr(record, f.name), text)


def _statement_fault(statement: Statement, document: Document) -> str | None:
    parts = [(s.start, s.end) for role in (statement.source, statement.cue, statement.content) for s in role]
    computed = content_id("statement", document.text_hash, document.id, statement.manner, parts)
    wrong = statement.id != computed or statement.document != document.id
    return f"the id of statement {statement.id} is not that of its content" if wrong else None


def _claim_fault(claim: Claim, document: Document) -> str | None:
    wrong = claim.document != document.id or claim.id not in set(claim_ids(claim, document))
    return f"the id of claim {claim.id} is not that of its content" if wrong else None


def claim_ids(claim: Claim, document: Document) -> Iterable[str]:
    """The ids that a claim of this content may bear.

    A denial may be the finding's own or that of the statement around it, and the party that of the finding or one found
    elsewhere: the record does not tell which.
    """
    parties = {claim.party, None} if claim.aspect == RESPONSIBILITY else {""}
    for polarity in {claim.polarity, "affirms"}:
        for party in parties:
            span = (claim.span.start, claim.span.end)
            yield content_id(
                "claim", document.text_hash, document.id, claim.aspect, *span, claim.voice or "", party, polarity
            )
