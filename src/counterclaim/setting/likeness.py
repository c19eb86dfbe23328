"""How much two sentences of a page have in common: rare words of theirs, by TF-IDF and cosine (Salton 1988)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from copy import copy
from itertools import chain

from counterclaim.syntax import Parse

TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
LEAST = 3  # letters


class Likeness:
    """Compares sentences by the words that tell something, `apart` from those tokens."""

    def __init__(self, parse: Parse, apart: Collection[int]) -> None:
        self._told: list[list[tuple[int, str]]] = [[] for _ in parse.sentences]
        for t in parse.tokens:
            if t.pos in TELLING and len(t.text) >= LEAST:
                self._told[t.sentence].append((t.index, t.lemma.lower()))
        self._weigh(apart)

    def without(self, apart: Collection[int]) -> Likeness:
        """The same page's, apart from other tokens."""
        other = copy(self)
        other._weigh(apart)
        return other

    def _weigh(self, apart: Collection[int]) -> None:
        self._words = [{word for i, word in told if i not in apart} for told in self._told]
        counts = Counter(chain.from_iterable(self._words))
        self._weights = {w: math.log(1 + len(self._words) / n) ** 2 for w, n in counts.items()}
        self._lengths = [math.sqrt(self._sum(words)) for words in self._words]

    def of(self, a: int, b: int) -> float:
        """From 0, nothing in common, to 1, the same words; `a` and `b` are the sentences' numbers."""
        both = self._words[a] & self._words[b]
        return self._sum(both) / (self._lengths[a] * self._lengths[b]) if both else 0.0

    def _sum(self, words: Collection[str]) -> float:
        return math.fsum([self._weights[w] for w in words])
