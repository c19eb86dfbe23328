"""Whether a word such as "since" sums up over a time: "since 2011", "so far", and not "since Monday", "far heavier"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from counterclaim.syntax import Parse, Token

NEAR = 6  # tokens after "since" that name when
FAR = frozenset({"so", "thus"})  # before "far"


def runs_since(parse: Parse, since: Token, lately: AbstractSet[str]) -> bool:
    """Whether "since" begins long ago: neither on a day of these (`lately`) nor as in "three have since died"."""
    stop = parse.sentence(since.index).stop
    after = parse.tokens[since.index + 1 : min(stop, since.index + 1 + NEAR)]
    named = bool(after) and after[0].pos not in ("VERB", "AUX", "PUNCT", "CCONJ", "ADV")
    return named and lately.isdisjoint(t.lower for t in after)


def sums_up(parse: Parse, word: Token, lately: AbstractSet[str]) -> bool:
    """Whether a word that may sum up does."""
    if word.lower == "since":
        return runs_since(parse, word, lately)
    return word.lower != "far" or (word.index > 0 and parse.tokens[word.index - 1].lower in FAR)
