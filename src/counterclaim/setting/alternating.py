"""Counts and dates told by turns: "four in Arven on Monday and eleven in Tovnik on Wednesday"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from counterclaim.setting.datings import Dating
from counterclaim.setting.spots import FAR
from counterclaim.syntax import Parse

SUBJECTS = ("nsubj", "nsubjpass", "expl")
RELATIVE = frozenset({"who", "which", "that"})


def own_date(
    parse: Parse, at: tuple[int, int], counts: Sequence[int], dates: Sequence[Dating], cost: Callable[[Dating], float]
) -> Dating | None:
    """The date that follows a count, where another count before it has one of its own between the two.

    `at` is where the count stands (first token and stop), `counts` where those of its sentence begin, in order;
    `cost` says what speaks against a date.
    """
    first, stop = at
    at_first, at_stop = bisect_left(counts, first), bisect_left(counts, stop)
    end = counts[at_stop] if at_stop < len(counts) else parse.sentence(first).stop
    if not at_first or not any(counts[at_first - 1] < d.mention.first < first for d in dates):
        return None
    after = next((d for d in dates if stop <= d.mention.first < end), None)
    if after is None or cost(after) >= FAR or _tells_anew(parse, stop, after.mention.first):
        return None
    return after


def _tells_anew(parse: Parse, stop: int, date: int) -> bool:
    """Whether somebody or something does what the date may be of: "eleven, before shells fell on Wednesday"."""
    between = parse.tokens[stop:date]
    return any(t.dep in SUBJECTS and not (t.lower in RELATIVE and t.index == stop) for t in between)
