"""Whom a house cites, where only its name was taken for what is said: "X, citing a police source, reported that"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from counterclaim.model import Attribution
from counterclaim.syntax import Parse

NEAR = 2  # characters between the word that cites and whom it cites
VERBS = frozenset({"VERB", "AUX"})


def with_cited(parse: Parse, attributions: Sequence[Attribution], citing: Collection[str]) -> list[Attribution]:
    """The attributions; one that only says who is cited gives the cited one the words of the house."""
    found = list(attributions)
    for n, a in enumerate(found):
        if len(a.cue) != 1 or a.cue[0].exact.lower() not in citing or len(a.content) != 1 or not a.source:
            continue
        whom = a.content[0]
        first, stop = parse.within(whom)
        named = 0 <= whom.start - a.cue[0].end <= NEAR and not any(t.pos in VERBS for t in parse.tokens[first:stop])
        house = next((k for k, b in enumerate(found) if k != n and b.source == a.source), None) if named else None
        if house is not None and not any(c.overlaps(whom) for c in found[house].content):
            found[n] = replace(a, source=(whom,), content=found[house].content, parent=house)
    return found
