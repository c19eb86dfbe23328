"""Times counted from a day: "yesterday", "two months ago", "the next day", "over the past week"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.lexicon import Lexicon
from counterclaim.setting.matching import Reader
from counterclaim.setting.reckoning import Found, Reference, around, last_day, long_before, period, shifted
from counterclaim.setting.stretches import either
from counterclaim.setting.values import in_period, length, week

WEEK = 7  # days
HUNDRED = 100


class Relative:
    """Reads them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.days: Mapping[str, list[int]] = lexicon.table("times", "days")
        self.again: Mapping[str, int] = lexicon.table("times", "again")
        self.parts_of_day: Mapping[str, str] = lexicon.table("times", "parts_of_day")
        self.apposed = re.compile(rf"\s*(?:{either(self.parts_of_day)})?\s*,\s+the\s+day\s+after$", re.I)
        self.numbers: Mapping[str, int] = lexicon.table("times", "numbers")
        self.units: Mapping[str, int] = lexicon.table("times", "units")
        self.written: Mapping[str, str] = lexicon.table("times", "written")
        weekdays: Mapping[str, int] = lexicon.table("times", "weekdays")
        self.weekdays, self.weekday = {k.lower(): v for k, v in weekdays.items()}, either(weekdays)
        said = lexicon.table("times", "words")["said"]
        self.saying = re.compile(
            rf"\b(?:{either(said)})\s+(?:(?:on|late|early|in|a|statement)\s+)*$|\b(?:told|said\s+in)\s+(?:[\w.'’-]+\s+){{1,4}}on\s+$",
            re.I,
        )

    def patterns(self) -> tuple[tuple[str, Reader], ...]:
        """The patterns, those preferred first."""
        number, unit = rf"\d{{1,3}}|{either(self.numbers)}", either(self.units)
        led = "on|in|at|near|when|while|as|by|during|from|outside|inside|along|between|over|after|and|but|with|for"
        return (
            (rf"\b(?i:({number})\s+(year|month)s?\s+ago(\s+today))\b", self._ago),
            (rf"\b(?i:({either(self.days)}))\b", self._keyword),
            (
                rf"\b(?i:({number}|few|several|some|many)\s+({unit})s?\s+(?:ago|back(?!\s+(?:to|in|into)\b|-))())\b",
                self._ago,
            ),
            (rf"\b(?i:({number})\s+({unit})s?\s+(earlier|later|before))\b(?=\s*(?:[,.;:)]|$|that\b))", self._offset),
            (rf"\b(?i:({number})\s+(day|night|week)s?\s+(earlier|later))\b(?=\s+(?:{led})\b)", self._offset),
            (rf"\b(?i:({either(self.again)}))\b", self._again),
            (r"\b(?i:(?:ever\s+)?since\s+then)\b", self._then),
            (
                rf"\b(?i:(?:over|in|during|within|for)\s+(?:the\s+course\s+of\s+)?(?:the\s+)?(?:last|past|previous)\s+(?:(\w+)\s+)?({unit})s?)\b"
                rf"|\b(?i:the\s+(?:last|past|previous)\s+(\w+)\s+({unit})s?)\b|\b(?i:in|within)\s+()(24|48|72)\s+hours\b"
                rf"|\b(?i:last|past|previous)\s+(\d+|{either(self.numbers)})\s+(?i:({unit}))s?\b",
                self._span,
            ),
            (
                r"\b(?i:(this|last|past|previous)\s+(week|month|year|weekend))\b|\b(?i:(?:over|at|during)\s+the\s+(weekend))\b",
                self.period,
            ),
            (rf"\b(?i:(?:in|over)\s+(?:the\s+)?recent\s+({unit})s?)\b", self._vague),
        )

    def counted_from(self) -> Iterator[tuple[str, Reader]]:
        """The patterns of "two days after ten died": when that was, counted from the day last named."""
        number, clause = rf"\d{{1,2}}|{either(self.numbers)}", r"(?=\s+[\w“\"'‘])"
        length = rf"\b(?<!less than )(?<!more than )(?i:({number})\s+({either(self.units)})s?"
        yield rf"{length}\s+(after|before))\b{clause}", self._counted_from
        yield (
            rf"\b(?i:(?:less|more|fewer)\s+than\s+(?:{number})\s+(?:{either(self.units)})s?\s+after)\b{clause}",
            _unknown,
        )
        yield rf"\b(?i:(?:hours|days|weeks|months|years)\s+after)\b{clause}", _unknown
        yield (
            rf"(?<![^.!?…\n] )(?<![^.!?…\s])\b(?i:({number})\s+({either(self.units)})s?\s+(earlier|later))\b",
            self._offset,
        )
        day = rf"today|yesterday|(?:(?:early\s+)?(?:on|of)\s+)?(?:the\s+\w+\s+of\s+)?(?:\d|{self.weekday})"
        yield (
            rf"\b(?i:since)\s+(?i:(?:early\s+)?dawn|daybreak|midnight|(?:the\s+)?(?:early\s+)?morning)\b(?!\s+(?:hours\s+)?(?i:{day}))",
            self._since_dawn,
        )
        yield (
            r"\b(?i:since)\s+(?i:(?:the\s+(?:start|beginning)\s+of\s+)?(?:the|this|last)\s+(week|weekend))\b",
            self._since_week,
        )

    def of_last_week(self) -> Iterator[tuple[str, Reader]]:
        """The pattern of "on Thursday of last week"."""
        yield rf"\b({self.weekday})\s+(?i:(?:of\s+)?last\s+week)\b", self._last_week

    def _last_week(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        back = reference.day.weekday() + WEEK - self.weekdays[m[1].lower()]
        return Found(m.start(), m.end(), shifted(reference.day, -back, -back))

    def _counted_from(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count, unit = self._number(m[1]), m[2].lower()
        last = last_day(past, m.string[: m.start()]) or reference.day
        if count is None or last is None or self.units[unit] not in (0, 1, 7):
            return Found(m.start(), m.end(), None)
        before = m[3].lower() == "before"
        if self.units[unit] == 0:
            count = count // 24 if unit == "hour" else 0
        days = count * (self.units[unit] or 1) * (1 if before else -1)
        least = days if count or unit != "hour" else -1
        return Found(m.start(), m.end(), shifted(last, least, days))

    def _since_dawn(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """What has gone on "since dawn" is of the page's own day."""
        return Found(m.start(), m.end(), shifted(reference.day, 0, 0))

    def _since_week(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """From the current week's Monday, or from the last Saturday, up to the page's day."""
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        last = m[0].lower().split()[1] == "last" and m[1].lower() == "week"
        return Found(m.start(), m.end(), (period(reference.day, m[1].lower(), past=last)[0], reference.day))

    def _keyword(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        words = m[1].lower().split()
        found = self.days.get(" ".join(words))
        if found is None:  # "ſ" is matched as an "s"
            return Found(m.start(), m.end(), None)
        first, end = found
        days = shifted(reference.day, first, end)
        part = next((self.parts_of_day[w] for w in words if w in self.parts_of_day), None)
        if part is None or days is None:
            return Found(m.start(), m.end(), days)
        return Found(m.start(), m.end(), days, kind="TIME", value=f"{days[0]}T{part}")

    def _ago(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count, unit = self._number(m[1]), m[2].lower()
        if count is None or reference.day is None:
            return Found(m.start(), m.end(), None, value="PAST_REF")
        if self.units[unit] >= 30 and m[3]:  # "six years ago today"
            day = long_before(reference.day, count, unit)
            return Found(m.start(), m.end(), (day, day))
        if self.units[unit] >= 30:
            return Found(m.start(), m.end(), around(reference.day, count, unit))
        back = count * self.units[unit] if self.units[unit] else count // 24
        days = shifted(reference.day, -back, -back)
        return Found(m.start(), m.end(), days, value=week(days[0]) if days and self.units[unit] == WEEK else None)

    def _offset(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count, unit = self._number(m[1]), m[2].lower()
        last = last_day(past, m.string[: m.start()])
        if count is None or last is None or self.units[unit] not in (0, 1, 7):
            return Found(m.start(), m.end(), None)
        days = count * self.units[unit] * (1 if m[3].lower() == "later" else -1)
        return Found(m.start(), m.end(), shifted(last, days, days))

    def _again(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        days = self.again[" ".join(m[1].lower().split())]
        if days == 1 and past and self.apposed.match(m.string[past[-1].end : m.end()]):
            days = -1  # "on Sunday, the day after shells fell": those fell on Saturday
        day = last_day(past, m.string[: m.start()])
        if day is None and days < 0:
            day = reference.day  # "the day before" on a page that has named none
        return Found(m.start(), m.end(), shifted(day, days, days))

    def _then(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """Up to the page's day from what was last named, days of words left out: "said on Monday that … since then"."""
        at = next((f for f in reversed(past) if not f.said), None)
        days = at.days if at else None
        known = days and reference.day and days[0] <= reference.day
        return Found(m.start(), m.end(), (days[0], reference.day) if days and reference.day and known else None)

    def _span(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        if m[6]:
            return Found(
                m.start(), m.end(), shifted(reference.day, -int(m[6]) // 24, 0), False, False, "DURATION", f"PT{m[6]}H"
            )
        word, unit = m[1] or m[3] or m[7], (m[2] or m[4] or m[8]).lower()
        many = m[0].lower().endswith("s")
        count = self._number(word) if word else None if many else 1
        value = length("X" if count is None else str(count), self.written[unit])
        found = Found(m.start(), m.end(), None, kind="DURATION", value=value)
        if count is None or reference.day is None:
            return found
        if not word and unit in ("week", "month", "year"):  # "the past year" is the last one
            found = replace(found, kind="DATE", value=in_period(reference.day, unit, -1))
        if self.units[unit] >= 30:
            return replace(found, days=(long_before(reference.day, count, unit), reference.day))
        days = count * self.units[unit] if self.units[unit] else -(-count // 24)
        return replace(found, days=shifted(reference.day, -days, 0))

    def period(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A week, month, year or weekend: the page's own or the last."""
        which, unit = (m[1] or "this").lower(), (m[2] or m[3]).lower()
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        days = period(reference.day, unit, past=which != "this")
        return Found(m.start(), m.end(), days, value=in_period(reference.day, unit, 0 if which == "this" else -1))

    def _vague(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), None, kind="DURATION", value=length("X", self.written[m[1].lower()]))

    def count(self, words: str) -> str | None:
        """A number as digits ("twenty-four": "24"); None for what is none."""
        if words[:1].isdigit():
            return words.replace(",", "")
        parts, total = words.lower().replace("-", " ").split(), 0
        for word in parts[len(parts) > 1 and parts[0] in ("a", "an") :]:  # "a five-year plan"
            number = self.numbers.get(word)
            if number is None:
                return None
            total = max(total, 1) * number if number == HUNDRED else total + number
        return str(total)

    def _number(self, word: str) -> int | None:
        return int(word) if word.isdecimal() and len(word) <= 4 else self.numbers.get(word.lower())


def _unknown(m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
    """Some day, nobody knows which."""
    return Found(m.start(), m.end(), None)
