"""Builds the catalogue of parties from the files in data/ and a user's own; see data/README.md."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from counterclaim.errors import DataError, InputError
from counterclaim.folding import key, skeleton
from counterclaim.model import Party
from counterclaim.parties import ADJECTIVE, LOOSE, NAME, PEOPLE, PERSON, SEAT, STATE, Catalogue, Entry

FILES = ("countries.toml", "bodies.toml", "parties.toml", "outlets.toml", "people.toml")
KINDS = frozenset({
    "state", "armed_forces", "armed_group", "coalition", "ministry", "monitor", "rescue", "un", "ngo", "agency",
    "media", "court", "other",
})  # fmt: skip
ACRONYM = 6  # letters: an alias up to this long with two capitals is matched only as it is written
BRACKET = re.compile(r" \(.*\)$")


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
