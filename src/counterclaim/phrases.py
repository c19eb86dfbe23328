"""Phrases of several words found in a list of words, the longest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from counterclaim.syntax import Parse

T = TypeVar("T")


def plain_words(parse: Parse) -> list[str]:
    """The page's words in lower case, apostrophes straight; "ki*lled" is read as "killed", a list's "-13" as "13"."""
    return parse.plain


class Phrases(Generic[T]):
    """A table from phrases, written as the tokenizer cuts them ("a 3 - year"), to what they stand for."""

    def __init__(self, table: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], int, T]]] = {}
        for phrase, value in table.items():
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, len(words), value))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -entry[1])

    @property
    def firsts(self) -> Collection[str]:
        """The words that a phrase may begin with."""
        return self._by_first.keys()

    @classmethod
    def of(cls, phrases: Iterable[str], value: T) -> Phrases[T]:
        """Many phrases for one value."""
        return cls(dict.fromkeys(phrases, value))

    def match(self, words: Sequence[str], at: int, *, over: str = "") -> tuple[T, int] | None:
        """What the longest phrase at `at` stands for, and the index after it; None when none stands there.

        A mark given as `over` may stand between a phrase's words: "tens, if not hundreds, of thousands".
        """
        if at >= len(words):
            return None
        for phrase, length, value in self._by_first.get(words[at], ()):
            if length == 1:
                return value, at + 1
            stop = _stop_over(words, at, phrase, over) if over else at + length
            if stop if over else tuple(words[at:stop]) == phrase:
                return value, stop
        return None


def _stop_over(words: Sequence[str], at: int, phrase: Sequence[str], mark: str) -> int:
    """The index after a phrase whose words may have marks between them, 0 where it does not stand."""
    for n, word in enumerate(phrase):
        while n and at < len(words) and words[at] == mark:
            at += 1
        if at >= len(words) or words[at] != word:
            return 0
        at += 1
    return at
