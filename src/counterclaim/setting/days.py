"""Dates as people write them ("15 April", "last Friday", "since 2011"), found in a text and counted from a day.

Rules over the words alone, after the TIMEX3 guidelines' ways of writing a date (Pustejovsky et al. 2003); what cannot
be placed in the calendar is still found, with no interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.setting.ends import Ends
from counterclaim.setting.figured import DAY, MONTH, YEAR, Figured
from counterclaim.setting.known import Known
from counterclaim.setting.matching import Ahead, Patterns, Reader, holds, never, read_all
from counterclaim.setting.months import Months, year_meant
from counterclaim.setting.occasions import Occasions
from counterclaim.setting.portions import Portions
from counterclaim.setting.reckoning import Found, Reference, a_date, fine
from counterclaim.setting.relative import Relative
from counterclaim.setting.spells import Often, Spells, told_else
from counterclaim.setting.stretches import Stretches, any_of, either

NTH = r"(?:st|nd|rd|th)?"
BORN = re.compile(r"\b(?:born|founded|built|established)\s+(?:in|on)?\s*$", re.I)  # dates nothing that is told
SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.I)
BIRTH = 60  # characters before a date in which a birth is told
DASH = r"\s?[-–—/]\s?"


class DayWords:
    """The patterns of a language's dates, built from its lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def get(name: str) -> Mapping[str, int]:
            return lexicon.table("times", name)

        self.month_names = tuple(get("months"))
        self.months = {k.lower(): v for k, v in get("months").items()}
        self.weekdays = {k.lower(): v for k, v in get("weekdays").items()}
        self.relative = Relative(lexicon)
        words: Mapping[str, list[str]] = lexicon.table("times", "words")
        self.page_words, self.told = tuple(words["page"]), frozenset(words["told"])
        self.nth: Mapping[str, int] = lexicon.table("times", "nth")
        self.part = {w: part for part in ("early", "mid", "late") for w in words[part]}
        self.whole_months = Months(self.months, self.part)
        short = set(lexicon.table("times", "abbreviated")["weekdays"])
        month, weekday = _names(get("months")), _names(k for k in get("weekdays") if k not in short)
        any_weekday = _names(get("weekdays"))
        part = either(self.part)
        self.counted = re.compile(rf"(?:{either(lexicon.table('times', 'days'))}|this|last)\b", re.I)
        self.leading = re.compile(rf"({any_weekday})\b", re.I)
        counted = rf"(?!\s+(?:{either(words['counted'])})\b)"
        ends = rf"(?=\s*(?:[,.;:)\]]|$|{YEAR}))"
        of_year = r"\s+(?:of\s+)?(?i:(last|this))\s+year\b"
        led = rf"(?:(?:{any_weekday})\.?,?\s+)?(?:the\s+)?"
        figured = Figured(self.months, self.weekdays, month, any_weekday)
        patterns: tuple[tuple[str, Reader], ...] = (
            *figured.patterns(),
            (
                rf"(?=[A-Z\d]|the\s){led}(?<![\d.,:$])({DAY}){NTH}(?:(?:{DASH}|\s+(?:to|and|&)\s+)(?:(?:{any_weekday})\.?,?\s+)?({DAY}){NTH})?\s+(?:of\s+)?({month})\b\.?"
                rf"(?:[,،]?\s+({YEAR})\b{counted}|{of_year})?",
                self._day_month,
            ),
            (
                rf"(?=[A-Z]|the\s){led}(?<!\bin )(?<!\bIn )"
                rf"\b({month})\.?\s+({DAY}){NTH}(?![:.]\d)(?!,\d{{3}}(?!\d))(?!\d(?!0\d\d\b))"
                rf"(?:(?:{DASH}|\s+(?:to|and|&)\s+)({DAY}){NTH}(?:{ends}|(?<=[-–—]\d)|(?<=[-–—]\d\d)))?"
                rf"(?:[,،]?\s*({YEAR})\b{counted}|{of_year})?",
                self._month_day,
            ),
            (
                rf"(?:\b((?i:{part}))[\s-]+)?\b({month})\.?,?\s+(?:of\s+)?({YEAR})\b{counted}",
                self.whole_months.with_year,
            ),
            (
                rf"\b(?i:({either([*words['before_month'], *self.part])}))"
                rf"[\s-]+({month})\b(?!\s+\d(?!\d*,\d{{3}}\b)(?!\d\d\b)(?!\d?\s+(?:{either(words['counted'])})\b))"
                rf"(?:{of_year})?",
                self.whole_months.led,
            ),
            (rf"\b({month})\b(?=\s+and\s+(?:{month})\b|\s+(?:was|saw|has been)\b)", self.whole_months.read_bare),
            (
                rf"\b(?i:({either([*words['before_year'], *self.part])}))[\s-]+({YEAR})\b(?![-–.,]?\d){counted}",
                self._year,
            ),
            (
                rf"\b(?:(?i:({either(words['which'])}))\s+)?({weekday})(?:['’]?s)?\b",
                self._weekday,
            ),
            *self.relative.patterns(),
        )
        self.patterns = tuple((re.compile(pattern), reader) for pattern, reader in patterns)
        happened = either(words["happened"])
        months_full = _names(k for k in get("months") if len(k) > 3)
        nth = rf"(?=\d)(?:(?<=\bthe )|(?<=\bof )|(?<=\bon ))({DAY})(?:st|nd|rd|th)\b"
        of_events: tuple[tuple[str, Reader], ...] = (
            *Known(lexicon, self.months, month, YEAR).patterns(),
            *Portions(lexicon, self.months, month, YEAR).patterns(),
            *Occasions(lexicon, YEAR).patterns(),
            *Spells(lexicon, YEAR).patterns(),
            *self.relative.of_last_week(),
            (rf"\b()(weekend)(?=\s+(?:[a-z-]+\s+)?(?:{happened})\b)", self.relative.period),
            (
                rf"\b(?i:the\s+({either(self.nth)})\s+of)\s+(?:({month})\b(?:,?\s+({YEAR})\b)?|(?i:the|this)\s+month\b)",
                self._ordinal,
            ),
            # "since March 40 people have died"
            (
                rf"\b(?i:(since|last))\s+({month})\b(?=\s+\d+\s+(?:{either(words['counted'])})\b)()",
                self.whole_months.led,
            ),
            *patterns,
            (
                rf"(?=[tihaTIHA])\b(?i:the|its|his|her|their|that|a|another)\s+({YEAR})(?:[-–—/](\d\d(?:\d\d)?))?"
                rf"(?=(?:\s+[\w'’-]+){{0,3}}\s+(?:{happened})\b)",
                self._year_of,
            ),
            (rf"\b({months_full})['’]s\b(?=\s+(?:[\w'’-]+\s+){{0,2}}(?:{happened})\b)", self.whole_months.read_bare),
            (
                rf"(?<=[a-zA] )({months_full})(?=\s+(?:[a-z'’-]+\s+){{0,2}}(?:{happened})\b)",
                self.whole_months.read_bare,
            ),
            (rf"{nth}(?=\s*(?:[.,;:)—–]|$|and\b|of (?:this|the|last) month\b))", self._nth),
            (
                rf"(?=\d)(?<=\b[Oo]n the )({DAY})(?:st|nd|rd|th)\b(?=\s+(?:an?|the|two|three|some|\d+|[a-z]+ed)\b)",
                self._nth,
            ),
            *figured.of_bulletins(),
            *self.relative.counted_from(),
        )
        # What dates an event and is no time expression for TIMEX3, or is written there as part of another.
        self.of_events = Patterns((re.compile(pattern), reader) for pattern, reader in of_events)
        self.trigger = re.compile(
            rf"(?m:^)[^\w\n]*\d\d?/\d\d?\b|\b(?:{month}|{any_weekday})|{YEAR}|\b\d\d?(?:st|nd|rd|th)\b|\d\.\d\d\.\d\d\b|\b(?i:today|tonight|yesterday|tomorrow|overnight|nights?|mornings?|evenings?|afternoon|dawn|days?|"
            rf"hours?|ago|weeks?|months?|years?|weekend|minutes|since|fortnight|decades?|christmas|spring|summer|autumn|fall|winter|same|quarter)\b"
        )
        self.often = Often(words["counting"])
        self.ends = Ends(self.relative.numbers, self.relative.units, self.relative.parts_of_day)
        self.stretches = Stretches(words["comparing"], self.relative.parts_of_day)
        # Who or what is named after a day: "the 4 April Brigade".
        self.named = re.compile(rf"[\s-]+(?:{_names(words['named'])})\b")

    def find(
        self, text: str, start: int, stop: int, reference: Reference, past: Sequence[Found] = (), ahead: Ahead = never
    ) -> list[Found]:
        """Dates in text[start:stop], in order and without overlap; `past` are those found before.

        `ahead` says of an offset whether what is dated there is to come.
        """
        piece = text[start:stop]
        if not holds(piece, self.trigger):
            return []
        told = read_all(piece, self.of_events, reference, past, lambda at: ahead(start + at), self.relative.saying)
        found = [f for f in told if f.days or not f.full]  # a year to come dates nothing that happened
        found = [f for f in found if not (self.named.match(piece, f.end) or _is_birth(piece, f.start))]
        found = [f for f in found if not (f.loose and told_else(piece, f, found)) and not self.often.counts(piece, f)]
        found = list(self.ends.widen(piece, list(self.stretches.named_twice(piece, found))))
        return [
            replace(f, start=start + f.start, end=start + f.end) for f in self.stretches.join(piece, found, reference)
        ]

    def _day_month(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return self._dated(m, reference, (m[1], m[2]), m[3], year_meant(m[4], m[5], reference))

    def _month_day(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return self._dated(m, reference, (m[2], m[3]), m[1], year_meant(m[4], m[5], reference))

    def _dated(
        self, m: re.Match[str], reference: Reference, days: tuple[str, str | None], month: str, year: int | None
    ) -> Found | None:
        number = self.months[month.lower().rstrip(".")]
        ends = [int(d) for d in days if d]
        if year:
            dates = [a_date(year, number, d) for d in ends]
        else:
            weekday = self.leading.match(m[0])
            nth = self.weekdays[weekday[1].lower()] if weekday else None
            since = bool(SINCE.search(m.string, max(0, m.start() - len("since the ")), m.start()))
            dates = [reference.place(number, d, nth if d == ends[0] else None, past=since) for d in ends]
            if not reference.day and None in dates:
                return Found(m.start(), m.end(), None, fine=True)
        known = [d for d in dates if d]
        if len(known) < len(ends) or known[0] > known[-1]:
            return None
        return Found(m.start(), m.end(), (known[0], known[-1]), bool(year), fine=True)

    def _year(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        if reference.day and int(m[2]) > reference.day.year:
            return Found(m.start(2), m.end(), None, full=True, value=m[2])
        first, end = (1, 1), (12, 31)
        part = self.part.get(m[1].lower())
        if part:
            first, end = {"early": ((1, 1), (4, 30)), "mid": ((5, 1), (8, 31)), "late": ((9, 1), (12, 31))}[part]
        start = m.start() if part else m.start(2)
        days = date(int(m[2]), *first), date(int(m[2]), *end)
        if reference.day and days[0] <= reference.day and not reference.ahead:
            days = days[0], min(days[1], reference.day)  # of the page's own year what has been
        return Found(start, m.end(), days, full=True, value=m[2])

    def _year_of(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """The year of what happened in it: "the 2014 war", "the 2008-09 offensive"."""
        first, last = int(m[1]), int(m[1][: 4 - len(m[2])] + m[2]) if m[2] else int(m[1])
        if last < first or (reference.day and last > reference.day.year):
            return None
        value = m[1] if first == last else None
        return Found(m.start(1), m.end(), (date(first, 1, 1), date(last, 12, 31)), full=True, value=value)

    def _nth(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A day of the month last named, or of the page's: "on the 11th"."""
        named = (f.days[0] for f in reversed(past) if f.days and (f.days[1] - f.days[0]).days <= MONTH)
        month = next(named, reference.day)
        if month is None:
            return None
        found = a_date(month.year, month.month, int(m[1]))
        if found and reference.day and found > reference.day:
            month = month.replace(day=1) - timedelta(1)
            found = a_date(month.year, month.month, int(m[1]))
        return fine(m, found, full=False)

    def _ordinal(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A day written out: "the seventh of October"."""
        number = str(self.nth.get(m[1].lower(), 0))  # "ſ" is matched as an "s"
        if not m[2]:
            found = a_date(reference.day.year, reference.day.month, int(number)) if reference.day else None
            return fine(m, found, full=False) if found else Found(m.start(), m.end(), None)
        days = (number, None)
        return self._dated(m, reference, days, m[2], int(m[3]) if m[3] else None)

    def _weekday(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        led = (m[1] or "").lower()
        if led in ("every", "each"):
            return None
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        back = (reference.day.weekday() - self.weekdays[m[2].lower()]) % 7
        if reference.ahead and led in ("", "this"):
            day = reference.day + timedelta((7 - back) % 7)
        elif led in ("next", "coming"):
            day = reference.day + timedelta((7 - back) % 7 or 7)
        else:
            day = reference.day - timedelta(7 if back == 0 and led in ("last", "past", "previous") else back)
        return Found(m.start(), m.end(), (day, day))


def _is_birth(text: str, at: int) -> bool:
    """Whether what is dated there is a birth or a founding."""
    before = text[:at].rstrip()
    return BORN.search(text, max(0, len(before) - BIRTH), at) is not None


@lru_cache(maxsize=4)
def load_day_words(lexicon: Lexicon) -> DayWords:
    """The compiled patterns of a lexicon."""
    return DayWords(lexicon)


def _names(words: Iterable[str]) -> str:
    """Names as they stand in a text, capitalised or in capitals, never in lower case: "may" and "sat" are verbs."""
    return any_of([form for w in sorted(words, key=lambda w: (-len(w), w)) for form in (w, w.upper())])
