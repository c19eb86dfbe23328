"""Where a page has lost its commas and apostrophes, as a trained network tells from the words around.

Scrapers drop them from whole collections, and a parser then takes "killing three women witnesses said" for a compound.
Only pages that have next to none are asked about; what is found goes to the parser alone, never into the page's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from counterclaim.mending.plain import Plain
from counterclaim.mending.words import APOSTROPHES, CLOSING, END, LONGEST, MARKS, START, WORD, case_of

LARGEST = 190  # pieces of a window; the network was trained on windows of this size
FEWEST = 25  # words of a page of which something can be told
COMMON = 200  # words in which a page that has its commas has more than one; English news has ten
LETTERS = re.compile(r"[^\W\d_]{3,}$")
ENDS = re.compile(r"[.!?][\"”’)]*$")
COMMA, POSSESSIVE = MARKS.index("comma"), MARKS.index("possessive")

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


class Weights(Protocol):
    """The network and its vocabulary."""

    def pieces(self, words: Sequence[str]) -> Sequence[Sequence[int]]:
        """The pieces that each word is made of, at least one."""
        ...

    def marks(self, pieces: Ints, cases: Ints) -> Floats:
        """Log-odds, shape (pieces, marks), that each of MARKS stood behind the word of which this is the last piece."""
        ...


@dataclass(frozen=True, slots=True)
class Lost:
    """A mark that is taken to have stood before the character `at` of the text."""

    at: int
    mark: str


def find_lost(
    text: str, ranges: Sequence[tuple[int, int]], weights: Weights, plain: Plain | None = None
) -> tuple[Lost, ...]:
    """The lost marks of the stretches `ranges` of a page, in order; none where the page has marks of that kind.

    What `plain` finds is put in whatever the network says.
    """
    article = "".join(text[a:b] for a, b in ranges)
    words = len(WORD.findall(article))
    wanted = {
        COMMA: words >= FEWEST and article.count(", ") * COMMON <= words,
        POSSESSIVE: words >= FEWEST and not any(a in article for a in APOSTROPHES),
    }
    if not wanted[COMMA]:
        return ()
    sure = [found for a, b in ranges for found in plain.commas(text, a, b)] if plain else []
    asked = (lost for a, b in ranges for lost in _of_stretch(text, a, b, wanted[POSSESSIVE], weights))
    free = {lost for lost in asked if lost.mark != "," or not any(at <= lost.at < stop for at, stop in sure)}
    return tuple(sorted(free | {Lost(at, ",") for at, _ in sure}, key=lambda lost: (lost.at, lost.mark == ",")))


def _of_stretch(text: str, start: int, end: int, with_possessives: bool, weights: Weights) -> Iterator[Lost]:
    words = [(m.start(), m.group()) for m in WORD.finditer(text, start, end)]
    if not words:
        return
    pieces = [p[:LONGEST] for p in weights.pieces([w for _, w in words])]
    for first, stop in _windows([w for _, w in words], [len(p) for p in pieces]):
        log_odds = _asked(words[first:stop], pieces[first:stop], weights)
        for (at, word), odds in zip(words[first:stop], log_odds, strict=True):
            behind = at + len(word)
            if with_possessives and odds[POSSESSIVE] > 0 and word.endswith("s") and LETTERS.search(word):
                yield Lost(behind, "'")
            if odds[COMMA] > 0.8 and behind < end and word[-1] not in ",.;:!?-–—":
                yield Lost(at + len(word.rstrip(CLOSING)), ",")


def _windows(words: Sequence[str], sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ranges of words of at most LARGEST pieces, cut behind the last sentence that ends in their second half."""
    first = 0
    while first < len(words):
        stop, room = first, LARGEST
        while stop < len(words) and sizes[stop] <= room:
            room -= sizes[stop]
            stop += 1
        if stop < len(words):
            ends = (i for i in range(stop, (first + stop) // 2, -1) if ENDS.search(words[i - 1]))
            stop = next(ends, stop)
        yield first, stop
        first = stop


def _asked(words: Sequence[tuple[int, str]], pieces: Sequence[Sequence[int]], weights: Weights) -> Floats:
    """The log-odds of the marks behind each word, shape (words, marks)."""
    ids, cases, lasts = [START], [0], []
    for (_, word), own in zip(words, pieces, strict=True):
        ids += own
        cases += [case_of(word)] * len(own)
        lasts.append(len(ids) - 1)
    return weights.marks(np.array([*ids, END]), np.array([*cases, 0]))[lasts]
