"""Dates that are the ends of a stretch of days: "between A and B", "since A", "Friday and Saturday"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from counterclaim.setting.reckoning import Days, Found, Reference, a_date, straight

MID, END = re.compile(r"(?:the\s+)?mid", re.I), re.compile(r"(?:the\s+)?end\b", re.I)
NEAR = 3  # days that "today" may be off where the page's own day is not that of its words
OVERNIGHT = ("", "on", "from", "between", "from the", "between the")  # what leads from "overnight" to its day
HALF = 15  # the middle day of a month


class Stretches:
    """Joins the dates of a text. `comparing` are words after which "since" tells no stretch ("the worst since")."""

    def __init__(self, comparing: Iterable[str], parts_of_day: Iterable[str]) -> None:
        self.since = re.compile(
            r"(?<!have )(?<!has )(?<!had )(?<!'ve )(?<!’ve )\bsince\b(?!\s+then)[^.;:!?\n]{0,90}$", re.I
        )
        self.hour = re.compile(rf"^(?:{either(parts_of_day)})\s+")
        self.when = re.compile(
            r"\s*,?\s+(?:when\b|the\s+(?:day|night|morning|evening|date)\b(?!\s+(?:after|before)))", re.I
        )
        # "the worst attack since May" compares with May: nothing went on from then.
        self.comparing = re.compile(rf"\b(?:{either(comparing)})\b[^.;:!?\n]{{0,80}}$", re.I)
        self.said_twice = re.compile(
            r"\b(?:today|yesterday|tonight|this\s+(?:morning|afternoon|evening)|overnight|last\s+night)$", re.I
        )
        self.overnight = re.compile(r"\bovernight$", re.I)
        self.between = re.compile(r"\b(?:between|from)\s+(?:the\s+)?(?:(?:night|morning|evening|dawn)\s+of\s+)?$", re.I)

    def join(self, text: str, found: list[Found], reference: Reference) -> Iterator[Found]:
        """The dates of a text, in order, those that are ends of one stretch made one."""
        yield from self._since(text, self._ranges(text, found), reference)

    def named_twice(self, text: str, found: Sequence[Found]) -> Iterator[Found]:
        """The dates of a text, those that a bracket names again made one: "overnight (Friday)", "Monday (3 June)"."""
        told: list[Found] = []
        for one in found:
            before = told[-1] if told else None
            bracketed = text[one.end : one.end + 1] == ")"
            if before and self._tells_again(text, before, one):
                sure = one if one.fine or not before.days else replace(before, days=one.days)
                told[-1] = replace(sure, start=before.start, end=one.end)
            elif before and bracketed and text[before.end : one.start].strip() == "(" and one.days:
                sure = before if before.fine and before.days else one
                told[-1] = replace(sure, start=before.start, end=one.end + 1)
            else:
                told.append(one)
        yield from told

    def _tells_again(self, text: str, before: Found, one: Found) -> bool:
        """Whether a day says which one "today" is: "today, Sunday", "yesterday 27 July"."""
        link = text[before.end : one.start].strip()
        if not one.days or one.days[0] != one.days[1]:
            return False
        if link in OVERNIGHT and self.overnight.search(text[before.start : before.end]):
            return True  # "overnight on Monday", "overnight from Monday to Tuesday"
        if link not in ("", ","):
            return False
        led = self.said_twice.search(text[before.start : before.end])
        near = before.days is None or abs((one.days[0] - before.days[1]).days) <= NEAR
        return led is not None and near and (before.days is None or before.days[0] == before.days[1])

    def _ranges(self, text: str, found: list[Found]) -> list[Found]:
        """Join "between A and B", "from A to B", "A to B" and neighbours like "Friday and Saturday"."""
        joined: list[Found] = []
        for one in found:
            before = joined[-1] if joined else None
            link = " ".join(text[before.end : one.start].lower().split()) if before else "no"
            led = bool(before and self.between.search(text[max(0, before.start - 30) : before.start]))
            if before and not one.loose and self._links(link, led, before, one):
                first, end = straight(_of_the_year(before, one), one.days)
                days = (first[0], end[1]) if first and end and first[0] <= end[1] else None
                joined[-1] = Found(before.start, one.end, days, one.full, before.fine)
            else:
                joined.append(one)
        return joined

    def _links(self, link: str, led: bool, before: Found, one: Found) -> bool:
        bare = link.replace("the night of ", "").replace(" the", "").replace(" early", "").replace(" on", "")
        bare = self.hour.sub("", bare)
        if bare in ("-", "–") and before.full and before.fine and not one.fine:
            return False  # "Arven, 5 July 2017 – This morning"
        if bare in ("-", "–", "to", "into", "until", "till", "through"):
            return True
        if bare != "and":
            return False
        first, end = straight(_of_the_year(before, one) if led else before.days, one.days)
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
            first = _since_part(text[one.start : one.end], one.days) if one.days else None
            days = (first, end) if first and end and first <= end else None
            if self.when.match(text, one.end):  # "since May, when": what follows was in May
                yield Found(since, since + len("since"), days)
                yield one
            else:
                yield Found(since, one.end, days, one.full)


def _since_part(words: str, days: Days) -> date:
    """The first day since a part of a month: the 15th since the middle of it, its last day since the end of it."""
    if MID.match(words):
        return days[0].replace(day=HALF)
    return days[1] if END.match(words) else days[0]


def _of_the_year(before: Found, one: Found) -> Days | None:
    """The days of what a year behind it holds for too: "between January and June 2018"."""
    if before.full or not one.full or not before.days or not one.days:
        return before.days
    first, end = before.days
    back = one.days[1].year - end.year
    back -= (end.month, end.day) > (one.days[1].month, one.days[1].day)
    moved = [a_date(d.year + back, d.month, d.day) for d in (first, end)]
    return (moved[0], moved[1]) if moved[0] and moved[1] else before.days


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; blanks stand for any white space."""
    return any_of(sorted(words, key=lambda w: (-len(w), w)))


def any_of(words: Sequence[str]) -> str:
    """A pattern for any of the words, in their order. Their first letters are asked for before, which soon fails."""
    firsts = "".join(sorted({re.escape(w[0]) for w in words}))
    written = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)
    return rf"(?=[{firsts}])(?:{written})"
