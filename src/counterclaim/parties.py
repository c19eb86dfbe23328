"""The catalogue of parties, monitors, agencies and outlets: names, aliases, kind, side; see data/README.md."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from counterclaim.errors import DataError, InputError
from counterclaim.folding import alike, key, skeleton
from counterclaim.model import Party

FILES = ("countries.toml", "bodies.toml", "parties.toml", "outlets.toml", "people.toml")
KINDS = frozenset({
    "state", "armed_forces", "armed_group", "coalition", "ministry", "monitor", "rescue", "un", "ngo", "agency",
    "media", "court", "other",
})  # fmt: skip
ACRONYM = 6  # letters: an alias up to this long with two capitals is matched only as it is written
LOOSE = 7  # letters: shorter names are not matched across transliterations
SLIPPED = 0.85  # share of the letters that a misspelt word has in common with the right one
SEAT, STATE, ADJECTIVE, PEOPLE, PERSON, NAME = "seat", "state", "adjective", "people", "person", "name"
MINISTRY = frozenset({"ministry", "minister"})
BRACKET = re.compile(r" \(.*\)$")


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


@lru_cache(maxsize=8)
def load_catalogue(extra: Path | None = None) -> Catalogue:
    """Load the shipped catalogue, with a user's own parties over it; raises DataError, for `extra` InputError.

    `extra` is a TOML file in the form of data/parties.toml; its table `states` has the form of data/countries.toml.
    Its names go before the shipped ones.
    """
    folder = files("counterclaim") / "data"
    try:
        texts = [(folder / name).read_text(encoding="utf-8") for name in FILES]
        countries, bodies, *groups = [tomllib.loads(text) for text in texts]
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"the catalogue of parties cannot be read: {error}") from error
    first: list[str] = []
    if extra is not None:
        texts.append(_read_extra(extra))
        groups.append(tomllib.loads(texts[-1]))
        countries = countries | groups[-1].get("states", {})
        first = [name for name, _ in _parties(groups[-1].get("group", []))]
    version = hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:12]
    return _Builder(countries, bodies).build(groups, version, first)


def _read_extra(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
        for state in tables.get("states", {}).values():
            state["name"], state["adj"]  # KeyError or TypeError when it is not a state
        for name, party in _parties(tables.get("group", [])):
            if party.kind not in KINDS:
                raise InputError(
                    f"{path}: {name} has the unknown kind {party.kind!r}; known are {', '.join(sorted(KINDS))}"
                )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} is not a catalogue of parties: {error}") from error
    return text


def _parties(groups: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Party]]:
    """All parties of a file, what their group shares filled in."""
    for group in groups:
        for name, own in group["parties"].items():
            fields = {**group, **(own if isinstance(own, Mapping) else {"aliases": own})}
            parent, side = fields.get("parent"), fields.get("side")
            aliases = tuple(fields.get("aliases", ()))
            yield (
                name,
                Party(name, fields["kind"], aliases, fields.get("country"), None if parent == name else parent, side),
            )


class _Builder:
    def __init__(self, countries: Mapping[str, Any], bodies: Mapping[str, Any]) -> None:
        self.countries = countries
        self.bodies = {
            key(form): (b["name"], b["kind"], b.get("whole", False)) for b in bodies["body"] for form in b["forms"]
        }
        self.entries: dict[str, list[Entry]] = {}
        self.parties: dict[str, Party] = {}
        self.demonyms: dict[str, Party] = {}
        self.adjectives: dict[str, str] = {}
        self.loose: dict[str, tuple[str, Entry]] = {}

    def build(self, groups: Sequence[Mapping[str, Any]], version: str, first: Sequence[str]) -> Catalogue:
        merged: dict[str, Party] = {}
        for group in groups:
            for name, party in _parties(group.get("group", [])):
                merged[name] = _merge(merged.get(name), party)
        self.parties = merged
        for code, row in self.countries.items():
            self._country(code, row)
        for party in (merged[name] for name in dict.fromkeys((*first, *merged))):
            for alias in (BRACKET.sub("", a) for a in (party.name, *party.aliases)):
                self._add(alias, Entry(party, exact=_exact(alias)))
        for name, persons in ((n, p) for g in groups for n, p in g.get("people", {}).items()):
            for person in persons:
                self._add(person, Entry(self._known(name), PERSON))
        entries = {k: tuple(sorted(v, key=lambda e: not e.exact)) for k, v in self.entries.items()}
        return Catalogue(version, entries, self.demonyms, self.bodies, self.adjectives, self.loose, self._words())

    def _known(self, name: str) -> Party:
        try:
            return self.parties[name]
        except KeyError:
            raise InputError(f"people speak for {name!r}, but there is no party of that name") from None

    def _country(self, code: str, row: Mapping[str, Any]) -> None:
        name = row.get("party", row["name"])
        known = self.parties.get(name)
        party = Party(name, "state", (*row.get("also", ()), *(known.aliases if known else ())), code, None, name)
        self.parties[name] = party
        adjectives = row["adj"]
        self.adjectives[name] = adjectives[0] if adjectives else row["name"]
        for alias in (row["name"], *row.get("also", ())):
            self._add(alias, Entry(party, STATE, _exact(alias)))
        for alias in row.get("seats", ()):
            self._add(alias, Entry(party, SEAT))
        for alias in adjectives:
            self._add(alias, Entry(party, ADJECTIVE, _exact(alias)))
            self.demonyms[alias.lower()] = party
        for alias in row.get("people") or [a + "s" for a in adjectives if a[-1] in "nicetb" and a.upper() != a]:
            self._add(alias, Entry(party, PEOPLE))
            self.demonyms.setdefault(alias.lower(), party)

    def _add(self, alias: str, entry: Entry) -> None:
        forms = [alias]
        if "'s" in alias or "s'" in alias:  # pages that lost their apostrophes
            forms += [alias.replace("'", ""), alias.replace("'s", "").replace("s'", "s")]
        for form in dict.fromkeys(forms):
            folded = key(form)
            known = self.entries.setdefault(folded, [])
            if all(e.party is not entry.party or e.how != entry.how or e.exact for e in known):
                known.append(entry)
            is_land = folded.endswith(" province")  # "Sinai Province" is no misspelling of another province
            if not entry.exact and entry.how == NAME and len(folded) >= LOOSE and not is_land:
                self.loose.setdefault(skeleton(form), (folded, entry))

    def _words(self) -> dict[str, int]:
        longest: dict[str, int] = {}
        body = max(len(form.split()) for form in self.bodies) + 3
        for folded, entries in self.entries.items():
            first, *rest = folded.split()
            n = body if any(e.how in (ADJECTIVE, STATE, SEAT) for e in entries) else 0
            longest[first] = max(longest.get(first, 0), len(rest) + 1 + n)
        for form in self.bodies:
            first, *rest = form.split()
            longest[first] = max(longest.get(first, 0), len(rest) + 5)
        return longest


def _merge(old: Party | None, new: Party) -> Party:
    """A party named twice keeps the aliases of both; the rest is the later one's."""
    if old is None:
        return new
    aliases = tuple(dict.fromkeys((*old.aliases, *new.aliases)))
    return Party(new.name, new.kind, aliases, new.country, new.parent, new.side)


def _exact(alias: str) -> frozenset[str]:
    """The spellings that a case-sensitive alias allows ("US", "U.S.", "LeT"); empty where the case does not matter."""
    letters = alias.replace(".", "")
    if not letters.isalnum() or len(letters) > ACRONYM or sum(c.isupper() for c in letters) < 2:
        return frozenset()
    return frozenset({alias, letters, ".".join(letters) + "."}) if letters.isupper() else frozenset({alias})
