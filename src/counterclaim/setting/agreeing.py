"""A second look at where a finding happened, once it is known what else the page tells of the same occurrence.

The first choice (setting/placing.py) weighs each finding by itself. When findings are grouped (setting/gathering.py),
what the counts of its occurrence in sentences before and after were given speaks for the same place, for one within it
and for one around it. How much was learnt, from first choices on pages that these were not learnt from
(models/agreement.md; stacked generalisation, Wolpert 1992). A sentence that gives a spot itself is not overruled.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.model import RESPONSIBILITY, Place
from counterclaim.setting.candidates import Candidates, Key
from counterclaim.setting.choosing import Chooser
from counterclaim.setting.placing import Placer, Weighed

MOST = 10  # counts of one occurrence, the nearest, that are heard on either side
LEAST = 0.01  # shares below that say nothing
FIRST = 5.0  # how the first choice is written beside shares of one, so that a penalty on weights leaves it be
LOWEST = -12.0  # of its logarithm
OPEN = frozenset({"N", "C"})  # contexts (views.View): the sentence gives no place or a wide one
STANDS = frozenset({"same", "in", "over", "near"})

Shares = Mapping[Key, float]
"""How likely each place is, as the first choice has it."""


class Agreement:
    """What the findings of one page's occurrences say of each other's places; `numbers` are those of occurrences."""

    def __init__(self, told: Candidates, weighed: Sequence[Weighed], numbers: Sequence[int]) -> None:
        self.told, self.weighed = told, weighed
        self.shares = [shares(w) for w in weighed]
        self.members: dict[int, list[int]] = {}
        for i, number in enumerate(numbers):
            if weighed[i].view.finding.aspect != RESPONSIBILITY and self.shares[i]:
                self.members.setdefault(number, []).append(i)
        self.numbers = numbers

    def features(self, i: int) -> list[dict[str, float]]:
        """The features of finding number `i`'s candidates, in its view's order; none where its place stands."""
        view = self.weighed[i].view
        heard = self._heard(i) if view.context in OPEN and view.settled is None else {}
        return [self._features(i, k, heard) for k in view.keys] if heard else []

    def _heard(self, i: int) -> dict[str, list[Shares]]:
        """What the other counts of its occurrence were given, those told before ("back") and after ("ahead")."""
        sentence = self.weighed[i].view.scene.sentence
        told = {j: self.weighed[j].view.scene.sentence for j in self.members.get(self.numbers[i], ())}
        ways = {
            "back": [j for j, s in told.items() if s < sentence][-MOST:],
            "ahead": [j for j, s in told.items() if s > sentence][:MOST],
        }
        return {way: [self.shares[j] for j in found] for way, found in ways.items() if found}

    def _features(self, i: int, k: Key, heard: Mapping[str, Sequence[Shares]]) -> dict[str, float]:
        found = {"first": FIRST * max(math.log(max(self.shares[i][k], 1e-9)), LOWEST)}
        for way, others in heard.items():
            found |= {f"{way}:{stand}": share for stand, share in self._stands(k, others).items()}
        return found

    def _stands(self, k: Key, others: Sequence[Shares]) -> Mapping[str, float]:
        """How likely others are at a place, within it, around it and near it, on average."""
        found: defaultdict[str, float] = defaultdict(float)
        for told in others:
            for other, share in told.items():
                stand = self.told.stand(other, k)
                if share >= LEAST and stand in STANDS:
                    found[stand] += share / len(others)
        return found


def shares(weighed: Weighed) -> dict[Key, float]:
    """How likely each candidate is by its score (softmax); one that is settled is certain."""
    view = weighed.view
    if view.settled is not None:
        return {k: float(n == view.settled) for n, k in enumerate(view.keys)}
    top = max(weighed.scores, default=0.0)
    odds = [math.exp(s - top) for s in weighed.scores]
    return {k: one / sum(odds) for k, one in zip(view.keys, odds, strict=True)}


def agreed(placer: Placer, weighed: Sequence[Weighed], numbers: Sequence[int], chooser: Chooser) -> list[Place | None]:
    """The places of all findings, chosen anew where an occurrence's other counts say something."""
    agreement, found = Agreement(placer.told, weighed, numbers), []
    for i, one in enumerate(weighed):
        best = chooser.best(agreement.features(i))
        found.append(placer.given(one) if best is None else placer.named(one.view, best))
    return found
