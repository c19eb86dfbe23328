"""What stands around a name: whether it is where something is, a part of a longer name, a person's, an outlet's."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from counterclaim.naming.neighbours import HYPHENS, MARKS
from counterclaim.naming.placesigns import PlaceSigns
from counterclaim.naming.words import NameWords
from counterclaim.syntax import Parse, Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
APOSTROPHES = "'’ʻʿ`"
DATELINE = frozenset("(,:—–-/|")
BARE = frozenset({"al", "el"})
THE = "the"
FUNCTION = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PRON", "AUX", "PART"})
LONGEST = 5  # words in a place's name


class Surroundings(PlaceSigns):
    """Questions about a page's tokens that decide what a name names."""

    def __init__(self, parse: Parse, words: NameWords) -> None:
        super().__init__(parse, words)
        self._opens: dict[int, bool] = {}

    def article(self, i: int) -> bool:
        """Whether an Arabic article is joined by a hyphen to a name here ("al-Bab")."""
        if i + 2 >= len(self.tokens) or self.tokens[i].lower not in self.words.particles:
            return False
        hyphen, name = self.tokens[i + 1], self.tokens[i + 2]
        return hyphen.text in HYPHENS and hyphen.start == self.tokens[i].end and name.text[0].isupper()

    def opens(self, i: int) -> bool:
        """Whether a name may begin at token `i`."""
        if i not in self._opens:
            t = self.tokens[i]
            capital = t.text[0].isupper() and t.pos not in FUNCTION
            self._opens[i] = capital or self.article(i) or self._bare_article(i)
        return self._opens[i]

    def _bare_article(self, i: int) -> bool:
        """Whether an Arabic article stands before a name without a hyphen ("al Zehr village")."""
        following = self.after(i + 1) if self.tokens[i].text in BARE else None
        if following is None or not following.text[0].isupper():
            return False
        return following.start == self.tokens[i].end + 1

    def stops(self, i: int, longest: int, *, small: frozenset[str] | None = None) -> list[int]:
        """Where a name of at most `longest` words (articles not counted) that begins at `i` may stop, longest first.

        With `small` only words that may stand in a name are passed over: capitals, numbers, and the small words given.
        """
        stops: list[int] = []
        sentence = self.tokens[i].sentence
        for t in self.nearby(i, i + 3 * longest + 3):
            if t.sentence != sentence or len(stops) >= longest or self._ends(t, small):
                break
            capital = t.text[0].isupper() or t.text[0].isdigit() or t.text[0] in APOSTROPHES
            article = t.lower == THE or self.article(t.index)
            if t.text not in HYPHENS and t.text not in MARKS and (capital or not small) and not article:
                stops.append(t.index + 1)
        return stops[::-1]

    def _ends(self, t: Token, small: frozenset[str] | None) -> bool:
        if t.text in HYPHENS or t.text in MARKS or t.text[0] in APOSTROPHES:
            return False
        if not t.text[0].isalnum():
            return True
        return small is not None and not (t.text[0].isupper() or t.text[0].isdigit()) and t.lower not in small

    def unit(self, i: int) -> int:
        """Where an unknown name that begins at `i` stops.

        It is what the parser took for one entity, beginning with words with which places' names begin ("Tal", "Khan
        al-") if there are any, or a run of names before a noun for places ("Zahr al-Nour village").
        """
        stops = self.stops(i, LONGEST, small=self.words.particles - {"of"})  # "Velk of Nor region" is two places
        run = stops[0] if stops else i + 1
        if run - i > 1 and self.kind_after(run):
            return run
        opened = i
        while opened < run - 1 and (self.article(opened) or self.tokens[opened].lower in self.words.openers):
            opened += 2 if self.article(opened) else 1
        stop = opened + 1
        while stop < run and (self._goes_on(stop) or self.compounded(stop)):
            stop += 2 if self.tokens[stop].text in HYPHENS else 1
        return min(stop, run)

    def _goes_on(self, i: int) -> bool:
        return bool(self.tokens[i].entity) and not self.tokens[i].entity_first

    def compounded(self, i: int) -> bool:
        """Whether what stands at token `i` ends a name of two: "Velka Norda", "Velka-Norda" (at its hyphen)."""
        t, before = self.tokens[i], self.tokens[i - 1]
        if t.text in HYPHENS:
            name = self.after(i + 1)
            close = before.end == t.start and name is not None and name.start == t.end
            return close and name is not None and name.pos == "PROPN" and name.text[0].isupper()
        alike = not before.entity or t.entity in ("", before.entity)
        small = t.pos == "PROPN" and t.text[0].isupper() and not t.text.isupper() and alike
        return small and before.dep == "compound" and before.head == i

    def inside(self, i: int, stop: int, kind: str) -> bool:
        """Whether the stretch is a part of a longer statistical entity of that kind."""
        first, last = self.tokens[i], self.tokens[stop - 1]
        previous, following = self.before(i), self.after(stop)
        joined = previous is not None and previous.lower not in ("the", "of") and not first.entity_first
        joined = joined and previous is not None and previous.text[0].isascii()  # "📍 Velk"
        if joined and previous and previous.entity == kind == first.entity:
            return True
        goes_on = following and following.entity == kind == last.entity and not following.entity_first
        return bool(goes_on and following and following.text not in MARKS)

    def manner_after(self, stop: int) -> bool:
        """Whether the name is the first half of "US-backed", "Beirut-based" and the like."""
        hyphen, word = self.after(stop), self.after(stop + 1)
        joined = hyphen is not None and hyphen.text in HYPHENS and self.tokens[stop - 1].end == hyphen.start
        return joined and word is not None and word.lower in self.words.manners

    def hyphened(self, i: int) -> bool:
        """Whether the word is the second half of a compound ("African-American")."""
        hyphen = self.before(i)
        return hyphen is not None and hyphen.text in HYPHENS and hyphen.end == self.tokens[i].start

    def titled(self, i: int) -> bool:
        """Whether a person's title stands before."""
        previous = self.before(i)
        return previous is not None and previous.lower.rstrip(".") in self.words.titles

    def identified(self, i: int) -> bool:
        """Whether the page says that a person is called what begins at `i`: "identified as Orla"."""
        return [t.lower for t in self.nearby(i - 2, i)] == ["identified", "as"]

    def numbered(self, i: int) -> bool:
        """Whether the number after the word is its own ("Room 140")."""
        following = self.after(i + 1)
        return following is not None and following.pos == "NUM" and following.head == i

    def aged(self, i: int, stop: int) -> bool:
        """Whether an age makes the name a person's: "7-year-old Ana", but not "a 7-year-old Velk girl"."""
        previous, following = self.before(i), self.after(stop)
        if previous is None or not (previous.lower == "old" or previous.lower.endswith("-old")):
            return False
        return following is None or following.pos not in ("NOUN", "ADJ")

    def dateline(self, i: int, stop: int) -> bool:
        """Whether the stretch opens a report: "VELK (Agency) —", "VELK, Norrin:"."""
        following = self.after(stop)
        opens = self.before(i) is None and following is not None and following.text in DATELINE
        return opens and self.tokens[i].text.isupper() and len(self.tokens[i].text) > 3

    def speaks(self, i: int, stop: int, *, groups: bool = False) -> bool:
        """Whether there is talk of saying (with `groups` also of fighters) within three words of the stretch."""
        previous, following = self.before(i), self.after(stop)
        if previous and following and previous.text == "(" and following.text == ")":
            return True  # a dateline
        sentence = self.tokens[i].sentence
        around = (*self.nearby(i - 3, i), *self.nearby(stop, stop + 3))
        words = self.words.speaks | self.words.groups if groups else self.words.speaks
        return any(t.sentence == sentence and t.lower in words for t in around)

    def talks(self, i: int, stop: int) -> bool:
        """Whether what the stretch names is the one who speaks ("said Orla", "Orla said")."""
        t = next((t for t in self.tokens[i:stop] if not i <= t.head < stop), self.tokens[i])
        return t.dep == "nsubj" and self.tokens[t.head].lower in self.words.speaks

    def shouted(self, i: int) -> bool:
        """Whether a word in capitals stands in a line of capitals, where acronyms cannot be told from words."""
        beside = (self.before(i), self.after(i + 1))
        return any(t is not None and t.text.isupper() and len(t.text) > 2 for t in beside)

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that the page also writes small."""
        return frozenset(t.text for t in self.tokens if t.text.islower())

    @cached_property
    def persons(self) -> frozenset[str]:
        """Words that stand in persons' names of two words or more, and more often so than as a place's."""
        counts: Counter[str] = Counter()
        for t in self.tokens:
            if t.entity in PLACES:
                counts[t.text] -= 1
            elif t.entity == "PERSON" and t.text[0].isupper() and self._with_others(t):
                counts[t.text] += 1
        return frozenset(word for word, n in counts.items() if n > 0)

    def _with_others(self, t: Token) -> bool:
        previous, following = self.before(t.index), self.after(t.index + 1)
        named = [x for x in (previous, following) if x is not None and x.entity == "PERSON" and x.text[0].isupper()]
        return any((t if x is previous else x).entity_first is False for x in named)
