"""Claims as Parquet, with types: spans and places as structs, relays as a list, days as dates."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from io import BytesIO
from typing import Any

from counterclaim.export.case import Case, clean
from counterclaim.model import Claim, Document, Span

BATCH = 10_000  # rows that are made at once
LARGEST = 2**63 - 1


@lru_cache(maxsize=1)
def schema() -> Any:
    """The columns and their types, a `pyarrow.Schema`."""
    import pyarrow as pa  # noqa: PLC0415  # takes a while: only when it is needed

    span = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("exact", pa.string())])
    place = pa.struct(
        [
            ("name", pa.string()),
            ("geonames", pa.int64()),
            ("lat", pa.float64()),
            ("lon", pa.float64()),
            ("precision", pa.int8()),
        ]
    )
    text, word = pa.string(), pa.dictionary(pa.int32(), pa.string())
    return pa.schema(
        [
            pa.field("id", text, nullable=False),
            pa.field("document", text, nullable=False),
            ("outlet", word),
            ("published", text),
            ("aspect", word),
            pa.field("span", span, nullable=False),
            ("low", pa.int64()),
            ("high", pa.int64()),
            ("bound", word),
            ("who", word),
            ("part_of", text),
            ("voice", word),
            ("voice_span", span),
            ("cue_span", span),
            ("relays", pa.list_(text)),
            ("polarity", word),
            ("certainty", word),
            ("party", word),
            ("place", place),
            ("earliest", pa.date32()),
            ("latest", pa.date32()),
            ("event_type", word),
            ("incident", text),
            ("occurrence", pa.int32()),
            ("statement", text),
        ]
    )


def parquet_bytes(case: Case) -> bytes:
    """The file as a whole; the same case gives the same bytes."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    out = BytesIO()
    with pq.ParquetWriter(out, schema(), compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        for claim, document in case.claims():
            rows.append(_row(case, claim, document))
            if len(rows) == BATCH:
                writer.write_table(pa.Table.from_pylist(rows, schema()))
                rows.clear()
        writer.write_table(pa.Table.from_pylist(rows, schema()))
    return out.getvalue()


def _row(case: Case, claim: Claim, document: Document) -> dict[str, Any]:
    same = ("id", "document", "aspect", "bound", "who", "part_of", "voice", "polarity", "certainty", "party")
    row: dict[str, Any] = {name: _text(getattr(claim, name)) for name in (*same, "event_type", "statement")}
    days, place = claim.date, claim.place
    return row | {
        "outlet": _text(document.outlet),
        "published": document.published,
        "span": _span(claim.span),
        "low": _integer(claim.low),
        "high": _integer(claim.high),
        "voice_span": _span(claim.voice_span),
        "cue_span": _span(claim.cue_span),
        "relays": [clean(r) for r in claim.relays],
        "place": place and {n: _text(getattr(place, n)) for n in ("name", "geonames", "lat", "lon", "precision")},
        "earliest": days and dt.date.fromisoformat(days.earliest),
        "latest": days and dt.date.fromisoformat(days.latest),
        "incident": case.incident_of.get(claim.id),
        "occurrence": claim.occurrence,
    }


def _span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "exact": clean(span.exact)}


def _text(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def _integer(value: int | None) -> int | None:
    """A number for a column, the largest there is where the page has a larger one."""
    return None if value is None else min(value, LARGEST)
