"""Which words a pattern cannot do without: a page that has none of them need not be searched for it.

A pattern of dates is a long list of words between spaces and numbers, and most pages have the words of few.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

try:
    from re import _parser  # type: ignore[attr-defined]  # private, and in every Python since 3.11
except ImportError:  # pragma: no cover - then every pattern is searched for
    _parser = None

ODD = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})  # letters that match another one in any case
LEAST = 2  # letters of a word that is worth looking for
Words = frozenset[str]


def lowered(text: str) -> str:
    """A text as the words of `needed` are looked for in it."""
    return (text if text.isascii() else text.translate(ODD)).lower()


def needed(pattern: re.Pattern[str]) -> Words | None:
    """Pieces of words, in lower case, one of which is in every text that the pattern matches; None for none."""
    if _parser is None:
        return None
    return _of_all(_parser.parse(pattern.pattern, pattern.flags))


def _of_all(nodes: Iterable[tuple[Any, Any]]) -> Words | None:
    """The best of what stands one after the other."""
    found: list[Words] = []
    run: list[str] = []
    for op, value in nodes:
        if str(op) == "LITERAL":
            run.append(chr(value))
            continue
        found += _written(run)
        run = []
        one = _of_one(str(op), value)
        found += [one] if one else []
    return max([*found, *_written(run)], key=_worth, default=None)


def _written(run: Sequence[str]) -> list[Words]:
    text = lowered("".join(run)).strip()
    return [frozenset({text})] if len(text) >= LEAST else []


def _of_one(op: str, value: Any) -> Words | None:
    if op == "SUBPATTERN":
        return _of_all(value[-1])
    if op == "BRANCH":
        found = [_of_all(branch) for branch in value[1]]
        return None if None in found else frozenset(word for words in found if words for word in words)
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of_all(value[2]) if value[0] else None
    if op == "ATOMIC_GROUP":
        return _of_all(value)
    return _of_all(value[1]) if op == "ASSERT" else None


def _worth(words: Words) -> tuple[int, int]:
    """Long words are rare ones, and few words are soon looked for."""
    return min(len(w) for w in words), -len(words)
