"""Whole months and their parts: "early March 2014", "since March", "in May last year"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

from counterclaim.setting.reckoning import Days, Found, Reference
from counterclaim.setting.values import month as month_of


class Months:
    """Reads them. `months` are their numbers by name, `part` tells which words mean their beginning, middle and end."""

    def __init__(self, months: Mapping[str, int], part: Mapping[str, str]) -> None:
        self.months, self.part = months, part

    def with_year(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A month of a year: "early March 2014"."""
        days = self._days(int(m[3]), self.months[m[2].lower()], m[1])
        return Found(m.start(), m.end(), days, full=True, value=month_of(days))

    def led(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A month behind a small word, its year left out or counted: "since March", "in May last year"."""
        if m[2].lower() in ("may", "march", "mar", "jun", "jan", "dec", "sep") and m[1].lower() in (
            "of",
            "and",
            "from",
            "by",
        ):
            return None  # a name or a verb as easily as a month
        led, year = m[1].lower(), year_meant(None, m[3], reference)
        start = m.start(2) if led not in self.part and led not in ("last", "this") else m.start()
        if year:
            days: Days | None = self._days(year, self.months[m[2].lower()], led)
        else:
            days = self._near(m[2], led, reference)
        return Found(start, m.end(), days, value=month_of(days))

    def read_bare(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A month that stands alone, as `bare` has it."""
        return self.bare(m, reference)

    def bare(self, m: re.Match[str], reference: Reference) -> Found:
        """The month that a match names: the last such month, or the next of what is to come."""
        days = self._near(m[1], "", reference)
        return Found(m.start(), m.end(), days, value=month_of(days))

    def _near(self, name: str, led: str, reference: Reference) -> Days | None:
        if reference.day is None:
            return None
        number, then = self.months[name.lower()], reference.day.year
        if reference.ahead and led != "last":
            return self._days(then + (number < reference.day.month), number, led)
        if number > reference.day.month or (led == "last" and number == reference.day.month):
            then -= 1
        first, end = self._days(then, number, led)
        return (first, min(end, reference.day)) if first <= reference.day else None

    def _days(self, then: int, number: int, part: str | None) -> Days:
        ends = (
            {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}[self.part[part.lower()]]
            if part and part.lower() in self.part
            else (1, 31)
        )
        return date(then, number, ends[0]), date(then, number, min(ends[1], monthrange(then, number)[1]))


def year_meant(year: str | None, which: str | None, reference: Reference) -> int | None:
    """A year as written, or counted from the page's day ("last year")."""
    if year:
        return int(year)
    return reference.day.year - (which.lower() == "last") if which and reference.day else None
