"""Numbers that count no people: dates, years, ages, sums, shares, clock times, ranks, parts of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.counting.numerals import Numerals
from counterclaim.counting.victims import load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.phrases import Phrases
from counterclaim.syntax import Parse

DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?$")
YEARS = range(1900, 2100)
AGES = range(1, 111)
RATES = frozenset({"%", "percent", "per", "/", "°", "pct", "pc"})
HYPHENS = frozenset({"-", "–"})
JOINTS = frozenset({":", "/", ".", *HYPHENS})  # what stands between the numbers of a date, a time or a score
ENDS = frozenset({")", "]", "–", "—", "|", "'s"})
CLOSING = frozenset({",", ".", ")", ";", ""})


@dataclass(frozen=True)
class NumberPlace:
    """Where a number stands: tokens `start` to `stop`, after words that bound it from `at` on."""

    parse: Parse
    words: Sequence[str]
    at: int
    start: int
    stop: int

    @property
    def before(self) -> str:
        """The word before the number in its sentence, "" at its start."""
        return self.words[self.start - 1] if self.start > self.parse.sentence(self.start).first else ""

    @property
    def after(self) -> str:
        """The word after the number in its sentence, "" at its end."""
        return self.words[self.stop] if self.stop < self.parse.sentence(self.stop - 1).stop else ""

    @property
    def touches(self) -> bool:
        """Whether the word after follows with no space between."""
        return bool(self.after) and self.parse.tokens[self.stop].start == self.parse.tokens[self.stop - 1].end

    def numeral(self, at: int) -> bool:
        """Whether the word at `at` ends in a digit."""
        return 0 <= at < len(self.words) and self.words[at][-1:].isdigit()


class OtherNumbers:
    """The lexicon's words around numbers that count no people."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._victims = load_victims(lexicon)
        self._numerals = Numerals(lexicon)
        self._vague = Phrases[int](lexicon.table("quantities", "vague"))
        self._names = lexicon.words("quantities", "names")
        self._months = lexicon.words("quantities", "months")
        self._joined = lexicon.words("quantities", "joined")

    def is_other(self, place: NumberPlace, value: int | None, *, digits: bool) -> bool:
        """Whether the number is none of people; `value` is None for a range."""
        if self._is_joined(place, digits=digits) or self._is_month(place) or self._is_no_count(place.words, place.at):
            return True
        if not digits:
            return False
        named = place.before in self._names or self._ends_name(place)
        return named or self._is_year(place, value) or self._is_age(place, value)

    @staticmethod
    def _ends_name(place: NumberPlace) -> bool:
        """Whether the number closes a name: "(Vesk Today 24)"."""
        return place.after in ENDS and bool(place.before) and place.parse.tokens[place.start - 1].tag == "NNP"

    def _is_joined(self, place: NumberPlace, *, digits: bool) -> bool:
        """Whether it is part of something longer: "22-year-old", "10:30", "3/4", "5 %"."""
        if place.after in HYPHENS and place.touches:
            following = place.words[place.stop + 1 : place.stop + 2]
            return digits or (following[:1] != [] and following[0] in self._joined)
        if place.after in RATES:
            return True
        timed = place.after == ":" and place.touches and place.numeral(place.stop + 1)
        return digits and (timed or (place.before in JOINTS and place.numeral(place.start - 2)))

    def _is_month(self, place: NumberPlace) -> bool:
        near = ((place.before, place.start - 1), (place.after, place.stop))
        return any(word in self._months and place.parse.tokens[at].text[:1].isupper() for word, at in near)

    def _is_no_count(self, words: Sequence[str], at: int) -> bool:
        """Whether what stands before makes it no count of people harmed: "a population of", "a plane or" two."""
        before, earlier = words[at - 1 : at], words[at - 2 : at - 1] if at > 1 else []
        if before == ["or"] and words[at] in ("two", "three"):
            return self._numerals.read(words, at - 2) is None
        return before == ["of"] and earlier in (["age"], ["ages"], ["population"])

    def _is_year(self, place: NumberPlace, value: int | None) -> bool:
        if value not in YEARS or len(place.words[place.start]) != 4:
            return False
        if place.after in self._vague.firsts or DAY.match(place.before):
            return True
        more = place.after == "more" and place.words[place.stop + 1 : place.stop + 2] != ["than"]
        return not more and not self._victims.group(place.after)

    def _is_age(self, place: NumberPlace, value: int | None) -> bool:
        """Whether a bare number is an age: "Ms Holm, 50, left", "died at 43"."""
        if value not in AGES or place.start < 2 or not place.before:
            return False
        earlier = place.start - 2
        if place.before == "at":
            return place.words[earlier] in ("died", "dies", "die")
        named = place.before in (",", "(") and place.parse.tokens[earlier].pos in ("PROPN", "NOUN")
        return named and place.after in CLOSING
