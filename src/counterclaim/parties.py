"""The catalogue of parties, monitors, agencies and outlets: names, aliases, kind, side; see data/README.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from counterclaim.folding import alike, key, skeleton
from counterclaim.model import Party

LOOSE = 7  # letters: shorter names are not matched across transliterations
SLIPPED = 0.85  # share of the letters that a misspelt word has in common with the right one
SEAT, STATE, ADJECTIVE, PEOPLE, PERSON, NAME = "seat", "state", "adjective", "people", "person", "name"
MINISTRY = frozenset({"ministry", "minister"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What one alias stands for.

    `how` is name, state, seat (a capital that stands for its government), adjective, people ("Russians") or person (one
    who speaks for the party); `exact` holds the spellings allowed where the case decides, else it is empty.
    """

    party: Party
    how: str = NAME
    exact: frozenset[str] = frozenset()

    def allows(self, name: str) -> bool:
        """Whether the alias may be written like this."""
        return not self.exact or name.replace("’", "'") in self.exact


@dataclass(frozen=True)
class Catalogue:
    """Folded names and aliases to parties; bodies that every state has ("Russian defence ministry") by rule."""

    version: str
    entries: Mapping[str, tuple[Entry, ...]]
    demonyms: Mapping[str, Party] = field(default_factory=dict)
    """Adjective or noun for a people, in lower case, to the state's party: "russian" and "russians" to Russia."""
    bodies: Mapping[str, tuple[str, str, bool]] = field(default_factory=dict)
    """Folded form to name pattern, kind and whether it is the government itself."""
    adjectives: Mapping[str, str] = field(default_factory=dict)
    """A state party's name to its first adjective."""
    loose: Mapping[str, tuple[str, Entry]] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)
    """First word of a folded name to the most words that a name beginning so has."""

    def lookup(self, name: str) -> Party | None:
        """The party of that name or alias, None when unknown."""
        found = self.entry(name)
        return found.party if found else None

    def entry(self, name: str) -> Entry | None:
        """The party with the way in which the name stands for it; exact spelling first, then by rule, then loosely."""
        return self._asked(name)

    @cached_property
    def _asked(self) -> Callable[[str], Entry | None]:
        return lru_cache(maxsize=65536)(self._look_up)  # a page asks for a name again and again

    def _look_up(self, name: str) -> Entry | None:
        folded = key(name)
        stripped = name.strip()
        for entry in self.entries.get(folded, ()):
            if entry.allows(stripped):
                return entry
        made = self._body(folded)
        if made or len(folded) < LOOSE or folded in self.entries:
            return made
        found = self.loose.get(skeleton(name))
        return found[1] if found and alike(found[0], folded) else None

    def misspelt(self, name: str) -> Party | None:
        """The party whose name has the same words but for one long one that is spelt a little differently.

        "Obsrevatory for Children" is the Observatory; a word's first letter is taken to be right.
        """
        words = key(name).split()
        for n, word in enumerate(words if len(words) > 2 else ()):
            for right, party in self._gapped.get((n, *words[:n], *words[n + 1 :]), ()):
                if len(word) >= LOOSE and word[0] == right[0] and SequenceMatcher(None, word, right).ratio() >= SLIPPED:
                    return party
        return None

    @cached_property
    def _gapped(self) -> Mapping[tuple[int | str, ...], Sequence[tuple[str, Party]]]:
        """Names of three words and more without one long word, by its place: to the words that stand there."""
        found: dict[tuple[int | str, ...], list[tuple[str, Party]]] = {}
        for folded, entries in self.entries.items():
            words = folded.split()
            named = next((e.party for e in entries if e.how == NAME), None)
            for n, word in enumerate(words if named and len(words) > 2 else ()):
                if named and len(word) >= LOOSE:
                    found.setdefault((n, *words[:n], *words[n + 1 :]), []).append((word, named))
        return found

    @cached_property
    def monitors(self) -> Sequence[Party]:
        """All that keep watch, in the order of their names' keys; one that has several is among them as often."""
        return [e.party for entries in self.entries.values() for e in entries if e.party.kind == "monitor"]

    @cached_property
    def adjectives_by_country(self) -> Mapping[str, str]:
        """Countries' codes to the first adjective of the first state that has the code."""
        states = ((self.lookup(name), adjective) for name, adjective in reversed(tuple(self.adjectives.items())))
        return {state.country: adjective for state, adjective in states if state and state.country}

    def namesakes(self, name: str) -> Sequence[Entry]:
        """All parties that bear the name; `entry` gives the first."""
        stripped = name.strip()
        return [e for e in self.entries.get(key(name), ()) if e.how == NAME and e.allows(stripped)]

    def _body(self, folded: str) -> Entry | None:
        words = folded.split()
        for n in range(1, min(5, len(words))):
            owner, body = " ".join(words[:n]), self.bodies.get(" ".join(words[n:]))
            hows = () if MINISTRY.isdisjoint(words[n:]) else (ADJECTIVE, STATE, SEAT)  # no town has a ministry
            if body and (state := self._state(owner, *hows)):
                return Entry(self._made(state, *body))
            state = self._state(" ".join(words[-n:]), STATE)
            if state and words[-n - 1] == "of" and (body := self.bodies.get(" ".join(words[: -n - 1]))):
                return Entry(self._made(state, *body))
        return None

    def _state(self, folded: str, *hows: str) -> Party | None:
        for form in (folded, folded.removesuffix("s")):  # "Russias", where a page lost its apostrophes
            for entry in self.entries.get(form, ()):
                if entry.how in (hows or (ADJECTIVE, STATE)):
                    return entry.party
        return None

    def _made(self, state: Party, pattern: str, kind: str, whole: bool) -> Party:
        if whole:
            return state
        name = pattern.format(adj=self.adjectives[state.name])
        known = self.entries.get(key(name), ())
        return known[0].party if known else Party(name, kind, (), state.country, state.name, state.name)
