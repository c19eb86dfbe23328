"""Captives who escaped are no displaced: "Thirty people were kidnapped. Twelve escaped."."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.counting.candidates import ESCAPED
from counterclaim.counting.harm import DETAINED, DISPLACED
from counterclaim.model import Finding
from counterclaim.syntax import Parse

REACH = 3  # sentences back to the captives


def got_away(f: Finding, found: Sequence[Finding], parse: Parse) -> bool:
    """Whether those who escaped do so after the page has told of captives."""
    if f.aspect not in DISPLACED or parse.tokens[f.trigger].lower not in ESCAPED:
        return False
    here = parse.tokens[f.trigger].sentence
    near = (g for g in reversed(found) if here - parse.tokens[g.trigger].sentence <= REACH)
    return any(g.aspect in DETAINED for g in near)
