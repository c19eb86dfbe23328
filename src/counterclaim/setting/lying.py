"""Sentences that only say where a place lies: "Old Marrow is 30 km from Arven" tells of Old Marrow, not of Arven."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model import Mention
from counterclaim.setting.spots import NEVER, PlaceWords
from counterclaim.syntax import SUBJECTS, Parse, Token

LAIN = -1.0  # against the place of which it is said: nothing, but for
BEING = frozenset({"be", "lie", "sit"})
NOUN = 2  # words from a noun for places to its name, the comma one of them


class Lying:
    """Reads them from one page. `told` are tokens of harm and attacks."""

    def __init__(self, parse: Parse, words: PlaceWords, told: frozenset[int]) -> None:
        self.parse, self.words, self.told = parse, words, told

    def located(self, places: Sequence[Mention]) -> list[float] | None:
        """What speaks against a sentence's places, given in order; None where it tells of anything else."""
        first = self._subject(self.parse.tokens[places[0].token])
        verb = self.parse.head(first.index)
        lies = verb.lemma in BEING or verb.lemma in self.words.lying
        if first.dep not in SUBJECTS or not lies or verb.dep not in ("ROOT", "ccomp", "conj"):
            return None
        sentence = self.parse.sentence(first.index)
        if not self.told.isdisjoint(range(sentence.first, sentence.stop)):
            return None
        below = [verb.index in (t.index for t in self.parse.ancestors(m.token)) for m in places[1:]]
        return [LAIN, *(NEVER if under else 0.0 for under in below)]

    def _subject(self, token: Token) -> Token:
        """The noun that a name only names: "the village" of "the village, Old Marrow, lies"."""
        while token.dep == "pobj" and self.parse.head(token.index).lower == "of":  # "the village of Old Marrow"
            token = self.parse.head(self.parse.head(token.index).index)
        head = self.parse.head(token.index)
        named = token.dep == "appos" and token.index - head.index <= NOUN and head.lower in self.words.sites
        return head if named else token
