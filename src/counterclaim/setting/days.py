"""Dates as people write them ("15 April", "last Friday", "since 2011"), found in a text and counted from a day.

Rules over the words alone, after the TIMEX3 guidelines' ways of writing a date (Pustejovsky et al. 2003); what cannot
be placed in the calendar is still found, with no interval.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from counterclaim.lexicon import Lexicon
from counterclaim.setting.reckoning import (
    AHEAD,
    Days,
    Found,
    Reference,
    a_date,
    around,
    fine,
    last_day,
    long_before,
    period,
    shifted,
)
from counterclaim.setting.stretches import Stretches, either

YEAR = r"(?:19[4-9]\d|20\d\d)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
NTH = r"(?:st|nd|rd|th)?"
DASH = r"\s?[-–—/]\s?"

Reader = Callable[[re.Match[str], Reference, Sequence[Found]], "Found | None"]


class DayWords:
    """The patterns of a language's dates, built from its lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def get(name: str) -> Mapping[str, int]:
            return lexicon.table("times", name)

        self.months = {k.lower(): v for k, v in get("months").items()}
        self.weekdays = {k.lower(): v for k, v in get("weekdays").items()}
        self.days: Mapping[str, list[int]] = lexicon.table("times", "days")
        self.again = get("again")
        self.numbers, self.units = get("numbers"), get("units")
        words: Mapping[str, list[str]] = lexicon.table("times", "words")
        self.page_words, self.told = tuple(words["page"]), frozenset(words["told"])
        self.part = {w: part for part in ("early", "mid", "late") for w in words[part]}
        short = set(lexicon.table("times", "abbreviated")["weekdays"])
        month, weekday = _names(get("months")), _names(k for k in get("weekdays") if k not in short)
        any_weekday = _names(get("weekdays"))
        part = either(self.part)
        counted = rf"(?!\s+(?:{either(words['counted'])})\b)"
        number = rf"\d{{1,3}}|{either(self.numbers)}"
        unit = either(self.units)
        ends = rf"(?=\s*(?:[,.;:)\]]|$|{YEAR}))"
        led = rf"(?:(?:{any_weekday})\.?,?\s+)?(?:the\s+)?"
        patterns: tuple[tuple[str, Reader], ...] = (
            (rf"(?<![\d-])({YEAR})-(\d\d)-(\d\d)(?!\d)", self._iso),
            (rf"(?<![\d./-])(\d{{1,2}})([./-])(\d{{1,2}})\2({YEAR})(?![\d/-])", self._numeric),
            (
                rf"{led}(?<![\d.,:$])({DAY}){NTH}(?:(?:{DASH}|\s+(?:to|and|&)\s+)({DAY}){NTH})?\s+(?:of\s+)?({month})\b\.?"
                rf"(?:[,،]?\s+({YEAR})\b{counted})?",
                self._day_month,
            ),
            (
                rf"{led}(?<!\bin )(?<!\bIn )\b({month})\.?\s+({DAY}){NTH}(?![:.]\d)(?!\d(?!0\d\d\b))"
                rf"(?:(?:{DASH}|\s+(?:to|and|&)\s+)({DAY}){NTH}(?:{ends}|(?<=[-–—]\d)|(?<=[-–—]\d\d)))?(?:[,،]?\s*({YEAR})\b{counted})?",
                self._month_day,
            ),
            (rf"(?:\b((?i:{part}))[\s-]+)?\b({month})\.?,?\s+({YEAR})\b{counted}", self._month_year),
            (
                rf"\b(?i:(in|since|during|last|this|by|from|until|through|between|of|and|{part}))[\s-]+({month})\b(?!\.?\s+\d)",
                self._month,
            ),
            (rf"\b({month})\b(?=\s+and\s+(?:{month})\b|\s+(?:was|saw|has been)\b)", self._bare_month),
            (
                rf"\b(?i:(in|since|during|by|from|until|between|and|year|{part}))[\s-]+({YEAR})\b(?![-–.,]?\d){counted}",
                self._year,
            ),
            (
                rf"\b(?:(?i:(last|next|this|past|coming|previous|every|each))\s+)?({weekday})(?:['’]?s)?\b",
                self._weekday,
            ),
            (rf"\b(?i:({either(self.days)}))\b", self._keyword),
            (rf"\b(?i:({number}|few|several|some|many)\s+({unit})s?\s+ago)\b", self._ago),
            (rf"\b(?i:({number})\s+({unit})s?\s+(earlier|later|before))\b(?=\s*(?:[,.;:)]|$))", self._offset),
            (rf"\b(?i:({either(self.again)}))\b", self._again),
            (r"\b(?i:(?:ever\s+)?since\s+then)\b", self._then),
            (
                rf"\b(?i:(?:over|in|during|within|for)\s+(?:the\s+)?(?:last|past|previous)\s+(?:(\w+)\s+)?({unit})s?)\b"
                rf"|\b(?i:the\s+(?:last|past|previous)\s+(\w+)\s+({unit})s?)\b|\b(?i:in|within)\s+()(24|48|72)\s+hours\b"
                rf"|\b(?i:last|past|previous)\s+(\d+|{either(self.numbers)})\s+(?i:({unit}))s?\b",
                self._span,
            ),
            (
                r"\b(?i:(this|last|past|previous)\s+(week|month|year|weekend))\b|\b(?i:(?:over|at|during)\s+the\s+(weekend))\b",
                self._period,
            ),
            (rf"\b(?i:(?:in|over)\s+(?:the\s+)?recent\s+(?:{unit})s?)\b", self._vague),
        )
        self.patterns = tuple((re.compile(pattern), reader) for pattern, reader in patterns)
        self.trigger = re.compile(
            rf"\b(?:{month}|{any_weekday})|{YEAR}|\b(?i:today|tonight|yesterday|tomorrow|overnight|night|morning|evening|afternoon|dawn|day|"
            rf"hours?|ago|weeks?|months?|years?|weekend|minutes)\b"
        )
        self.stretches = Stretches(words["comparing"])

    def find(self, text: str, start: int, stop: int, reference: Reference, past: Sequence[Found] = ()) -> list[Found]:
        """Dates in text[start:stop], in order and without overlap; `past` are those found before."""
        piece = text[start:stop]
        if not self.trigger.search(piece):
            return []
        taken: list[tuple[int, int, re.Match[str], Reader]] = []
        for pattern, reader in self.patterns:
            for match in pattern.finditer(piece):
                if not any(match.start() < e and s < match.end() for s, e, _, _ in taken):
                    taken.append((match.start(), match.end(), match, reader))
        found: list[Found] = []
        for _, _, match, reader in sorted(taken, key=lambda t: t[0]):
            one = reader(match, reference, (*past[-4:], *found))
            if one:
                found.append(one)
        return [
            Found(start + f.start, start + f.end, f.days, f.full, f.fine)
            for f in self.stretches.join(piece, found, reference)
        ]

    def _iso(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return fine(m, a_date(int(m[1]), int(m[2]), int(m[3])), full=True)

    def _numeric(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        first, second, year = int(m[1]), int(m[3]), int(m[4])
        readings = [d for d in (a_date(year, second, first), a_date(year, first, second)) if d]
        if len(set(readings)) > 1 and m[2] == "/":  # day or month first: only the page's own day can tell
            readings = [d for d in readings if reference.day and abs((d - reference.day).days) <= AHEAD]
        return fine(m, readings[0], full=True) if readings else None

    def _day_month(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return self._dated(m, reference, (m[1], m[2]), m[3], m[4])

    def _month_day(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return self._dated(m, reference, (m[2], m[3]), m[1], m[4])

    def _dated(
        self, m: re.Match[str], reference: Reference, days: tuple[str, str | None], month: str, year: str | None
    ) -> Found | None:
        number = self.months[month.lower().rstrip(".")]
        ends = [int(d) for d in days if d]
        if year:
            dates = [a_date(int(year), number, d) for d in ends]
        else:
            dates = [reference.place(number, d) for d in ends]
            if not reference.day and None in dates:
                return Found(m.start(), m.end(), None, fine=True)
        known = [d for d in dates if d]
        if len(known) < len(ends) or known[0] > known[-1]:
            return None
        return Found(m.start(), m.end(), (known[0], known[-1]), bool(year), fine=True)

    def _month_year(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), self._month_days(int(m[3]), self.months[m[2].lower()], m[1]), full=True)

    def _month(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        if m[2].lower() in ("may", "march", "mar", "jun", "jan", "dec", "sep") and m[1].lower() in (
            "of",
            "and",
            "from",
            "by",
        ):
            return None  # a name or a verb as easily as a month
        start = m.start(2) if m[1].lower() not in self.part and m[1].lower() not in ("last", "this") else m.start()
        return Found(start, m.end(), self._near_month(m[2], m[1].lower(), reference))

    def _bare_month(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), self._near_month(m[1], "", reference))

    def _near_month(self, name: str, led: str, reference: Reference) -> Days | None:
        if reference.day is None:
            return None
        month, year = self.months[name.lower()], reference.day.year
        if month > reference.day.month or (led == "last" and month == reference.day.month):
            year -= 1
        first, end = self._month_days(year, month, led)
        return (first, min(end, reference.day)) if first <= reference.day else None

    def _month_days(self, year: int, month: int, part: str | None) -> Days:
        ends = (
            {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}[self.part[part.lower()]]
            if part and part.lower() in self.part
            else (1, 31)
        )
        return date(year, month, ends[0]), date(year, month, min(ends[1], monthrange(year, month)[1]))

    def _year(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        if reference.day and int(m[2]) > reference.day.year:
            return None
        first, end = (1, 1), (12, 31)
        part = self.part.get(m[1].lower())
        if part:
            first, end = {"early": ((1, 1), (4, 30)), "mid": ((5, 1), (8, 31)), "late": ((9, 1), (12, 31))}[part]
        start = m.start() if part else m.start(2)
        return Found(start, m.end(), (date(int(m[2]), *first), date(int(m[2]), *end)), full=True)

    def _weekday(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        led = (m[1] or "").lower()
        if led in ("every", "each"):
            return None
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        back = (reference.day.weekday() - self.weekdays[m[2].lower()]) % 7
        if led in ("next", "coming"):
            day = reference.day + timedelta((7 - back) % 7 or 7)
        else:
            day = reference.day - timedelta(7 if back == 0 and led in ("last", "past", "previous") else back)
        return Found(m.start(), m.end(), (day, day))

    def _keyword(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        first, end = self.days[" ".join(m[1].lower().split())]
        return Found(m.start(), m.end(), shifted(reference.day, first, end))

    def _ago(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count, unit = self._number(m[1]), m[2].lower()
        if count is None or reference.day is None:
            return Found(m.start(), m.end(), None)
        if self.units[unit] >= 30:
            return Found(m.start(), m.end(), around(reference.day, count, unit))
        days = count * self.units[unit] if self.units[unit] else count // 24
        return Found(m.start(), m.end(), shifted(reference.day, -days, -days))

    def _offset(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count, unit = self._number(m[1]), m[2].lower()
        last = last_day(past)
        if count is None or last is None or self.units[unit] not in (0, 1, 7):
            return Found(m.start(), m.end(), None)
        days = count * self.units[unit] * (1 if m[3].lower() == "later" else -1)
        return Found(m.start(), m.end(), shifted(last, days, days))

    def _again(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        days = self.again[" ".join(m[1].lower().split())]
        return Found(m.start(), m.end(), shifted(last_day(past), days, days))

    def _then(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        days = past[-1].days if past else None
        known = days and reference.day and days[0] <= reference.day
        return Found(m.start(), m.end(), (days[0], reference.day) if days and reference.day and known else None)

    def _span(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        if m[6]:
            return Found(m.start(), m.end(), shifted(reference.day, -int(m[6]) // 24, 0))
        word, unit = m[1] or m[3] or m[7], (m[2] or m[4] or m[8]).lower()
        many = m[0].lower().endswith("s")
        count = self._number(word) if word else None if many else 1
        if count is None or reference.day is None:
            return Found(m.start(), m.end(), None)
        if self.units[unit] >= 30:
            return Found(m.start(), m.end(), (long_before(reference.day, count, unit), reference.day))
        days = count * self.units[unit] if self.units[unit] else -(-count // 24)
        return Found(m.start(), m.end(), shifted(reference.day, -days, 0))

    def _period(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        which, unit = (m[1] or "this").lower(), (m[2] or m[3]).lower()
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        return Found(m.start(), m.end(), period(reference.day, unit, past=which != "this"))

    def _vague(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), None)

    def _number(self, word: str) -> int | None:
        return int(word) if word.isdecimal() and len(word) <= 4 else self.numbers.get(word.lower())


def _names(words: Iterable[str]) -> str:
    """Names as they stand in a text, capitalised or in capitals, never in lower case: "may" and "sat" are verbs."""
    return "|".join(form for w in sorted(words, key=lambda w: (-len(w), w)) for form in (w, w.upper()))
