"""One that has spoken on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model import Party

UNNAMED = "unnamed: "
PUBLIC = frozenset({"state", "ministry", "monitor", "ngo", "un", "agency", "media", "court", "coalition"})


@dataclass(frozen=True)
class Voice:
    """One that has spoken: its canonical name, where, and by what it may be pointed back to.

    `kind` is "person" (it speaks as or through a human being), "body", or "unnamed"; `at` is the offset of the words
    that mean it here, `introduced` that of those by which it came in. `nested` marks one
    whose words stand in the statement of somebody who is no news house. `official` marks a person whose word is that of
    the house alone (a spokesman), `shown` is who is said to speak where that is not the name: a minister is himself,
    though what he claims rests on his ministry's word.
    """

    name: str
    at: int
    kind: str
    party: Party | None = None
    person: str | None = None
    head: str = ""
    nouns: frozenset[str] = frozenset()
    many: bool = False
    introduced: int = -1
    nested: bool = False
    official: bool = False
    shown: str | None = None

    @property
    def is_private(self) -> bool:
        """Whether it is a human being who speaks for no house that gathers reports and for no state."""
        if self.kind == "body" or (self.party is not None and self.party.kind in PUBLIC):
            return False
        return self.kind == "person" or not self.head.startswith(("report", "media"))


def joint_name(names: Sequence[str]) -> str:
    """Several voices as one: "A, B and C"; unnamed only where none of them is named."""
    if len(names) < 2:
        return "".join(names)
    plain = [n.removeprefix(UNNAMED) for n in names]
    prefix = UNNAMED if all(n.startswith(UNNAMED) for n in names) else ""
    return f"{prefix}{', '.join(plain[:-1])} and {plain[-1]}"
