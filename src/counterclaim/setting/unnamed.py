"""Villages that a page does not name at first: "in a village near Arven" is around Arven, and may be named below."""

from __future__ import annotations

from counterclaim.model import Mention
from counterclaim.setting.spots import PlaceWords
from counterclaim.syntax import Parse, Token

INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several"})
DEFINITE = frozenset({"the", "this", "these", "that", "those", "its", "their"})
NEAR = frozenset({"near", "outside", "around"})
BESIDE = NEAR | {"of", "from"}  # these two after "north", "20 km" and the like
ROUGHLY = frozenset(
    {"about", "some", "roughly", "around", "just", "only", "nearly", "almost", "to", "the", "than", "less", "more"}
)


class Unnamed:
    """Reads them from one page."""

    def __init__(self, parse: Parse, words: PlaceWords) -> None:
        self.parse, self.words = parse, words

    def is_only_near(self, m: Mention) -> bool:
        """Whether a place is only said to be near a village without a name."""
        tokens, opening = self.parse.tokens, self.parse.sentence(m.first).first
        i = m.first - 1
        if i <= opening or tokens[i].lower not in BESIDE:
            return False
        far = i
        while far - 1 > opening and self._tells_how_far(tokens[far - 1]):
            far -= 1
        noun = tokens[far - 1]
        told = tokens[i].lower in NEAR or far < i
        return told and noun.lower in self.words.villages and self._is_indefinite(noun)

    def _tells_how_far(self, t: Token) -> bool:
        return t.pos == "NUM" or t.lower in self.words.directions or t.lower in ROUGHLY

    def _is_indefinite(self, noun: Token) -> bool:
        """Whether a noun for villages has no name and no "the"."""
        led = {t.lower for t in self.parse.children(noun.index, "det", "nummod", "poss", "amod")}
        named = any(t.pos == "PROPN" for t in self.parse.children(noun.index, "appos", "compound", "nmod", "poss"))
        bare = noun.tag == "NNS" or not led  # "Attack on village near Arven"
        return not named and not led & DEFINITE and (bool(led & INDEFINITE) or bare)
