"""Places that no list of places has, known by the words beside them: "the village of Old Marrow"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model import Mention, Place
from counterclaim.setting.spots import CONNECTS, PlaceWords
from counterclaim.syntax import Parse, Token

NO_NAMES = frozenset({"NORP", "DATE", "TIME", "CARDINAL", "ORDINAL"})
NO_PLACES = NO_NAMES | {"ORG", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}
INSIDE = frozenset({"in", "at", "near", "outside"})
HYPHENS = frozenset("-‑")
ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "az", "ad"})


class UnlistedPlaces:
    """Finds such places in one page. `told` are the tokens of harm and of attacks: no part of a name."""

    def __init__(self, parse: Parse, words: PlaceWords, told: frozenset[int]) -> None:
        self.parse, self.words, self.told = parse, words, told
        self._small = frozenset(t.text for t in parse.tokens if t.text.islower())

    def find(self, taken: set[int]) -> Iterator[Mention]:
        """Names that no mention covers and that their neighbours make places: "the village of Old Marrow"."""
        tokens = self.parse.tokens
        for t in tokens:
            sentence = self.parse.sentence(t.index)
            if t.text in self.words.sites:
                after = t.index + 1
                if after < sentence.stop and tokens[after].lower == "of":
                    yield from self._name(after + 1, 1, sentence.stop, taken)
                else:
                    plain = (
                        t.index - 1 > sentence.first
                        and tokens[t.index - 1].pos == "ADJ"
                        and tokens[t.index - 1].text.islower()
                    )
                    yield from self._names(t.index - 1 - plain, sentence.first, taken)
            elif (
                t.dep == "pobj"
                and t.pos == "PROPN"
                and tokens[t.index - 1].pos != "NUM"
                and t.entity not in NO_PLACES
                and not t.text.isupper()
                and not self._is_plain(t)
            ):
                prep = self.parse.head(t.index)
                hit = prep.lower in self.words.locative and prep.head in self.told and not self._suffers(t, prep)
                if prep.lower in INSIDE or hit:
                    yield from self._names(t.index, sentence.first, taken)

    def _is_plain(self, t: Token) -> bool:
        """Whether it is a word in capitals that the page also writes small, or that a number is for: "Room 140"."""
        following = self.parse.tokens[t.index + 1 : t.index + 2]
        numbered = bool(following) and following[0].pos == "NUM" and following[0].head == t.index
        return t.lower in self._small or numbered

    def _suffers(self, t: Token, prep: Token) -> bool:
        """Whether it is a person to whom what stands before "of" was done: "the death of Ana Holm"."""
        return prep.lower == "of" and t.entity == "PERSON" and not t.entity_first

    def _names(self, i: int, end: int, taken: set[int]) -> Iterator[Mention]:
        """The names that end at token `i`, joined by "and" or commas."""
        while True:
            found = next(self._name(i, -1, end, taken), None)
            if found is None:
                return
            yield found
            i = found.first - 2
            if i < end or self.parse.tokens[i + 1].lower not in CONNECTS:
                return

    def _name(self, i: int, step: int, end: int, taken: set[int]) -> Iterator[Mention]:
        """The proper nouns that run from token `i` to one side, unless they are known."""
        tokens = self.parse.tokens
        j = i
        while (j < end if step > 0 else j >= end) and self._is_name(tokens[j]) and j not in taken:
            j += step
        first, stop = (i, j) if step > 0 else (j + 1, i + 1)
        if first >= stop or (step < 0 and j >= end and j in taken and tokens[j].pos == "PROPN"):
            return
        span = self.parse.span(first, stop)
        if not span.exact[:1].isupper() and span.exact[:3].lower() != "al-":
            return
        taken.update(range(first, stop))
        yield Mention(span, "place", span.exact, stop - 1, first, stop, None, Place(span.exact))

    def _is_name(self, t: Token) -> bool:
        if t.text in HYPHENS:
            return True
        if t.lower in ARTICLES:  # "at-Tolmeh" and "al Tolmeh", but "at Tolmeh"
            after = self.parse.tokens[t.index + 1 : t.index + 2]
            return t.text[:1].isupper() or t.lower == "al" or (bool(after) and after[0].text in HYPHENS)
        named = t.pos == "PROPN" or (t.text[:1].isupper() and t.pos in ("NOUN", "ADJ", "X"))
        return named and t.text[:1].isalpha() and t.index not in self.told and t.entity not in NO_NAMES
