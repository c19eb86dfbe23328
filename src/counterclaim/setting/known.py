"""What is called by the day on which it was: "the May 3 violence", "Hamas's October 7 attack", "Easter Sunday".

What is named so has been, however near that day's next return; some such days every reader knows the year of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from dateutil.easter import easter

from counterclaim.lexicon import Lexicon
from counterclaim.setting.figured import DAY
from counterclaim.setting.matching import Reader
from counterclaim.setting.reckoning import AHEAD, Found, Reference, fine
from counterclaim.setting.stretches import either

NEAR = 120  # characters to either side in which it is told whose day that was
GAP = r"(?:\s+[^\W\d][\w'’-]*){0,2}\s+"  # words between a day and what happened on it


class Known:
    """Reads them. `month` is a pattern, `months` the numbers of the months' names in lower case."""

    def __init__(self, lexicon: Lexicon, months: Mapping[str, int], month: str, year: str) -> None:
        self.months, self.month, self.year = months, month, year
        words: Mapping[str, list[str]] = lexicon.table("times", "words")
        self.happened = either(words["happened"])
        known: Mapping[str, Mapping[str, list[str]]] = lexicon.table("times", "known")
        self.known = {
            day: re.compile(rf"\b(?:{either(names)})\b") for day, table in known.items() for names in [table["of"]]
        }
        self.easter: Mapping[str, int] = lexicon.table("times", "easter")

    def patterns(self) -> Iterator[tuple[str, Reader]]:
        """The patterns, to be preferred to those of the bare days within them."""
        followed = rf"(?={GAP}(?:{self.happened})\b)"
        yield rf"\b()({self.month})\.?\s+({DAY})(?:st|nd|rd|th)?{followed}", self._named
        yield rf"\b({DAY})(?:st|nd|rd|th)?\s+({self.month})(){followed}", self._named
        yield (
            rf"\b(?i:({either(self.easter)}))\b(?:,?\s+(?:(?:of\s+|in\s+)?({self.year})|(?:of\s+)?(?i:(last|this))\s+year)\b)?",
            self._feast,
        )

    def _named(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        month, day = self.months[m[2].lower()], int(m[1] or m[3])
        around = m.string[max(0, m.start() - NEAR) : m.end() + NEAR]
        for iso, names in self.known.items():
            then = date.fromisoformat(iso)
            been = reference.day is None or reference.day >= then
            if been and (then.month, then.day) == (month, day) and names.search(around):
                return Found(m.start(), m.end(), (then, then), fine=True)
        found = reference.place(month, day)
        if found and reference.day and not reference.ahead and found > reference.day + timedelta(AHEAD):
            found = reference.place(month, day, past=True)
        if found is None and reference.day is None:
            return Found(m.start(), m.end(), None, fine=True)
        return fine(m, found, full=False)

    def _feast(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """A day of Easter week, the last one where no year is given."""
        off = self.easter[" ".join(m[1].lower().split())]
        if m[2]:
            return fine(m, easter(int(m[2])) + timedelta(off), full=True)
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        if m[3]:
            return fine(m, easter(reference.day.year - (m[3].lower() == "last")) + timedelta(off), full=False)
        days = [easter(reference.day.year - n) + timedelta(off) for n in (0, 1)]
        return fine(m, next(d for d in days if d <= reference.day or d is days[-1]), full=False)
