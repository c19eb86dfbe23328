"""Dates as people write them ("15 April", "last Friday", "since 2011"), found in a text and counted from a day.

Rules over the words alone, after the TIMEX3 guidelines' ways of writing a date (Pustejovsky et al. 2003); what cannot
be placed in the calendar is still found, with no interval.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.lexicon import Lexicon

Days = tuple[date, date]
YEAR = r"(?:19[4-9]\d|20\d\d)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
NTH = r"(?:st|nd|rd|th)?"
DASH = r"\s?[-–—/]\s?"
AHEAD = 3  # days that a date without a year may lie after the page's own: pages are dated carelessly
COMING = 45  # a date without a year that lies so few days ahead is one to come, not last year's


@dataclass(frozen=True)
class Found:
    """Words at text[start:end] that name `days` (None: some day, unknown which); `full` when they give the year."""

    start: int
    end: int
    days: Days | None
    full: bool = False
    fine: bool = False  # a single day by its date


@dataclass(frozen=True)
class Reference:
    """What dates without a year are counted from: the page's day, and full dates named in the text by (month, day)."""

    day: date | None
    named: Mapping[tuple[int, int], date]

    def place(self, month: int, day: int) -> date | None:
        """The day of that name nearest before the page's day, None when the year cannot be told."""
        if (month, day) in self.named:
            return self.named[month, day]
        if self.day is None:
            return None
        found = [d for d in (_date(self.day.year + n, month, day) for n in (1, 0, -1)) if d]
        past = [d for d in found if d <= self.day + timedelta(AHEAD)]
        coming = [d for d in found if d not in past and (d - self.day).days <= COMING]
        return next(iter(coming or past), None)


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
        part = _either(self.part)
        counted = rf"(?!\s+(?:{_either(words['counted'])})\b)"
        number = rf"\d{{1,3}}|{_either(self.numbers)}"
        unit = _either(self.units)
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
            (rf"\b(?i:({_either(self.days)}))\b", self._keyword),
            (rf"\b(?i:({number}|few|several|some|many)\s+({unit})s?\s+ago)\b", self._ago),
            (rf"\b(?i:({number})\s+({unit})s?\s+(earlier|later|before))\b(?=\s*(?:[,.;:)]|$))", self._offset),
            (rf"\b(?i:({_either(self.again)}))\b", self._again),
            (r"\b(?i:(?:ever\s+)?since\s+then)\b", self._then),
            (
                rf"\b(?i:(?:over|in|during|within|for)\s+(?:the\s+)?(?:last|past|previous)\s+(?:(\w+)\s+)?({unit})s?)\b"
                rf"|\b(?i:the\s+(?:last|past|previous)\s+(\w+)\s+({unit})s?)\b|\b(?i:in|within)\s+()(24|48|72)\s+hours\b"
                rf"|\b(?i:last|past|previous)\s+(\d+|{_either(self.numbers)})\s+(?i:({unit}))s?\b",
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
        self.since = re.compile(r"(?<!have )(?<!has )(?<!had )(?<!ve )\bsince\b(?!\s+then)[^.;:!?\n]{0,90}$", re.I)
        self.when = re.compile(r"\s*,?\s+when\b", re.I)
        # "the worst attack since May" compares with May: nothing went on from then.
        self.comparing = re.compile(rf"\b(?:{_either(words['comparing'])})\b[^.;:!?\n]{{0,80}}$", re.I)
        self.between = re.compile(r"\b(?:between|from)\s+(?:the\s+)?(?:(?:night|morning|evening|dawn)\s+of\s+)?$", re.I)

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
            for f in self._since(piece, self._ranges(piece, found), reference)
        ]

    def _iso(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return _fine(m, _date(int(m[1]), int(m[2]), int(m[3])), full=True)

    def _numeric(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        first, second, year = int(m[1]), int(m[3]), int(m[4])
        readings = [d for d in (_date(year, second, first), _date(year, first, second)) if d]
        if len(set(readings)) > 1 and m[2] == "/":  # day or month first: only the page's own day can tell
            readings = [d for d in readings if reference.day and abs((d - reference.day).days) <= AHEAD]
        return _fine(m, readings[0], full=True) if readings else None

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
            dates = [_date(int(year), number, d) for d in ends]
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
        return Found(m.start(), m.end(), _shifted(reference.day, first, end))

    def _ago(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count, unit = self._number(m[1]), m[2].lower()
        if count is None or reference.day is None:
            return Found(m.start(), m.end(), None)
        if self.units[unit] >= 30:
            return Found(m.start(), m.end(), _around(reference.day, count, unit))
        days = count * self.units[unit] if self.units[unit] else count // 24
        return Found(m.start(), m.end(), _shifted(reference.day, -days, -days))

    def _offset(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count, unit = self._number(m[1]), m[2].lower()
        last = _last_day(past)
        if count is None or last is None or self.units[unit] not in (0, 1, 7):
            return Found(m.start(), m.end(), None)
        days = count * self.units[unit] * (1 if m[3].lower() == "later" else -1)
        return Found(m.start(), m.end(), _shifted(last, days, days))

    def _again(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        days = self.again[" ".join(m[1].lower().split())]
        return Found(m.start(), m.end(), _shifted(_last_day(past), days, days))

    def _then(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        days = past[-1].days if past else None
        known = days and reference.day and days[0] <= reference.day
        return Found(m.start(), m.end(), (days[0], reference.day) if days and reference.day and known else None)

    def _span(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        if m[6]:
            return Found(m.start(), m.end(), _shifted(reference.day, -int(m[6]) // 24, 0))
        word, unit = m[1] or m[3] or m[7], (m[2] or m[4] or m[8]).lower()
        many = m[0].lower().endswith("s")
        count = self._number(word) if word else None if many else 1
        if count is None or reference.day is None:
            return Found(m.start(), m.end(), None)
        if self.units[unit] >= 30:
            return Found(m.start(), m.end(), (_back(reference.day, count, unit), reference.day))
        days = count * self.units[unit] if self.units[unit] else -(-count // 24)
        return Found(m.start(), m.end(), _shifted(reference.day, -days, 0))

    def _period(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        which, unit = (m[1] or "this").lower(), (m[2] or m[3]).lower()
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        return Found(m.start(), m.end(), _period(reference.day, unit, past=which != "this"))

    def _vague(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), None)

    def _number(self, word: str) -> int | None:
        return int(word) if word.isdecimal() and len(word) <= 4 else self.numbers.get(word.lower())

    def _ranges(self, text: str, found: list[Found]) -> list[Found]:
        """Join "between A and B", "from A to B", "A to B" and neighbours like "Friday and Saturday"."""
        joined: list[Found] = []
        for one in found:
            before = joined[-1] if joined else None
            link = re.sub(r"\s+", " ", text[before.end : one.start].lower()).strip() if before else "no"
            led = bool(before and self.between.search(text[max(0, before.start - 30) : before.start]))
            if before and self._links(link, led, before, one):
                first, end = _straight(before.days, one.days)
                days = (first[0], end[1]) if first and end and first[0] <= end[1] else None
                joined[-1] = Found(before.start, one.end, days, one.full, before.fine)
            else:
                joined.append(one)
        return joined

    def _links(self, link: str, led: bool, before: Found, one: Found) -> bool:
        bare = link.replace("the night of ", "").replace(" the", "").replace(" early", "").replace(" on", "")
        if bare in ("-", "–", "to", "until", "till", "through"):
            return True
        if bare != "and":
            return False
        first, end = _straight(before.days, one.days)
        return led or bool(first and end and 0 <= (end[0] - first[1]).days <= 1)

    def _since(self, text: str, found: list[Found], reference: Reference) -> Iterator[Found]:
        """Let "since A" and "since the war began in A" run to the page's own day."""
        at = 0
        for one in found:
            led = self.since.search(text[max(at, one.start - 100) : one.start])
            at = one.end
            since = one.start - len(led[0]) if led else one.start
            if not led or self.comparing.search(text[max(0, since - 120) : since]):
                yield one
                continue
            end = reference.day
            days = (one.days[0], end) if one.days and end and one.days[0] <= end else None
            if self.when.match(text, one.end):  # "since May, when": what follows was in May
                yield Found(since, since + len("since"), days)
                yield one
            else:
                yield Found(since, one.end, days, one.full)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _names(words: Iterable[str]) -> str:
    """Names as they stand in a text, capitalised or in capitals, never in lower case: "may" and "sat" are verbs."""
    return "|".join(form for w in sorted(words, key=lambda w: (-len(w), w)) for form in (w, w.upper()))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fine(m: re.Match[str], day: date | None, *, full: bool) -> Found | None:
    return Found(m.start(), m.end(), (day, day), full, fine=True) if day else None


def _shifted(day: date | None, first: int, end: int) -> Days | None:
    try:
        return (day + timedelta(first), day + timedelta(end)) if day else None
    except OverflowError:
        return None


def _back(day: date, count: int, unit: str) -> date:
    """`count` months, years or decades before a day; 1 January of year 1 where the calendar ends."""
    months = day.year * 12 + day.month - 1 - count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(months, 12)
    return _date(year, month + 1, min(day.day, 28 if month == 1 else 30)) or date.min


def _around(day: date, count: int, unit: str) -> Days:
    """The month or year that lies so far back."""
    then = _back(day, count, unit)
    if unit == "month":
        return then.replace(day=1), then.replace(day=monthrange(then.year, then.month)[1])
    return date(then.year, 1, 1), date(then.year, 12, 31)


def _period(day: date, unit: str, *, past: bool) -> Days:
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


def _last_day(past: Sequence[Found]) -> date | None:
    """The single day last named."""
    return next((f.days[0] for f in reversed(past) if f.days and f.days[0] == f.days[1]), None)


def _straight(first: Days | None, end: Days | None) -> tuple[Days | None, Days | None]:
    """Let a weekday that came out after its partner stand for the week before: "Saturday to Tuesday" on a Monday."""
    if first and end and first[0] > end[1] and (first[0] - end[1]).days < 7:
        return (first[0] - timedelta(7), first[1] - timedelta(7)), end
    return first, end
