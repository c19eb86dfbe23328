"""Forms of regular English verbs, for words that a lexicon gives in the base form only."""

from __future__ import annotations

VOWELS = "aeiou"


def third_person(verb: str) -> str:
    """Kill → kills, catch → catches, bury → buries."""
    if verb.endswith(("s", "x", "ch", "sh", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in VOWELS else verb + "s"


def regular_past(verb: str) -> str:
    """Kill → killed, execute → executed, trap → trapped, bury → buried."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def gerund(verb: str) -> str:
    """Kill → killing, execute → executing, trap → trapping, die → dying."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "be")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"


def _doubles(verb: str) -> bool:
    """Whether a verb's last letter doubles: "trap", "nab", "kidnap", "put", "run"; never "wound", "behead"."""
    ends_short = len(verb) > 2 and verb[-1] not in VOWELS + "wxyhr" and verb[-2] in VOWELS and verb[-3] not in VOWELS
    return ends_short and (
        len(verb) <= 4 or verb in ("kidnap", "transfer", "admit", "commit", "remand", "expel", "snatch")
    )
