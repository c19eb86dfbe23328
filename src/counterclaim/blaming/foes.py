"""Whom one side of a war calls by no name: "the enemy", "the occupiers", "the militia", "the aggression".

Who is meant depends on who speaks: the one in whose words it stands, else the outlet. By country the lexicon has whom
each side so calls, and whom those mean of whom no side is known (lexicons/en/responsibility.toml, foes).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import Statement
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse

ANYBODY = ""


@dataclass(frozen=True)
class Foes:
    """The foes of one page in its country (ISO code); `wars` are by role, country and side."""

    parse: Parse
    statements: Sequence[Statement]
    catalogue: Catalogue
    country: str | None
    outlet: str | None
    wars: Mapping[str, Mapping[str, Mapping[str, str]]]

    def meant(self, role: str, i: int) -> str | None:
        """The party that a word of this role at a token means, None when the page does not tell."""
        foes = self.wars.get(role, {}).get(self.country or "", {})
        side = next((s for s in self._speaking(i) if s in foes), ANYBODY) if foes else ANYBODY
        return foes.get(side) or None

    def _speaking(self, i: int) -> list[str]:
        """The sides of those in whose words a token stands, the nearest first; the outlet's comes last."""
        at = self.parse.span(i, i + 1)
        said = [s for s in self.statements if any(c.covers(at) for c in s.content)]
        said.sort(key=lambda s: sum(len(c.exact) for c in s.content))
        names = [name for s in said for name, _ in s.parties] + [self.outlet]
        return [side for name in names if name for side in self._sides(name)]

    def _sides(self, name: str) -> list[str]:
        party = self.catalogue.lookup(name)
        return [side for side in (party.name, party.side, party.parent) if side] if party else []
