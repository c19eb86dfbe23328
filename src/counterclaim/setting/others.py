"""Which places are another account's: "The blast in Arven killed nine. … In the village of Tarn two were shot"."""

from __future__ import annotations

from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY
from counterclaim.setting.background import Background
from counterclaim.setting.candidates import Key, identity
from counterclaim.setting.ground import Ground
from counterclaim.setting.spots import NEVER
from counterclaim.setting.views import View

ANOTHERS = 9.0  # against a place at which the page counts others
KNOWN = frozenset({"the", "this", "that", "these", "those", "it", "they"})
SURE = 1.2  # a cost below which a count's own sentence says where it was
CONTEXTS = frozenset({"W", "C"})  # in which a smaller place than the own one may be meant
INSIDE = frozenset({"in", "same", "over"})


class Others:
    """Reads it from one page: a town whose name may be its province's holds nothing that is counted apart from it."""

    def __init__(self, ground: Ground, lexicon: Lexicon) -> None:
        self.ground, self.background = ground, Background(ground.reader, ground.scenes, ground.told, lexicon)
        self._told: dict[Key, frozenset[int] | None] = {}

    def cost(self, view: View, k: Key) -> float:
        """What speaks against a place beside what was learnt."""
        anothers = view.context in CONTEXTS and self._is_anothers(view, k)
        return ANOTHERS if anothers or self.background.is_place(view, k) else 0.0

    def _is_anothers(self, view: View, k: Key) -> bool:
        """Whether a finding has a town of its own, and a place is only told of where others are counted."""
        own, scene = view.own, view.scene
        if own is None or k == own or not self._is_apart(k, own):
            return False
        if not any(s.cost < SURE for s in self.ground.told[own].here(scene.sentence)):
            return False
        counted = self._counted(k)
        if not counted:
            return False
        finding = view.finding
        for j in counted:
            other = self.ground.reader.findings[j]
            if self.ground.homes[j][1] is view.occurrence or (other.aspect, other.low) == (finding.aspect, finding.low):
                return False
        return True

    def _is_apart(self, k: Key, own: Key) -> bool:
        """Whether a town or village is not said to lie in another place."""
        return k[1] > 0 and self.ground.told.stand(k, own) not in INSIDE

    def _counted(self, k: Key) -> frozenset[int] | None:
        """The counts of all sentences that tell of a place; None where one of them counts nobody there."""
        if k not in self._told:
            self._told[k] = self._count(k)
        return self._told[k]

    def _count(self, k: Key) -> frozenset[int] | None:
        c, found = self.ground.told[k], set[int]()
        for sentence, spot in zip(c.sentences, c.spots, strict=True):
            if spot.cost >= NEVER:
                continue
            beside = [
                j
                for j in self.ground.beside.get(sentence, ())
                if self.ground.reader.findings[j].aspect != RESPONSIBILITY
                and (at := self.ground.homes[j][0].place) is not None
                and identity(at) == k
            ]
            if not beside or self._goes_on(sentence):
                return None
            found.update(beside)
        return frozenset(found)

    def _goes_on(self, sentence: int) -> bool:
        """Whether a sentence may tell more of what was told before: "The missile hit the village of Tarn"."""
        return self.ground.parse.tokens[self.ground.parse.sentences[sentence].first].lower in KNOWN
