"""The words by which blame is read, compiled once from the lexicon; see lexicons/en/responsibility.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Lexicon

THEME = "responsibility"
HISSING = ("ches", "shes", "sses", "xes")  # plurals with an e: "ambushes"
LISTS = (
    "groups",
    "held",
    "backed",
    "loyal",
    "adjectival",
    "army_owned",
    "numbered",
    "recalling",
    "proxies",
    "peoples",
    "bands",
    "branches",
    "men",
    "causes",
    "realms",
    "states_own",
    "press_offices",
    "sites",
    "civil",
    "known_as",
    "patronised",
    "dressed",
    "dress",
    "styled",
    "faiths",
    "faceless",
    "faces",
    "unknown",
)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A noun in lower case without its plural or genitive s, lost apostrophes included."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(HISSING):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words by which noun phrases are read; see lexicons/en/responsibility.toml."""

    bearers: frozenset[str]
    stand_ins: Mapping[str, str]
    armed: Mapping[str, str]
    leagues: Mapping[str, str]
    armies: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    charging: frozenset[str]
    ascribing: frozenset[str]
    wars: Mapping[str, Mapping[str, Mapping[str, str]]]
    weapons: frozenset[str]

    def is_force(self, word: str) -> bool:
        """Whether a noun means men and machines that strike, and no weapon by itself."""
        return word in self.bearers and word not in self.weapons

    def can_head(self, word: str) -> bool:
        """Whether a noun can stand for those named before or after it."""
        return word in self.bearers or word in self.armed or word in self.stand_ins or word in self.lists["groups"]


@lru_cache(maxsize=4)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Read the words from the lexicon; raises DataError when a list is not there."""
    weapons = lexicon.words(THEME, "weapons")
    bearers = lexicon.words(THEME, "forces") | weapons
    stand_ins, armed, leagues, armies = (
        lexicon.table(THEME, name) for name in ("stand_ins", "armed", "coalitions", "armies")
    )
    charging, ascribing = (frozenset(lexicon.table(THEME, "verbs")[name]) for name in ("charging", "ascribing"))
    lists = {name: lexicon.words(THEME, name) for name in LISTS}
    wars = lexicon.table(THEME, "foes")
    return Vocabulary(bearers, stand_ins, armed, leagues, armies, lists, charging, ascribing, wars, weapons)


@dataclass(frozen=True, slots=True)
class Words:
    """The words that tell deeds; see lexicons/en/responsibility.toml."""

    attacks: frozenset[str]
    weak: frozenset[str]
    weapons: frozenset[str]
    directed: frozenset[str]
    labels: frozenset[str]
    verbs: Mapping[str, frozenset[str]]
    around: Mapping[str, frozenset[str]]
    doubts: Mapping[str, str]
    forms: Mapping[str, str]


@lru_cache(maxsize=4)
def deed_words(lexicon: Lexicon) -> Words:
    """Read the words from the lexicon; raises DataError when a list is not there."""
    names = ("attacks", "weak", "weapons", "directed", "labels")
    attacks, weak, weapons, directed, labels = (lexicon.words(THEME, name) for name in names)
    verbs, around = (
        {name: frozenset(found) for name, found in lexicon.table(THEME, table).items()} for table in ("verbs", "around")
    )
    forms = {form: verb for found in verbs.values() for verb in found for form in inflected(verb)}
    forms |= {form.replace("-", ""): verb for form, verb in forms.items() if "-" in form}
    return Words(attacks, weak, weapons, directed, labels, verbs, around, lexicon.table(THEME, "doubts"), forms)


def inflected(verb: str) -> Iterator[str]:
    """The regular forms of a verb, and some that it has not: lemmatizers take "staged" for a form of "stag"."""
    stems = {verb, verb.removesuffix("e"), verb + verb[-1]} | ({verb[:-1] + "i"} if verb.endswith("y") else set())
    yield from (s + ending for s in sorted(stems) for ending in ("ed", "ing", "es"))
    yield verb + "s"


@lru_cache(maxsize=4)
def frame_words(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """The lists of words that frames are read by; raises DataError when the lexicon has none."""
    return {name: frozenset(found) for name, found in lexicon.table(THEME, "frames").items()}
