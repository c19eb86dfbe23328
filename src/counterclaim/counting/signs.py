"""Figures with signs around or within them: "34 637 dead", "four (4) militants", "(11) people"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.syntax import Parse

FIRST = re.compile(r"[1-9]\d{0,2}$")
THREE = re.compile(r"\d{3}$")
SPACES = frozenset(" \u00a0\u2009\u202f")


def spaced(parse: Parse, words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The number whose thousands spaces part, and where it ends; None where none starts at token `at`."""
    if not FIRST.match(words[at]):
        return None
    stop = at + 1
    while stop < len(words) and THREE.match(words[stop]) and _a_space_between(parse, stop):
        stop += 1
    return (int("".join(words[at:stop])), stop) if stop > at + 1 else None


def _a_space_between(parse: Parse, at: int) -> bool:
    before, here = parse.tokens[at - 1], parse.tokens[at]
    return here.sentence == before.sentence and parse.text[before.end : here.start] in SPACES


def past_repetition(words: Sequence[str], stop: int, read: int | None) -> int:
    """Where a number ends that brackets repeat in figures ("four (4) militants"); `read` is what they hold."""
    return (
        stop + 3
        if read is not None and words[stop : stop + 1] == ["("] and words[stop + 2 : stop + 3] == [")"]
        else stop
    )


def is_enclosed(words: Sequence[str], start: int, stop: int) -> bool:
    """Whether brackets stand around the number alone: "(11) people"."""
    return start > 0 and words[start - 1] == "(" and words[stop : stop + 1] == [")"]
