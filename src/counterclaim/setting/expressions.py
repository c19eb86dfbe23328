"""All that names a time, as TIMEX3 has it: besides dates also durations, sets, quarters, hours and "now".

What happened is dated by the dates alone (setting/days.py); these are read where time expressions are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.setting.days import DayWords, load_day_words
from counterclaim.setting.lengths import Lengths
from counterclaim.setting.matching import Ahead, Patterns, Reader, read_all
from counterclaim.setting.periods import Periods
from counterclaim.setting.reckoning import Found, Reference
from counterclaim.setting.stretches import either
from counterclaim.setting.values import written

LED = re.compile(r"(?:over|in|during|within|for|at|on)\s+(?=\w)", re.I)
A_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
ZONE = r"(?:\s+\(?(?:[A-Z]{3,4}|local\s+time)\b\)?)?"
GAP = re.compile(rf"{ZONE},?\s*(?:(?:on|of)\s+)?(?:the\s+)?$")
CLOCK = rf"\b(\d{{1,2}})(?:[:.](\d\d))?\s*([AaPp])\.?\s?[Mm]\b\.?{ZONE}"


class Expressions:
    """The patterns of a language's times, built from its lexicon."""

    def __init__(self, lexicon: Lexicon, dates: DayWords) -> None:
        self.parts: Mapping[str, str] = lexicon.table("times", "parts_of_day")
        self.hours: Mapping[str, str] = lexicon.table("times", "hours")
        unplaced: Mapping[str, list[str]] = lexicon.table("times", "unplaced")
        self.unplaced = {w: value for value, words in unplaced.items() for w in words}
        periods, lengths = Periods(lexicon, dates), Lengths(lexicon, dates)
        counted: list[str] = lexicon.table("times", "words")["counted"]
        before = (*lengths.before(), *periods.before())
        after = (*self._phrases(), *lengths.after(), *periods.after(counted), *self._hours())
        self.patterns = Patterns((*_compiled(before), *dates.patterns, *_compiled(after)))

    def find(
        self, text: str, start: int, stop: int, reference: Reference, past: Sequence[Found], ahead: Ahead
    ) -> list[Found]:
        """Times in text[start:stop], in order and without overlap; `past` are those found before."""
        piece = text[start:stop]
        found = read_all(piece, self.patterns, reference, past, lambda at: ahead(start + at))
        timed = self._timed(piece, [_trimmed(piece, f) for f in found], reference)
        return [replace(f, start=start + f.start, end=start + f.end) for f in timed]

    def _phrases(self) -> Iterator[tuple[str, Reader]]:
        several = [w for w in self.unplaced if " " in w and not w.endswith("past")]
        yield rf"(?i:\b({either(several)})\b)", self._unplaced

    def _hours(self) -> Iterator[tuple[str, Reader]]:
        yield CLOCK, self._clock
        yield rf"(?i:\b(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?({either(self.parts)})\b(?!-))", self._part
        yield rf"(?i:(?<!\bas\s)(?<!\bthen\s)\b({either(self.unplaced)})\b(?!['’-]))", self._unplaced

    def _clock(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        hour = int(m[1]) % 12 + (12 if m[3] in "Pp" else 0)
        return Found(m.start(), m.end(), None, kind="TIME", value=f"T{hour:02}:{m[2] or '00'}") if hour < 24 else None

    def _part(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        word = m[1].lower()
        return Found(m.start(), m.end(), None, kind="TIME", value=f"T{self.hours.get(word, self.parts[word])}")

    def _unplaced(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), None, value=self.unplaced[" ".join(m[1].lower().split())])

    def _timed(self, text: str, found: Sequence[Found], reference: Reference) -> list[Found]:
        """Put hours and parts of the day to the day beside them; an hour alone is one of the page's own day."""
        joined: list[Found] = []
        for one in found:
            before = joined[-1] if joined else None
            beside = before if before and GAP.match(text[before.end : one.start]) else None
            if beside and _hour(one) and _day(beside):
                joined[-1] = replace(one, start=beside.start, value=f"{_day(beside)}{one.value}")
            elif beside and _hour(beside) and _day(one):
                joined[-1] = replace(beside, end=one.end, value=f"{_day(one)}{beside.value}")
            else:
                joined.append(one)
        return [one for one in (_dayed(f, reference) for f in joined) if one]


@lru_cache(maxsize=4)
def load_expressions(lexicon: Lexicon) -> Expressions:
    """The compiled patterns of a lexicon."""
    return Expressions(lexicon, load_day_words(lexicon))


def _compiled(patterns: Sequence[tuple[str, Reader]]) -> Iterator[tuple[re.Pattern[str], Reader]]:
    return ((re.compile(pattern), reader) for pattern, reader in patterns)


def _hour(one: Found) -> bool:
    return (one.value or "").startswith("T")


def _day(one: Found) -> str | None:
    """The day that a date names, None when it names none."""
    value = (one.value or written(one.days)) if one.kind == "DATE" else None
    return value if value and A_DAY.match(value) else None


def _dayed(one: Found, reference: Reference) -> Found | None:
    """What has a day; None for "the morning" of some day."""
    value = one.value or ""
    if not _hour(one):
        return one
    return replace(one, value=f"{reference.day}{value}") if reference.day and value[1:2].isdigit() else None


def _trimmed(text: str, found: Found) -> Found:
    """Without the preposition before it."""
    led = LED.match(text, found.start, found.end)
    return replace(found, start=led.end()) if led else found
