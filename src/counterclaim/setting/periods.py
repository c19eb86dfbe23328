"""Stretches of the calendar with names of their own: quarters, seasons, decades, "the current fiscal year"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.setting.days import DayWords
from counterclaim.setting.figured import YEAR
from counterclaim.setting.matching import Reader
from counterclaim.setting.reckoning import Found, Reference
from counterclaim.setting.stretches import either
from counterclaim.setting.values import in_period, moved

QUARTERLY = re.compile(r"\d{4}-[QH]\d$")
STEPS = {"next": 1, "coming": 1, "following": 1, "last": -1, "past": -1, "previous": -1, "latest": -1}
BACK = r"a\s+year\s+(?:ago|earlier|before)"


class Periods:
    """Reads them. `years` are the words for a year other than its number."""

    def __init__(self, lexicon: Lexicon, dates: DayWords) -> None:
        self.dates = dates
        self.ordinals: Mapping[str, int] = lexicon.table("times", "ordinals")
        self.seasons: Mapping[str, str] = lexicon.table("times", "seasons")
        self.decades: Mapping[str, int] = lexicon.table("times", "decades")

    def before(self) -> Iterator[tuple[str, Reader]]:
        """Patterns that are preferred to those of a date within them: "last year's third quarter"."""
        led = rf"(?:(last|next|this|year-ago|year-earlier|fiscal|{YEAR})(?:\s+year)?(?:['’]?s)?(?:\s+{YEAR})?[\s-]+)?"
        of = rf"(?:\s+of\s+(?:the\s+)?(?:fiscal\s+)?(last|next|this|{YEAR})(?:\s+year)?)?"
        yield (
            rf"(?i:\b(?:(?:the|its)\s+)?{led}(?:fiscal[\s-]+)?({either(self.ordinals)})[\s-]+(quarter|half)\b{of})",
            self._quarter,
        )
        yield (
            rf"(?i:\b(?:the\s+)?(the|this|last|next|latest|current|previous|year-ago|year-earlier|{YEAR})"
            rf"\s+(quarter|period)\b(?:\s+(last\s+year|{BACK}))?)",
            self._near_quarter,
        )
        yield (
            rf"(?i:\b(?:same|corresponding)\s+(?:quarter|period)\s+(?:of\s+)?(?:last\s+year|{BACK})\b)",
            self._year_ago,
        )
        yield r"(?i:\b(?:a\s+)?year[\s-]+(?:ago|earlier)\b)", self._year_ago
        yield rf"(?i:\b(?:the\s+)?(?:fiscal|year|calendar)\s+(?:year\s+)?({YEAR})\b)", self._year
        yield r"(?i:\bthe\s+full\s+(year)\b)", self._current
        yield rf"(?i:\b(this|last|next|past|coming|the)\s+({either(self.seasons)})\b)", self._season
        unit = r"(week|month|year|weekend|decade|century)\b(?!-)"
        yield rf"(?i:\b(?:the\s+)?(next|coming|following)\s+{unit})", self._period
        yield (
            r"(?i:\b(?:the\s+)?(this|current|last|past|previous)\s+(?:fiscal\s+)?(decade|century|year)\b(?!-))",
            (self._period),
        )
        yield (
            rf"(?i:\bthe\s+(?:end|beginning|start|middle|rest|remainder)\s+of\s+(the|this|next|last)\s+{unit})",
            self._period,
        )

    def after(self, counted: Sequence[str]) -> Iterator[tuple[str, Reader]]:
        """Patterns of what is one only where no date is; `counted` are words before which a number is no year."""
        months = sorted((m for m in self.dates.month_names if len(m) > 3), key=len, reverse=True)
        ones = either(self.dates.relative.numbers)
        yield rf"(?i:\bthe\s+({either(self.decades)})\b)", self._decade_word
        yield (
            rf"(?:({'|'.join(months)})\s+)?(?i:\b(nineteen|twenty)[\s-]+((?:{ones})(?:[\s-]+(?:{ones}))?)\b)",
            self._spelled_year,
        )
        yield (
            r"(?i:(?:\bthe\s+)?(?:\b(?:early|mid|late)[\s-]+)?(?:\b((?:1[89]|20)\d)0['’]?s|['’](\d)0s)\b)",
            self._decade,
        )
        yield r"(?i:\b(?:the\s+)?(\d\d)th[\s-]century\b)", self._century
        named = "|".join(m for m in months if m != "March")  # a verb at the head of a sentence
        yield rf"\b({named})\b(?!\.?\s+(?:\d|[A-Z]))", self._month
        part = r"(?:(?:early|late|mid|(?:the\s+)?(?:end|start|beginning|middle)\s+of)[\s-]+)?"
        no_year = rf"[-–.,:/]?\d|\s*%|\s+(?:{either(counted)})\b"
        yield rf"(?<![\w$.,:/-])(?i:\b{part})({YEAR})\b(?!{no_year})", self._year

    def _quarter(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        day, number, half = reference.day, self.ordinals[m[2].lower()], m[3].lower() == "half"
        led = (m[1] or m[4] or "").lower()
        if day is None or (half and (number > 2 or not led)):
            return None
        now = (day.month - 1) // (6 if half else 3) + 1
        year = day.year - (number > now and not reference.ahead)
        if led.isdecimal():
            year = int(led)
        elif led in STEPS or led == "this":
            year = day.year + STEPS.get(led, 0)
        ago = led.startswith("year-")
        return Found(m.start(), m.end(), None, not ago, value=f"{year - ago:04}-{'H' if half else 'Q'}{number}")

    def _near_quarter(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        led, last = m[1].lower(), _last_quarter(past)
        if last is None and (led == "the" or m[2].lower() == "period"):
            return None
        if last is None or led in ("this", "last", "next", "current"):
            last = in_period(reference.day, "quarter", STEPS.get(led, 0)) if reference.day else None
        if last is None:
            return None
        value = led + last[4:] if led.isdecimal() else last
        return Found(m.start(), m.end(), None, value=moved(value, -1) if led.startswith("year-") or m[3] else value)

    def _year_ago(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """The same quarter of the year before where quarters are told of, else that year."""
        now = _last_quarter(past) or (f"{reference.day.year:04}" if reference.day else None)
        return Found(m.start(), m.end(), None, value=moved(now, -1) if now else None)

    def _year(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), None, value=m[1])

    def _current(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        value = in_period(reference.day, m[1].lower(), 0) if reference.day else None
        return Found(m.start(), m.end(), None, value=value)

    def _season(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        year = reference.day.year + STEPS.get(m[1].lower(), 0) if reference.day else None
        return Found(m.start(), m.end(), None, value=f"{year:04}-{self.seasons[m[2].lower()]}" if year else None)

    def _period(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        steps = STEPS.get(m[1].lower(), 0)
        value = in_period(reference.day, m[2].lower(), steps) if reference.day else None
        return Found(m.start(), m.end(), None, value=value)

    def _spelled_year(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        rest = self.dates.relative.count(m[3])
        if rest is None or not 10 <= int(rest) < 100:
            return None
        year = {"nineteen": "19", "twenty": "20"}[m[2].lower()] + rest
        return Found(m.start(), m.end(), None, value=f"{year}-{self.dates.months[m[1].lower()]:02}" if m[1] else year)

    def _decade_word(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), None, value=f"19{self.decades[m[1].lower()]}")

    def _decade(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), None, value=m[1] or f"19{m[2]}")

    def _century(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), None, value=f"{int(m[1]) - 1:02}")

    def _month(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return self.dates.whole_months.bare(m, reference)


def _last_quarter(past: Sequence[Found]) -> str | None:
    """The quarter or half-year last told of, those reckoned from another left out."""
    return next((f.value for f in reversed(past) if f.full and f.value and QUARTERLY.match(f.value)), None)
