"""Numbers that count no people: dates, years, ages, sums, shares, clock times, ranks, parts of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from counterclaim.counting.age_numbers import AGED, CLOSING, JOINING, AgeNumbers, NumberPlace
from counterclaim.counting.noun_runs import YEARS_OLD
from counterclaim.counting.numerals import Numerals
from counterclaim.counting.victims import load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.phrases import Phrases
from counterclaim.syntax import SUBJECTS

DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?$")
YEARS = range(1900, 2100)
YEAR_DIGITS = 4
RATES = frozenset({"%", "percent", "per", "/", "°", "pct", "pc", "y.o", "y.o.", "y", "yo"})
ROUGHLY = (["plus"], ["odd"])  # "50-plus", "70-odd"
HYPHENS = frozenset({"-", "–"})
JOINTS = frozenset({":", "/", ".", *HYPHENS})  # what stands between the numbers of a date, a time or a score
OWNERS = frozenset(
    {"age", "ages", "population", "town", "city", "village", "father", "mother", "dad", "mum", "mom", "parent"}
)  # "a father of three"
SUPERLATIVES = frozenset({"JJS", "RBS"})
DAYS = range(1, 32)
IN_MONTH = frozenset({"in", "since", "by", "between", "from", "to", "until", "till", "and", "of", "during", "through"})
UNTIL = frozenset({"after", "before", "until", "till", "past"})
HOURS = range(1, 25)
TOWARDS_HOURS = frozenset(
    {"at", "around", "about", "by", "past", "since", "from", "near", "till", "until", "after", "before"}
)
HALVES = frozenset({"o'clock", "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt", "utc", "hrs"})
PARTS_OF_DAY = (["morning"], ["afternoon"], ["evening"], ["night"])
POINTING = frozenset({"a", "this", "that", "the", "another", "last", "first", "no"})  # before "one" that is no count
CHANGE_REACH = 6  # tokens from "rose" to the number after "to 33 from"
ENDS = frozenset({")", "]", "–", "—", "|", "'s"})


class OtherNumbers:
    """The lexicon's words around numbers that count no people."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._victims = load_victims(lexicon)
        self._numerals = Numerals(lexicon)
        self._ages = AgeNumbers(self._victims, self._numerals)
        self._vague = Phrases[int](lexicon.table("quantities", "vague"))
        self._names = lexicon.words("quantities", "names")
        self._months = lexicon.words("quantities", "months")
        self._joined = lexicon.words("quantities", "joined")
        self._callings = lexicon.words("quantities", "callings")
        self._directions = lexicon.words("quantities", "directions")
        self._places = lexicon.words("quantities", "places")
        self._changes = lexicon.words("quantities", "changes")

    def is_other(self, place: NumberPlace, value: int | None, *, digits: bool) -> bool:
        """Whether the number is none of people; `value` is None for a range."""
        if self._is_joined(place, digits=digits) or self._is_month(place, value):
            return True
        if self._is_no_count(place.words, place.at) or self._ages.is_age(place, value, digits=digits):
            return True
        if self._is_pronoun(place):
            return True
        if self._is_clock(place, value) or place.before in self._callings:
            return True
        if not digits:
            return False
        named = place.before in self._names or self._ends_name(place) or self._goes_on(place) or self._is_at(place)
        return (
            named
            or (value is None and self._is_years(place))
            or self._is_house(place)
            or self._is_of_pictures(place)
            or self._is_year(place, value)
        )

    def _is_years(self, place: NumberPlace) -> bool:
        """Whether a range is of years: "between 2017 and 2019"."""
        ends = [w for w in place.words[place.start : place.stop] if len(w) == YEAR_DIGITS and w.isdigit()]
        return len(ends) > 1 and all(int(w) in YEARS for w in ends) and self._victims.group(place.after) is None

    @staticmethod
    def _is_clock(place: NumberPlace, value: int | None) -> bool:
        """Whether it is a time of day: "hit the bar after eleven.", "at eleven in the morning", "past 7 p.m."."""
        if place.before in UNTIL and place.after in CLOSING:
            return True
        if value not in HOURS or place.before not in TOWARDS_HOURS:
            return False
        following = place.words[place.stop : place.stop + 3]
        return place.after in HALVES or (following[:2] == ["in", "the"] and following[2:] in PARTS_OF_DAY)

    @staticmethod
    def _is_pronoun(place: NumberPlace) -> bool:
        """Whether "one" stands for a thing: "a preliminary one", "this one"."""
        if place.words[place.start : place.stop] != ["one"] or place.start == 0:
            return False
        if place.after and place.parse.tokens[place.stop].pos in ("NOUN", "PROPN", "ADJ"):
            return False
        if place.words[place.stop : place.stop + 2] == ["of", "the"] and place.stop + 2 < len(place.words):
            return place.parse.tokens[place.stop + 2].tag in SUPERLATIVES  # "one of the highest tolls"
        if place.parse.tokens[place.start - 1].dep == "mark":  # "said that one was dead"
            return False
        if place.before == "another" and place.parse.tokens[place.start].dep in SUBJECTS:  # "another one died in Harl"
            return False
        return place.before in POINTING or (
            place.parse.tokens[place.start - 1].pos == "ADJ" and place.words[place.start - 2] in POINTING
        )

    def _is_house(self, place: NumberPlace) -> bool:
        """Whether it is an address: "2106 W. 4750 South", "305 E. Elm Road"."""
        at = place.stop + 1
        if place.after not in self._directions or at >= len(place.words):
            return False
        return place.numeral(at) or place.parse.tokens[at].tag == "NNP"

    def _is_at(self, place: NumberPlace) -> bool:
        """Whether it ends an address: "at County Road 14.", "inside apartment 6."."""
        return place.before in self._places and place.after in CLOSING

    def _is_of_pictures(self, place: NumberPlace) -> bool:
        """Whether it numbers a page's pictures: "Image 3 of 9"."""
        at = place.start - 3
        return at >= 0 and place.before == "of" and place.numeral(at + 1) and place.words[at] in self._names

    def _goes_on(self, place: NumberPlace) -> bool:
        """Whether it is joined to a date or an age: "between March 23 and 31", "aged 15 and 17"."""
        opening = place.parse.sentence(place.start).first
        if self._victims.group(place.after) or not place.numeral(place.start - 2):
            return False
        earlier = place.start - 1
        while earlier > opening and place.words[earlier] in (*JOINING, ",") and place.numeral(earlier - 1):
            earlier -= 2
        if earlier < opening or place.before not in (*JOINING, ","):
            return False
        if place.before == ",":  # "on March 3, 12 died"
            return place.words[earlier] in AGED
        month = place.words[earlier] in self._months and place.parse.tokens[earlier].text[:1].isupper()
        return month or place.words[earlier] in AGED

    @staticmethod
    def _ends_name(place: NumberPlace) -> bool:
        """Whether the number closes a name: "(Vesk Today 24)"."""
        return place.after in ENDS and bool(place.before) and place.parse.tokens[place.start - 1].tag == "NNP"

    def _is_joined(self, place: NumberPlace, *, digits: bool) -> bool:
        """Whether it is part of something longer: "22-year-old", "10:30", "3/4", "5 %"."""
        if place.after in HYPHENS and place.touches:
            following = place.words[place.stop + 1 : place.stop + 2]
            if following in ROUGHLY:
                return False
            return digits or (following[:1] != [] and following[0] in self._joined)
        if place.after in RATES and (place.after != "/" or place.touches):  # "dead: 12 / injured: 30"
            return True
        if place.words[place.stop : place.stop + 2] in YEARS_OLD:
            return True
        timed = place.after == ":" and place.touches and place.numeral(place.stop + 1)
        apart = place.before == ":" and place.parse.tokens[place.start - 1].end < place.parse.tokens[place.start].start
        return digits and (timed or (place.before in JOINTS and place.numeral(place.start - 2) and not apart))

    def _is_month(self, place: NumberPlace, value: int | None) -> bool:
        """Whether it is a day of a month, and not so as in "in May 40 died", "on 7 May 12 people died"."""
        if self._names_month(place, place.after, place.stop):
            return True
        if not self._names_month(place, place.before, place.start - 1):
            return False
        if value is None:  # "from March 24 to 31"
            ends = [w for w in place.words[place.start : place.stop] if w.isdigit()]
            return all(int(w) in DAYS for w in ends) and bool(ends) and self._victims.group(place.after) is None
        if value not in DAYS and value not in YEARS:
            return False
        named = takewhile(lambda w: w not in CLOSING, place.words[place.stop : place.stop + 3])
        counts = any(self._victims.group(w) for w in named)
        opening = place.words[place.start - 2] if place.start > 1 else ""
        return not counts or not (opening in IN_MONTH or (value in DAYS and place.numeral(place.start - 2)))

    def _names_month(self, place: NumberPlace, word: str, at: int) -> bool:
        return word in self._months and place.parse.tokens[at].text[:1].isupper()

    def _is_no_count(self, words: Sequence[str], at: int) -> bool:
        """Whether what stands before makes it no count of people harmed: "a population of", "a plane or" two."""
        before, earlier = words[at - 1 : at], words[at - 2 : at - 1] if at > 1 else []
        if before == ["or"] and words[at] in ("two", "three"):
            return self._numerals.read(words, at - 2) is None
        if (before == ["but"] and earlier == ["all"]) or self._is_outdated(words, at):
            return True
        return (before == ["of"] and not OWNERS.isdisjoint(earlier)) or (before == ["to"] and earlier == ["home"])

    def _is_outdated(self, words: Sequence[str], at: int) -> bool:
        """Whether it is the figure that another has taken the place of: "rose to 33 from 21"."""
        if words[at - 1 : at] != ["from"] or words[at - 3 : at - 2] != ["to"] or at < CHANGE_REACH:
            return False
        return self._numerals.read(words, at - 2) is not None and not self._changes.isdisjoint(
            words[at - CHANGE_REACH : at - 3]
        )

    def _is_year(self, place: NumberPlace, value: int | None) -> bool:
        if value not in YEARS or len(place.words[place.start]) != 4:
            return False
        if place.after in self._vague.firsts or DAY.match(place.before):
            return True
        more = place.after == "more" and place.words[place.stop + 1 : place.stop + 2] != ["than"]
        return not more and not self._victims.group(place.after)
