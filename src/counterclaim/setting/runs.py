"""Runs of words that can be the name of a place that no list has."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model import Mention, Place
from counterclaim.setting.spots import CONNECTS
from counterclaim.syntax import Parse, Token

NO_NAMES = frozenset({"NORP", "DATE", "TIME", "CARDINAL", "ORDINAL"})
HYPHENS = frozenset("-‑")
VOWEL = 3  # letters that are too many for a vowel that links two words of a name
ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "az", "ad"})
PLAIN = frozenset({"at", "as", "ad"})  # of these, words that open sentences: "At Arven"
LONGEST = 5  # words of a name, but for articles and hyphens


class NameRuns:
    """Reads them from one page. `told` are the tokens of harm and of attacks: no part of a name."""

    def __init__(self, parse: Parse, told: frozenset[int]) -> None:
        self.parse, self.told = parse, told

    def listed(self, i: int, end: int, taken: set[int]) -> Iterator[Mention]:
        """The names that end at token `i`, joined by "and" or commas, back to token `end`."""
        while True:
            found = next(self.run(i, -1, end, taken), None)
            if found is None:
                return
            yield found
            i = found.first - 2
            if i < end or self.parse.tokens[i + 1].lower not in CONNECTS:
                return

    def before(self, i: int, end: int, taken: set[int]) -> Iterator[Mention]:
        """The names of a list before those at token `i` and left of it that are known: "Old Marrow, Arven and Tarn"."""
        tokens = self.parse.tokens
        while i >= end and i in taken:
            while i >= end and i in taken:
                i -= 1
            if i < end or tokens[i].lower not in CONNECTS:
                return
            while i >= end and tokens[i].lower in CONNECTS:
                i -= 1
        if i >= end:
            yield from self.listed(i, end, taken)

    def listed_on(self, i: int, end: int, taken: set[int]) -> Iterator[Mention]:
        """The names that begin at token `i`, joined by "and" or commas, up to token `end` (exclusive)."""
        while True:
            found = next(self.run(i, 1, end, taken), None)
            if found is None:
                return
            yield found
            i = found.stop + 1
            if i >= end or self.parse.tokens[i - 1].lower not in CONNECTS:
                return

    def run(self, i: int, step: int, end: int, taken: set[int]) -> Iterator[Mention]:
        """The proper nouns that run from token `i` to one side, unless they are in `taken`, to which they are added."""
        tokens = self.parse.tokens
        j = i
        while (j < end if step > 0 else j >= end) and self.is_name(tokens[j]) and j not in taken:
            j += step
        first, stop = (i, j) if step > 0 else (j + 1, i + 1)
        if first >= stop or (step < 0 and j >= end and j in taken and tokens[j].pos == "PROPN"):
            return
        span = self.parse.span(first, stop)
        if not span.exact[:1].isupper() and span.exact[:3].lower() != "al-":
            return
        if sum(t.text not in HYPHENS and t.lower not in ARTICLES for t in tokens[first:stop]) > LONGEST:
            return  # a headline
        taken.update(range(first, stop))
        yield Mention(span, "place", span.exact, stop - 1, first, stop, None, Place(span.exact))

    def is_name(self, t: Token) -> bool:
        """Whether a word can be a part of a name."""
        if t.text in HYPHENS:
            return True
        if t.lower in ARTICLES:  # "at-Tolmeh" and "al Tolmeh", but "at Tolmeh"
            after = self.parse.tokens[t.index + 1 : t.index + 2]
            return (
                (t.text[:1].isupper() and t.lower not in PLAIN)
                or t.lower == "al"
                or (bool(after) and after[0].text in HYPHENS)
            )
        if t.text.islower() and self._is_hung(t):
            return True
        named = t.pos == "PROPN" or (t.text[:1].isupper() and t.pos in ("NOUN", "ADJ", "X"))
        return named and t.text[:1].isalpha() and t.index not in self.told and t.entity not in NO_NAMES

    def _is_hung(self, t: Token) -> bool:
        """Whether a small word hangs by hyphens in a name: "u" and "sheel" in "Buur-u-sheel"."""
        tokens, i = self.parse.tokens, t.index
        if i < VOWEL or tokens[i - 1].text not in HYPHENS or tokens[i - 1].end != t.start:
            return False
        return len(t.text) < VOWEL or (tokens[i - 2].text.islower() and len(tokens[i - 2].text) < VOWEL)
