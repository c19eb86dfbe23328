"""Places that open a sentence for another in it: "In Ostra province two died in a blast in the village of Arven"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from counterclaim.setting.candidates import Key, identity
from counterclaim.setting.ground import Ground
from counterclaim.setting.hanging import hangs
from counterclaim.setting.nearness import COUNTRY
from counterclaim.setting.spots import Spot

OPENING = 5  # tokens at a sentence's head in which the place stands that holds for all of it
SURE = 0.6  # a cost below which nothing in the sentence speaks against a place
STRUCK = "struck"
INSIDE = frozenset({"in", "at", "on", "near", STRUCK})
OPENS = frozenset({"in", "at", "on", "near", "around"})
PARTS = frozenset(":;")
CONJUNCTIONS = ("CCONJ", "SCONJ")
VERBS = ("VERB", "AUX")
FEW = 2


class Frames:
    """Reads them from one page."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.parse, self.where = ground, ground.parse, ground.reader.where
        self._read: dict[int, tuple[Spot, tuple[Spot, ...]] | None] = {}
        self._verbs: dict[int, int] = {}

    def signs(self, i: int, spot: Spot) -> Iterator[str]:
        """How a place stands to what opens its sentence, for finding number `i`: it is that, or lies further on."""
        found = self._of(i)
        if found is None:
            return
        frame, inner = found
        k = identity(spot.place)
        if k == identity(frame.place):
            stands = {self.ground.told.stand(identity(s.place), k) for s in inner}
            yield from (f"frame:over:{stand}" for stand in sorted(stands))
        elif spot in inner:
            stand = self.ground.told.stand(k, identity(frame.place))
            yield f"frame:{stand}"
            yield f"frame:{stand}:{hangs(self.parse, self.where, spot)}"
            yield f"frame:{'first' if spot is inner[0] else 'later'}:{min(len(inner), 2)}"

    def is_frame(self, i: int, k: Key) -> bool:
        """Whether a place opens the sentence of finding number `i`, which goes on with one that may lie in it."""
        found = self._of(i)
        if found is None or identity(found[0].place) != k:
            return False
        return any(self.ground.told.may_lie(identity(s.place), k) for s in found[1])

    def _of(self, i: int) -> tuple[Spot, tuple[Spot, ...]] | None:
        """The place that opens a finding's sentence, and those further on in it that no other count parts from it."""
        sentence = self.ground.homes[i][0].sentence
        if sentence not in self._read:
            self._read[sentence] = self._find(sentence)
        found = self._read[sentence]
        if found is None:
            return None
        anchors, others = self.ground.anchors(i), self.ground.others(i)
        inner = tuple(
            s
            for s in found[1]
            if not any(anchors[-1] < o < s.mention.first for o in others) and not self._opens_another(s, others)
        )
        return (found[0], inner) if inner else None

    def _opens_another(self, spot: Spot, others: Sequence[int]) -> bool:
        """Whether a place opens a clause of its own with another count: "and in Arven the toll was five"."""
        first = self.parse.sentence(spot.mention.first).first
        before = self.parse.tokens[max(first, spot.mention.first - OPENING) : spot.mention.first]
        joined = next((n for n, t in enumerate(reversed(before)) if t.pos in CONJUNCTIONS or t.text in PARTS), None)
        if joined is None or any(t.pos in VERBS for t in before[len(before) - joined :]):
            return False
        verb = self._verb(spot.mention.token)
        return any(o > spot.mention.first and self._verb(o) == verb for o in others)

    def _verb(self, i: int) -> int:
        """The verb of the clause that a token is in; -1 where there is none."""
        if i not in self._verbs:
            tokens = chain((self.parse.tokens[i],), self.parse.ancestors(i))
            self._verbs[i] = next((t.index for t in tokens if t.pos in VERBS), -1)
        return self._verbs[i]

    def _find(self, sentence: int) -> tuple[Spot, tuple[Spot, ...]] | None:
        spots = [s for s in self.where.spots.get(sentence, ()) if s.place.precision != COUNTRY]
        while len(spots) >= FEW and not self._opens(sentence, spots[0]):
            spots = spots[1:]
        if len(spots) < FEW:
            return None
        address, i = self.where.addresses, 1
        while i < len(spots) and (address.leads(spots[i - 1], spots[i]) or address.joined(spots[i - 1], spots[i])):
            i += 1
        later = (s for last, s in pairwise(spots[i - 1 :]) if s.cost < SURE and not address.leads(last, s))
        rest = tuple(s for s in later if self._is_inside(s))
        return (spots[0], rest) if rest else None

    def _is_inside(self, spot: Spot) -> bool:
        """Whether something happened at a place, and it does not only tell of somebody where he was before."""
        token = self.parse.tokens[spot.mention.token]
        how = hangs(self.parse, self.where, spot)
        if how not in INSIDE or (how == STRUCK and self.where.objections.landing(token) == "of"):
            return False
        up = self._verb(token.index)
        return up < 0 or self.parse.tokens[up].dep not in ("relcl", "acl") or up in self.where.objections.told

    def _opens(self, sentence: int, spot: Spot) -> bool:
        """Whether a place stands at the head of its sentence, after a preposition or before a colon."""
        first = self.parse.sentences[sentence].first
        ahead = self.parse.tokens[max(first, spot.mention.first - OPENING) : spot.mention.first]
        first = next((t.index + 1 for t in reversed(ahead) if t.text in PARTS), first)
        if spot.mention.first - first > OPENING:
            return False
        word = self.where.objections.preposition(self.parse.tokens[spot.mention.token])
        after = self.parse.tokens[spot.mention.stop : spot.mention.stop + 1]
        led = all(t.pos not in (*VERBS, "NUM") for t in self.parse.tokens[first : spot.mention.first])
        return led and (word in OPENS or bool(after and after[0].text == ":"))
