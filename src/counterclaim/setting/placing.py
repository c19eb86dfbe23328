"""Where what a finding tells of happened: which of its page's places, by what speaks for each.

The rules' own answer is one sign among others; how much each sign weighs was learnt (models/places.md).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.lexicon import Lexicon
from counterclaim.model import Place
from counterclaim.setting.candidates import Candidate, Key
from counterclaim.setting.choosing import Chooser
from counterclaim.setting.ground import Ground
from counterclaim.setting.insentence import InSentence
from counterclaim.setting.others import Others
from counterclaim.setting.plainsigns import PlainSigns
from counterclaim.setting.reader import SceneReader
from counterclaim.setting.scenes import Occurrence
from counterclaim.setting.standing import Standing
from counterclaim.setting.trails import Trails
from counterclaim.setting.views import View, Views, is_war


@dataclass(frozen=True)
class Weighed:
    """A finding's situation, the rules' answer, and what the weights give each candidate."""

    view: View
    ruled: Place | None
    scores: tuple[float, ...]

    @property
    def shares(self) -> dict[Key, float]:
        """How likely each candidate is by its score (softmax); one that is settled is certain."""
        if self.view.settled is not None:
            return {k: float(n == self.view.settled) for n, k in enumerate(self.view.keys)}
        top = max(self.scores, default=0.0)
        odds = [math.exp(s - top) for s in self.scores]
        whole = sum(odds)
        return {k: one / whole for k, one in zip(self.view.keys, odds, strict=True)}


class Placer:
    """Places the findings of one page."""

    def __init__(self, reader: SceneReader, occurrences: Sequence[Occurrence], lexicon: Lexicon) -> None:
        self.ground = Ground(reader, occurrences, lexicon)
        self.told, self.homes = self.ground.told, self.ground.homes
        self.standing, self.plain, self.here = Standing(self.ground), PlainSigns(self.ground), InSentence(self.ground)
        self.trails = Trails(self.ground)
        self.views = Views(self.ground, self.here)
        self.others = Others(self.ground, lexicon)
        self._crossed: dict[tuple[object, ...], dict[str, float]] = {}

    def weigh(self, i: int, ruled: Place | None, chooser: Chooser) -> Weighed:
        """What the weights give the candidates of finding number `i`; where its place is settled there is no need."""
        view = self.view(i, ruled)
        told = self.features(view) if view.settled is None else ()
        return Weighed(view, ruled, tuple(chooser.score(f) for f in told))

    def given(self, weighed: Weighed) -> Place | None:
        """The place that the weights give a finding."""
        view = weighed.view
        if view.settled is not None:
            return self.named(view, view.settled)
        if not view.keys:
            return None if is_war(view.finding, view.scene) else weighed.ruled
        against = [self.others.cost(view, k) for k in view.keys]
        return self.named(view, max(range(len(view.keys)), key=lambda n: weighed.scores[n] - against[n]))

    def view(self, i: int, ruled: Place | None) -> View:
        """The situation of finding number `i`."""
        return self.views.of(i, ruled)

    def named(self, view: View, n: int) -> Place:
        """Candidate number `n` of a view as the page names it there."""
        return self.told[view.keys[n]].named(view.scene.sentence)

    def features(self, view: View) -> list[dict[str, float]]:
        """The features of all candidates, in the order of the view's keys."""
        return [self._features(view, k) for k in view.keys]

    def _features(self, view: View, k: Key) -> dict[str, float]:
        """A candidate's features; those that the situation may turn come twice, once with it."""
        c = self.told[k]
        spots = c.here(view.scene.sentence)
        where = "here" if spots else "away"
        context = f"{view.context}:"
        out = dict(self._turned(view, k, c, where, context))
        for name in self.plain.of(view, k, c, where):
            out[name] = 1.0
        for name in self.trails.of(view, k):
            out[name] = out[context + name] = 1.0
        for name in self.here.signs(view.index, view.context, spots) if spots else ():
            out[name] = 1.0
        return out

    def _turned(self, view: View, k: Key, c: Candidate, where: str, context: str) -> dict[str, float]:
        """The features that come twice; those of several counts of one scene are the same."""
        at = id(view.scene), k, view.own, view.ruled, view.fitting, *view.marks.get(k, ())
        if at not in self._crossed:
            plain = dict(self.standing.of(view, k, c, where))
            self._crossed[at] = plain | {context + name: value for name, value in plain.items()}
        return self._crossed[at]
