"""What the readers of speech hand to each other: token ranges that are not yet spans of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from counterclaim.model import Act, Certainty

Range = tuple[int, int]  # first token, stop (exclusive)
How = Literal[
    "clause", "infinitive", "order", "object", "preposition", "before", "raised", "noun", "phrase", "mark", "none"
]


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making. `content` may still be empty: a cue that waits for its quotation.

    `head` is the token that the cue turns on, `how` what the content is to it, `open` whether a quotation may be its
    content, `within` the head of the draft in whose content this one is told although it stands outside it ("the
    agency said, citing a doctor").
    """

    head: int
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    act: Act
    how: How = "none"
    certainty: Certainty = "certain"
    open: bool = False
    within: int | None = None

    @property
    def first(self) -> int:
        """The first token of all."""
        return min(r[0] for r in (*self.source, *self.cue, *self.content))

    @property
    def cue_start(self) -> int:
        """The first token of who says it and the cue."""
        return min((r[0] for r in (*self.source, *self.cue)), default=self.head)


def painted(length: int, contents: Sequence[tuple[Range, ...]]) -> list[int]:
    """For each of `length` tokens the number of the shortest content that holds it, -1 where none does."""
    found = [-1] * length
    for number in sorted(range(len(contents)), key=lambda n: -size(contents[n])):
        for first, stop in contents[number]:
            found[first:stop] = [number] * (stop - first)
    return found


def size(ranges: Iterable[Range]) -> int:
    """How many tokens the ranges hold together; they do not overlap."""
    return sum(stop - first for first, stop in ranges)


def holds(ranges: Iterable[Range], token: int) -> bool:
    """Whether the token lies in one of the ranges."""
    return any(first <= token < stop for first, stop in ranges)


def shared(ranges: Iterable[Range], other: Range) -> int:
    """How many tokens of `other` the ranges hold."""
    return sum(max(0, min(stop, other[1]) - max(first, other[0])) for first, stop in ranges)


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges in order, those that touch or overlap made one, empty ones left out."""
    found: list[Range] = []
    for first, stop in sorted(r for r in ranges if r[0] < r[1]):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], stop))
        else:
            found.append((first, stop))
    return tuple(found)


def without(whole: Range, holes: Sequence[Range]) -> tuple[Range, ...]:
    """What is left of a range when others are taken out of it."""
    parts, at = [], whole[0]
    for first, stop in sorted(holes):
        if first > at:
            parts.append((at, min(first, whole[1])))
        at = max(at, stop)
    parts.append((at, whole[1]))
    return tuple(r for r in parts if r[0] < r[1])
