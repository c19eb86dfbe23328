"""The words by which places beside what happened are known."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class AbsenceWords:
    """The lexicon's words for it; see lexicons/en/settings.toml."""

    undergone: frozenset[str]
    fallen: frozenset[str]
    fleeing: frozenset[str]
    wounds: frozenset[str]
    condition: frozenset[str]
    mourning: frozenset[str]
    spans: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> AbsenceWords:
        """Read them; raises DataError when a list is missing."""
        table = lexicon.table("settings", "absence")
        lists = {name: frozenset(table[name]) for name in cls.__slots__ if name != "spans"}
        return cls(spans=lexicon.words("settings", "spans") | {"hour", "hours", "minutes"}, **lists)
