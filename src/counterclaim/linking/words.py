"""The words of what a page tells, and how rare each is in the news at large.

Rarity comes with the package (models/linking.md) and does not depend on the pages at hand, so that five pages link as
five thousand do, and a page more changes nothing between the others.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.folding import plain, skeleton

TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+")
SHORT = 3  # letters: shorter words tell occurrences apart no better than chance
NUMBER = 3  # digits: numbers of houses and roads; counts of people are compared by themselves
AGE = re.compile(r"(?P<years>\d{1,2})[-‐‑– ]years?[-‐‑– ]old|,\s(?P<after>\d{2}),|\b[Aa]ged (?P<aged>\d{1,2})\b")
PLAIN, APOSTROPHE = re.compile(r"\w+"), re.compile(r"['’ʼ]")
RUN = 10  # words: so many in one order are copied; a shorter sentence does not tell
BITS = 15  # of rarity: what fits in four binary digits


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared: `key` folded (of a name its skeleton), `code` its hash with its rarity.

    `rarity` is the number of times by which the share of pages that have the word must be doubled to reach all of
    them, 0 to 15: a bit the more for each halving. `shown` is the word as the page has it, `times` how often.
    """

    key: str
    rarity: int
    shown: str
    name: bool
    times: int = 1

    @property
    def code(self) -> int:
        """A number that only equal words share; its last four binary digits are the rarity."""
        return hash_of(self.key) << 4 | self.rarity


@dataclass(frozen=True)
class Rarity:
    """How rare words are: bits by key, and those of words that are not listed."""

    bits: Mapping[str, int]
    unlisted: int

    def of(self, key: str) -> int:
        """The rarity of a word in bits, 0 to 15."""
        return self.bits.get(key, self.unlisted)


def words_of(told: Iterable[str], rarity: Rarity) -> dict[str, Word]:
    """The words of some sentences by key."""
    found: dict[str, tuple[str, bool]] = {}
    times: Counter[str] = Counter()
    for sentence in told:
        for key, shown, name in tokens(sentence):
            found.setdefault(key, (shown, name))
            times[key] += 1
    return {key: Word(key, rarity.of(key), shown, name, times[key]) for key, (shown, name) in found.items()}


def tokens(sentence: str) -> Iterator[tuple[str, str, bool]]:
    """Key, word and whether it is written as a name, for each word, number and person's age of a sentence."""
    for found in TOKEN.finditer(sentence):
        word = found.group()
        if word[0].isdigit():
            if len(word) >= NUMBER:
                yield word, word, True
        elif len(word) >= SHORT:
            key = folded(word)
            if key:
                yield key, word, word[0].isupper()
    for found in AGE.finditer(sentence):
        years = next(filter(None, found.groups()))
        yield f"aged {years}", f"aged {years}", True


def runs_of(sentence: str) -> Iterator[str]:
    """The first and the last words of a sentence, each as one string: a copy that was cut or added to has one still."""
    words = PLAIN.findall(APOSTROPHE.sub("", sentence).casefold())
    if len(words) >= RUN:
        yield " ".join(words[:RUN])
        yield " ".join(words[-RUN:])


@lru_cache(maxsize=262144)
def folded(word: str) -> str:
    """What a word is compared by: a name's skeleton with a capital before it, else the word without its plural."""
    if word[0].isupper():
        bones = skeleton(word)
        return f"^{bones}" if len(bones) >= SHORT - 1 else ""
    key = plain(word)
    return key[:-1] if len(key) > SHORT and key.endswith("s") and not key.endswith("ss") else key


@lru_cache(maxsize=262144)
def hash_of(key: str) -> int:
    """A number of 56 binary digits from the words: equal words, equal number, on every machine."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")
