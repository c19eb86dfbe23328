"""Which mention of a place most likely tells of the same thing as a scene, and by what signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from counterclaim.setting.candidates import Candidate, Key, identity
from counterclaim.setting.likeness import Likeness
from counterclaim.setting.scenes import Scene
from counterclaim.setting.spots import NEVER, Spot
from counterclaim.setting.steps import COSTS, GAPS, step

# How much a mention's sentence speaks for itself, set by hand: it only decides which mention is looked at.
VALUES = {"figure": 1.5, "kind": 0.3, "other-kind": -0.4, "date": 0.6, "other-date": -1.0, "its-place": 0.4}
ALIKE = 2.5
PER_SENTENCE, FARTHEST = -0.1, 20
PER_COST = -0.15


@dataclass(frozen=True, slots=True)
class Link:
    """The best mention: how likely it tells of the same, how alike the sentences are, by which signs; None for none."""

    value: float | None
    alike: float = 0.0
    signs: tuple[str, ...] = ()


NONE = Link(None)


class Beside(NamedTuple):
    """A scene beside another sentence: the signs, how alike both are, and what nearness and signs are worth."""

    signs: tuple[str, ...]
    alike: float
    near: float
    worth: float


class Linker:
    """Links the scenes of one page to its places."""

    def __init__(self, scenes: Sequence[Scene], likeness: Likeness, pace: Callable[[int], float]) -> None:
        self.likeness, self.pace = likeness, pace
        self.scenes: dict[int, list[Scene]] = {}
        for s in scenes:
            self.scenes.setdefault(s.sentence, []).append(s)
        self._links: dict[tuple[int, Key], Link] = {}
        self._common: dict[tuple[int, int], Beside] = {}
        self._placed: dict[int, frozenset[Key]] = {}

    def link(self, scene: Scene, key: Key, candidate: Candidate) -> Link:
        """The best link from a scene to a place's mentions in other sentences; of equals the first."""
        if (id(scene), key) not in self._links:
            values = list(self._values(scene, key, candidate))
            best = max(values, key=lambda one: one[0], default=None)
            self._links[id(scene), key] = self._read(scene, key, *best) if best else NONE
        return self._links[id(scene), key]

    def _values(self, scene: Scene, key: Key, candidate: Candidate) -> Iterator[tuple[float, int, Spot]]:
        """The mentions in other sentences, each with how likely it tells of the same."""
        for sentence, spot in candidate.around(scene.sentence):
            if sentence == scene.sentence or spot.cost >= NEVER:
                continue
            beside = self._with(scene, sentence)
            value = beside.near + PER_COST * max(spot.cost, 0.0)
            its = VALUES["its-place"] if key in self._keys(sentence) else 0.0
            yield value + (beside.worth + its), sentence, spot

    def _read(self, scene: Scene, key: Key, value: float, sentence: int, spot: Spot) -> Link:
        beside, gap = self._with(scene, sentence), sentence - scene.sentence
        its = ("its-place",) if key in self._keys(sentence) else ()
        cost = f"cost:{step(spot.cost, COSTS, 'never')}"
        far = f"gap:{'+' if gap > 0 else '-'}{step(abs(gap), GAPS)}"
        return Link(value, beside.alike, (*beside.signs, *its, cost, far))

    def _with(self, scene: Scene, sentence: int) -> Beside:
        """What a scene has in common with a sentence, whichever place it is asked for."""
        at = id(scene), sentence
        if at not in self._common:
            signs = (*self._signs(scene, self.scenes.get(sentence, ())), *self._way(scene.sentence, sentence))
            alike, gap = self.likeness.of(scene.sentence, sentence), abs(sentence - scene.sentence)
            near = ALIKE * alike + PER_SENTENCE * min(gap, FARTHEST)
            self._common[at] = Beside(signs, alike, near, sum(VALUES.get(s, 0.0) for s in signs))
        return self._common[at]

    def _keys(self, sentence: int) -> frozenset[Key]:
        """The places at which the rules put the scenes of a sentence."""
        if sentence not in self._placed:
            there = self.scenes.get(sentence, ())
            self._placed[sentence] = frozenset(identity(s.place) for s in there if s.place)
        return self._placed[sentence]

    def _signs(self, scene: Scene, there: Sequence[Scene]) -> Iterator[str]:
        """What the scenes of a sentence have in common with a scene, and what not."""
        if any(s.figures & scene.figures for s in there):
            yield "figure"
        kinds = {s.kind for s in there if s.kind}
        if scene.kind and kinds:
            yield "kind" if scene.kind in kinds else "other-kind"
        yield from self._dates(scene, there)
        if not there:
            yield "no-event"
        if any(s.findings for s in there):
            yield "counted"
        if any(s.running for s in there) != scene.running:
            yield "other-run"

    def _way(self, here: int, there: int) -> Iterator[str]:
        """Whether the page turns to something else on the way to a mention, or the mention's sentence points back."""
        first, last = sorted((here, there))
        way = "+" if there > here else "-"
        if last - first > FARTHEST or any(self.pace(s) < 0 for s in range(first + 1, last + 1)):
            yield f"turned{way}"
        elif self.pace(last) > 0:
            yield f"back{way}"
            if last == first + 1:
                yield f"back{way}1"

    def _dates(self, scene: Scene, there: Sequence[Scene]) -> Iterator[str]:
        days, dates = scene.when, [s.when for s in there if s.when]
        if days and dates:
            meet = any(d.earliest <= days.latest and days.earliest <= d.latest for d in dates)
            yield "date" if meet else "other-date"
        elif days or dates:
            yield "one-dated"
