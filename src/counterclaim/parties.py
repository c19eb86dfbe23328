"""The catalogue of parties, monitors, agencies and outlets: names, aliases, kind, side; data in data/parties.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.model import Party


@dataclass(frozen=True)
class Catalogue:
    """Folded names and aliases to parties."""

    version: str
    names: Mapping[str, Party]

    def lookup(self, name: str) -> Party | None:
        """The party of that name or alias, None when unknown."""
        return self.names.get(name.lower())


def load_catalogue() -> Catalogue:
    """Load the shipped catalogue."""
    return Catalogue("empty", {})
