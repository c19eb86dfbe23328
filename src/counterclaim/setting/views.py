"""The situation of one finding: which places may be its own, and by what each stands out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import Finding, Place
from counterclaim.setting.candidates import Key, identity
from counterclaim.setting.ground import TOP, Ground
from counterclaim.setting.insentence import InSentence
from counterclaim.setting.nearness import PROVINCE
from counterclaim.setting.owning import Owning
from counterclaim.setting.reader import MANY
from counterclaim.setting.scenes import Occurrence, Scene
from counterclaim.setting.spots import Spot

YEAR = 365  # days: what has gone on for so long is a war
CHILDREN = 3  # so many places in one and more are alike


@dataclass(frozen=True)
class View:
    """A finding's situation: the place that its own sentence gives, the rules' answer, and what stands out.

    `context` is "F" when the own place is fine, "W" when its name may be its province's, "C" when it is coarse, "N"
    when there is none; `fitting` counts the
    fine places that may lie in it, and `marks` tells of each candidate by what it stands out. `settled` is the number
    of the spot in which its own sentence says outright that it happened, and which the rules take.
    """

    finding: Finding
    index: int
    scene: Scene
    occurrence: Occurrence
    keys: Sequence[Key]
    own: Key | None
    ruled: Key | None
    context: str
    fitting: int
    marks: Mapping[Key, Sequence[str]]
    settled: int | None


class Views:
    """The situations of one page's findings."""

    def __init__(self, ground: Ground, here: InSentence) -> None:
        self.ground, self.here, self.owning = ground, here, Owning(ground)

    def of(self, i: int, ruled: Place | None) -> View:
        """The situation of finding number `i`."""
        scene, occurrence = self.ground.homes[i]
        own, rule = self.ground.told.known(scene.place), self.ground.told.known(ruled)
        near = self.ground.told.near(scene.sentence, [k for k in (own, rule) if k])
        keys = [k for k in near if not (self.here.is_anothers(i, k) or self.owning.is_anothers(i, k))]
        finding = self.ground.reader.findings[i]
        if own is None and is_war(finding, scene):
            keys = [k for k in keys if k[1] >= PROVINCE]
            keys = [k for k in keys if self.ground.told.is_home(k)] or keys
        fine = [k for k in keys if self.ground.told[k].good and k[1] < PROVINCE and k != own]
        fits = [k for k in fine if own is None or self.ground.told.may_lie(k, own)]
        context = "N" if own is None else "C" if own[1] >= PROVINCE else "W" if self.ground.told.is_wide(own) else "F"
        marks = self._marks(scene, occurrence, fits)
        ruled_so = context == "F" and own == rule
        sure = own in keys and ruled_so and self._is_outright(own, i) and not self._is_refined(own, fits, scene)
        said = own if own and (sure or self._is_pointed(i, own, keys)) else None
        meant = said or self.ground.told.known(self.ground.meant.place(scene))
        settled = keys.index(meant) if meant in keys else None
        return View(finding, i, scene, occurrence, keys, own, rule, context, min(len(fits), CHILDREN), marks, settled)

    def _is_pointed(self, i: int, own: Key, keys: Sequence[Key]) -> bool:
        """Whether a finding's sentence points back to its own place by its order: "in the latter"."""
        spot = self.ground.reader.where.pointed(self.ground.reader.at[i], self.ground.others(i))
        return spot is not None and identity(spot.place) == own and own in keys

    def _is_outright(self, k: Key, i: int) -> bool:
        """Whether a finding's sentence says outright that it happened there: "in the town of Tarnholt"."""
        sentence = self.ground.homes[i][0].sentence
        if self.here.lists.is_one_of_many(sentence, k) or self.here.frames.is_frame(i, k):
            return False
        outright = [s for s in self.ground.told[k].here(sentence) if s.cost < 0 or (s.cost == 0 and self._is_struck(s))]
        return bool(outright) and not any(self.here.is_of_part(i, s) for s in outright)

    def _is_struck(self, spot: Spot) -> bool:
        """Whether a place is what was attacked: "jets bombed Tarn"."""
        return self.ground.reader.where.objections.is_struck(self.ground.parse.tokens[spot.mention.token])

    def _is_refined(self, own: Key, fits: Sequence[Key], scene: Scene) -> bool:
        """Whether other sentences name a place inside a scene's own, or at the page's head one that may lie inside."""
        told = self.ground.told
        away = [k for k in fits if not told[k].here(scene.sentence)]
        return any(scene.sentence < TOP or told.stand(k, own) == "in" for k in away)

    def _marks(self, scene: Scene, occurrence: Occurrence, fits: Sequence[Key]) -> dict[Key, list[str]]:
        """By what each fine place that may be meant stands out among those."""
        found: dict[Key, list[str]] = {}
        counts = {k: self._counts(scene, occurrence, k) for k in fits}
        for name in ("linked", "last", "next", "most-told", "most-scenes", "occ-most"):
            values = {k: v for k in fits if (v := counts[k][name]) is not None}
            top = max(values.values(), default=None)
            for k, v in values.items():
                if v == top:
                    found.setdefault(k, []).append(name)
        scened = [k for k in fits if self.ground.scened[k]]
        for name, alone in (("only-scened", scened), ("only", fits)):
            if len(alone) == 1:
                found.setdefault(alone[0], []).append(name)
        return found

    def _counts(self, scene: Scene, occurrence: Occurrence, k: Key) -> dict[str, float | None]:
        """By what a place may stand out; the more, the better."""
        c = self.ground.told[k]
        back, ahead = c.gaps(scene.sentence)
        return {
            "linked": self.ground.linker.link(scene, k, c).value,
            "last": None if back is None else -back,
            "next": None if ahead is None else -ahead,
            "most-told": c.good,
            "most-scenes": self.ground.scened[k] or None,
            "occ-most": self.ground.placed[id(occurrence)][k] or None,
        }


def is_war(finding: Finding, scene: Scene) -> bool:
    """Whether a count is that of a whole war: so high, or over so long."""
    return (finding.low or 0) >= MANY or (scene.when is not None and scene.when.days > YEAR)
