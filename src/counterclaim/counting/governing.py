"""Which word of harm governs which count in a sentence: a small log-linear model over readable features.

For each count the candidates are the sentence's triggers and "none"; a candidate's score is the sum of the weights of
its features, and the best one wins (a conditional logit; McFadden 1974). The weights were learnt by
training/governing.py and stand in models/governing.json, with their card beside them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from counterclaim.counting.candidates import candidates
from counterclaim.counting.evidence import for_none, for_trigger
from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import Scene


class Governing:
    """The learnt weights."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def best(self, scene: Scene, i: int) -> Trigger | None:
        """The trigger that governs count `i`, None when none does."""
        chosen, highest = None, self.score(for_none(scene, i))
        for trigger, place in candidates(scene, i):
            score = self.score(for_trigger(scene, i, trigger, place))
            if score > highest:
                chosen, highest = trigger, score
        return chosen

    def score(self, features: Sequence[str]) -> float:
        """The sum of the features' weights."""
        return fsum(self._weights.get(f, 0.0) for f in features)
