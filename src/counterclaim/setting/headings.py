"""Days that stand over what a page lists: "Daily summary, 18 January", "Wednesday 3 December: 56 killed".

A page's own day is no date of what it tells; but in a bulletin, a register or a run of posts what has no day of its own
is of the day in the line above. Only pages that came with their lines have such lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from counterclaim.model import Interval
from counterclaim.setting.days import DayWords
from counterclaim.setting.reckoning import Found, Reference
from counterclaim.syntax import Parse

LINE = 140  # characters of a line that can be a heading
LONGEST = 31  # days of a bulletin
HEAD = 400  # characters at the page's top in which it says what it is
FEW, SOME = 2, 9  # words beside the date
WORDS = 18  # of a line with a date that is a heading
CLOCK = re.compile(r"\W*\[?\d{1,2}\s?[:.]\s?\d\d\b")
ITEM = re.compile(r"\s*(?:[•▪●◾▫*\-–—‣·✓✔#➡►]|\(?\w[.)]\s)")
WORD = re.compile(r"\w+")
LABELS = (":", "–", "—", "|")  # after a day that stands over what follows


@dataclass(frozen=True, slots=True)
class Heading:
    """A line with a day at that offset: how it tells it, and whether it is the page's first one."""

    start: int
    when: Interval
    kind: str
    first: bool


@dataclass(frozen=True)
class HeadingWords:
    """How days are written, and what pages call themselves that list what happened then."""

    days: DayWords
    bulletins: tuple[str, ...]

    @cached_property
    def listing(self) -> re.Pattern[str]:
        """The words by which pages call themselves so, whole."""
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self.bulletins))})\b")


class Headings:
    """The headings of one page; `day` is the page's own."""

    def __init__(self, parse: Parse, day: str | None, words: HeadingWords) -> None:
        self.parse, self.words, self.names = parse, words.days, words.listing
        self.bulletin = bool(self.names.search(parse.text[:HEAD].lower()))
        self.reference = Reference(date.fromisoformat(day) if day else None, {})
        self.found = list(self._read()) if "\n" in parse.text.strip() else []
        self.starts = [h.start for h in self.found]
        self.clocked = sum(bool(CLOCK.match(line)) for line in parse.text.splitlines()) > 1

    def over(self, sentence: int) -> tuple[Heading, str] | None:
        """The last heading over a sentence, and what its line begins with; None where none holds."""
        first = self.parse.tokens[self.parse.sentences[sentence].first].start
        at = bisect_right(self.starts, first)
        if not at:
            return None
        line = self.parse.text[self.parse.text.rfind("\n", 0, first) + 1 : first + LINE]
        how = "clock" if CLOCK.match(line) else "item" if ITEM.match(line) else "plain"
        heading = self.found[at - 1]
        holds = self.bulletin or self.clocked or how != "plain" or not heading.first or heading.kind == "label"
        return (heading, how) if holds else None

    def _read(self) -> Iterator[Heading]:
        at, first = 0, True
        for line in self.parse.text.splitlines(keepends=True):
            start, at = at, at + len(line)
            if not line.strip() or len(line) > LINE or len(line.split()) > WORDS:
                continue
            one = next((f for f in self.words.find(self.parse.text, start, at, self.reference) if _is_day(f)), None)
            kind = self._kind(line, one.start - start, one.end - start) if one else None
            if one and one.days and kind:
                yield Heading(start, Interval(one.days[0].isoformat(), one.days[1].isoformat()), kind, first)
                first = False

    def _kind(self, line: str, start: int, end: int) -> str | None:
        """How a line tells its day, None when it is no heading."""
        before, after = WORD.findall(line[:start]), WORD.findall(line[end:])
        beside = len(before) + len(after)
        if beside <= SOME and self.names.search(line.lower()):
            return "titled"
        if after and len(before) <= 1 and line[end:].lstrip()[:1] in LABELS:
            return "label"
        return "alone" if beside <= FEW else None


def _is_day(found: Found) -> bool:
    return found.days is not None and (found.days[1] - found.days[0]).days <= LONGEST
