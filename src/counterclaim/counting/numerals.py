"""Numbers as people write them: "13,000", "110K", "1.5 million", "twenty-two", "half a million", "two dozen"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.lexicon import Lexicon
from counterclaim.phrases import Phrases

DIGITS = re.compile(r"(\d{1,3}(?:[,.’'\u00a0\u202f]\d{3})+|\d+(?:\.\d+)?)(k|m|mn|mln|bn)?(\+)?$")
THOUSANDS = re.compile(r"[,.’'\u00a0\u202f](?=\d{3}(?:\D|$))")
RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)$")
LONGEST = 16  # characters of a numeral with its separators
TOO_MANY = 10**10  # more people than there are


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from tokens up to `stop` (exclusive); `digits` marks one written as a numeral, `plus` as "70+"."""

    value: int
    stop: int
    digits: bool = False
    plus: bool = False


class Numerals:
    """Reads numbers off a list of lower-case words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._ones: Mapping[str, int] = lexicon.table("quantities", "numbers")
        self._times: Mapping[str, int] = lexicon.table("quantities", "multipliers")
        self._fixed = Phrases[int](lexicon.table("quantities", "fixed"))

    @property
    def firsts(self) -> frozenset[str]:
        """The words that a number may begin with, besides one in digits."""
        return frozenset(self._fixed.firsts) | self._ones.keys()

    def read(self, words: Sequence[str], at: int) -> Number | None:
        """The longest number that starts at word `at`, None when none does."""
        fixed = self._fixed.match(words, at)
        if fixed:
            value, stop = fixed
            return self._multiplied(words, Number(value, stop))
        if at < len(words) and words[at][:1].isdigit():
            return self._numeral(words, at)
        return self._in_words(words, at)

    def _numeral(self, words: Sequence[str], at: int) -> Number | None:
        matched = DIGITS.match(words[at])
        if not matched or len(words[at]) > LONGEST:
            return None
        digits, suffix, plus = matched.groups()
        multiplied = bool(suffix) or self._multiplier(words, at + 1) is not None
        value = float(digits if multiplied and digits.count(".") == 1 else THOUSANDS.sub("", digits))
        number = Number(round(value * self._times[suffix]) if suffix else 0, at + 1, digits=True, plus=bool(plus))
        if suffix:
            return number if number.value < TOO_MANY else None
        if at + 1 < len(words) and words[at + 1] == "000" and value < 1000:
            return Number(round(value * 1000), at + 2, digits=True)
        return self._scaled(words, value, at + 1, plus=bool(plus))

    def _scaled(self, words: Sequence[str], value: float, stop: int, *, plus: bool) -> Number | None:
        times = self._multiplier(words, stop)
        while times is not None and (words[stop] != "m" or value != int(value)):  # "100 m" is a distance
            value, stop = value * times, stop + 1
            times = self._multiplier(words, stop)
        if value != int(value) and round(value, 6) != int(value):
            return None  # people are counted in whole numbers
        return Number(round(value), stop, digits=True, plus=plus) if value < TOO_MANY else None

    def _multiplier(self, words: Sequence[str], at: int) -> int | None:
        return self._times.get(words[at]) if at < len(words) and words[at] != "score" else None

    def _multiplied(self, words: Sequence[str], number: Number) -> Number:
        times = self._multiplier(words, number.stop)
        return number if times is None else Number(number.value * times, number.stop + 1)

    def _in_words(self, words: Sequence[str], at: int) -> Number | None:
        total, group, i, seen = 0, 0, at, False
        while i < len(words):
            word = words[i]
            if word in self._ones and (not seen or self._may_follow(group, total, self._ones[word])):
                group, seen, i = group + self._ones[word], True, i + 1
            elif seen and len(word) > 1 and word in self._times and word != "score":
                times, i = self._times[word], i + 1
                total, group = (total, group * times) if times <= 100 else (total + max(group, 1) * times, 0)
            elif (
                seen and word in ("-", "and") and i + 1 < len(words) and self._goes_on(group, total, word, words[i + 1])
            ):
                i += 1
            else:
                break
        return Number(total + group, i) if seen and total + group < TOO_MANY else None

    @staticmethod
    def _may_follow(group: int, total: int, value: int) -> bool:
        """Whether `value` goes on the number: "twenty two", "hundred twelve", "two thousand five"; never "five six"."""
        if group == 0:
            return total > 0 and value > 0
        return (group % 100 >= 20 and group % 10 == 0 and 0 < value < 10) or (group % 100 == 0 and value > 0)

    def _goes_on(self, group: int, total: int, link: str, following: str) -> bool:
        value = self._ones.get(following)
        if value is None:
            return link == "-" and following in self._times
        return self._may_follow(group, total, value) and (link == "-" or group % 100 == 0)
