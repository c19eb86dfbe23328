"""Where what a finding tells of happened: which of its page's places, by what speaks for each.

The rules' own answer is one sign among others; how much each sign weighs was learnt (models/places.md).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.distance import distance_km
from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Place
from counterclaim.setting.candidates import Candidate, Candidates, Key, identity, size
from counterclaim.setting.choosing import Chooser
from counterclaim.setting.hanging import hangs
from counterclaim.setting.likeness import Likeness
from counterclaim.setting.linking import Linker
from counterclaim.setting.nearness import PROVINCE, fineness
from counterclaim.setting.pointing import Pointing
from counterclaim.setting.reader import HARM, MANY, SceneReader
from counterclaim.setting.scenes import Occurrence, Scene
from counterclaim.setting.shares import counts
from counterclaim.setting.spots import Spot
from counterclaim.setting.steps import COSTS, GAPS, KILOMETRES, PATHS, WORDS, step

LEAD = 3  # sentences at a page's head
TOP = 2  # of these the first, which sum up what follows
LARGE = 300  # a count that is seldom one strike's
MONTH = 20  # days
SEVERAL = 2  # places that make a sum
YEAR = 365  # days: what has gone on for so long is a war
CHILDREN = 3  # so many places in one and more are alike
# Which candidates "the town" and the like can be.
POINTED = {
    "city": ("town",), "town": ("town",), "village": ("town",), "district": ("quarter", "town", "district"),
    "province": ("province", "region"), "country": ("country",),
}  # fmt: skip


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


class Placer:
    """Places the findings of one page."""

    def __init__(self, reader: SceneReader, occurrences: Sequence[Occurrence], lexicon: Lexicon) -> None:
        self.reader, self.parse = reader, reader.parse
        self.nationwide = tuple(sorted(lexicon.words("settings", "nationwide")))
        self.told = Candidates(reader.where, reader.within)
        self.scenes = sorted((s for o in occurrences for s in o.scenes), key=lambda s: s.sentence)
        self.homes = {i: (s, o) for o in occurrences for s in o.scenes for i in s.findings}
        self.beside: dict[int, list[int]] = {}
        for i, (s, _) in sorted(self.homes.items()):
            self.beside.setdefault(s.sentence, []).append(i)
        self.scened = Counter(identity(s.place) for s in self.scenes if s.place)
        self.counts = counts(self.scenes)
        self.placed = {id(o): Counter(identity(s.place) for s in o.scenes if s.place) for o in occurrences}
        self.alike: dict[tuple[str, int], list[Scene]] = {}
        for s in self.scenes:
            for figure in s.figures:
                self.alike.setdefault(figure, []).append(s)
        spots = [s for c in self.told.all.values() for s in c.spots]
        named = {i for s in spots for i in range(s.mention.first, s.mention.stop)}
        self.linker = Linker(self.scenes, Likeness(self.parse, named))
        self.pointing = Pointing(self.parse, named, lexicon)

    def place(self, i: int, ruled: Place | None, chooser: Chooser) -> Place | None:
        """The place of finding number `i`; `ruled` is the rules' answer."""
        view = self.view(i, ruled)
        if view.settled is not None:
            return self.named(view, view.settled)
        if not view.keys and _is_war(view.finding, view.scene):
            return None
        best = chooser.best(self.features(view))
        return ruled if best is None else self.named(view, best)

    def named(self, view: View, n: int) -> Place:
        """Candidate number `n` of a view as the page names it there."""
        return self.told[view.keys[n]].named(view.scene.sentence)

    def features(self, view: View) -> list[dict[str, float]]:
        """The features of all candidates, in the order of the view's keys."""
        return [self._features(view, k) for k in view.keys]

    def view(self, i: int, ruled: Place | None) -> View:
        """The situation of finding number `i`."""
        scene, occurrence = self.homes[i]
        own, rule = self.told.known(scene.place), self.told.known(ruled)
        near = self.told.near(scene.sentence, [k for k in (own, rule) if k])
        keys = [k for k in near if not self._is_anothers(i, k)]
        finding = self.reader.findings[i]
        if own is None and _is_war(finding, scene):
            keys = [k for k in keys if k[1] >= PROVINCE]
        fine = [k for k in keys if self.told[k].good and k[1] < PROVINCE and k != own]
        fits = [k for k in fine if own is None or self.told.may_lie(k, own)]
        context = "N" if own is None else "C" if own[1] >= PROVINCE else "W" if self.told.is_wide(own) else "F"
        marks = self._marks(scene, occurrence, fits)
        ruled_so = context == "F" and own == rule
        settled = keys.index(own) if own in keys and ruled_so and self._is_outright(own, scene) else None
        return View(finding, i, scene, occurrence, keys, own, rule, context, min(len(fits), CHILDREN), marks, settled)

    def _is_outright(self, k: Key, scene: Scene) -> bool:
        """Whether a scene's sentence says outright that something happened there: "in the town of Tarnholt"."""
        return any(s.cost < 0 for s in self.told[k].here(scene.sentence))

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
        scened = [k for k in fits if self.scened[k]]
        for name, alone in (("only-scened", scened), ("only", fits)):
            if len(alone) == 1:
                found.setdefault(alone[0], []).append(name)
        return found

    def _counts(self, scene: Scene, occurrence: Occurrence, k: Key) -> dict[str, float | None]:
        """By what a place may stand out; the more, the better."""
        c = self.told[k]
        back, ahead = c.gaps(scene.sentence)
        return {
            "linked": self.linker.link(scene, k, c).value,
            "last": None if back is None else -back,
            "next": None if ahead is None else -ahead,
            "most-told": c.good,
            "most-scenes": self.scened[k] or None,
            "occ-most": self.placed[id(occurrence)][k] or None,
        }

    def _features(self, view: View, k: Key) -> dict[str, float]:
        """A candidate's features; those that the situation may turn come twice, once with it."""
        c = self.told[k]
        here = c.here(view.scene.sentence)
        where = "here" if here else "away"
        crossed = [
            *self._nature(k, c, where),
            *self._standing(view, k, c, where),
            *self._around(view, k, c, where),
            *self._told_with(view, k, c),
        ]
        out = dict(crossed) | {f"{view.context}:{name}": value for name, value in crossed}
        plain = [*self._plain(view, k, c, where), *(self._here(view, here) if here else ())]
        return out | dict.fromkeys(plain, 1.0)

    def _nature(self, k: Key, c: Candidate, where: str) -> Iterator[tuple[str, float]]:
        """What a place is, however it is told of."""
        yield f"class:{c.kind}", 1.0
        if c.place.country and self.told.country and c.place.country != self.told.country:
            yield "abroad", 1.0
        if c.place.ref is None:
            yield "unlisted", 1.0
        if self.told.is_wide(k):
            yield "wide", 1.0
        yield "told", math.log1p(c.good)
        yield "scenes", math.log1p(self.scened[k])
        if not self.scened[k]:
            yield "no-scene", 1.0
        if not c.good:
            yield "never", 1.0
        if where == "here":
            yield "here", 1.0

    def _standing(self, view: View, k: Key, c: Candidate, where: str) -> Iterator[tuple[str, float]]:
        """How a place stands to that of its sentence and to the rules' answer."""
        if k == view.own:
            yield "own", 1.0
        elif view.own:
            far = distance_km(c.place, self.told[view.own].place)
            yield f"to-own:km:{'none' if far is None else step(far, KILOMETRES)}|{size(k)}", 1.0
            yield f"to-own:{self.told.stand(k, view.own)}", 1.0
        if k == view.ruled:
            yield "rule", 1.0
        elif view.ruled:
            yield f"to-rule:{self.told.stand(k, view.ruled)}", 1.0
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
            passage = self.parse.sentences[sentence].passage
            if any(self.parse.sentences[s].passage == passage for s, _ in c.around(sentence)):
                yield "paragraph", 1.0
        link = self.linker.link(view.scene, k, c)
        if link.value is not None:
            yield "link", link.value
            yield "alike", link.alike
            for name in link.signs:
                yield f"link:{name}", 1.0
        new, known = self.pointing.of(sentence)
        if new:
            yield f"new:{size(k)}|{where}", float(len(new))
            words = self._words(c)
            yield "new-noun", float(len(new & words))
        if known & self._words(c):
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
        scene, counts = view.scene, self.placed[id(view.occurrence)]
        own = scene.place is not None
        others = counts.total() - own
        placed = counts[k] - (own and k == view.own)
        if others:
            yield "same", placed / others
        if placed:
            yield "same-any", 1.0
        like = [s for figure in scene.figures for s in self.alike[figure] if s is not scene]
        if any(s.place and identity(s.place) == k for s in like):
            yield "figures", 1.0
        elif any(c.is_in(s.sentence, s.sentence + 1) for s in like):
            yield "figures-named", 1.0

    def _plain(self, view: View, k: Key, c: Candidate, where: str) -> Iterator[str]:
        """Signs that say the same in every situation."""
        large = size(k)
        if k == view.own:
            yield f"own:{c.kind}"
        elif view.own:
            yield f"to-own:{self.told.stand(k, view.own)}|{large}|{where}"
        if k == view.ruled:
            yield f"rule:{c.kind}"
        for mark in view.marks.get(k, ()):
            yield f"{mark}|{view.fitting}"
            if view.scene.sentence < TOP:
                yield f"{mark}|top"
                if view.own:
                    yield f"{mark}|top:{view.context}{min(view.fitting, SEVERAL)}"
        inner = sum(j != k and self.scened[j] > 0 and self.told.stand(j, k) == "in" for j in view.keys)
        yield f"inner:{min(inner, CHILDREN)}|{large}"
        if where == "here":
            yield f"inner:{min(inner, CHILDREN)}|here"
        yield from self._looks(view, k, c, where)
        for name in self._toll(view):
            yield f"{name}|{large}"
        yield from self._pointed(view, k, c)
        yield from self._sum(view, k)

    def _sum(self, view: View, k: Key) -> Iterator[str]:
        """Whether the counts that the page gives place by place make a finding's their sum, or a part of one."""
        low, at = view.finding.low or 0, self.counts.get(view.finding.aspect, {})
        less = [j for j, n in at.items() if n < low and j != k]
        if len(less) >= SEVERAL:
            yield from (f"sum|{size(k)}", f"sum|{size(k)}|{view.context}")
        if sum(self.told.stand(j, k) == "in" for j in less) >= SEVERAL:
            yield "sum-in"
        if at.get(k, -1) >= low:
            yield "part" if at[k] > low else "same-count"

    def _looks(self, view: View, k: Key, c: Candidate, where: str) -> Iterator[str]:
        """How a place's name is written and where the page first has it."""
        if c.place.country and self.told.country and c.place.country != self.told.country:
            yield f"abroad:{size(k)}"
        if c.place.ref is None:
            yield f"unlisted:{where}"
        if all(s.mention.span.exact.isupper() for _, s in c.around(view.scene.sentence)):
            yield "capitals"
        if self.reader.where.words.sites & self._words(c):
            yield "sited"
        if c.sentences[0] < LEAD:
            yield f"lead:{size(k)}"

    def _words(self, c: Candidate) -> set[str]:
        """The words of a place's first name on the page."""
        first = c.spots[0].mention
        return {t.lower for t in self.parse.tokens[first.first : first.stop]}

    def _toll(self, view: View) -> Iterator[str]:
        """What kind of count it is."""
        scene, low = view.scene, view.finding.low or 0
        yield f"aspect:{'harm' if view.finding.aspect in HARM else view.finding.aspect}"
        text = self.parse.sentence_span(scene.sentence).exact.lower()
        signs = {
            "running": scene.running,
            "nationwide": any(words in text for words in self.nationwide),
            "large": low >= LARGE,
            "huge": low >= MANY,
            "long": scene.when is not None and scene.when.days > MONTH,
            "top": scene.sentence < TOP,
        }
        yield from (name for name, there in signs.items() if there)

    def _pointed(self, view: View, k: Key, c: Candidate) -> Iterator[str]:
        """Whether "the town" and the like can be it, and whether it is the last such place told of."""
        sentence = view.scene.sentence
        for kind in sorted(self.pointing.of(sentence)[1]):
            yield f"known:{kind}|{c.kind}"
            last = {
                j: max((s for s, _ in self.told[j].around(sentence) if s < sentence), default=-1)
                for j in view.keys
                if self.told[j].good and self.told[j].kind in POINTED[kind]
            }
            if last.get(k, -1) >= 0 and last[k] == max(last.values()):
                yield f"known:last:{kind}"
                yield "known:last"

    def _here(self, view: View, spots: Sequence[Spot]) -> Iterator[str]:
        """How a place stands in the finding's own sentence."""
        where = self.reader.where
        first, anchors = self.reader.at[view.index][0], self._anchors(view.index)
        spot = min(spots, key=lambda s: s.cost + where.distance(s.mention.token, anchors))
        token = spot.mention.token
        near = min(anchors, key=lambda a: abs(a - token))
        others = self._beside(view.index)
        yield f"here:{step(spot.cost, COSTS, 'never')}"
        yield f"here:path:{step(min(where.path(a, token) for a in anchors), PATHS)}"
        yield f"here:prep:{self._preposition(spot)}"
        yield f"here:{'after' if token > first else 'before'}"
        yield f"here:words:{step(abs(near - token), WORDS)}"
        if any(min(near, token) < x < max(near, token) for x in others):
            yield "here:between"
        share = where.share(anchors, others)
        if share is not None:
            yield "here:share" if share in spots else "here:no-share"
        if any(s.mention.span.exact.isupper() and len(s.mention.span.exact) > 3 for s in spots):
            yield "here:capitals"
        yield from where.in_list(view.scene.sentence, spot)
        relation = hangs(self.parse, where, spot)
        yield f"here:as:{relation}"
        yield f"here:as:{relation}|{view.context}"

    def _is_anothers(self, i: int, k: Key) -> bool:
        """Whether a sentence gives several counts a place each, and this place to another one."""
        spots = self.told[k].here(self.homes[i][0].sentence)
        if not spots:
            return False
        anchors, others = self._anchors(i), self._beside(i)
        share = self.reader.where.share(anchors, others)
        if share is None or share in spots or fineness(share.place) >= PROVINCE:
            return False
        return all(any(anchors[-1] < x < s.mention.token for x in others) for s in spots)

    def _anchors(self, i: int) -> list[int]:
        first, stop = self.reader.at[i]
        return sorted({first, stop - 1, self.reader.findings[i].event})

    def _beside(self, i: int) -> list[int]:
        """Where the other findings of a finding's sentence begin."""
        return [self.reader.at[j][0] for j in self.beside[self.homes[i][0].sentence] if j != i]

    def _preposition(self, spot: Spot) -> str:
        where = self.reader.where
        word = where.objections.preposition(self.parse.tokens[spot.mention.token])
        return "in" if word in where.words.locative else "from" if word in where.words.elsewhere else word and "other"


def _is_war(finding: Finding, scene: Scene) -> bool:
    """Whether a count is that of a whole war: so high, or over so long."""
    return (finding.low or 0) >= MANY or (scene.when is not None and scene.when.days > YEAR)
