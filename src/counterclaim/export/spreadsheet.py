"""Claims as CSV (RFC 4180), one row a claim, for spreadsheets and for HXL tools."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

from counterclaim.export.case import Case, clean
from counterclaim.export.table import columns, row
from counterclaim.model import one_line

BOM = "\ufeff"
# A spreadsheet takes a cell that begins with one of these, in either width, for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
BETWEEN = "; "  # between the names of a list in one cell
CELL = 32_767  # the most characters that a cell of Excel holds


@dataclass(frozen=True, slots=True)
class Look:
    """`excel`: a byte-order mark, Excel's line ends, cells that fit; `hxl`: a row of tags under the names."""

    excel: bool = False
    hxl: bool = False


def csv_lines(case: Case, look: Look | None = None) -> Iterator[str]:
    """The rows with their line ends.

    Words of a page are hostile: what a spreadsheet would run as a formula gets an apostrophe before it, control
    characters become U+FFFD, and words stand on one line.
    """
    look = look or Look()
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if look.excel else "\n")
    if look.excel:
        yield BOM
    writer.writerow([c.name for c in columns()])
    if look.hxl:
        writer.writerow([c.hxl for c in columns()])
    for claim, document in case.claims():
        writer.writerow([_cell(value, look) for value in row(case, claim, document).values()])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def _cell(value: Any, look: Look) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    text = one_line(clean(BETWEEN.join(value) if isinstance(value, tuple) else value))
    guarded = f"'{text}" if text.startswith(FORMULA) else text
    return guarded[: CELL - 1] + "…" if look.excel and len(guarded) > CELL else guarded
