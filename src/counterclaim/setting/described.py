"""Places that the page says are such: "Old Marrow, a village", "the camp, Old Marrow", "a place called Old Marrow"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model import Mention
from counterclaim.setting.runs import NameRuns
from counterclaim.setting.spots import PlaceWords
from counterclaim.syntax import Parse, Token

BETWEEN = 6  # words from a name to the noun that says what it is
INDEFINITE = frozenset({"a", "an", "another", "one"})
BELOW = frozenset({"compound", "poss", "nmod", "amod"})
INNER = frozenset({"DET", "ADJ", "NOUN", "NUM", "VERB", "ADV", "PROPN", "PUNCT"})


class Described:
    """Reads them from one page."""

    def __init__(self, parse: Parse, words: PlaceWords, runs: NameRuns) -> None:
        self.parse, self.words, self.runs = parse, words, runs

    def find(self, noun: Token, taken: set[int]) -> Iterator[Mention]:
        """The names that a noun for places says something of."""
        if noun.dep in BELOW:
            return
        first, stop = (s := self.parse.sentence(noun.index)).first, s.stop
        yield from self._before(noun.index, first, taken)
        yield from self._after(noun, stop, taken)

    def _before(self, i: int, first: int, taken: set[int]) -> Iterator[Mention]:
        """The name before "…, a village" or, where a page lost its commas, before "… a village"."""
        tokens = self.parse.tokens
        for j in range(i - 1, max(first, i - BETWEEN), -1):
            if tokens[j].lower in INDEFINITE:
                comma = tokens[j - 1].text == ","
                at = j - 1 - comma
                if at >= first and tokens[at].pos == "PROPN":
                    yield from self.runs.run(at, -1, first, taken)
                return
            if tokens[j].pos not in INNER or tokens[j].text == ",":
                return

    def _after(self, noun: Token, stop: int, taken: set[int]) -> Iterator[Mention]:
        """The names after "villages, …" and "a village called …"."""
        tokens, i = self.parse.tokens, noun.index + 1
        if i + 1 >= stop:
            return
        if tokens[i].lower in self.words.called:
            yield from self.runs.run(i + 1 + (tokens[i + 1].lower == "as"), 1, stop, taken)
        elif tokens[i].text == "," and self._goes_on(noun, i + 1, stop):
            yield from self.runs.listed_on(i + 1, stop, taken)

    def _goes_on(self, noun: Token, i: int, stop: int) -> bool:
        """Whether what follows a comma is the name of what the noun stands for, and not of who speaks."""
        tokens, end = self.parse.tokens, i
        while end < stop and self.runs.is_name(tokens[end]):
            end += 1
        if end in (i, stop):
            return False
        if any(t.head == noun.index and t.dep == "appos" for t in tokens[i:end]):
            return True
        placed = tokens[end].text == "," and end + 1 < stop and tokens[end + 1].pos == "ADP"
        return placed and tokens[noun.index - 1].lower in ("the", "this", "that")
