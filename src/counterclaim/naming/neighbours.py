"""The tokens next to a name, within its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.naming.words import NameWords
from counterclaim.syntax import Parse, Token

HYPHENS = frozenset("-‐‑–")
MARKS = frozenset({"'s", "’s", "'", "’"})


class Neighbours:
    """Looks about in one page."""

    def __init__(self, parse: Parse, words: NameWords) -> None:
        self.parse, self.words, self.tokens = parse, words, parse.tokens

    def text(self, first: int, stop: int) -> str:
        """The page's words from token `first` to `stop`."""
        return self.parse.text[self.tokens[first].start : self.tokens[stop - 1].end]

    def together(self, i: int) -> bool:
        """Whether token `i` and the next stand in one sentence."""
        tokens = self.tokens
        return 0 <= i < len(tokens) - 1 and tokens[i].sentence == tokens[i + 1].sentence

    def nearby(self, first: int, stop: int) -> Sequence[Token]:
        """The tokens of that range that exist."""
        return self.tokens[max(first, 0) : min(max(stop, 0), len(self.tokens))]

    def after(self, stop: int) -> Token | None:
        """The next token of the sentence, None at its end."""
        return self.tokens[stop] if self.together(stop - 1) else None

    def before(self, i: int) -> Token | None:
        """The token before, None at the sentence's beginning."""
        return self.tokens[i - 1] if self.together(i - 1) else None

    def before_is(self, i: int, words: frozenset[str]) -> bool:
        """Whether one of the words stands before, in the plural or not."""
        t = self.before(i)
        return t is not None and (t.lower in words or t.lower.removesuffix("s") in words)
