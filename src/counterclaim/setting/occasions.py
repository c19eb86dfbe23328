"""Times told by something else: feasts, decades, the beginning of the month, "have since", "the day that …"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from counterclaim.lexicon import Lexicon
from counterclaim.setting.matching import Reader
from counterclaim.setting.reckoning import Days, Found, Reference, a_date, fine
from counterclaim.setting.stretches import either

FAR = 300  # characters back in which that stands from which something has gone on since
NEAR = 90  # characters back in which a beginning is looked for
OF_WHOM = re.compile(r"\b(?:whom|who|which)\s*$", re.I)
BEGUN = re.compile(r"\b(?:beg[au]n|started|broke\s+out|erupted)\b[^.]*$", re.I)
THIRDS: Mapping[str, tuple[int, int]] = {
    "early": (0, 3),
    "mid": (4, 6),
    "late": (7, 9),
    "": (0, 9),
}  # years of a decade
ENDS: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = {  # of a month: days; of a year: months
    "early": ((1, 10), (1, 4)),
    "mid": ((11, 20), (5, 8)),
    "late": ((21, 31), (9, 12)),
}
PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


class Occasions:
    """Reads them. `year` is the pattern of a year."""

    def __init__(self, lexicon: Lexicon, year: str) -> None:
        self.year = year
        rising = lexicon.table("times", "words")["rising"]
        self.rising = re.compile(rf"\s+(?:been\s+)?(?:{either(w.rstrip('e') for w in rising)})|\s+risen\b", re.I)
        self.feasts: Mapping[str, list[int]] = lexicon.table("times", "feasts")

    def patterns(self) -> Iterator[tuple[str, Reader]]:
        """The patterns, to be preferred to those of the years and months within them."""
        yield rf"\b(?i:({either(self.feasts)}))\b(?:,?\s+({self.year})\b)?", self._feast
        yield r"\b(?i:the\s+(?:(early|mid|late)[\s-]+)?)((?:19|20)\d0)['’]?s\b", self._decade
        yield r"\b(?i:the\s+(beginning|start|middle|end)\s+of\s+(the|this|last)\s+(month|year))\b", self._part
        yield r"\b(?i:ha(?:s|ve|d))\s+(since)\b(?=\s+(?:been\s+)?[a-z]+(?:ed|en|ne|wn|ft|ound|ought)\b)", self._since

    def _feast(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        month, day = self.feasts[" ".join(m[1].lower().replace("’", "'").split())]
        if m[2]:
            return fine(m, a_date(int(m[2]), month, day), full=True)
        found = reference.place(month, day)
        return Found(m.start(), m.end(), (found, found) if found else None)

    def _decade(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        first, last = THIRDS[(m[1] or "").lower()]
        days = date(int(m[2]) + first, 1, 1), date(int(m[2]) + last, 12, 31)
        return Found(m.start(), m.end(), days, full=True, value=m[2][:3])

    def _part(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        if reference.day is None:
            return Found(m.start(), m.end(), None)
        days = _part_of(reference.day, PARTS[m[1].lower()], m[3].lower(), last=m[2].lower() == "last")
        known = days[0] <= reference.day
        return Found(m.start(), m.end(), (days[0], min(days[1], reference.day)) if known else None)

    def _since(self, m: re.Match[str], reference: Reference, past: Sequence[Found]) -> Found | None:
        """From what was last named: "The front was opened on 10 May. Some 800 have since been moved".

        Not from that where something began in between, nobody says when: "a war that began with marches and has since".
        """
        if self.rising.match(m.string, m.end()) or not past or m.start() - past[-1].end > FAR or past[-1].end < 0:
            return None
        near = max(0, m.start() - NEAR)
        if OF_WHOM.search(
            m.string, near, m.start()
        ):  # "six, two of whom have since been moved": when they were hurt is told
            return None
        begun = BEGUN.search(m.string[near : m.start()])
        if begun and not any(near + begun.start() <= f.end <= m.start() for f in past):
            return None
        first, last = past[-1].days, reference.day
        days = (first[0], last) if first and last and first[0] < last else None
        return Found(m.start(1), m.end(1), days) if days else None


def _part_of(day: date, part: str, unit: str, *, last: bool) -> Days:
    days, months = ENDS[part]
    if unit == "year":
        year = day.year - last
        return date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1])
    then = day.replace(day=1) - timedelta(1) if last else day
    return then.replace(day=days[0]), then.replace(day=min(days[1], monthrange(then.year, then.month)[1]))
