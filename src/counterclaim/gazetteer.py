"""Place names and the places they may stand for, compiled from GeoNames and UCDP GED; see data/README.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import Place


@dataclass(frozen=True)
class Gazetteer:
    """Folded names to the places that bear them, the likeliest first."""

    version: str
    names: Mapping[str, Sequence[Place]]

    def lookup(self, name: str) -> Sequence[Place]:
        """All places of that name, likeliest first; empty when unknown."""
        return self.names.get(name.lower(), ())


def load_gazetteer() -> Gazetteer:
    """Load the compiled gazetteer."""
    return Gazetteer("empty", {})
