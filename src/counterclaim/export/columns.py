"""The columns under which claims and statements can be queried in a casebook; `record` holds the whole as JSON."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from counterclaim.export.records import dumps
from counterclaim.model import Claim, Statement

LARGEST = 2**63 - 1
"""The largest number that a column of SQLite can hold."""


def statement_columns(statement: Statement) -> dict[str, Any]:
    """A statement's columns besides its page and place there."""
    return {
        "id": statement.id,
        "manner": statement.manner,
        "voice": statement.voice,
        "relays": dumps(statement.relays),
        "parent": statement.parent,
        "act": statement.act,
        "certainty": statement.certainty,
        "record": dumps(statement),
    }


def claim_columns(claim: Claim) -> dict[str, Any]:
    """A claim's columns besides its page and place there; its evidence is not kept, for the page gives it again."""
    same = ("id", "aspect", "bound", "who", "part_of", "voice", "polarity", "certainty", "party", "event_type")
    return {
        **{name: getattr(claim, name) for name in (*same, "occurrence", "statement")},
        "start": claim.span.start,
        "end": claim.span.end,
        "exact": claim.span.exact,
        "low": _integer(claim.low),
        "high": _integer(claim.high),
        "relays": dumps(claim.relays),
        "place": claim.place and claim.place.name,
        "geonames": claim.place and claim.place.geonames,
        "earliest": claim.date and claim.date.earliest,
        "latest": claim.date and claim.date.latest,
        "record": dumps(replace(claim, evidence=())),
    }


def _integer(value: int | None) -> int | None:
    """A number for a column, the largest there is where the page has a larger one (`record` has it as it stands)."""
    return None if value is None else min(value, LARGEST)
