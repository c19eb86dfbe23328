"""How a place stands in a finding's own sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.setting.candidates import Key, identity
from counterclaim.setting.frames import Frames
from counterclaim.setting.ground import Ground
from counterclaim.setting.hanging import hangs
from counterclaim.setting.listing import Lists
from counterclaim.setting.nearness import PROVINCE, fineness
from counterclaim.setting.spots import Spot
from counterclaim.setting.steps import COSTS, PATHS, WORDS, step


class InSentence:
    """Reads it from one page."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.lists, self.frames = ground, Lists(ground), Frames(ground)

    def signs(self, i: int, context: str, spots: Sequence[Spot]) -> Iterator[str]:
        """The signs of a place that the sentence of finding number `i` names; `context` is that of views.View."""
        where = self.ground.reader.where
        first, anchors = self.ground.reader.at[i][0], self.ground.anchors(i)
        spot = min(spots, key=lambda s: s.cost + where.distance(s.mention.token, anchors))
        token = spot.mention.token
        near = min(anchors, key=lambda a: abs(a - token))
        others = self.ground.others(i)
        yield f"here:{step(spot.cost, COSTS, 'never')}"
        yield f"here:path:{step(min(where.path(a, token) for a in anchors), PATHS)}"
        yield f"here:prep:{self._preposition(spot)}"
        yield f"here:{'after' if token > first else 'before'}"
        yield f"here:words:{step(abs(near - token), WORDS)}"
        if any(min(near, token) < x < max(near, token) for x in others):
            yield "here:between"
        if self.is_of_part(i, spot):
            yield "here:of-part"
        share = where.share(anchors, others)
        if share is not None:
            yield "here:share" if share in spots else "here:no-share"
        if any(s.mention.span.exact.isupper() and len(s.mention.span.exact) > 3 for s in spots):
            yield "here:capitals"
        sentence = self.ground.homes[i][0].sentence
        yield from where.in_list(sentence, spot)
        yield from self.lists.signs(sentence, context, identity(spot.place), spot)
        for name in self.frames.signs(i, spot):
            yield from (name, f"{name}|{context}")
        relation = hangs(self.ground.parse, where, spot)
        yield f"here:as:{relation}"
        yield f"here:as:{relation}|{context}"

    def is_of_part(self, i: int, spot: Spot) -> bool:
        """Whether a place is only that of a part of those counted: "nine died, four of them in Arven"."""
        told, at, token = self.ground.reader.where.portioned, self.ground.reader.at[i], spot.mention.token
        return told.is_of_part(token, at, self.ground.others(i)) or told.is_of_most(token, self.ground.anchors(i))

    def is_anothers(self, i: int, k: Key) -> bool:
        """Whether a sentence gives several counts a place each, and this place to another one."""
        spots = self.ground.told[k].here(self.ground.homes[i][0].sentence)
        if not spots:
            return False
        anchors, others = self.ground.anchors(i), self.ground.others(i)
        share = self.ground.reader.where.share(anchors, others)
        if share is None or share in spots or fineness(share.place) >= PROVINCE:
            return False
        return all(any(anchors[-1] < x < s.mention.token for x in others) for s in spots)

    def _preposition(self, spot: Spot) -> str:
        where = self.ground.reader.where
        word = where.objections.preposition(self.ground.parse.tokens[spot.mention.token])
        return "in" if word in where.words.locative else "from" if word in where.words.elsewhere else word and "other"
