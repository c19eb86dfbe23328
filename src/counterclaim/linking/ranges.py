"""What numbers a value leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor, inf

from counterclaim.linking.revisions import figure
from counterclaim.model import Position

Range = tuple[float, float]
ABOUT = 0.1  # "about 30" may be 27 or 33
VAGUE = 0.5  # "dozens" may be half of what the guide of annotation takes it for: nobody has counted


def range_of(position: Position) -> Range:
    """The lowest and the highest number that a value allows; zero and infinity where that side is open."""
    low = float(position.low) if position.low is not None else 0.0
    high = float(position.high) if position.high is not None else inf
    bound = position.claims[0].bound
    if bound == "vague":
        return ceil(low * VAGUE), inf
    if bound == "about":
        return floor(low - max(1.0, low * ABOUT)), high + max(1.0, high * ABOUT)
    return low, high


def meet(a: Position, b: Position) -> bool:
    """Whether some number is allowed by both."""
    (low, high), (least, most) = range_of(a), range_of(b)
    return low <= most and least <= high


def meet_all(groups: Iterable[Iterable[Position]]) -> bool:
    """Whether some number is allowed by at least one position of every group."""
    spans = [[range_of(p) for p in group] for group in groups]
    ends = sorted({low for group in spans for low, _ in group})
    return any(all(any(low <= n <= high for low, high in group) for group in spans) for n in ends)


def is_vague(position: Position) -> bool:
    """Whether it gives no figure but a word ("dozens")."""
    return position.claims[0].bound == "vague" or (position.low is None and position.high is None)


def is_one_figure(a: Position, b: Position) -> bool:
    """Whether the two give one figure, be it with a bound once and once without: "21" and "at least 21"."""
    return not is_vague(a) and not is_vague(b) and figure(a) == figure(b) and _is_point(a) and _is_point(b)


def _is_point(position: Position) -> bool:
    return position.low is None or position.high is None or position.low == position.high


def is_denied(position: Position) -> bool:
    """Whether the voice denies the value."""
    return position.claims[0].polarity == "denies"
