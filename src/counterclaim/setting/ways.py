"""Roads on which something happened, named for their ends: "on the highway between Arven and Tarn"."""

from __future__ import annotations

from counterclaim.setting.spots import PlaceWords
from counterclaim.syntax import Parse, Token


class Ways:
    """Reads those of one page."""

    def __init__(self, parse: Parse, words: PlaceWords) -> None:
        self.parse, self.words = parse, words

    def is_between(self, token: Token) -> bool:
        """Whether a place is an end of what something happened on: "on the highway between Arven and Tarn"."""
        noun = self.parse.head(self.parse.head(token.index).index)
        return (
            noun.dep == "pobj"
            and noun.lower in self.words.sites
            and self.parse.head(noun.index).lower in ("on", "at", "in", "near")
        )

    def is_to(self, token: Token) -> bool:
        """Whether something was on the way to a place: "killed on the road to Arven"."""
        noun = self._leading(token)
        along = self.parse.head(noun.index).lower in ("on", "along")
        return noun.dep == "pobj" and along and noun.lower in self.words.ways

    def is_last(self, token: Token) -> bool:
        """Whether somebody who was hurt before died on the way there: "two died on the way to Arven"."""
        noun = self._leading(token)
        verb = self.parse.head(self.parse.head(noun.index).index)
        return noun.lower == "way" and verb.lemma in self.words.carrying.passed

    def is_door(self, token: Token) -> bool:
        """Whether something was where one comes into a place: "near a checkpoint at the entrance to Arven"."""
        return self._leading(token).lower in self.words.doors

    def _leading(self, token: Token) -> Token:
        """The noun of what leads to a place, also where that is named with what it is: "to the town of Arven"."""
        while self.parse.head(token.index).lower == "of" and token.dep == "pobj":
            token = self.parse.head(self.parse.head(token.index).index)
        return self.parse.head(self.parse.head(token.index).index)
