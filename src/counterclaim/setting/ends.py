"""Stretches told by their length and the day that ended them: "the week to 12 August", "overnight into Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from counterclaim.setting.reckoning import Found, long_before
from counterclaim.setting.stretches import either

LED = 60  # characters before a day in which the length stands
DAY, MONTH = timedelta(1), 30
CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?,?\s+)?"
NIGHT = r"\b(?:overnight|(?:in|during|on|over)\s+the\s+night)\s+(?:in)?to\s+(?:early\s+)?$"


class Ends:
    """Widens days. `numbers` are those written as words, `units` the days that a unit is long, 0 for an hour."""

    def __init__(self, numbers: Mapping[str, int], units: Mapping[str, int], parts_of_day: Iterable[str]) -> None:
        self.numbers, self.units = numbers, units
        self.length = re.compile(
            rf"\bthe\s+(?:(\d{{1,3}}|{either(numbers)})\s+)?({either(units)})s?\s+"
            rf"(?:(?:up\s+)?to|until|till|ending|(?:that\s+)?ended)\s+(?:on\s+|at\s+)?{CLOCK}(?:(?:on|of)\s+)?"
            rf"(?:the\s+)?(?:(?:{either(parts_of_day)})\s+of\s+)?$",
            re.I,
        )
        self.night = re.compile(NIGHT, re.I)

    def widen(self, text: str, found: Sequence[Found]) -> Iterator[Found]:
        """The dates of a text, those that end a stretch widened to it; what was read within its words is left out."""
        told: list[Found] = []
        for one in found:
            wide = self._widened(text, one) if one.days and one.days[0] == one.days[1] else None
            while wide and told and told[-1].end > wide.start:
                told.pop()
            told.append(wide or one)
        yield from told

    def _widened(self, text: str, one: Found) -> Found | None:
        before = text[max(0, one.start - LED) : one.start]
        if one.days and (night := self.night.search(before)):
            return replace(one, start=one.start - len(night[0]), days=(one.days[1] - DAY, one.days[1]), fine=False)
        led = self.length.search(before)
        if led is None or one.days is None:
            return None
        count = int(led[1]) if led[1] and led[1].isdecimal() else self.numbers.get(led[1].lower(), 0) if led[1] else 1
        unit, last = led[2].lower(), one.days[1]
        days = self.units[unit]
        if not 0 < count <= 365:
            return None
        if days >= MONTH:
            first = long_before(last, count, unit)
        else:
            first = last - DAY * (count * days - 1 if days else -(-count // 24))
        return replace(one, start=one.start - len(led[0]), days=(first, last), fine=False)
