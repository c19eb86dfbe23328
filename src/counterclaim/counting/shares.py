"""Some of those of whom a page has told: "five of those who died", "five of the 12 killed", "they included five"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.counting.victims import Victims
from counterclaim.model import Who

THOSE = frozenset({"the", "those", "these"})
WERE = frozenset({"were", "was", "are", "is"})
CLOSING = frozenset({".", ",", ";", ":", "!", "?", "and", "but", "who"})
LEAST = 4  # tokens to which "of the" and what follows it reach
DYING = 4  # tokens of "who lost their lives"
ADVERBIAL = 6  # tokens of "in the blast on Sunday" before "were"


def share_stop(words: Sequence[str], at: int, number: bool, victims: Victims) -> int | None:
    """Where "of those killed" or "of the 12 killed" ends that follows a count at `at`; None where nothing such does.

    `number` says whether another count follows "of the".
    """
    if words[at : at + 1] != ["of"] or len(words) < at + LEAST or words[at + 1] not in THOSE:
        return None
    first = at + 2 + number
    stop = first + (number and victims.group(words[first]) is not None)
    if words[stop : stop + 1] == ["who"]:
        found = next((i for i in range(stop + 1, min(stop + 1 + DYING, len(words))) if words[i] in victims.ends), None)
        return None if found is None else found + 1
    if words[stop : stop + 1] and words[stop] in victims.ends:
        return stop + 1
    return stop if number and words[stop : stop + 1] and words[stop] in WERE else None


def said_of(words: Sequence[str], stop: int) -> int | None:
    """Where "were" stands that says who a share are which ends at `stop`: "of those killed in the blast were"."""
    for i in range(stop, min(stop + ADVERBIAL + 1, len(words))):
        if words[i] in WERE:
            return i
        if words[i] in CLOSING:
            return None
    return None


def narrowed(own: Who | None, said: Who | None) -> Who | None:
    """Who some are: what is said of them, where their own words say no more than that they are people."""
    return said if said is not None and own in (None, "people") else own
