"""Dates in figures: "2015-07-27", "27.7.2015", "27/Jul/2015", and as bulletins have them: "27.07.15", "27/07: Tarn"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.setting.matching import Reader
from counterclaim.setting.reckoning import AHEAD, Found, Reference, a_date, fine

YEAR = r"(?:19[4-9]\d|20\d\d)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
MONTH = 31  # days


class Figured:
    """Reads them. `month` and `weekday` are patterns, `months` and `weekdays` their numbers by name in lower case."""

    def __init__(self, months: Mapping[str, int], weekdays: Mapping[str, int], month: str, weekday: str) -> None:
        self.months, self.weekdays, self.month, self.weekday = months, weekdays, month, weekday

    def patterns(self) -> Iterator[tuple[str, Reader]]:
        """The patterns of full dates."""
        yield rf"(?=\d)(?<![\d/-])({YEAR})[/-](\d\d)[/-](\d\d)(?![\d/])", self._iso
        yield (
            rf"(?=[\dA-Z])(?:\b({self.weekday})\.?,?\s+)?(?<![\d./-])(\d{{1,2}})(\s?[./-]\s?)(\d{{1,2}})\3({YEAR})(?![\d/-])",
            self._numeric,
        )
        yield rf"(?=\d)(?<![\w./-])({DAY})[/-]({self.month})[/-]({YEAR})(?![\d/-])", self._slashed

    def of_bulletins(self) -> Iterator[tuple[str, Reader]]:
        """The patterns of what is a date only near the page's own day."""
        yield r"(?m:^)[^\w\n]*(\d\d?)/(\d\d?)(?=\s*[:–—-]\s)", self._listed
        yield r"(?<![\w./-])(\d\d?)\.(\d\d)\.(\d\d)(?![\w./-])", self._short_year

    def _iso(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return fine(m, a_date(int(m[1]), int(m[2]), int(m[3])), full=True)

    def _numeric(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        first, second, year = int(m[2]), int(m[4]), int(m[5])
        readings = [d for d in (a_date(year, second, first), a_date(year, first, second)) if d]
        if m[1]:
            weekday = self.weekdays[m[1].lower()]
            readings = [d for d in readings if d.weekday() == weekday] or readings
        if len(set(readings)) > 1 and m[3].strip() == "/":  # day or month first: only the page's own day can tell
            readings = [d for d in readings if reference.day and abs((d - reference.day).days) <= AHEAD]
        return fine(m, readings[0], full=True) if readings else None

    def _slashed(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return fine(m, a_date(int(m[3]), self.months[m[2].lower()], int(m[1])), full=True)

    def _listed(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A day at the head of a line, "29/04:", where it is one of the weeks before the page's own."""
        day, found = reference.day, [(int(m[1]), int(m[2])), (int(m[2]), int(m[1]))]
        days = [a_date(y, month, d) for d, month in found for y in ((day.year, day.year - 1) if day else ())]
        near = next((d for d in days if d and day and 0 <= (day - d).days <= MONTH), None)
        return Found(m.start(1), m.end(2), (near, near)) if near else None

    def _short_year(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A date as bulletins write it, "12.08.24", where it is near the page's own day."""
        day = a_date(2000 + int(m[3]), int(m[2]), int(m[1]))
        near = day and reference.day and abs((day - reference.day).days) <= MONTH
        return fine(m, day, full=True) if near else None
