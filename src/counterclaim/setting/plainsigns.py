"""Signs for a place that say the same in every situation: what kind of count it is, sums, names, "the town"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.setting.candidates import Candidate, Key, size
from counterclaim.setting.ground import TOP, Ground
from counterclaim.setting.reader import HARM, MANY
from counterclaim.setting.views import CHILDREN, View

INSIDE = frozenset({"in", "across", "throughout", "of"})
LEAD = 3  # sentences at a page's head
LARGE = 300  # a count that is seldom one strike's
MONTH = 20  # days
SEVERAL = 2  # places that make a sum
# Which candidates "the town" and the like can be.
POINTED = {
    "city": ("town",), "town": ("town",), "village": ("town",), "district": ("quarter", "town", "district"),
    "province": ("province", "region"), "country": ("country",),
}  # fmt: skip


class PlainSigns:
    """Reads them from one page."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._tolls: dict[int, tuple[str, ...]] = {}
        self._lasts: dict[tuple[int, Key | None, str], frozenset[Key]] = {}
        self._kinds: dict[int, frozenset[str]] = {}

    def of(self, view: View, k: Key, c: Candidate, where: str) -> Iterator[str]:
        """The signs of one candidate; `where` is "here" when the finding's sentence names it, else "away"."""
        large = size(k)
        if k == view.own:
            yield f"own:{c.kind}"
        elif view.own:
            yield f"to-own:{self.ground.told.stand(k, view.own)}|{large}|{where}"
        if k == view.ruled:
            yield f"rule:{c.kind}"
        for mark in view.marks.get(k, ()):
            yield f"{mark}|{view.fitting}"
            if view.scene.sentence < TOP:
                yield f"{mark}|top"
                if view.own:
                    yield f"{mark}|top:{view.context}{min(view.fitting, SEVERAL)}"
        stand, scened = self.ground.told.stand, self.ground.scened
        inner = sum([stand(j, k) == "in" for j in view.keys if j in scened and j != k])
        yield f"inner:{min(inner, CHILDREN)}|{large}"
        if where == "here":
            yield f"inner:{min(inner, CHILDREN)}|here"
        yield from self._looks(view, k, c, where)
        if view.index not in self._tolls:
            self._tolls[view.index] = tuple(self._toll(view))
        for name in self._tolls[view.index]:
            yield f"{name}|{large}"
        yield from self._pointed(view, k, c)
        yield from self._sum(view, k)

    def _sum(self, view: View, k: Key) -> Iterator[str]:
        """Whether the counts that the page gives place by place make a finding's their sum, or a part of one."""
        low, at = view.finding.low or 0, self.ground.counts.get(view.finding.aspect, {})
        less = [j for j, n in at.items() if n < low and j != k]
        if len(less) >= SEVERAL:
            yield from (f"sum|{size(k)}", f"sum|{size(k)}|{view.context}")
        if len(less) >= SEVERAL and sum(at[j] for j in less) == low:
            yield from (f"sum-exact|{size(k)}", f"sum-exact|{size(k)}|{view.context}")
        if sum(self.ground.told.stand(j, k) == "in" for j in less) >= SEVERAL:
            yield "sum-in"
        if at.get(k, -1) >= low:
            yield "part" if at[k] > low else "same-count"

    def _looks(self, view: View, k: Key, c: Candidate, where: str) -> Iterator[str]:
        """How a place's name is written and where the page first has it."""
        if c.place.country and self.ground.told.country and c.place.country != self.ground.told.country:
            yield f"abroad:{size(k)}"
        if c.place.ref is None:
            yield f"unlisted:{where}"
        if all(s.mention.span.exact.isupper() for _, s in c.around(view.scene.sentence)):
            yield "capitals"
        if self.ground.reader.where.words.sites & self.ground.words(c):
            yield "sited"
        if c.sentences[0] < LEAD:
            yield f"lead:{size(k)}"

    def _toll(self, view: View) -> Iterator[str]:
        """What kind of count it is."""
        scene, low = view.scene, view.finding.low or 0
        yield f"aspect:{'harm' if view.finding.aspect in HARM else view.finding.aspect}"
        text = self.ground.parse.sentence_span(scene.sentence).exact.lower()
        signs = {
            "running": scene.running,
            "nationwide": any(words in text for words in self.ground.nationwide),
            "large": low >= LARGE,
            "huge": low >= MANY,
            "long": scene.when is not None and scene.when.days > MONTH,
            "top": scene.sentence < TOP,
        }
        yield from (name for name, there in signs.items() if there)

    def _pointed(self, view: View, k: Key, c: Candidate) -> Iterator[str]:
        """Whether "the town" and the like can be it, and whether it is the last such place told of."""
        sentence = view.scene.sentence
        if view.index not in self._kinds:
            self._kinds[view.index] = frozenset(self._said(view))
        yield from (f"said:{kind}|{c.kind}" for kind in self._kinds[view.index])
        for kind in sorted(self.ground.pointing.of(sentence)[1]):
            yield f"known:{kind}|{c.kind}"
            if k in self._last(view, kind):
                yield f"known:last:{kind}"
                yield "known:last"

    def _last(self, view: View, kind: str) -> frozenset[Key]:
        """The places of a kind that are told of last before a finding's sentence."""
        at = view.index, view.ruled, kind
        if at not in self._lasts:
            told, sentence = self.ground.told, view.scene.sentence
            last = {
                j: max((s for s, _ in told[j].around(sentence) if s < sentence), default=-1)
                for j in view.keys
                if told[j].good and told[j].kind in POINTED[kind]
            }
            top = max(last.values(), default=-1)
            self._lasts[at] = frozenset(j for j, s in last.items() if s == top >= 0)
        return self._lasts[at]

    def _said(self, view: View) -> set[str]:
        """The kinds of place in which a finding's own clause says that it was: "four were killed in the region"."""
        parse, found = self.ground.parse, set()
        event = parse.tokens[view.finding.event]
        for t in (event, parse.tokens[self.ground.reader.at[view.index][0]], parse.head(event.index)):
            for prep in parse.children(t.index, "prep"):
                nouns = parse.children(prep.index, "pobj") if prep.lower in INSIDE else ()
                found |= {self.ground.pointing.kinds[n.lower] for n in nouns if self.ground.pointing.is_known(n)}
        return found
