"""Patterns and what reads their matches: how times are found in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from counterclaim.setting.reckoning import Found, Reference

Reader = Callable[[re.Match[str], Reference, Sequence[Found]], "Found | None"]
Ahead = Callable[[int], bool]


def never(offset: int) -> bool:
    """Nothing is to come."""
    return False


def read_all(
    piece: str,
    patterns: tuple[tuple[re.Pattern[str], Reader], ...],
    reference: Reference,
    past: Sequence[Found],
    ahead: Ahead,
) -> list[Found]:
    """What the patterns find in a piece of text, in order and without overlap; the earlier pattern is preferred."""
    found: list[Found] = []
    for match, reader in _matches(piece, patterns):
        one = reader(match, replace(reference, ahead=ahead(match.start())), (*past[-4:], *found))
        if one:
            found.append(one)
    return found


@lru_cache(maxsize=64)  # a page is read twice: once for its own day, once with that day known
def _matches(
    piece: str, patterns: tuple[tuple[re.Pattern[str], Reader], ...]
) -> Sequence[tuple[re.Match[str], Reader]]:
    taken: list[tuple[int, int, re.Match[str], Reader]] = []
    for pattern, reader in patterns:
        for match in pattern.finditer(piece):
            if not any(match.start() < e and s < match.end() for s, e, _, _ in taken):
                taken.append((match.start(), match.end(), match, reader))
    return tuple((match, reader) for _, _, match, reader in sorted(taken, key=lambda t: t[0]))
