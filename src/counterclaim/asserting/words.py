"""The matters on which parties contradict each other, compiled once from lexicons/en/matters.toml."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from counterclaim.inflection import gerund, regular_past, third_person
from counterclaim.lexicon import Lexicon

THEME = "matters"
FLAGS = ("bare", "placed", "persons", "main")
ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Answer:
    """How one predicate answers a matter: `plus` or not; `alone` when only one doer can be right."""

    matter: str
    plus: bool
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: `about` gives the class of each thing that it can be about, `against` that of opposed contents.

    `bare` may do without a thing, `placed` is about a place as well, `persons` about people by name; with `subject` the
    thing may be what the verb is said of: "alone" where nothing else is done to anything, or "always". It is `main`
    where what is said by the way is no answer ("a village held by rebels"). `wide` is the class that takes in the
    others. `needs` are words without one of which a verb is no answer.
    """

    about: Mapping[str, str]
    against: Mapping[str, str]
    bare: bool
    placed: bool
    persons: bool
    subject: str
    main: bool
    wide: str
    needs: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class MatterWords:
    """Predicates by lemma to (second word or "", answer); what negates them, and what makes them unreal."""

    matters: Mapping[str, Matter]
    verbs: Mapping[str, tuple[tuple[str, Answer], ...]]
    nouns: Mapping[str, tuple[Answer, ...]]
    adjectives: Mapping[str, tuple[Answer, ...]]
    forms: Mapping[str, str]
    lists: Mapping[str, Mapping[str, frozenset[str]]]

    def has(self, table: str, name: str, word: str) -> bool:
        """Whether a word stands in one of the small lists."""
        return word in self.lists[table][name]


@lru_cache(maxsize=4)
def matter_words(lexicon: Lexicon) -> MatterWords:
    """Read the words from the lexicon; raises DataError when a table is not there."""
    tables = lexicon.table(THEME, "matters")
    verbs: dict[str, list[tuple[str, Answer]]] = defaultdict(list)
    nouns: dict[str, list[Answer]] = defaultdict(list)
    adjectives: dict[str, list[Answer]] = defaultdict(list)
    for name, table in tables.items():
        for pole in ("plus", "minus"):
            for phrase in table.get(pole, ()):
                verb, _, second = phrase.partition(" ")
                answer = Answer(name, pole == "plus", phrase in table.get("alone", ()))
                verbs[verb].append((second, answer))
            for noun in table.get(f"nouns_{pole}", ()):
                nouns[noun].append(Answer(name, pole == "plus", noun in table.get("alone", ())))
            for word in table.get(f"words_{pole}", ()):
                adjectives[word].append(Answer(name, pole == "plus", word in table.get("alone", ())))
    return MatterWords(
        {name: _matter(table) for name, table in tables.items()},
        {verb: tuple(found) for verb, found in verbs.items()},
        {noun: tuple(found) for noun, found in nouns.items()},
        {word: tuple(found) for word, found in adjectives.items()},
        {form: verb for verb in verbs for form in (regular_past(verb), gerund(verb), third_person(verb))},
        {
            table: {name: frozenset(found) for name, found in lexicon.table(THEME, table).items()}
            for table in ("speakers", "unreal", "turning", "light", "aspect", "origin", "dull")
        },
    )


def _matter(table: Mapping[str, Any]) -> Matter:
    bare, placed, persons, main = (bool(table.get(flag, False)) for flag in FLAGS)
    needs = {verb: frozenset(words) for verb, words in table.get("needs", {}).items()}
    about, against = (_classes(table.get(name, {})) for name in ("about", "against"))
    return Matter(about, against, bare, placed, persons, table.get("subject", ""), main, table.get("wide", ""), needs)


def _classes(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words}
