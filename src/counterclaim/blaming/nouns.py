"""The nouns of one page, with what names a party among them; shared by all who read noun phrases as parties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.blaming.words import Vocabulary
from counterclaim.model import Mention, Party, Span
from counterclaim.syntax import Parse


@dataclass(frozen=True, slots=True)
class Culprit:
    """A party named in a noun phrase: `party` canonical, `span` the words that name it, `token` the last of these.

    `sort` is "power" (a state, an army, a coalition), "group" (a named one) or "described" ("rebels"). `meant` is the
    noun that a pronoun takes up.
    """

    party: str
    span: Span
    token: int
    sort: str
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Nouns:
    """`at` has the mention that each token is part of, `stems` the words as the lexicon has them."""

    parse: Parse
    at: Mapping[int, Mention]
    stems: Sequence[str]
    words: Vocabulary

    def sort(self, party: Party) -> str:
        """Whether a party is a power, a group or only described."""
        if party.name in self.words.armed.values():
            return "described"
        return "power" if party.kind in ("state", "armed_forces", "coalition") else "group"

    def culprit(self, party: str, first: int, stop: int, sort: str) -> Culprit:
        """The party as named by the tokens from `first` to `stop` (exclusive)."""
        return Culprit(party, self.parse.span(first, stop), stop - 1, sort)
