"""What speaks for a place as that of a finding: what it is, where else it is told of, how it stands to the others."""

from __future__ import annotations

import math
from collections.abc import Iterator

from counterclaim.distance import distance_km
from counterclaim.setting.candidates import Candidate, Key, identity, size
from counterclaim.setting.ground import TOP, Ground
from counterclaim.setting.scenes import Scene
from counterclaim.setting.steps import GAPS, KILOMETRES, step
from counterclaim.setting.views import View


class Standing:
    """Signs with their values that a finding's situation may turn."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._natures: dict[tuple[Key, str], tuple[tuple[str, float], ...]] = {}

    def of(self, view: View, k: Key, c: Candidate, where: str) -> Iterator[tuple[str, float]]:
        """The signs of one candidate; `where` is "here" when the finding's sentence names it, else "away"."""
        if (k, where) not in self._natures:
            self._natures[k, where] = tuple(self._nature(k, c, where))
        yield from self._natures[k, where]
        yield from self._stand(view, k, c)
        yield from self._around(view, k, c, where)
        yield from self._told_with(view, k, c)

    def _nature(self, k: Key, c: Candidate, where: str) -> Iterator[tuple[str, float]]:
        """What a place is, however it is told of."""
        yield f"class:{c.kind}", 1.0
        if c.place.country and self.ground.told.country and c.place.country != self.ground.told.country:
            yield "abroad", 1.0
        if c.place.ref is None:
            yield "unlisted", 1.0
        if self.ground.told.is_wide(k):
            yield "wide", 1.0
        yield "told", math.log1p(c.good)
        scenes = self.ground.scened.get(k, 0)
        yield "scenes", math.log1p(scenes)
        if not scenes:
            yield "no-scene", 1.0
        if not c.good:
            yield "never", 1.0
        if where == "here":
            yield "here", 1.0

    def _stand(self, view: View, k: Key, c: Candidate) -> Iterator[tuple[str, float]]:
        """How a place stands to that of its sentence and to the rules' answer."""
        if k == view.own:
            yield "own", 1.0
        elif view.own:
            far = distance_km(c.place, self.ground.told[view.own].place)
            yield f"to-own:km:{'none' if far is None else step(far, KILOMETRES)}|{size(k)}", 1.0
            yield f"to-own:{self.ground.told.stand(k, view.own)}", 1.0
        if k == view.ruled:
            yield "rule", 1.0
        elif view.ruled:
            yield f"to-rule:{self.ground.told.stand(k, view.ruled)}", 1.0
        if k in (view.own, view.ruled):
            yield f"fits:{view.fitting}", 1.0
        for mark in view.marks.get(k, ()):
            yield mark, 1.0

    def _around(self, view: View, k: Key, c: Candidate, where: str) -> Iterator[tuple[str, float]]:
        """Where else the page tells of a place, and whether that tells of the same thing."""
        sentence = view.scene.sentence
        if where == "away":
            for name in self._gaps(view.scene, c):
                yield name, 1.0
            passage = self.ground.parse.sentences[sentence].passage
            if any(self.ground.parse.sentences[s].passage == passage for s, _ in c.around(sentence)):
                yield "paragraph", 1.0
        link = self.ground.linker.link(view.scene, k, c)
        if link.value is not None:
            yield "link", link.value
            yield "alike", link.alike
            for name in link.signs:
                yield f"link:{name}", 1.0
        new, known = self.ground.pointing.of(sentence)
        if new:
            yield f"new:{size(k)}|{where}", float(len(new))
            words = self.ground.words(c)
            yield "new-noun", float(len(new & words))
        if known & self.ground.words(c):
            yield "known-noun", 1.0

    def _gaps(self, scene: Scene, c: Candidate) -> Iterator[str]:
        """How far before and after a scene a place is told of."""
        back, ahead = c.gaps(scene.sentence)
        if back is not None:
            yield f"back:{step(back, GAPS)}"
            if scene.pace:
                yield f"back:{step(back, GAPS)}|pace{'+' if scene.pace > 0 else '-'}"
        if ahead is not None:
            yield f"ahead:{step(ahead, GAPS)}"
            if scene.sentence < TOP:
                yield f"ahead:{step(ahead, GAPS)}|top"

    def _told_with(self, view: View, k: Key, c: Candidate) -> Iterator[tuple[str, float]]:
        """Whether scenes of the same occurrence, or with the same count, were at a place."""
        scene, counts = view.scene, self.ground.placed[id(view.occurrence)]
        own = scene.place is not None
        others = counts.total() - own
        placed = counts[k] - (own and k == view.own)
        if others:
            yield "same", placed / others
        if placed:
            yield "same-any", 1.0
        like = [s for figure in scene.figures for s in self.ground.alike[figure] if s is not scene]
        if any(s.place and identity(s.place) == k for s in like):
            yield "figures", 1.0
        elif any(c.is_in(s.sentence, s.sentence + 1) for s in like):
            yield "figures-named", 1.0
