"""Times that other times of their page explain: "in the last two weeks" where it gives the days, "since the war began".

A headline's "overnight" is the night that its lead names; a stretch of so many days is the one that the page gives by
its dates; and what has gone on since something began runs from the day on which the page says that it did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.setting.reckoning import Days, Found, Reference
from counterclaim.setting.retold_years import in_their_years
from counterclaim.setting.stretches import either

NIGHT = re.compile(r"overnight|last\s+night", re.I)
COUNTED = re.compile(
    r"(?:(?:over|in|during|within|for|the)\s+)*(?:last|past|previous)\s|(?:with)?in\s+\S+\s+\w+$", re.I
)
HEAD, LEAD = 300, 800  # characters at the top in which headlines stand, and in which their night is named
WEEK = timedelta(7)
FEW = timedelta(3)
OFF = timedelta(1)  # by how much two lengths of one stretch may differ
MONTHS, LONG = timedelta(100), timedelta(120)  # how long ago what is reported may have ended, and how long it may be
PERIOD = re.compile(
    r"\b(?:during|over|in|within|for|throughout)\s+(?:the|this)\s+"
    r"(?:(?:reporting|reported|review|covered)\s+period|period\s+(?:under\s+review|covered|in\s+question))\b",
    re.I,
)
DIGIT = re.compile(r"\d")
NEAR = 50  # characters before a date in which the verb stands that says that something began
BEGAN = r"(?:beg[au]n|started|erupted|broke\s+out|was\s+launched|were\s+launched|launched|resumed)"
AFTER = re.compile(r"[\s,]*(?:(?:on|in|since|last|early|late|mid|earlier|this|the)[\s-]+)*$", re.I)


class Agreeing:
    """Lets the times of one page explain each other."""

    def __init__(self, lexicon: Lexicon) -> None:
        words: Mapping[str, list[str]] = lexicon.table("times", "words")
        happened = either({*words["happened"], *words["lasting_deeds"]})
        name = rf"(?:the|this|its|their|that)\s+(?:[\w'’-]+\s+){{0,3}}?({happened})"
        self.since = re.compile(
            rf"\bsince\s+(?:{name}\s+{BEGAN}|the\s+(?:start|beginning|outbreak|onset|launch)\s+of\s+{name})\b", re.I
        )
        self.begun = re.compile(rf"\b(?:{happened})\b[^.;:!?\n]{{0,40}}\b{BEGAN}\b[^.;:!?\n]{{0,15}}$", re.I)

    def agree(self, text: str, found: Sequence[Found], reference: Reference) -> list[Found]:
        """The times of a page, in order, those that others explain given their days."""
        if reference.day is None:
            return list(found)
        day = reference.day
        found = in_their_years(text, found, day)
        onsets = self._onsets(text, found, day)
        told = [self._explained(text, f, found, onsets, day) for f in found]
        told += self._since_then(text, found, onsets, day)
        told += _reported(text, found, day)
        return sorted(told, key=lambda f: f.start)

    def _explained(self, text: str, one: Found, found: Sequence[Found], onsets: Set[date], day: date) -> Found:
        words = text[one.start : one.end]
        if one.loose and one.days:
            begun = [d for d in onsets if abs(d - one.days[0]) <= OFF]
            return replace(one, days=(begun[0], one.days[1])) if len(begun) == 1 else one
        if NIGHT.fullmatch(words) and one.start < HEAD and _is_headed(text, one):
            return replace(one, days=_night(text, one, found, day) or one.days)
        if one.days and one.days[1] == day and one.days[0] < day - OFF and COUNTED.match(words):
            return replace(one, days=_given(text, one.days, found, day) or one.days)
        return one

    def _since_then(self, text: str, found: Sequence[Found], onsets: Set[date], day: date) -> Iterator[Found]:
        """What has gone on since something began that the page dates elsewhere."""
        if len(onsets) != 1:
            return
        [onset] = onsets
        for m in self.since.finditer(text):
            dated = (f for f in found if f.start < m.end() or AFTER.match(text, m.end(), f.start))
            if not any(f.end > m.start() for f in dated):
                yield Found(m.start(), m.end(), (onset, day))

    def _onsets(self, text: str, found: Sequence[Found], day: date) -> set[date]:
        """The days on which the page says that something began."""
        return {f.days[0] for f in found if f.days and f.days[0] < day and self._begins(text, f, day)}

    def _begins(self, text: str, one: Found, day: date) -> bool:
        """Whether a time is that at which something began: "since 4 April", "the war, which began in April"."""
        since = text[one.start : one.end].lower().startswith("since") and one.days is not None and one.days[1] == day
        return since or self.begun.search(text[max(0, one.start - 2 * NEAR) : one.start]) is not None


@lru_cache(maxsize=4)
def load_agreeing(lexicon: Lexicon) -> Agreeing:
    """The compiled patterns of a lexicon."""
    return Agreeing(lexicon)


def _is_headed(text: str, one: Found) -> bool:
    """Whether a time stands in a headline: a line that no full stop ends."""
    line = text[: one.end].rpartition("\n")[2] + text[one.end :].partition("\n")[0]
    return not line.rstrip().endswith(".") and "\n" in text[one.end : LEAD]


def _night(text: str, one: Found, found: Sequence[Found], day: date) -> Days | None:
    """The first day that the lead names, where it is longer ago than the page's last night."""
    lead = (f for f in found if one.end <= f.start < LEAD and f.days and not (f.full or f.said))
    first = next((f.days for f in lead if f.days), None)
    known = first and first[0] == first[1] and day - FEW <= first[0] < day - OFF
    return first if known else None


def _given(text: str, days: Days, found: Sequence[Found], day: date) -> Days | None:
    """The only stretch of that length which the page gives by its dates, and which ended of late."""
    given = {
        f.days
        for f in found
        if f.days
        and f.days[1] - f.days[0] > OFF
        and DIGIT.search(text, f.start, f.end)
        and not COUNTED.match(text[f.start : f.end])
        and not text[f.start : f.end].lower().startswith("since")
        and timedelta(0) <= day - f.days[1] <= WEEK
        and abs((f.days[1] - f.days[0]) - (days[1] - days[0])) <= OFF
    }
    return given.pop() if len(given) == 1 else None


def _reported(text: str, found: Sequence[Found], day: date) -> Iterator[Found]:
    """The period of a report, where the page gives one stretch of days that it can be."""
    given = {
        f.days
        for f in found
        if f.days
        and OFF < f.days[1] - f.days[0] <= LONG
        and DIGIT.search(text, f.start, f.end)
        and timedelta(0) <= day - f.days[1] <= MONTHS
        and not COUNTED.match(text[f.start : f.end])
    }
    if len(given) == 1:
        days = given.pop()
        for m in PERIOD.finditer(text):
            if not any(f.start < m.end() + 2 and m.start() < f.end for f in found):
                yield Found(m.start(), m.end(), days)
