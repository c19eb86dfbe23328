"""Patterns and what reads their matches: how times are found in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from counterclaim.setting.needed import lowered, needed
from counterclaim.setting.reckoning import Found, Reference

Reader = Callable[[re.Match[str], Reference, Sequence[Found]], "Found | None"]
Ahead = Callable[[int], bool]
LAST = 4  # dates told before a piece of text that those in it are counted from
NOWHERE = -1  # where these stand: not in the piece
SAYING = 60  # characters before a day in which the verb of saying stands that it dates


class Patterns:
    """Patterns with what reads their matches, the preferred first; equal only to itself, so that it is a cheap key."""

    def __init__(self, pairs: Iterable[tuple[re.Pattern[str], Reader]]) -> None:
        self._all = tuple((needed(pattern), pattern, reader) for pattern, reader in pairs)

    def within(self, piece: str) -> Iterator[tuple[re.Pattern[str], Reader]]:
        """Those that may match there: a piece of text has few of the words that patterns cannot do without."""
        text = lowered(piece)
        there: dict[frozenset[str], bool] = {}  # many patterns need one of the same words
        for sets, pattern, reader in self._all:
            for words in sets:
                if words not in there:
                    there[words] = any(map(text.__contains__, words))
                if not there[words]:
                    break
            else:
                yield pattern, reader


def never(offset: int) -> bool:
    """Nothing is to come."""
    return False


def read_all(
    piece: str,
    patterns: Patterns,
    reference: Reference,
    past: Sequence[Found],
    ahead: Ahead,
    saying: re.Pattern[str] | None = None,
) -> list[Found]:
    """What the patterns find in a piece of text, in order and without overlap; the earlier pattern is preferred.

    `saying` is found before what dates somebody's words.
    """
    found: list[Found] = []
    past = [replace(f, start=NOWHERE, end=NOWHERE) for f in past[-LAST:]]
    for match, reader in _matches(piece, patterns):
        one = reader(match, replace(reference, ahead=ahead(match.start())), (*past, *found))
        if one and saying and saying.search(piece, max(0, one.start - SAYING), one.start):
            found.append(replace(one, said=True))
        elif one:
            found.append(one)
    return found


@lru_cache(maxsize=64)
def holds(piece: str, pattern: re.Pattern[str]) -> bool:
    """Whether a piece of text has what a pattern looks for."""
    return pattern.search(piece) is not None


@lru_cache(maxsize=64)  # a page is read twice: once for its own day, once with that day known
def _matches(piece: str, patterns: Patterns) -> Sequence[tuple[re.Match[str], Reader]]:
    taken: list[tuple[int, int, re.Match[str], Reader]] = []
    for pattern, reader in patterns.within(piece):
        for match in pattern.finditer(piece):
            if not any(match.start() < e and s < match.end() for s, e, _, _ in taken):
                taken.append((match.start(), match.end(), match, reader))
    return tuple((match, reader) for _, _, match, reader in sorted(taken, key=lambda t: t[0]))
