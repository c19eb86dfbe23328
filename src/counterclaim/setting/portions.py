"""Parts of a month or year that reports count over: "the first week of June", "the first six months of 2016"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from counterclaim.lexicon import Lexicon
from counterclaim.setting.matching import Reader
from counterclaim.setting.reckoning import Days, Found, Reference, period
from counterclaim.setting.stretches import either

MONTHS = 12
PARTS = {"half": 6, "quarter": 3}  # months of a year's half and quarter
WEEK, FORTNIGHT = 7, 15  # days
LED = 60  # characters before a month in which it is said what is for it


class Portions:
    """Reads them. `month` and `year` are patterns, `months` the numbers of the months' names in lower case."""

    def __init__(self, lexicon: Lexicon, months: Mapping[str, int], month: str, year: str) -> None:
        self.months, self.month, self.year = months, month, year
        self.ordinals: Mapping[str, int] = lexicon.table("times", "ordinals")
        self.numbers: Mapping[str, int] = lexicon.table("times", "numbers")
        words: Mapping[str, list[str]] = lexicon.table("times", "words")
        self.reports = re.compile(rf"\b(?:{either(words['monthly'])})\s+(?:\w+\s+){{0,3}}$", re.I)

    def patterns(self) -> Iterator[tuple[str, Reader]]:
        """The patterns, to be preferred to those of the months and years within them."""
        ordinal = rf"(?i:(?:\bthe\s+)?\b({either(self.ordinals)}|last)\s+(half|quarter|week)\s+of)"
        of_year = rf"(?:(?i:(the|this|last)\s+(?:current\s+|calendar\s+)?year)|({self.year}))\b"
        yield rf"{ordinal}\s+({self.month})\b(?:,?\s+(?:of\s+)?({self.year})\b)?", self._of_month
        yield rf"{ordinal}\s+{of_year}", self._of_year
        number = rf"(\d{{1,2}}|{either(self.numbers)})"
        yield rf"(?i:(?:\bthe\s+)?\b(first|last)\s+{number}\s+months\s+of)\s+{of_year}", self._months
        yield (
            rf"(?i:(?:\bthe\s+)?\b(first|last)\s+{number}\s+(days|weeks)\s+of)\s+"
            rf"(?:({self.month})\b(?:,?\s+({self.year})\b)?|(?i:(the|this|last)\s+month\b))",
            self._first_days,
        )
        yield r"\b(?i:since\s+(?:the\s+)?(?:beginning|start|outset)\s+of\s+(?:the|this)\s+(month|year))\b", self._so_far
        yield (
            rf"(?i:\b(?:in|during|of)\s+the\s+month\s+of\s+)({self.month})\b(?:,?\s+(?:of\s+)?({self.year})\b)?",
            self._whole,
        )
        yield r"\b(?i:the\s+(week|weekend|month|year)\s+before\s+last)\b", self._before_last
        of_year = rf"(?!\s+\d{{1,2}}\b(?!,\d{{3}}))(?:,?\s+(?:of\s+)?({self.year})\b)?"
        yield (
            rf"\b(?i:between|from)\s+({self.month})\s+(?i:and|to|until|till|through)\s+({self.month})\b{of_year}",
            self._between,
        )
        yield rf"\b({self.month})\s?[-–—]\s?({self.month})\b,?\s+({self.year})\b", self._between
        yield (
            rf"\b(?i:(?:in|during|for|over|throughout)\s+the\s+({either(self.ordinals)}|last)\s+(half|quarter))\b"
            r"(?!\s+of\b|-)",
            self._of_the_year,
        )
        yield rf"\b(?i:for)\s+({self.month})\b{of_year}", self._reported

    def _of_month(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        part, month = m[2].lower(), self.months[m[3].lower()]
        if reference.day is None and not m[4]:
            return Found(m.start(), m.end(), None)
        if part == "quarter":
            return None
        year = int(m[4]) if m[4] else 0
        if reference.day and not year:
            year = reference.day.year - (month > reference.day.month)
        length = WEEK if part == "week" else FORTNIGHT
        end = monthrange(year, month)[1]
        number = self.ordinals.get(m[1].lower(), -(-end // length))
        first = (number - 1) * length + 1
        if m[1].lower() == "last":
            first = end - length + 1
        last = min(first + length - 1 if part == "week" or number == 1 else end, end)
        if first > end or (number > 2 and part == "half"):
            return None
        return Found(m.start(), m.end(), (date(year, month, first), date(year, month, last)), bool(m[4]))

    def _month(self, name: str | None, year: str | None, which: str | None, reference: Reference) -> Days | None:
        """The days of a month by its name and year, or of the page's own or the last one."""
        day = reference.day
        if not name:
            return period(day, "month", past=(which or "").lower() == "last") if day else None
        number = self.months[name.lower()]
        if not year and day is None:
            return None
        then = int(year) if year else day.year - (number > day.month) if day else 0
        return date(then, number, 1), date(then, number, monthrange(then, number)[1])

    def _first_days(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count = int(m[2]) if m[2].isdecimal() else self.numbers.get(m[2].lower(), 0)
        days = self._month(m[4], m[5], m[6], reference)
        length = timedelta(count * (WEEK if m[3].lower() == "weeks" else 1) - 1)
        if days is None or not 0 <= length.days <= (days[1] - days[0]).days:
            return Found(m.start(), m.end(), None)
        if m[1].lower() == "first":
            return Found(m.start(), m.end(), (days[0], days[0] + length), bool(m[5]))
        return Found(m.start(), m.end(), (days[1] - length, days[1]), bool(m[5]))

    def _so_far(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), period(reference.day, m[1].lower(), past=False) if reference.day else None)

    def _whole(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), self._month(m[1], m[2], None, reference), bool(m[2]))

    def _between(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """From the beginning of a month to the end of a later one, up to the page's day where that is in between."""
        last = self._month(m[2], m[3], None, reference)
        if last is None:
            return None
        first = self.months[m[1].lower()]
        year = last[0].year - (first > last[0].month)
        begun, end = date(year, first, 1), last[1]
        if reference.day and begun <= reference.day:
            end = min(end, reference.day)
        return Found(m.start(), m.end(), (begun, end), bool(m[3]))

    def _reported(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """The month that a report, a toll or a list is for."""
        before = m.string[max(0, m.start() - LED) : m.start()]
        return self._whole(m, reference, past) if self.reports.search(before) else None

    def _of_year(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        months = PARTS.get(m[2].lower())
        if months is None:
            return None
        number = self.ordinals.get(m[1].lower(), MONTHS // months)
        return self._part(m, reference, (number - 1) * months, months) if number * months <= MONTHS else None

    def _of_the_year(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A quarter or half of the page's own year, or of the last one where it has not yet been."""
        months, day = PARTS[m[2].lower()], reference.day
        number = self.ordinals.get(m[1].lower(), MONTHS // months)
        if day is None or number * months > MONTHS:
            return None
        year, last = day.year - ((number - 1) * months >= day.month), number * months
        end = min(date(year, last, monthrange(year, last)[1]), day)
        return Found(m.start(), m.end(), (date(year, last - months + 1, 1), end))

    def _months(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count = int(m[2]) if m[2].isdecimal() else self.numbers[m[2].lower()]
        if not 0 < count < MONTHS:
            return None
        return self._part(m, reference, 0 if m[1].lower() == "first" else MONTHS - count, count)

    def _part(self, m: re.Match[str], reference: Reference, skipped: int, count: int) -> Found | None:
        """So many months of the year that the last groups of a match name, none of them after the page's day."""
        which, year = m[3], m[4]
        if reference.day is None and not year:
            return Found(m.start(), m.end(), None)
        then = int(year) if year else reference.day.year if reference.day else 0
        then -= bool(which) and (which.lower() == "last")
        last = skipped + count
        days: Days = date(then, skipped + 1, 1), date(then, last, monthrange(then, last)[1])
        if reference.day and days[0] > reference.day:
            return None
        return Found(m.start(), m.end(), (days[0], min(days[1], reference.day or days[1])), bool(year))

    def _before_last(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        unit = m[1].lower()
        if unit == "weekend":
            first = period(reference.day, unit, past=True)[0]
            return Found(m.start(), m.end(), (first - timedelta(WEEK), first - timedelta(WEEK - 1)))
        last = period(reference.day, unit, past=True)[0] - timedelta(1)
        return Found(m.start(), m.end(), period(last + timedelta(1), unit, past=True))
