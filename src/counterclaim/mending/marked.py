"""A stretch of a page with its lost marks put in, and the way back from its characters to those of the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.mending.reading import Lost


@dataclass(frozen=True, slots=True)
class Marked:
    """`text` is the stretch with marks of one character put in; `marks` are where these stand in it, in order."""

    text: str
    start: int
    marks: tuple[int, ...]

    def at(self, index: int) -> int:
        """The page's offset of what stands before character `index`: a mark put in has no width there."""
        return self.start + index - bisect_left(self.marks, index)


def marked(text: str, start: int, end: int, lost: Sequence[Lost]) -> Marked:
    """Put the lost marks that fall between `start` and `end` into that stretch of the text."""
    inside = lost[bisect_left(lost, start, key=_place) : bisect_left(lost, end + 1, key=_place)]
    parts, places, done, length = [], [], start, 0
    for mark in inside:
        parts += [text[done : mark.at], mark.mark]
        length += mark.at - done
        places.append(length)
        length += 1
        done = mark.at
    return Marked("".join([*parts, text[done:end]]), start, tuple(places))


def _place(lost: Lost) -> int:
    return lost.at
