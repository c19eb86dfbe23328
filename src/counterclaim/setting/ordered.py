"""Places that a sentence points back to: "in the latter", "two in the second", "Arven, where ten died"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.setting.nearness import PROVINCE, fineness, place_key
from counterclaim.setting.spots import CONNECTS, NEVER, Spot
from counterclaim.syntax import Parse, Token

ORDER = {"former": 0, "first": 0, "second": 1, "third": 2, "latter": -1, "last": -1}
PAIR = frozenset({"former", "latter"})
INSIDE = frozenset({"in", "at", "on", "of"})
INCLUDING = frozenset({"including", "among", "whom"})
WHERE = "where"
GAP = 6  # words between two names of a list
BETWEEN = frozenset({"PUNCT", "CCONJ", "ADP", "DET", "NOUN", "ADJ", "PROPN"})
FEW = 2  # places that one points back to


class Ordered:
    """Reads them from one page; `spots` are its places by sentence."""

    def __init__(self, parse: Parse, spots: Mapping[int, Sequence[Spot]]) -> None:
        self.parse, self.spots = parse, spots
        self._words = {t.sentence for t in parse.tokens if self._points(t)}
        self._wheres = {t.sentence for t in parse.tokens if t.lower == WHERE}

    def of(self, anchors: Sequence[int], others: Sequence[int]) -> Spot | None:
        """The place that is pointed to for what happened at the tokens `anchors`; `others` are other counts' tokens."""
        sentence = self.parse.tokens[anchors[0]].sentence
        if sentence not in self._words:
            return None
        found = [t for t in self.parse.sentence_tokens(sentence) if self._points(t)]
        own = [t for t in found if not any(self._parts(o, t.index, anchors) for o in others)]
        word = min(own, key=lambda t: (t.index < anchors[-1], abs(t.index - anchors[-1])), default=None)
        if word is None:
            return None
        for told in (self._before(sentence, word.index), self._before(sentence - 1, word.index)):
            if len(told) >= FEW:
                at = ORDER[word.lower]
                return told[at] if at < len(told) else None
        return None

    def there(self, anchors: Sequence[int]) -> Spot | None:
        """The place that a clause with "where" is said of, if a finding is in that clause."""
        sentence = self.parse.tokens[anchors[0]].sentence
        if sentence not in self._wheres:
            return None
        where = next((t for a in anchors for t in self._over(a)), None)
        if where is None or not where.index < min(anchors):
            return None
        spots = [s for s in self.spots.get(sentence, ()) if s.cost < NEVER]
        last = self.parse.edges(where.head)[1]
        if any(where.index < s.mention.first <= last and s.cost <= 0 for s in spots):
            return None  # "Arven, where a bomb in Tarn Street killed six"
        before = [s for s in spots if s.mention.stop <= where.index]
        noun = self.parse.tokens[where.head].head
        said = [s for s in before if s.mention.first <= noun < s.mention.stop]
        beside = [s for s in before if s.mention.stop >= where.index - 1]
        found = said or beside
        return found[-1] if found else None

    def _over(self, anchor: int) -> Iterator[Token]:
        """The "where" of the nearest clause that has one, among those that a token is in, if a noun bears that."""
        for t in (self.parse.tokens[anchor], *self.parse.ancestors(anchor)):
            wheres = [w for w in self.parse.children(t.index, "advmod") if w.lower == WHERE]
            if wheres:
                yield from wheres if t.dep == "relcl" else ()
                return

    def _parts(self, other: int, at: int, anchors: Sequence[int]) -> bool:
        """Whether another count stands between a word and a finding that is no part of it."""
        near = min(anchors, key=lambda a: abs(a - at))
        if not min(at, near) < other < max(at, near):
            return False
        between = self.parse.tokens[other:near] if at < near else ()
        return not any(t.lower in INCLUDING for t in between)

    def _points(self, t: Token) -> bool:
        """Whether a word stands for a place told before: "in the latter", "in the second of them"."""
        if t.lower not in ORDER or t.index < FEW or (t.dep != "pobj" and t.lower not in PAIR):
            return False
        prep, the = self.parse.tokens[t.index - 2 : t.index]
        return the.lower == "the" and prep.lower in INSIDE and prep.sentence == t.sentence

    def _before(self, sentence: int, at: int) -> list[Spot]:
        """The towns and parts of towns that a sentence names before a token, each once."""
        named = [s for s in self.spots.get(sentence, ()) if s.mention.first < at and s.cost < NEVER]
        fine = [s for s in named if fineness(s.place) < PROVINCE]
        run = fine[-1:]
        for s in reversed(fine[:-1]):
            if not self._is_joined(s, run[0]):
                break
            run.insert(0, s)
        told = {place_key(s.place): s for s in reversed(run if len(run) >= FEW else fine)}
        return list(told.values())[::-1]

    def _is_joined(self, a: Spot, b: Spot) -> bool:
        """Whether two names stand side by side in a list."""
        gap = self.parse.tokens[a.mention.stop : b.mention.first]
        return len(gap) <= GAP and any(t.lower in CONNECTS for t in gap) and all(t.pos in BETWEEN for t in gap)
