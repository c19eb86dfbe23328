"""Which of several candidates is meant: a small log-linear model over named features.

A candidate's score is the sum of its features' values, each times its weight, and the best one wins (a conditional
logit; McFadden 1974). What the candidates and features are is their own module's affair, and so is what was learnt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

Features = Mapping[str, float]
"""A candidate's features: values by name, those that are nought left out."""


class Chooser:
    """The learnt weights, by the features' names; a feature without one says nothing."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = dict(weights)

    def score(self, features: Features) -> float:
        """The sum of the features' values, weighted; exact, so that no order of features tips what is even."""
        weights = self._weights
        return fsum([weights[name] * value for name, value in features.items() if name in weights])

    def sum(self, names: Iterable[str]) -> float:
        """The score of features that all have the value 1; one named twice counts once."""
        weights = self._weights
        return fsum([weights[name] for name in set(names) if name in weights])

    def best(self, candidates: Sequence[Features]) -> int | None:
        """The index of the best candidate, of equals the first; None when there is none."""
        scores = [self.score(c) for c in candidates]
        return max(range(len(scores)), key=lambda i: scores[i], default=None)


@dataclass(frozen=True)
class Choosers:
    """What was learnt about the settings of findings."""

    places: Chooser
    dates: Chooser
    bearers: Chooser
    groups: Chooser
