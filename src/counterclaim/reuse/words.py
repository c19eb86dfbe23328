"""The words of a page's article as they are compared: without case, marks, apostrophes and the commas in numbers.

Some collections have lost their punctuation, and outlets set quotation marks and names each in their own way; none of
that is a change of words.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from counterclaim.folding import APOSTROPHES, plain
from counterclaim.model import Passage, Span

GRAM = 5  # words: shorter runs are shared by chance, longer ones are broken by every change
WORD = re.compile(
    rf"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){{2,}}|[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*|[^\W_]",
)
STEP = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits evenly mixed: Knuth's multiplicative hashing
Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class Words:
    """A page's article as words: `keys` to be compared, and where each stands in `text`."""

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, first: int, stop: int) -> Span | None:
        """The characters from word `first` to the one before `stop`; None when there are none."""
        return Span.of(self.text, self.starts[first], self.ends[stop - 1]) if first < stop else None

    @cached_property
    def grams(self) -> Hashes:
        """A hash for each run of five words, in order; an article of fewer words is one run."""
        hashes = [_hash(k) for k in self.keys]
        hashes += [0] * (GRAM - len(hashes) if hashes else 0)
        words = np.array(hashes, dtype=np.uint64)
        count = max(0, len(words) - GRAM + 1)
        found = np.zeros(count, dtype=np.uint64)
        for n in range(GRAM):
            found = found * STEP + words[n : n + count]
        return found

    @cached_property
    def kinds(self) -> Hashes:
        """The different hashes among `grams`, sorted."""
        return np.unique(self.grams)


def article_words(text: str, passages: Sequence[Passage]) -> Words:
    """The words of the passages that are the article; furniture has none."""
    found = [
        (_key(m[0]), m.start(), m.end())
        for p in passages
        if p.role.is_article
        for m in WORD.finditer(text, p.span.start, p.span.end)
    ]
    keys, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return Words(text, keys, starts, ends)


@lru_cache(maxsize=1 << 17)
def _key(word: str) -> str:
    if word[0].isdecimal():
        return sys.intern(word.replace(",", ""))
    bare = word.translate(BARE)
    return sys.intern(plain(bare).replace(" ", "") or bare.lower())


BARE = str.maketrans("", "", APOSTROPHES + ".")


@lru_cache(maxsize=1 << 17)
def _hash(key: str) -> int:
    """64 bits of BLAKE2b: the same on every machine and in every run, unlike Python's own."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
