"""Counting days: what a date, a weekday or "two months ago" comes to from a given day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.model import Interval, TimeKind

Days = tuple[date, date]
A_STOP = re.compile(r"[.!?\n]\s")
AHEAD = 3  # days that a date without a year may lie after the page's own: pages are dated carelessly
COMING = 45  # a date without a year that lies so few days ahead is one to come, not last year's
LATELY = (
    60  # days back within which "would" looks ahead from the past: "on the third, he would learn that ten had died"
)
LINE = 300  # characters before a day in which its line begins
CAPTION = re.compile(r"(?:\S+\s+){9,}\S+,\s+(?:\w+,\s+)?$")  # what a day ends: "…, southern Arven, Tuesday, 5 May 2020"
YEARS = 8  # back in which a weekday's date is looked for


@dataclass(frozen=True)
class Found:
    """Words at text[start:end] that name `days` (None: some day, unknown which); `full` when they give the year."""

    start: int
    end: int
    days: Days | None
    full: bool = False
    fine: bool = False  # a single day by its date
    kind: TimeKind = "DATE"
    value: str | None = None  # as TIMEX3 writes it; None: as the days give it
    said: bool = False  # a verb of saying stands right before it
    loose: bool = False  # no more than how long it took: another date of its sentence says when that was


@dataclass(frozen=True)
class Reference:
    """What dates without a year are counted from: the page's day, and full dates named in the text by (month, day).

    `ahead` says that what is dated is to come: "will meet on Friday". `years` are those named on a page without a day.
    """

    day: date | None
    named: Mapping[tuple[int, int], date]
    ahead: bool = False
    years: frozenset[int] = frozenset()

    def place(self, month: int, day: int, weekday: int | None = None, *, past: bool = False) -> date | None:
        """The day of that name nearest before the page's day, None when the year cannot be told.

        Its `weekday` tells the year where no other does. `past` says that it has been.
        """
        if (month, day) in self.named:
            return self.named[month, day]
        if weekday is not None and (told := self._of_weekday(month, day, weekday)):
            return told
        if self.day is None:
            return None
        if past:
            return max(
                (d for d in (a_date(self.day.year - n, month, day) for n in (0, 1)) if d and d <= self.day),
                default=None,
            )
        found = [d for d in (a_date(self.day.year + n, month, day) for n in (1, 0, -1)) if d]
        been = [d for d in found if d <= self.day + timedelta(AHEAD)]
        coming = [d for d in found if d not in been and (d - self.day).days <= COMING]
        if self.ahead and not any((self.day - d).days <= LATELY for d in been):
            coming = sorted(d for d in found if d >= self.day)
        return next(iter(coming or been), None)

    def _of_weekday(self, month: int, day: int, weekday: int) -> date | None:
        """The day that falls on a weekday: the last up to the page's, or that of the only year named."""
        years = {self.day.year + 1 - n for n in range(YEARS)} if self.day else self.years
        last = self.day + timedelta(COMING) if self.day else date.max
        days = (d for d in (a_date(year, month, day) for year in years) if d)
        found = sorted(d for d in days if d.weekday() == weekday and d <= last)
        return found[-1] if found and (self.day or len(found) == 1) else None


def a_date(year: int, month: int, day: int) -> date | None:
    """That day, None when the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def fine(m: re.Match[str], day: date | None, *, full: bool) -> Found | None:
    """What names one day by its date; None for a date that the calendar does not have."""
    return Found(m.start(), m.end(), (day, day), full, fine=True) if day else None


def shifted(day: date | None, first: int, end: int) -> Days | None:
    """The days from `first` to `end` after a day; None when that is unknown or beyond the calendar."""
    try:
        return (day + timedelta(first), day + timedelta(end)) if day else None
    except OverflowError:
        return None


def long_before(day: date, count: int, unit: str) -> date:
    """`count` months, years or decades before a day; 1 January of year 1 where the calendar ends."""
    months = day.year * 12 + day.month - 1 - count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(months, 12)
    return a_date(year, month + 1, min(day.day, 28 if month == 1 else 30)) or date.min


def around(day: date, count: int, unit: str) -> Days:
    """The month or year that lies so far back."""
    then = long_before(day, count, unit)
    if unit == "month":
        return then.replace(day=1), then.replace(day=monthrange(then.year, then.month)[1])
    return date(then.year, 1, 1), date(then.year, 12, 31)


def period(day: date, unit: str, *, past: bool) -> Days:
    """The last week (from Monday), weekend, month or year, or the current one as far as it has come."""
    monday = day - timedelta(day.weekday())
    if unit == "weekend":
        saturday = day - timedelta((day.weekday() - 5) % 7)
        return saturday, min(saturday + timedelta(1), max(day, saturday))
    if unit == "week":
        return (monday - timedelta(7), monday - timedelta(1)) if past else (monday, day)
    if unit == "month":
        end = day.replace(day=1) - timedelta(1)
        return (end.replace(day=1), end) if past else (day.replace(day=1), day)
    return (date(day.year - 1, 1, 1), date(day.year - 1, 12, 31)) if past else (date(day.year, 1, 1), day)


def ends_caption(text: str, at: int) -> bool:
    """Whether a day is the end of what its line tells, behind a comma, as under photographs."""
    return CAPTION.match(text[max(0, at - LINE) : at].rpartition("\n")[2]) is not None


def last_day(past: Sequence[Found], here: str | None = None) -> date | None:
    """The single day last named; that of somebody's words only in their own sentence, or where there is no other.

    `here` is the text up to where that is asked.
    """
    found = [f for f in reversed(past) if f.days and f.days[0] == f.days[1]]
    near = [f for f in found[:1] if here is not None and f.end >= 0 and not A_STOP.search(here, f.end)]
    return next((f.days[0] for f in (*near, *(f for f in found if not f.said), *found) if f.days), None)


def straight(first: Days | None, end: Days | None) -> tuple[Days | None, Days | None]:
    """Let a weekday that came out after its partner stand for the week before: "Saturday to Tuesday" on a Monday."""
    if first and end and first[0] > end[1] and (first[0] - end[1]).days < 7:
        return (first[0] - timedelta(7), first[1] - timedelta(7)), end
    return first, end


def run_up_to(days: Interval, said: Interval, *, begun: bool) -> Interval:
    """What ran up to the page's day, run up to the day of the words that tell it, where that is shortly before."""
    last, then = date.fromisoformat(days.latest), date.fromisoformat(said.latest)
    back = last - then
    if not timedelta(0) < back <= timedelta(7):
        return days
    first = date.fromisoformat(days.earliest)
    first = min(first, then) if begun else first - back
    return Interval(first.isoformat(), then.isoformat())
