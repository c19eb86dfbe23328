"""Stretches told by how long they were: "in three days of fighting", "a two-week siege", "in the days that followed".

They end with the page's own day, or follow the day last named. Seasons and days of a month or week told by their place
in it stand here too.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from counterclaim.lexicon import Lexicon
from counterclaim.setting.matching import Reader
from counterclaim.setting.reckoning import A_STOP, Days, Found, Reference, a_date, fine, last_day, period, shifted
from counterclaim.setting.stretches import either

WEEK, HOURS = 7, 24
LONGEST = 60  # days of a spell
LED = 50  # characters before a stretch in which it is said how often
A_STRETCH = re.compile(r"(?:this|last)\s+(?:week|month|year)", re.I)
LENGTH = re.compile(
    r"(?:(?:with)?in|after|during)?\s*(?!last|this|past|previous|the\b)(?:[\w-]+\s+){1,2}(?:hours|days|nights|weeks?)(?:\s+of)?$|a\s[\w-]+-(?:day|week)",
    re.I,
)


class Spells:
    """Reads them. `year` is the pattern of a year."""

    def __init__(self, lexicon: Lexicon, year: str) -> None:
        self.year = year
        self.starts: Mapping[str, int] = lexicon.table("times", "season_starts")
        self.numbers: Mapping[str, int] = lexicon.table("times", "numbers")
        words: Mapping[str, list[str]] = lexicon.table("times", "words")
        self.deeds, self.counting = either(words["lasting_deeds"]), either(words["counting"])
        self.nth: Mapping[str, int] = lexicon.table("times", "nth")

    def patterns(self) -> Iterator[tuple[str, Reader]]:
        """The patterns, to be preferred to those of the days within them."""
        number = rf"(\d{{1,2}}|{either(self.numbers)})"
        deeds = rf"(?:[a-z-]+\s+){{0,2}}(?:{self.deeds})\b"
        yield (
            rf"\b(?i:in\s+the\s+{number}\s+(days|weeks)\s+(?:that\s+followed|which\s+followed|that\s+came\s+after|afterwards?))\b",
            self._following,
        )
        yield rf"\b(?i:(?:in\s+|after\s+|during\s+)?{number}\s+(days|weeks|nights)\s+of(?=\s+{deeds}))", self._of_deeds
        yield rf"\b(?i:(?:in|after|during)\s+(a)\s+(week)\s+of(?=\s+{deeds}))", self._of_deeds
        yield rf"\b(?i:a\s+{number}-(day|week)(?:-long)?(?=\s+{deeds}))", self._of_deeds
        yield (
            rf"(?i:\b(?:with)?in\s+(?:just\s+|only\s+|barely\s+)?{number}\s+(hours|days|weeks?))\b"
            rf"(?!['’]|\s+(?:time|of)\b)",
            self._up_to_now,
        )
        yield r"\b(?i:(?:in|over|during)\s+the\s+same\s+(days|week|month|year))\b", self._same
        yield r"\b(?i:earlier\s+(?:in\s+the|this)\s+(week|month|year))\b", self._so_far
        yield (
            rf"\b(?i:(?:on|since)\s+the\s+(last|{either(self.nth)})\s+day\s+of\s+(the|this|last)\s+(month))\b",
            self._day_of_month,
        )
        yield r"\b(?i:(?<=on the )(\d\d?)(?:st|nd|rd|th)\s+of\s+(last)\s+(month))\b", self._day_of_month
        seasons = either(self.starts)
        yield (
            rf"\b(?i:(?:in|during|since|over|of)\s+(?:the\s+)?(?:early\s+|late\s+)?(?:last\s+)?({seasons}))\b(?!\s+\d?\d\b)"
            rf"(?!(?<=[Ff]all)\s+of\s+(?!{self.year}\b))"  # "since the fall of the regime"
            rf"(?:\s+(?:of\s+)?({self.year})\b)?",
            self._season,
        )
        yield (
            r"\b(?i:(?:during|through|throughout|spent|passed)\s+the\s+night)\b(?!\s+(?:of|from|between|to|into|when|that|on)\b)",
            _night,
        )

    def _days(self, count: str, unit: str) -> int:
        number = int(count) if count.isdecimal() else self.numbers.get(count.lower(), 0)
        unit = unit.lower()
        return -(-number // HOURS) if unit == "hours" else number * (WEEK if unit.startswith("week") else 1)

    def _following(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        days, last = self._days(m[1], m[2]), last_day(past)
        return Found(m.start(), m.end(), shifted(last, 1, days)) if last and 0 < days <= LONGEST else None

    def _of_deeds(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """Up to the page's own day."""
        days = self._days(m[1], m[2])
        return self._ended(m, reference, days) if days > 1 else None

    def _up_to_now(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """Up to the page's own day; none where attacks are counted: "the third strike in two days"."""
        days = self._days(m[1], m[2])
        before = m.string[max(0, m.start() - 60) : m.start()]
        if not days or reference.ahead or re.search(rf"\b(?:{self.counting})\b[^.;:!?]*$", before, re.I):
            return None
        return self._ended(m, reference, days)

    def _ended(self, m: re.Match[str], reference: Reference, days: int) -> Found | None:
        known = reference.day if days <= LONGEST else None
        return Found(m.start(), m.end(), shifted(known, -days, 0), loose=True) if known else None

    def _same(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        unit = m[1].lower()
        if unit in ("month", "year"):
            day = last_day(past)
            return Found(m.start(), m.end(), _around(day, unit)) if day else None
        last = next((f.days for f in reversed(past) if f.days and f.days[0] < f.days[1]), None)
        return Found(m.start(), m.end(), last) if last else None

    def _so_far(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """The page's week, month or year, as far as it has come."""
        known = reference.day
        return Found(m.start(), m.end(), period(known, m[1].lower(), past=False) if known else None)

    def _day_of_month(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A day of the page's month, or of the one before."""
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        month = period(reference.day, "month", past=m[2].lower() == "last")[0]
        end = monthrange(month.year, month.month)[1]
        number = end if m[1].lower() == "last" else self.nth.get(m[1].lower()) or int(m[1])
        day = a_date(month.year, month.month, number)
        if day and day > reference.day:  # a report on a month is written after it
            month = period(reference.day, "month", past=True)[0]
            number = monthrange(month.year, month.month)[1] if m[1].lower() == "last" else number
            day = a_date(month.year, month.month, number)
        return fine(m, day, full=False) if day else Found(m.start(), m.end(), None)

    def _season(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """The last such season, as far as it has come."""
        month = self.starts[m[1].lower()]
        year = int(m[2]) if m[2] else reference.day.year if reference.day else None
        if year is None:
            return Found(m.start(), m.end(), None)
        if reference.day and not m[2] and date(year, month, 1) > reference.day:
            year -= 1
        over, then = divmod(month + 1, 12)
        last = date(year + over, then + 1, monthrange(year + over, then + 1)[1])
        if reference.day and reference.day >= date(year, month, 1):
            last = min(last, reference.day)
        return Found(m.start(), m.end(), (date(year, month, 1), last), bool(m[2]))


def _around(day: date, unit: str) -> Days:
    """The whole month or year of a day."""
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _night(m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
    """The night before the page's day."""
    return Found(m.start(), m.end(), shifted(reference.day, -1, 0))


class Often:
    """Reads how often something came in a stretch: "the third strike this week" dates nobody's death."""

    def __init__(self, counting: Iterable[str]) -> None:
        self.ordinals = re.compile(rf"\b(?:{either(counting)}|\d+(?:st|nd|rd|th))(?:\s+[a-z-]+){{0,3}}\s+$", re.I)

    def counts(self, text: str, one: Found) -> bool:
        """Whether a stretch is that in which something came so often."""
        stretch = A_STRETCH.match(text, one.start, one.end)
        return stretch is not None and self.ordinals.search(text[max(0, one.start - LED) : one.start]) is not None


def told_else(text: str, loose: Found, found: Sequence[Found]) -> bool:
    """Whether another date of its sentence says when that was whose length is told."""
    others = (f for f in found if f is not loose and not f.said and not f.loose and not _ends(f, loose))
    between = (text[min(f.end, loose.end) : max(f.start, loose.start)] for f in others)
    return any(not A_STOP.search(words) for words in between)


def _ends(one: Found, loose: Found) -> bool:
    """Whether a day is the last of a stretch: "fell on Tuesday after a two-week siege"."""
    return loose.days is not None and one.days == (loose.days[1], loose.days[1])
