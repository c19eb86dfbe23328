"""What in a sentence points back to what was told: "the dead", "the blast", a hospital, "the toll rose", "earlier".

Whoever is counted in such a sentence is mostly of the attack told before, though its place or day is not named again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.syntax import Parse

BEFORE = ("det", "poss", "nummod")


@dataclass(frozen=True)
class Recalls:
    """The theme "recalling" of a lexicon: words that point back by themselves, and such as do after "the"."""

    bare: Mapping[str, frozenset[str]]
    known: Mapping[str, frozenset[str]]
    articles: frozenset[str]


@lru_cache(maxsize=4)
def load_recalls(lexicon: Lexicon) -> Recalls:
    """The compiled theme; raises DataError when a list is missing."""
    bare = {name: lexicon.words("recalling", name) for name in ("clinics", "revising", "comparing")}
    known = {name: lexicon.words("recalling", name) for name in ("victims", "deeds", "scenes")}
    return Recalls(bare, known, lexicon.words("recalling", "articles"))


class Recalling:
    """Says by which sorts of words each sentence of a page points back."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        self.parse, self.words = parse, load_recalls(lexicon)
        self._of: dict[int, tuple[str, ...]] = {}

    def of(self, sentence: int) -> tuple[str, ...]:
        """The sorts of words, sorted."""
        if sentence not in self._of:
            self._of[sentence] = tuple(sorted(set(self._sorts(sentence))))
        return self._of[sentence]

    def features(self, first: int, second: int, stand: str, gaps: str) -> Iterator[str]:
        """What that says of two findings, the earlier in the first sentence."""
        mine, yours = self.of(first), self.of(second)
        for sort in yours:
            yield from (f"recalls:{sort}", f"recalls:{sort}|{stand}", f"recalls:{sort}|{gaps}")
            if sort in mine:
                yield f"recalls:{sort}|both"
        yield from (f"recalls:{sort}|first" for sort in mine)

    def _sorts(self, sentence: int) -> Iterator[str]:
        for t in self.parse.sentence_tokens(sentence):
            forms = {t.lower, t.lemma.lower()}
            yield from (sort for sort, words in self.words.bare.items() if forms & words)
            named = [sort for sort, words in self.words.known.items() if forms & words]
            if named and not self.words.articles.isdisjoint(d.lower for d in self.parse.children(t.index, *BEFORE)):
                yield from named
