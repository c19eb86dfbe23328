"""Which of a voice's figures is the later: by the page's words, then by publication, then by size."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Literal

from counterclaim.lexicon import Lexicon
from counterclaim.model import Claim, Document, Position, Span, one_line

Age = Literal["old", "new"]
Ages = Mapping[str, tuple[Literal["old", "new"], Span]]
THEME = "revisions"
BEFORE, AFTER = 160, 90  # characters: a sentence is not looked at farther than this on either side of a figure
GAP = 24  # characters that may stand between such words and the figure: "rose to at least about"
SENTENCE_END = re.compile(r"[.!?;][\"”’)]*\s|\n")


@dataclass(frozen=True)
class Marks:
    """Words that tell an old figure from a new one, as patterns; `Marks.of` makes them from a lexicon."""

    old_before: re.Pattern[str]
    old_near: re.Pattern[str]
    old_after: re.Pattern[str]
    new_before: re.Pattern[str]
    new_after: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Marks:
        """The marks of a language; raises DataError when the lexicon has no such theme."""
        return _marks(lexicon)

    def age(self, claim: Claim, text: str) -> tuple[Age, Span] | None:
        """Whether the page's words make it an old or a new figure, and which words; None where they say nothing."""
        start, end = claim.span.start, claim.span.end
        before = SENTENCE_END.split(text[max(0, start - BEFORE) : start])[-1]
        after = SENTENCE_END.split(text[end : end + AFTER], maxsplit=1)[0]
        for kind, pattern, words, at in (
            ("old", self.old_before, before, start - len(before)),
            ("old", self.old_after, after, end),
            ("new", self.new_before, before, start - len(before)),
            ("new", self.new_after, after, end),
            ("old", self.old_near, before, start - len(before)),
            ("old", self.old_near, after, end),
        ):
            if found := pattern.search(words):
                cue = Span.of(text, at + found.start(1), at + found.end(1))
                return ("old" if kind == "old" else "new"), cue
        return None


@lru_cache(maxsize=4)
def _marks(lexicon: Lexicon) -> Marks:
    def words(name: str) -> str:
        longest = sorted(lexicon.words(THEME, name), key=lambda w: (-len(w), w))
        return r"\b(" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest) + r")\b"

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return Marks(
        compiled(words("old_before") + rf"[\w\s]{{0,{GAP}}}$"),
        compiled(words("old_near")),
        compiled(rf"^[\w\s]{{0,{GAP}}}?" + words("old_after")),
        compiled(words("new_before") + rf"[^.]{{0,{2 * GAP}}}$"),
        compiled(words("new_after")),
    )


@dataclass(frozen=True, slots=True)
class Order:
    """Whether the first of two positions is the later, why, and at which claims of the two this is seen."""

    first_is_later: bool
    reason: str
    claims: tuple[Claim, Claim]
    cue: Span | None = None


def order_of(a: Position, b: Position, pages: Mapping[str, Document], marks: Marks | None) -> Order:
    """Which of two positions of one voice is the later; there is always an answer, its reason says how good."""
    ages = {c.id: found for c in (*a.claims, *b.claims) if (found := _age(c, pages, marks))}
    return _by_words(a, b, ages) or _by_age(a, b, ages) or _by_date(a, b, pages, ages) or _by_size(a, b)


def share_a_page(a: Position, b: Position) -> tuple[Claim, Claim] | None:
    """A claim of each on one page, None where they have no page in common."""
    return next(((x, y) for x in a.claims for y in b.claims if x.document == y.document), None)


def figure(position: Position) -> int:
    """The one number by which a position is ordered; 0 where it gives none."""
    return position.low if position.low is not None else position.high or 0


def _age(claim: Claim, pages: Mapping[str, Document], marks: Marks | None) -> tuple[Age, Span] | None:
    page = pages.get(claim.document)
    return marks.age(claim, page.text) if marks and page else None


def _by_words(a: Position, b: Position, ages: Ages) -> Order | None:
    """By what a page that gives both figures says of them."""
    for x in a.claims if ages else ():
        for y in b.claims:
            mine, theirs = ages.get(x.id), ages.get(y.id)
            if x.document != y.document or (mine and mine[0]) == (theirs and theirs[0]):
                continue
            is_later = mine[0] == "new" if mine else bool(theirs and theirs[0] == "old")
            told = mine or theirs
            return Order(is_later, _quoted(told), (x, y), told[1] if told else None)
    return None


def _by_age(a: Position, b: Position, ages: Ages) -> Order | None:
    """By one of the figures being told as an old one wherever it is told, and the other not."""
    was_old = [all(c.id in ages and ages[c.id][0] == "old" for c in p.claims) for p in (a, b)]
    if was_old[0] == was_old[1]:
        return None
    x, y = a.claims[0], b.claims[0]
    told = ages[(x if was_old[0] else y).id]
    return Order(was_old[1], _quoted(told), (x, y), told[1] if x.document == y.document else None)


def _quoted(told: tuple[Age, Span] | None) -> str:
    return f"the page says “{one_line(told[1].exact)}”" if told else ""


def _by_date(a: Position, b: Position, pages: Mapping[str, Document], ages: Ages) -> Order | None:
    """By the day or hour on which each was first published."""
    first, other = (_first_told(p.claims, pages, ages) for p in (a, b))
    if first is None or other is None:
        return None
    mine, theirs = first.when, other.when
    is_one_day = mine.date() == theirs.date()
    if mine == theirs or (is_one_day and not (first.to_the_hour and other.to_the_hour)):
        return None
    early, late = (f"{w:%H:%M}" if is_one_day else f"{w.day} {w:%b %Y}" for w in sorted((mine, theirs)))
    return Order(mine > theirs, f"first published {late}, the other {early}", (first.claim, other.claim))


def _by_size(a: Position, b: Position) -> Order:
    reason = "nothing tells which came first: the higher is taken for the later"
    return Order(_size(a) > _size(b), reason, share_a_page(a, b) or (a.claims[0], b.claims[0]))


def _size(position: Position) -> tuple[int, float, str]:
    """How large it is: by its one number, by how far it reaches, and then by name, so that no two are equal."""
    return figure(position), math.inf if position.high is None else position.high, position.id


@dataclass(frozen=True, slots=True)
class _Told:
    when: datetime
    to_the_hour: bool
    claim: Claim


def _first_told(claims: Sequence[Claim], pages: Mapping[str, Document], ages: Ages) -> _Told | None:
    """The earliest page that gives it, and not as an old one where others give it as theirs."""
    fresh = [c for c in claims if c.id not in ages or ages[c.id][0] == "new"] or claims
    told = []
    for claim in fresh:
        page = pages.get(claim.document)
        if page and page.published and (found := moment(page.published)):
            told.append(_Told(*found, claim))
    return min(told, key=lambda t: (t.when.date(), t.to_the_hour, t.when, t.claim.id)) if told else None


def moment(published: str) -> tuple[datetime, bool] | None:
    """A time of publication in UTC, and whether it is given to the hour; None when it cannot be read."""
    try:
        if len(published) <= len("2016-07-19"):
            day = date.fromisoformat(published)
            return datetime(day.year, day.month, day.day, tzinfo=UTC), False
        when = datetime.fromisoformat(published)
    except ValueError:
        return None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC), True
