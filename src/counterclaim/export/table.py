"""One row a claim: the columns that CSV and Parquet share, with their HXL tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from counterclaim.export.case import Case
from counterclaim.model import Claim, Document, Interval, Place, Span

Kind = Literal["text", "texts", "integer", "number"]
NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its HXL tag (a core hashtag of HXL 1.1, some attributes of our own), its type."""

    name: str
    hxl: str
    kind: Kind
    value: Callable[[Claim, Document], Any]


def _place(claim: Claim) -> Place:
    return claim.place or NOWHERE


def _text(span: Span | None) -> str | None:
    return span.exact if span else None


def _first(days: Interval | None) -> str | None:
    return days.earliest if days else None


def _last(days: Interval | None) -> str | None:
    return days.latest if days else None


COLUMNS: tuple[Column, ...] = (
    Column("id", "#meta +id +claim", "text", lambda c, d: c.id),
    Column("document", "#meta +id +page", "text", lambda c, d: c.document),
    Column("outlet", "#org +name +outlet", "text", lambda c, d: d.outlet),
    Column("published", "#date +reported", "text", lambda c, d: d.published),
    Column("title", "#meta +title", "text", lambda c, d: d.title),
    Column("url", "#meta +url", "text", lambda c, d: d.url),
    Column("aspect", "#impact +type", "text", lambda c, d: c.aspect),
    Column("words", "#description +words", "text", lambda c, d: c.span.exact),
    Column("start", "#meta +start", "integer", lambda c, d: c.span.start),
    Column("end", "#meta +end", "integer", lambda c, d: c.span.end),
    Column("low", "#affected +min", "integer", lambda c, d: c.low),
    Column("high", "#affected +max", "integer", lambda c, d: c.high),
    Column("bound", "#indicator +bound", "text", lambda c, d: c.bound),
    Column("who", "#group +type", "text", lambda c, d: c.who),
    Column("part_of", "#meta +id +total", "text", lambda c, d: c.part_of),
    Column("voice", "#org +name +source", "text", lambda c, d: c.voice),
    Column("voice_words", "#description +source", "text", lambda c, d: _text(c.voice_span)),
    Column("cue_words", "#description +cue", "text", lambda c, d: _text(c.cue_span)),
    Column("relays", "#org +list +relay", "texts", lambda c, d: c.relays),
    Column("polarity", "#status +polarity", "text", lambda c, d: c.polarity),
    Column("certainty", "#status +certainty", "text", lambda c, d: c.certainty),
    Column("party", "#cause +name", "text", lambda c, d: c.party),
    Column("place", "#loc +name", "text", lambda c, d: _place(c).name or None),
    Column("geonames", "#loc +code +v_geonames", "integer", lambda c, d: _place(c).geonames),
    Column("lat", "#geo +lat", "number", lambda c, d: _place(c).lat),
    Column("lon", "#geo +lon", "number", lambda c, d: _place(c).lon),
    Column("place_precision", "#geo +precision", "integer", lambda c, d: _place(c).precision),
    Column("earliest", "#date +start", "text", lambda c, d: _first(c.date)),
    Column("latest", "#date +end", "text", lambda c, d: _last(c.date)),
    Column("date_precision", "#meta +date +precision", "integer", lambda c, d: c.date and c.date.precision),
    Column("event_type", "#event +type", "text", lambda c, d: c.event_type),
    Column("occurrence", "#event +num", "integer", lambda c, d: c.occurrence),
    Column("statement", "#meta +id +statement", "text", lambda c, d: c.statement),
)
INCIDENT = Column("incident", "#event +id", "text", lambda c, d: None)  # filled in from the case


def columns() -> tuple[Column, ...]:
    """All columns in order."""
    return (*COLUMNS, INCIDENT)


def row(case: Case, claim: Claim, document: Document) -> Mapping[str, Any]:
    """One claim by the names of the columns."""
    values = {column.name: column.value(claim, document) for column in COLUMNS}
    return values | {INCIDENT.name: case.incident_of.get(claim.id)}
