"""Blame for what a party does at other times: "has often struck there", "was blamed for similar attacks"."""

from __future__ import annotations

from counterclaim.model import Finding
from counterclaim.syntax import Parse

HABITS = frozenset({"often", "frequently", "regularly", "repeatedly", "routinely", "usually", "similar"})


def is_habit(blame: Finding, parse: Parse) -> bool:
    """Whether a word beside the deed, or beside what is blamed, says so."""
    event = parse.tokens[blame.event]
    near = [event, *(o for p in parse.children(event.index, "prep") for o in parse.children(p.index, "pobj"))]
    near += parse.children(event.index, "dobj", "nsubjpass")
    return any(c.lower in HABITS for t in near for c in parse.children(t.index, "advmod", "amod"))
