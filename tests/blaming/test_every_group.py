"""Every force of the catalogue can be blamed and heard in plain sentences, whatever the parser makes of its name."""

from collections.abc import Callable

import pytest

from counterclaim.cataloguing import load_catalogue
from counterclaim.model import Page

FORCES = frozenset({"armed_group", "armed_forces", "coalition"})
FEWEST = 0.98  # of all; a number, a dot or "and" in a name may still part it


def names(kinds: frozenset[str]) -> list[str]:
    parties = (e.party for entries in load_catalogue().entries.values() for e in entries)
    return sorted({p.name for p in parties if p.kind in kinds})


def blames(page: Page) -> bool:
    return any(c.aspect == "responsibility" and c.party for c in page.claims)


@pytest.mark.parametrize("text", ["{} killed 12 people in Orla.", "Nine people died. {} attacked the village at dawn."])
def test_every_force_is_blamed(read: Callable[[str], Page], text: str) -> None:
    forces = names(FORCES)
    missed = [n for n in forces if not blames(read(text.format(n[0].upper() + n[1:])))]
    assert len(missed) <= len(forces) * (1 - FEWEST), missed


def test_every_force_is_heard(read: Callable[[str], Page]) -> None:
    forces = names(FORCES)
    missed = [n for n in forces if voice(read(f"{n[0].upper() + n[1:]} said 12 people were killed in Orla.")) != n]
    assert len(missed) <= len(forces) * (1 - FEWEST), missed


def voice(page: Page) -> str | None:
    return next((c.voice for c in page.claims if c.aspect == "killed"), None)
