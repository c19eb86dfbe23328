"""Hospitals, where those are brought whom something befell elsewhere, unless they are struck themselves."""

from __future__ import annotations

from functools import cached_property

from counterclaim.model import Mention
from counterclaim.setting.runs import HYPHENS
from counterclaim.setting.spots import PlaceWords
from counterclaim.syntax import UNDERGOING, Parse, Token


class Wards:
    """Reads those of one page. `told` are tokens of harm and attacks, `events` of attacks alone."""

    def __init__(self, parse: Parse, words: PlaceWords, told: frozenset[int], events: frozenset[int]) -> None:
        self.parse, self.words, self.told, self.events = parse, words, told, events

    def is_one(self, m: Mention, token: Token) -> bool:
        """Whether a place is a hospital, or a hospital's town, at which nothing was aimed."""
        prep = self.parse.head(token.index)
        if token.dep != "pobj" or prep.lower not in ("in", "at", "to", "of"):
            return False
        noun, wards = self.parse.head(prep.index), self.words.carrying.wards
        named = (t for t in self.parse.tokens[m.first : m.stop + 1] if not self._is_articled(t))
        if not wards.isdisjoint(t.lower for t in named):
            return not (noun.index in self.told and noun.lemma not in self.words.carrying.passed)
        above = self.parse.head(self.parse.head(noun.index).index)
        aimed = noun.dep in UNDERGOING or above.index in self.events
        return noun.lower in wards and not aimed

    @cached_property
    def struck(self) -> bool:
        """Whether the page tells of an attack on a hospital."""
        wards = (t for t in self.parse.tokens if t.lower in self.words.carrying.wards)
        return any(t.head in self.events and t.dep in (*UNDERGOING, "compound") for t in wards)

    def _is_articled(self, t: Token) -> bool:
        """Whether a word hangs on an Arabic article: "Arven al-Ward"."""
        return t.index > 0 and self.parse.tokens[t.index - 1].text in HYPHENS
