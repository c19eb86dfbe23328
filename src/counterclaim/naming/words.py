"""The lexicon's words about names (lexicons/<language>/names.toml), read once a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from counterclaim.lexicon import Lexicon

TABLES = ("kinds", "facilities")


@dataclass(frozen=True)
class NameWords:
    """Lists and tables of names.toml, where each is explained."""

    locative: frozenset[str]
    strictly: frozenset[str]
    near: frozenset[str]
    heads: frozenset[str]
    portions: frozenset[str]
    parts: frozenset[str]
    midst: frozenset[str]
    targets: frozenset[str]
    struck: frozenset[str]
    attacks: frozenset[str]
    distances: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    ambiguous: frozenset[str]
    weak: frozenset[str]
    speaks: frozenset[str]
    groups: frozenset[str]
    never_places: frozenset[str]
    manners: frozenset[str]
    modifiers: frozenset[str]
    plain: frozenset[str]
    inner: frozenset[str]
    settled: frozenset[str]
    towns: frozenset[str]
    wide: frozenset[str]
    quarters: frozenset[str]
    streets: frozenset[str]
    armed_bodies: frozenset[str]
    plain_bodies: frozenset[str]
    roads: frozenset[str]
    kinship: frozenset[str]
    lands: frozenset[str]
    villages: frozenset[str]
    held: frozenset[str]
    state_houses: frozenset[str]
    kinds: Mapping[str, int]
    facilities: Mapping[str, int]

    @classmethod
    def read(cls, lexicon: Lexicon) -> NameWords:
        """Read the lists; raises DataError when the lexicon lacks one."""
        lists = {n: lexicon.words("names", n) for n in cls.__dataclass_fields__ if n not in TABLES}
        kinds, facilities = (lexicon.table("names", n) for n in TABLES)
        return cls(**lists, kinds=kinds, facilities=facilities)

    @cached_property
    def of(self) -> frozenset[str]:
        """Words after whose "of" a place stands: "the town of", "outskirts of", "east of", "miles of"."""
        return self.heads | self.near | self.parts | self.distances | self.facilities.keys()

    @cached_property
    def joining(self) -> frozenset[str]:
        """Small words inside the names of places that the gazetteer knows ("Jammu and Kashmir")."""
        return self.particles | {"and", "upon"}

    @cached_property
    def aside(self) -> frozenset[str]:
        """Words between a preposition and the name of the place."""
        return self.parts | {"the", "neighbouring", "neighboring", "nearby", "adjacent"}

    @cached_property
    def there(self) -> frozenset[str]:
        """Words that stand right before a place's name."""
        return self.locative | self.heads

    @cached_property
    def strictly_there(self) -> frozenset[str]:
        """Words that stand right before a place's name only."""
        return self.strictly | self.heads

    def precision(self, word: str) -> int | None:
        """What a noun after a name makes of the place: UCDP's where-precision, None when it is no such noun."""
        return self.kinds.get(word) or self.facilities.get(word)
