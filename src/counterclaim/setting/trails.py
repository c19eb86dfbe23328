"""How a page came to a finding: what it told of at each place right before and after, and on whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from counterclaim.model import RESPONSIBILITY, Finding
from counterclaim.setting.candidates import Candidate, Key, identity, size
from counterclaim.setting.ground import TOP, Ground
from counterclaim.setting.scenes import Scene
from counterclaim.setting.views import View
from counterclaim.setting.whereabouts import SURE

MANY = 40  # mentions of a place that are looked at
SEVERAL = 4  # so many places that were struck are alike


class Trails:
    """Reads the trails of one page."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.placed: dict[Key, list[Scene]] = defaultdict(list)
        for s in ground.scenes:
            if s.place:
                self.placed[identity(s.place)].append(s)

    def of(self, view: View, k: Key) -> Iterator[str]:
        """The signs of one candidate."""
        sentence = view.scene.sentence
        yield from self._innermost(view, k)
        there = self.placed.get(k, ())
        before = next((s for s in reversed(there) if s.sentence < sentence), None)
        if before:
            yield from self._counted(view.finding, before, "back")
        after = next((s for s in there if s.sentence > sentence), None)
        if after:
            yield from self._counted(view.finding, after, "ahead")

    @cached_property
    def inmost(self) -> frozenset[Key]:
        """The towns, villages and parts of them where something happened, and nowhere inside them."""
        told = self.ground.told
        fine = [k for k, c in told.all.items() if size(k) == "fine" and self._is_struck(c)]
        return frozenset(
            k for k in fine if not any(j != k and told.may_lie(j, k) and not told.may_lie(k, j) for j in fine)
        )

    def _is_struck(self, c: Candidate) -> bool:
        """Whether a sentence that tells of an attack names a place with nothing that speaks against it."""
        events = self.ground.reader.events
        return any(spot.cost < SURE and s in events for s, spot in zip(c.sentences[:MANY], c.spots, strict=False))

    def _innermost(self, view: View, k: Key) -> Iterator[str]:
        """Whether something happened at a place and nowhere inside it, and how many such places the page has."""
        if k not in self.inmost:
            return
        many = min(len(self.inmost), SEVERAL)
        stand = "none" if view.own is None else self.ground.told.stand(k, view.own)
        yield from ("inmost", f"inmost:{many}", f"inmost:{stand}")
        if view.scene.sentence < TOP:
            yield from ("inmost|top", f"inmost:{many}|top")

    def _counted(self, finding: Finding, scene: Scene, where: str) -> Iterator[str]:
        """How a finding stands to what was counted at a place, and on whose word."""
        there = [self.ground.reader.findings[i] for i in scene.findings]
        counts = [f for f in there if f.aspect != RESPONSIBILITY]
        if not counts:
            yield f"{where}:uncounted"
        elif finding.aspect != RESPONSIBILITY:
            same = [f for f in counts if f.aspect == finding.aspect]
            if not same:
                yield f"{where}:other-aspect"
            elif any(f.low == finding.low for f in same):
                yield f"{where}:agrees"
            else:
                more = any((f.low or 0) < (finding.low or 0) for f in same)
                yield f"{where}:{'more' if more else 'fewer'}"
        voices = {f.voice for f in there if f.voice}
        if voices and finding.voice:
            yield f"{where}:voice:{'same' if finding.voice in voices else 'other'}"
