"""Places to which people are brought: the hospital where the wounded are treated, where the dead are buried."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.lexicon import Lexicon
from counterclaim.syntax import Parse, Token

STEPS = 6  # up the tree
INTO = frozenset({"to", "into", "at", "in", "inside"})
TO = frozenset({"to", "into"})


@dataclass(frozen=True, slots=True)
class CarryWords:
    """The lexicon's words for it: verbs of care, verbs of bringing, nouns of care, and houses of it."""

    cared: frozenset[str]
    brought: frozenset[str]
    care: frozenset[str]
    wards: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> CarryWords:
        """Read them; raises DataError when a list is missing."""
        table = lexicon.table("settings", "carrying")
        return cls(*(frozenset(table[name]) for name in cls.__slots__))


class Carrying:
    """Reads one page."""

    def __init__(self, parse: Parse, words: CarryWords) -> None:
        self.parse, self.words = parse, words

    def is_brought(self, token: Token) -> bool:
        """Whether people were only brought to the place that a token names, or are cared for there."""
        words, below, ward = self.words, token, token.lower in self.words.wards
        for up in list(self.parse.ancestors(token.index))[:STEPS]:
            if up.pos == "NOUN" and up.lower in words.care and below.lower in INTO:
                return True
            ward |= up.lower in words.wards
            if up.pos in ("VERB", "AUX"):
                if below.index < up.index:
                    return False
                if up.lemma in words.cared or any(t.lower in words.care for t in self.parse.children(up.index, "dobj")):
                    return below.lower in INTO
                return up.lemma in words.brought and below.lower in TO and ward
            below = up
        return False
