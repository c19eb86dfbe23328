"""Words that tell what happened, sorted into ACLED's sub-event types (and our own Evacuation and Displacement)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.inflection import gerund, regular_past, third_person
from counterclaim.lexicon import Lexicon
from counterclaim.phrases import Phrases
from counterclaim.syntax import SUBJECTS, Parse

UNSPECIFIED = "Unspecified"  # what says only that there was violence
HAPPEN = frozenset({"take", "happen", "occur", "unfold", "report", "carry", "commit"})
IRREGULAR = {
    "blow": ("blew", "blown"), "shoot": ("shot",), "fight": ("fought",), "flee": ("fled",), "take": ("took", "taken"),
    "go": ("went", "gone"), "overrun": ("overran", "overrun"),
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


Readings = tuple["tuple[str, int] | None", "tuple[str, int, bool] | None"]  # noun: kind, rank; verb: and whether bare


class EventWords:
    """The lexicon's event words, inflected."""

    def __init__(self, types: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        nouns: dict[str, tuple[str, int]] = {}
        verbs: dict[str, tuple[str, int, bool]] = {}
        for rank, (kind, words) in enumerate(types.items()):
            for verb in words["verbs"]:
                for form in _conjugated(verb):
                    verbs.setdefault(_spaced(form), (kind, rank, form in (verb, third_person(verb))))
            for noun in words["nouns"]:
                for form in (noun, _plural(noun)):
                    nouns.setdefault(_spaced(form), (kind, rank))
        table: dict[str, Readings] = {p: (nouns.get(p), verbs.get(p)) for p in nouns.keys() | verbs.keys()}
        self._phrases = Phrases(table)

    def find(self, words: Sequence[str], verbs: Collection[int] | None = None) -> Iterator[EventWord]:
        """All event words of a page, in order; the longest phrase at each place.

        `verbs` are the tokens known to be verbs: "bomb" is one thing as a verb and another as a noun. Without them a
        word that can be a verb is taken for one.
        """
        stop, firsts = 0, self._phrases.firsts
        for at in (i for i, word in enumerate(words) if word in firsts):
            found = self._phrases.match(words, at) if at >= stop else None
            one = _read(found[0], at, found[1], verbs) if found else None
            if one:
                yield one
            stop = found[1] if found else stop


def _read(readings: Readings, at: int, stop: int, verbs: Collection[int] | None) -> EventWord | None:
    """A phrase as noun or verb; None for a noun that is an event as a verb only ("gas")."""
    noun, verb = readings
    if verb and (verbs is None or at in verbs or (noun is None and not verb[2])):
        return EventWord(at, stop, verb[0], verb[1], True)
    return EventWord(at, stop, noun[0], noun[1], False) if noun else None


def happened(parse: Parse, lexicon: Lexicon) -> Iterator[EventWord]:
    """Words that tell of an event where they are said to have happened: "the killings took place in Arven"."""
    words, last = lexicon.words("settings", "happenings_of_harm"), len(lexicon.themes["events"]) - 1
    for t in parse.tokens:
        if t.lower in words and t.dep in SUBJECTS and parse.head(t.index).lemma in HAPPEN:
            yield EventWord(t.index, t.index + 1, UNSPECIFIED, last, False)


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
