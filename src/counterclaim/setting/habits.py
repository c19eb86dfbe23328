"""What a party does at other times ("has often struck there"), and those told of before who do more."""

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


def takes_up_doers(parse: Parse, count: Finding) -> bool:
    """Whether the verb of a count has those for its subject who were told of before: "the attackers killed ten"."""
    found = parse.children(count.event, "nsubj")
    return any(s.lower == "they" or any(d.lower == "the" for d in parse.children(s.index, "det")) for s in found)
