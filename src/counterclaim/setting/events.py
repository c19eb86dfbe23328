"""Words that tell what happened, sorted into ACLED's sub-event types (and our own Evacuation and Displacement)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.inflection import gerund, regular_past, third_person
from counterclaim.lexicon import Lexicon
from counterclaim.phrases import Phrases

IRREGULAR = {
    "blow": ("blew", "blown"), "shoot": ("shot",), "fight": ("fought",), "flee": ("fled",), "take": ("took", "taken"),
    "go": ("went", "gone"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventWord:
    """Tokens `first` to `stop` that name a type of event; `rank` orders the types, 0 first. `head` is the last word."""

    first: int
    stop: int
    kind: str
    rank: int
    is_verb: bool

    @property
    def head(self) -> int:
        """The token that stands for the phrase."""
        return self.first if self.is_verb else self.stop - 1


class EventWords:
    """The lexicon's event words, inflected."""

    def __init__(self, types: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        table: dict[str, tuple[str, int, bool]] = {}
        for rank, (kind, words) in enumerate(types.items()):
            for phrase in (form for verb in words["verbs"] for form in _conjugated(verb)):
                table.setdefault(_spaced(phrase), (kind, rank, True))
            for phrase in (form for noun in words["nouns"] for form in (noun, _plural(noun))):
                table[_spaced(phrase)] = table.get(_spaced(phrase), (kind, rank, False))
        self._phrases = Phrases(table)

    def find(self, words: Sequence[str]) -> Iterator[EventWord]:
        """All event words of a page, in order; the longest phrase at each place."""
        at = 0
        while at < len(words):
            found = self._phrases.match(words, at)
            if found:
                (kind, rank, is_verb), stop = found
                yield EventWord(at, stop, kind, rank, is_verb)
            at = found[1] if found else at + 1


@lru_cache(maxsize=4)
def load_event_words(lexicon: Lexicon) -> EventWords:
    """The compiled theme "events" of a lexicon."""
    return EventWords(lexicon.themes["events"])


def _spaced(phrase: str) -> str:
    return " ".join(phrase.replace("-", " - ").split())


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun if noun.endswith("s") else noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def _conjugated(phrase: str) -> Iterable[str]:
    verb, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    past = IRREGULAR.get(verb) or (regular_past(verb),)
    return [form + tail for form in (verb, third_person(verb), gerund(verb), *past)]
