"""How long something took and how often it came: "two weeks", "2 1/2 years", "several days", "every month"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.setting.days import DayWords
from counterclaim.setting.matching import Reader
from counterclaim.setting.reckoning import Found, Reference
from counterclaim.setting.stretches import either
from counterclaim.setting.values import length

HALVES = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
AND_HALF = {"Y": "6M", "TH": "30M"}  # more than a number of units by half a one
AND_A_HALF = r"(?:\s+|-)(?:and[\s-]+a[\s-]+half|1/2|½)"
STANDING = r"(?:more|full|consecutive|straight|trading|business|calendar|additional|long)\s+"
LED = r"(?:the\s+)?(?:(?:first|last|past|next|coming|previous|following|full|recent)\s+)?"


class Lengths:
    """Reads them."""

    def __init__(self, lexicon: Lexicon, dates: DayWords) -> None:
        self.dates = dates
        self.written: Mapping[str, str] = lexicon.table("times", "written")
        words: Mapping[str, list[str]] = lexicon.table("times", "words")
        self.each, self.some = either(words["each"]), either(words["some"])

    def before(self) -> Iterator[tuple[str, Reader]]:
        """Patterns that are preferred to those of a date within them."""
        yield rf"(?i:\b(?:{self.each})\s+(?:(\w+)\s+)?({either(self.written)})s?\b)", self._each
        yield r"(?i:\bthe\s+fiscal\s+(year)\b)", self._one

    def after(self) -> Iterator[tuple[str, Reader]]:
        """Patterns of what is one only where no date is."""
        yield rf"(?i:\bhalf\s+(?:an?\s+)?({either(HALVES)})\b)", self._half
        unit, ones = either(self.written), either(self.dates.relative.numbers)
        number = rf"\d+(?:[.,]\d+)?|(?:{ones})(?:(?:\s+|-)(?:{ones}))*"
        yield (
            rf"(?i:(?<![\w$.,]){LED}({number})({AND_A_HALF})?(?:\s*(?:to|or|-)\s*(?:{number}))?(?:\s+|-)"
            rf"(?:{STANDING})?({unit})s?\b(?:-old|\s+old\b)?)",
            self._length,
        )
        yield rf"(?i:\b{LED}(?:{self.some})\s+(?:more\s+)?({unit})s?\b)", self._some
        yield (
            rf"(?i:(?<![\w-])(?:(?:the|recent|past|coming|following|early)\s+)*({unit})s\b(?<!seconds)(?<!quarters))",
            (self._some),
        )

    def _each(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count = self.dates.relative.count(m[1]) if m[1] else "1"
        value = length(count, self.written[m[2].lower()]) if count else None
        return Found(m.start(), m.end(), None, kind="SET", value=value) if value else None

    def _one(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), None, kind="DURATION", value=length("1", self.written[m[1].lower()]))

    def _length(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count, unit = self.dates.relative.count(m[1]), self.written[m[3].lower()]
        if count is None:
            return None
        value = length(count, unit)
        if m[2]:
            value = value + AND_HALF[unit] if unit in AND_HALF else length(f"{count}.5", unit)
        return Found(m.start(), m.end(), None, kind="DURATION", value=value)

    def _some(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        count = "2" if "couple" in m[0].lower() else "X"
        return Found(m.start(), m.end(), None, kind="DURATION", value=length(count, self.written[m[1].lower()]))

    def _half(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        return Found(m.start(), m.end(), None, kind="DURATION", value=HALVES[m[1].lower()])
