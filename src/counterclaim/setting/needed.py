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


def needed(pattern: re.Pattern[str]) -> tuple[Words, ...]:
    """Sets of pieces of words, in lower case; every text that the pattern matches has one of each set."""
    if _parser is None:
        return ()
    return tuple(dict.fromkeys(_of_all(_parser.parse(pattern.pattern, pattern.flags))))


def _of_all(nodes: Iterable[tuple[Any, Any]]) -> list[Words]:
    """Those of what stands one after the other."""
    found: list[Words] = []
    run: list[str] = []
    for op, value in nodes:
        if str(op) == "LITERAL":
            run.append(chr(value))
            continue
        found += _written(run)
        run = []
        found += _of_one(str(op), value)
    return found + _written(run)


def _written(run: Sequence[str]) -> list[Words]:
    text = lowered("".join(run)).strip()
    return [frozenset({text})] if len(text) >= LEAST else []


def _of_one(op: str, value: Any) -> list[Words]:
    if op == "SUBPATTERN":
        return _of_all(value[-1])
    if op == "BRANCH":
        best = [max(_of_all(branch), key=_worth, default=None) for branch in value[1]]
        return [frozenset(word for words in best if words for word in words)] if None not in best else []
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of_all(value[2]) if value[0] else []
    if op == "ATOMIC_GROUP":
        return _of_all(value)
    return _of_all(value[1]) if op == "ASSERT" else []


def _worth(words: Words) -> tuple[int, int]:
    """Long words are rare ones, and few words are soon looked for."""
    return min(len(w) for w in words), -len(words)
