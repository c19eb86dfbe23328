"""Records as JSON lines: the contract of docs/formats.md."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from counterclaim.model import Claim, Document, Evidence, Interval, Passage, Place, Span, Statement


def span_row(span: Span | None) -> dict[str, Any] | None:
    """A span as start, end and exact; None stays None."""
    return None if span is None else {"start": span.start, "end": span.end, "exact": span.exact}


def place_row(place: Place | None) -> dict[str, Any] | None:
    """A place as name, GeoNames id, coordinates and UCDP precision."""
    if place is None:
        return None
    return {
        "name": place.name,
        "geonames": place.geonames,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def date_row(days: Interval | None) -> dict[str, Any] | None:
    """First and last day, and UCDP's date precision."""
    if days is None:
        return None
    return {"earliest": days.earliest, "latest": days.latest, "precision": days.precision}


def claim_row(claim: Claim, document: Document, incident: str | None) -> dict[str, Any]:
    """One claim with exactly the fields of the contract, and `occurrence` and `statement` besides.

    A claim that bears its evidence has `evidence` at the end, a list.
    """
    row = {
        "id": claim.id,
        "document": claim.document,
        "outlet": document.outlet,
        "published": document.published,
        "aspect": claim.aspect,
        "span": span_row(claim.span),
        "low": claim.low,
        "high": claim.high,
        "bound": claim.bound,
        "who": claim.who,
        "part_of": claim.part_of,
        "voice": claim.voice,
        "voice_span": span_row(claim.voice_span),
        "cue_span": span_row(claim.cue_span),
        "relays": list(claim.relays),
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "party": claim.party,
        "place": place_row(claim.place),
        "date": date_row(claim.date),
        "event_type": claim.event_type,
        "incident": incident,
        "occurrence": claim.occurrence,
        "statement": claim.statement,
    }
    return row | {"evidence": [evidence_row(e) for e in claim.evidence]} if claim.evidence else row


def evidence_row(evidence: Evidence) -> dict[str, Any]:
    """Which words gave which field of a claim; `span` is null where no words of the page did."""
    return {"field": evidence.field, "span": span_row(evidence.span), "reason": evidence.reason}


def statement_row(statement: Statement) -> dict[str, Any]:
    """One statement; `source`, `cue` and `content` are lists of spans."""
    return {
        "id": statement.id,
        "document": statement.document,
        "manner": statement.manner,
        "source": [span_row(s) for s in statement.source],
        "cue": [span_row(s) for s in statement.cue],
        "content": [span_row(s) for s in statement.content],
        "voice": statement.voice,
        "voice_span": span_row(statement.voice_span),
        "behind": statement.behind,
        "relays": list(statement.relays),
        "parent": statement.parent,
        "act": statement.act,
        "certainty": statement.certainty,
    }


def passage_row(passage: Passage, document: Document) -> dict[str, Any]:
    """One passage with its role and place in the page."""
    return {
        "document": document.id,
        "role": passage.role.value,
        "start": passage.span.start,
        "end": passage.span.end,
        "exact": passage.span.exact,
    }


def document_row(document: Document) -> dict[str, Any]:
    """One page with the text that all offsets count in."""
    return {
        "id": document.id,
        "outlet": document.outlet,
        "published": document.published,
        "title": document.title,
        "url": document.url,
        "lang": document.lang,
        "source": document.source,
        "text": document.text,
    }


def line(row: Mapping[str, Any]) -> str:
    """A row as one line of JSON, without the line end; the same row gives the same bytes."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
