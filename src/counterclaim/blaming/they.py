"""Armed men of whom a page has told when "they" opens or stands in a sentence without them: "They killed nine"."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.nouns import Culprit
from counterclaim.syntax import Parse, Token

THEY = "they"
BACK = 3  # sentences over which "they" goes on


@dataclass(frozen=True)
class They:
    """Reads the pronoun on one page."""

    parse: Parse
    culprits: Culprits

    def meant(self, t: Token) -> list[Culprit]:
        """The armed men of whom the sentence before tells: "Gunmen came at dawn. They killed nine"."""
        told = self.culprits.is_told(t.index)
        for sentence in range(t.sentence - 1, max(-1, t.sentence - 1 - BACK), -1):
            subjects = [s for s in self.parse.sentence_tokens(sentence) if s.dep in ("nsubj", "nsubjpass")]
            main = [s for s in subjects if self.parse.depth(s.index) == 1][:1]
            if any(s.lower == THEY for s in main):
                continue  # they are told of farther back
            found = [c for s in main for c in self.culprits.of(s.index) if c.sort != "power"]
            if found or not told:
                return self._as(t, found)
        return self._only_band(t) if told else []

    def _only_band(self, t: Token) -> list[Culprit]:
        """The one armed band of whom the page has told when a witness says "they"."""
        before = self.parse.tokens[: self.parse.sentence(t.index).first]
        bands = [c for s in before if s.dep == "nsubj" for c in self.culprits.of(s.index) if c.sort != "power"]
        return self._as(t, bands[:1]) if len({c.party for c in bands}) == 1 else []

    def _as(self, t: Token, found: list[Culprit]) -> list[Culprit]:
        at = self.parse.span(t.index, t.index + 1)
        return [Culprit(c.party, at, t.index, c.sort) for c in found]
