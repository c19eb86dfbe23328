"""Which formats there are, and the bytes of each: the same case gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.export.case import Case
from counterclaim.export.claimreview import claimreview_chunks
from counterclaim.export.ftm import ftm_lines
from counterclaim.export.geojson import geojson_chunks
from counterclaim.export.jsonl import claim_row, line
from counterclaim.export.parquet import parquet_bytes
from counterclaim.export.prov import prov_json, prov_turtle
from counterclaim.export.spreadsheet import Look, csv_lines
from counterclaim.export.webannotation import annotation_chunks
from counterclaim.export.whole import page_row


class ExportFormat(StrEnum):
    """What `export` writes; each has a section in docs/formats.md."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    WEBANNOTATION = "webannotation"
    PROV = "prov"
    FTM = "ftm"
    CLAIMREVIEW = "claimreview"
    GEOJSON = "geojson"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a format is written: `excel` and `hxl` for CSV, `turtle` for PROV."""

    excel: bool = False
    hxl: bool = False
    turtle: bool = False


TEXT: Mapping[ExportFormat, Callable[[Case], Iterator[str]]] = {
    ExportFormat.WEBANNOTATION: annotation_chunks,
    ExportFormat.FTM: ftm_lines,
    ExportFormat.CLAIMREVIEW: claimreview_chunks,
    ExportFormat.GEOJSON: geojson_chunks,
}


def chunks(format_: ExportFormat, case: Case, manner: Manner | None = None) -> Iterator[bytes]:
    """A case in a format, piece by piece."""
    manner = manner or Manner()
    if format_ is ExportFormat.PARQUET:
        yield parquet_bytes(case)
        return
    if format_ is ExportFormat.JSONL:
        text = _claim_lines(case)
    elif format_ is ExportFormat.CSV:
        text = csv_lines(case, Look(excel=manner.excel, hxl=manner.hxl))
    elif format_ is ExportFormat.PROV:
        text = prov_turtle(case) if manner.turtle else prov_json(case)
    else:
        text = TEXT[format_](case)
    yield from map(_encoded, text)


def _claim_lines(case: Case) -> Iterator[str]:
    yield from (line(claim_row(c, d, case.incident_of.get(c.id))) + "\n" for c, d in case.claims())


def page_chunks(case: Case, readers: Sequence[str] = ()) -> Iterator[bytes]:
    """The pages with all that was read on them, as `import` takes them.

    `readers` name who read each of them, where this was not the program that writes them.
    """
    for page, reader in zip(case.pages, readers or [case.reader] * len(case.pages), strict=True):
        yield _encoded(line(page_row(page, reader)) + "\n")


def _encoded(text: str) -> bytes:
    """Half a surrogate pair, of which only JSON lines hold any, becomes the escape that JSON has for it."""
    return text.encode("utf-8", "backslashreplace")
