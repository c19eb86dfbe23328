"""Nouns that point to a place named elsewhere: "the town", "a village in the north"."""

from __future__ import annotations

from collections.abc import Collection

from counterclaim.lexicon import Lexicon
from counterclaim.syntax import Parse, Token

NEW = frozenset({"a", "an"})
KNOWN = frozenset({"the", "this", "that"})


class Pointing:
    """Reads them from one page; `named` are the tokens of places' names."""

    def __init__(self, parse: Parse, named: Collection[int], lexicon: Lexicon) -> None:
        self.parse, self.named = parse, named
        self.sites = lexicon.words("settings", "sites")
        self.kinds = {noun: kind for kind, nouns in lexicon.table("settings", "pointing").items() for noun in nouns}
        self._read: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def of(self, sentence: int) -> tuple[frozenset[str], frozenset[str]]:
        """The sites that a sentence tells of as new ("village"), and the kinds of place that it takes as known."""
        if sentence not in self._read:
            nouns = [t for t in self.parse.sentence_tokens(sentence) if self._points(t)]
            told = [(t.lower, {d.lower for d in self.parse.children(t.index, "det")}) for t in nouns]
            new = frozenset(noun for noun, before in told if before & NEW and noun in self.sites)
            known = frozenset(self.kinds[noun] for noun, before in told if before & KNOWN and noun in self.kinds)
            self._read[sentence] = new, known
        return self._read[sentence]

    def is_known(self, noun: Token) -> bool:
        """Whether a noun takes a kind of place as known: "the region"."""
        before = {d.lower for d in self.parse.children(noun.index, "det")}
        return noun.lower in self.kinds and not before.isdisjoint(KNOWN) and self._points(noun)

    def _points(self, t: Token) -> bool:
        if t.pos != "NOUN" or t.dep == "compound" or t.index in self.named:
            return False
        after = self.parse.tokens[t.index + 1 : t.index + 2]
        return not (after and after[0].lower == "of")
