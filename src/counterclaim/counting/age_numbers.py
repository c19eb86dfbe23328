"""Where a number stands, and whether it is somebody's age: "a boy, about 4,", "children under 15", "a girl of six"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.counting.noun_runs import YEARS_OLD
from counterclaim.counting.numerals import Numerals
from counterclaim.counting.victims import HARMED, Victims
from counterclaim.syntax import Parse

AGES = range(1, 111)
OF_ABOUT: tuple[list[str], ...] = ([], ["about"], ["around"], ["some"], ["nearly"], ["almost"], ["only"])
AGING = frozenset({"children", "women", "men", "civilians", "soldiers", "medics", "journalists", "other"})
GROWN = 18  # years
PERSONS = frozenset({"children", "women", "men"})
LIMITS = frozenset({"under", "below", "over", "above"})
EACH = frozenset({"all", "both", "mostly", "aged"})
SINGULAR = frozenset({"is", "was", "'s"})
WERE = frozenset({"were", "was", "are", "is", "aged"})
JOINING = frozenset({"and", "or", "to", "-", "–"})
AGED = frozenset({"aged", "age", "ages"})
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


class AgeNumbers:
    """Tells ages from counts with the lexicon's people and numbers."""

    def __init__(self, victims: Victims, numerals: Numerals) -> None:
        self._victims = victims
        self._numerals = numerals

    def is_age(self, place: NumberPlace, value: int | None, *, digits: bool) -> bool:
        """Whether the number is an age, or bounds one; `value` is None for a range."""
        if place.before in ("yet", "turned", "barely") and value in AGES and place.after in CLOSING:
            return True  # "one of whom is not yet sixteen"
        if self._is_of_whom(place, value):
            return True
        if self._is_of_age(place, value) or self._is_age_limit(place, value) or self._is_of_ages(place):
            return True
        return digits and (
            self._is_age(place, value) or self._is_guessed_age(place) or self._is_believed_age(place, value)
        )

    def _is_of_whom(self, place: NumberPlace, value: int | None) -> bool:
        """Whether it says how old the one just told of is: "her nephew, who is fifteen, was taken"."""
        if value not in AGES or place.at < 2 or place.after not in CLOSING:
            return False
        return place.words[place.at - 2] == "who" and place.words[place.at - 1] in SINGULAR

    def _is_age_limit(self, place: NumberPlace, value: int | None) -> bool:
        """Whether it bounds the age of people just named: "children under 15", "five of them were under 10"."""
        limit = place.words[place.start - 1] if place.start > place.at else ""
        if limit not in LIMITS or value not in AGES or place.at == 0 or self._victims.group(place.after):
            return False
        if place.words[place.start - 2] in EACH:
            return True
        before = place.words[place.at - 1]
        return before in WERE or (self._victims.group(before) is not None and before not in HARMED)

    def _is_of_ages(self, place: NumberPlace) -> bool:
        """Whether it stands in a list of ages: "ages four, six and 13", "a two and six year old"."""
        following = self._numerals.read(place.words, place.stop + 1) if place.after in ("and", "or") else None
        if following and place.words[following.stop : following.stop + 2] in YEARS_OLD:
            return True
        if self._is_set_in(place) or self._is_after_one(place):
            return True
        i, opening = place.start - 1, place.parse.sentence(place.start).first
        while i - 1 > opening and place.words[i] in (*JOINING, ","):
            comma = place.words[i - 1] == ","  # "four, six, and 13"
            if not self._is_number(place, i - 1 - comma):
                return False
            i -= 2 + comma
        return i > opening and (place.words[i] in AGED or self._opens_age(place, i, 1))

    def _is_set_in(self, place: NumberPlace) -> bool:
        """Whether it is one of two ages set in after people: "two boys, 5 and 9, died", "two men, 34 and 61 years,"."""
        joins = ("and", ",") if "(" in place.words[place.start - 3 : place.start] else ("and",)
        opens = place.after in joins and self._is_set_off(place, place.start - 1) and place.numeral(place.stop + 1)
        closes = place.before in joins and place.numeral(place.start - 2) and self._is_set_off(place, place.start - 3)
        return opens or (closes and place.after in (*CLOSING, "years"))

    def _is_after_one(self, place: NumberPlace) -> bool:
        """Whether it stands between commas after a noun for one person: "their brother, nine, may lose his sight"."""
        if (place.before, place.after) != (",", ",") or place.start < 2 or place.start != place.at:
            return False
        noun = place.parse.tokens[place.start - 2]
        return noun.tag == "NN" and self._victims.group(noun.lower) in PERSONS

    def _is_set_off(self, place: NumberPlace, at: int) -> bool:
        """Whether a comma or bracket stands at `at` after a noun for several people."""
        if at < 1 or place.words[at] not in (",", "("):
            return False
        return place.parse.tokens[at - 1].tag == "NNS" and self._victims.group(place.words[at - 1]) is not None

    def _is_number(self, place: NumberPlace, at: int) -> bool:
        return self._numerals.read(place.words, at) is not None

    def _is_of_age(self, place: NumberPlace, value: int | None) -> bool:
        """Whether it is the age of the person before it: "a girl of six", "a man of about 60"."""
        counting = self._victims.group(place.after) is not None and place.after not in HARMED
        if value not in AGES or counting or place.at < 2:
            return False
        return self._opens_age(place, place.at - 1, value) and place.words[place.at : place.start] in OF_ABOUT

    def _opens_age(self, place: NumberPlace, at: int, value: int | None) -> bool:
        """Whether "of" at `at` stands after a noun for one person, or for some young ones."""
        if place.words[at] != "of" or value is None:
            return False
        noun, word = place.parse.tokens[at - 1], place.words[at - 1]
        group = self._victims.group(word)
        if group not in AGING or word in self._victims.collectives:
            return False
        return noun.tag in ("NN", "NNP") or (value < GROWN and group == "children")

    def _is_age(self, place: NumberPlace, value: int | None) -> bool:
        """Whether a bare number is an age: "Ms Holm, 50, left", "died at 43"."""
        if value not in AGES or place.start < 2 or not place.before:
            return False
        earlier = place.start - 2
        if place.before == "at":
            return place.words[earlier] in ("died", "dies", "die")
        if place.before == "also":  # "Ana Holm, 18, and Bo Lind, also 18"
            return place.words[earlier] in (",", "(") and place.after in CLOSING
        token = place.parse.tokens[earlier]
        named = token.pos in ("PROPN", "NOUN") or self._victims.group(token.lower) is not None
        return place.before in (",", "(") and named and place.after in CLOSING

    def _is_guessed_age(self, place: NumberPlace) -> bool:
        """Whether it is somebody's age, more or less: "a boy, about 4,"."""
        if place.words[place.at : place.start] not in (["about"], ["around"]) or place.at < 2:
            return False
        token = place.parse.tokens[place.at - 2]
        one = self._victims.group(token.lower) is not None and token.tag in ("NN", "NNP")
        return one and place.words[place.at - 1] in (",", "(") and place.after in CLOSING

    def _is_believed_age(self, place: NumberPlace, value: int | None) -> bool:
        """Whether it is how old people just named are held to be: "two women, believed to be 30 and 60,"."""
        opening = place.words[max(0, place.start - 5) : place.start]
        if "be" not in opening or value not in AGES or self._victims.group(place.after) is not None:
            return False
        at = place.start - len(opening) + opening.index("be")
        between = place.words[at + 1 : place.start]
        aside = place.words[at - 3] in (",", "(") and place.words[at - 1] == "to" and at > 3
        joined = all(w in ("and", "or", "about", ",") or w[-1:].isdigit() for w in between)
        return aside and joined and self._victims.group(place.words[at - 4]) is not None
