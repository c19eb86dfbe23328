"""What linking goes by: the weights that come with the package, and how rare words are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.linking.words import Rarity

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class LinkModel:
    """The shipped model; see models/linking.md for where it comes from.

    `weights` are those of each comparison's levels, in bits; `prior` is what every pair that is compared starts from.
    A pair of two pages of zero or more is a link. Pairs that were not compared, and those below it, weigh `apart`; two
    occurrences of one page weigh `one_page`, for its reader told them apart. `targets` are the words for what is hit,
    folded.
    """

    weights: Weights
    prior: float
    apart: float
    one_page: float
    rarity: Rarity
    targets: frozenset[str]
