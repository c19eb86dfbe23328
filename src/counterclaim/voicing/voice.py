"""One that has spoken on a page."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.model import Party

PUBLIC = frozenset({"state", "ministry", "monitor", "ngo", "un", "agency", "media", "court", "coalition"})


@dataclass(frozen=True)
class Voice:
    """One that has spoken: its canonical name, where, and by what it may be pointed back to.

    `kind` is "person" (it speaks as or through a human being), "body", or "unnamed"; `at` is the offset of the words
    that mean it here, `introduced` that of those by which it came in. `nested` marks one
    whose words stand in the statement of somebody who is no news house.
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

    @property
    def is_private(self) -> bool:
        """Whether it is a human being who speaks for no house that gathers reports and for no state."""
        if self.kind == "body" or (self.party is not None and self.party.kind in PUBLIC):
            return False
        return self.kind == "person" or not self.head.startswith(("report", "media"))
