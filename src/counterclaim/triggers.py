"""Words that say what became of people: "killed", "were wounded", "the deaths of", "death toll"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.model import COUNTED
from counterclaim.phrases import Phrases
from counterclaim.syntax import Parse

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "gets", "got", "getting"})
HAVE = frozenset({"has", "have", "had", "having", "'ve", "'d"})
LOOK_BACK = 5  # tokens between an auxiliary and its participle
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase (tokens `first` to `stop`) that decides an aspect, or several ("casualties").

    `forms` says how it may govern a count: active, past (participle or past tense), gerund, intransitive, noun, state,
    toll, counted. `passive` and `perfect` tell what auxiliary it has; `weak` marks words with other meanings besides.
    """

    first: int
    stop: int
    aspects: tuple[str, ...]
    forms: frozenset[str]
    weak: bool = False
    passive: bool = False
    perfect: bool = False
    infinitive: bool = False


class Triggers:
    """The lexicon's words of harm, inflected and ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        irregular: Mapping[str, Sequence[str]] = lexicon.table("casualties", "irregular")
        weak = lexicon.words("casualties", "weak")
        senses: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        broad: set[str] = set()
        for aspect in COUNTED:
            for phrase, form, base in _entries(lexicon.table("casualties", aspect), irregular):
                senses[phrase][aspect].add(form)
                if base in weak:
                    broad.add(phrase)
        self._broad = broad
        self._phrases = Phrases(
            {phrase: (tuple(found), frozenset().union(*found.values())) for phrase, found in senses.items()}
        )

    def knows(self, word: str) -> bool:
        """Whether one word alone may tell of harm."""
        return self._phrases.match((word,), 0) is not None

    def find(self, parse: Parse, words: Sequence[str]) -> Iterator[Trigger]:
        """All triggers of a page, in order."""
        at = 0
        while at < len(words):
            found = self._phrases.match(words, at)
            if not found or parse.tokens[at].sentence != parse.tokens[found[1] - 1].sentence:
                at += 1
                continue
            (aspects, forms), stop = found
            passive, perfect, infinitive = _auxiliaries(parse, words, at)
            weak = " ".join(words[at:stop]) in self._broad
            yield Trigger(at, stop, aspects, forms, weak, passive, perfect, infinitive)
            at = stop


@lru_cache(maxsize=4)
def load_triggers(lexicon: Lexicon) -> Triggers:
    """The compiled table of a lexicon."""
    return Triggers(lexicon)


def _entries(
    table: Mapping[str, Sequence[str]], irregular: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, str]]:
    """Every written form of a table's entries with what it may do, and the entry itself."""
    for entry in table["transitive"]:
        for form, phrase in _inflected(entry, irregular):
            yield phrase, form, entry
    for entry in table["intransitive"]:
        for _, phrase in _inflected(entry, irregular):
            yield phrase, "intransitive", entry
    for name, form in (("nouns", "noun"), ("states", "state"), ("tolls", "toll"), ("counted", "counted")):
        for entry in table[name]:
            yield entry, form, entry


def _inflected(entry: str, irregular: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    lead, _, rest = entry.partition(" ") if "ly " in entry else ("", "", entry)
    verb, _, rest = rest.partition(" ")
    lead, rest = lead and f"{lead} ", rest and f" {rest}"
    yield "active", lead + verb + rest
    yield "active", lead + third_person(verb) + rest
    yield "gerund", lead + gerund(verb) + rest
    for past in irregular.get(verb) or (regular_past(verb),):
        yield "past", lead + past + rest


def third_person(verb: str) -> str:
    """Kill → kills, catch → catches, bury → buries."""
    if verb.endswith(("s", "x", "ch", "sh", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in VOWELS else verb + "s"


def regular_past(verb: str) -> str:
    """Kill → killed, execute → executed, trap → trapped, bury → buried."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def gerund(verb: str) -> str:
    """Kill → killing, execute → executing, trap → trapping, die → dying."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "be")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"


def _doubles(verb: str) -> bool:
    """Whether a verb's last letter doubles: "trap", "nab", "kidnap", "put", "run"; never "wound", "behead"."""
    ends_short = len(verb) > 2 and verb[-1] not in VOWELS + "wxyhr" and verb[-2] in VOWELS and verb[-3] not in VOWELS
    return ends_short and (len(verb) <= 4 or verb in ("kidnap", "transfer", "admit", "remand", "expel", "snatch"))


def _auxiliaries(parse: Parse, words: Sequence[str], at: int) -> tuple[bool, bool, bool]:
    """Whether a form of be, a form of have and "to" stand before token `at` as its auxiliaries."""
    passive = perfect = infinitive = False
    first = parse.sentences[parse.tokens[at].sentence].first
    for i in range(at - 1, max(first, at - LOOK_BACK) - 1, -1):
        if words[i] in BE:
            passive = True
        elif words[i] in HAVE:
            perfect = True
        elif words[i] == "to":
            infinitive = True
        elif parse.tokens[i].pos not in ("ADV", "AUX", "PART"):
            break
    return passive, perfect and not passive, infinitive
