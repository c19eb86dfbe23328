"""What speaks for and against certain days' being those of what a finding tells: the names of features.

No word of the text is a feature: where the days are named, which scenes have them, how long they are, how the finding
is told, and how they stand to what the rules give.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import takewhile

from counterclaim.model import Interval, Place
from counterclaim.setting.datings import Dating
from counterclaim.setting.dayviews import FEW, Candidate, View
from counterclaim.setting.headings import Headings
from counterclaim.setting.namings import NamingWords, naming
from counterclaim.setting.nearness import relation
from counterclaim.setting.reader import SceneReader
from counterclaim.setting.scenes import Occurrence, Scene
from counterclaim.setting.steps import step

NEAR = ((0, "0"), (1, "1"), (2, "2"), (4, "4"), (8, "8"), (16, "16"))  # sentences
DAYS = ((1, "day"), (2, "two"), (4, "four"), (8, "week"), (35, "month"), (370, "year"))
COSTS = ((1.5, "near"), (2.5, "mid"), (4.0, "far"))
AGO = ((-1, "ahead"), (0, "0"), (1, "1"), (3, "3"), (7, "7"), (31, "31"), (366, "year"))  # days
SHARES = ((0.05, "0"), (0.15, "1"), (0.3, "2"), (0.5, "3"))
SHORT = 2  # days: what is longer dates a run of things
TOP = 2  # sentences of the headline and the lead
CLOSE = 2  # sentences
OPENING = 3  # tokens at the head of a sentence: a date there may hold for all of it
LIKE = 12  # of the scenes that have a date so many are looked at for their places and kinds


class Clues:
    """Names the features. `figures` are the dated scenes that count the same, `common` the days of most scenes."""

    def __init__(
        self,
        reader: SceneReader,
        occurrences: Sequence[Occurrence],
        figures: Mapping[tuple[str, int], Sequence[Scene]],
        common: Sequence[Interval],
        headings: Headings,
        words: NamingWords,
    ) -> None:
        self.reader, self.words = reader, words
        self._namings: dict[int, tuple[str, ...]] = {}
        self.dated = [Counter(s.when for s in o.scenes if s.when) for o in occurrences]
        self.figures, self.common, self.headings = figures, common, headings
        self.likeness = reader.likeness

    def for_none(self, view: View) -> Iterator[str]:
        """Features of there being no date."""
        s = view.scene.sentence
        yield from ("none", f"none:{min(len(view.keys), FEW)}", "none|ruled" if view.ruled else "none|unruled")
        yield from (f"none|{name}" for name in view.context)
        before, after = view.told.before(s), view.told.after(s)
        gaps = [abs(x - s) for x, _ in (t for t in (before, after) if t)]
        yield f"none|told:{step(min(gaps), NEAR)}" if gaps else "none|untold"
        last = view.short.before(s)
        yield f"none|frame:{view.short.many}"
        yield f"none|last:{step(s - last[0], NEAR)}" if last else "none|last:never"
        yield "none|occurrence:dated" if self.dated[view.number] else "none|occurrence:undated"

    def for_days(self, view: View, c: Candidate) -> Iterator[str]:
        """Features of its having happened on certain days."""
        size = f"size:{step(c.when.days, DAYS)}"
        here, away = list(self._here(view, c)), [*self._away(view, c), *self._alike(view.scene, c)]
        ruled, frame = self._ruled(view, c.when), list(self._frame(view, c))
        ago = f"ago:{self._ago(c.when)}"
        yield from (size, ruled, ago, f"{ago}|{size}", *(here or ["here:not"]), *away, *frame)
        yield from self._beside(view, c)
        yield from self._rivals(view, c.when)
        yield from self._headed(view.scene.sentence, c)
        yield from self._named(view, c)
        yield from self._company(view, c)
        yield from self._page(view, c)
        for part in view.context:
            yield from (f"{x}|{part}" for x in (size, ruled, *here[:2], *away, *frame))
        yield from (f"{size}|{x}" for x in (*here, *away))

    def _ruled(self, view: View, key: Interval) -> str:
        ruled, how = view.ruled, "own" if view.scene.when else "lent"
        if ruled is None or ruled == key:
            return f"rule:{how if ruled else 'none'}"
        inside = ruled.earliest <= key.earliest and key.latest <= ruled.latest
        around = key.earliest <= ruled.earliest and ruled.latest <= key.latest
        return f"rule:{how}:{'inside' if inside else 'around' if around else 'other'}"

    def _here(self, view: View, c: Candidate) -> Iterator[str]:
        """How the date stands to a finding in its own sentence."""
        s, reader = view.scene.sentence, self.reader
        if s in c.said:
            opens = reader.datings.said_by[s].first - reader.parse.sentences[s].first < OPENING
            yield from ("here:said", "here:said:opens" if opens else "here:said:within")
            if s in reader.datings.counted:
                yield "here:said:by"
        at = bisect_left(c.told, s, key=lambda t: t[0])
        found = [d for x, d in takewhile(lambda t: t[0] == s, c.told[at:])]
        if not found:
            return
        anchors = [*range(*reader.at[view.i]), reader.findings[view.i].event]
        costs = {id(d): reader.date_cost(d, anchors) for d in reader.datings.by_sentence[s]}
        best = min(found, key=lambda d: costs[id(d)])
        rank = "best" if costs[id(best)] == min(costs.values()) else "other"
        yield from (f"here:{rank}:{step(costs[id(best)], COSTS)}", f"here:{rank}")
        yield "here:after" if best.mention.first > anchors[0] else "here:before"
        flags = (("running", best.running), ("opens", best.opens), ("reckoned", best.interval != c.when))
        yield from (f"here:{name}" for name, holds in flags if holds)

    def _away(self, view: View, c: Candidate) -> Iterator[str]:
        """How far off the date is named, before and after."""
        s = view.scene.sentence
        near = list(c.near(s))
        back = [s - x for x in near if x < s]
        ahead = [x - s for x in near if x > s]
        if back:
            yield f"back:{step(min(back), NEAR)}"
            last = view.told.before(s - 1)
            if last and s - min(back) == last[0]:
                yield "last"
        if ahead:
            yield f"ahead:{step(min(ahead), NEAR)}"
            first = view.told.after(s)
            if first and s + min(ahead) == first[0]:
                yield "next"
        if c.told and c.told[0][0] < TOP:
            yield "top"
        if c.said and not (back or ahead):
            yield f"said:{step(min(abs(x - s) for x in c.said), NEAR)}"
        sentences = self.reader.parse.sentences
        if any(sentences[x].passage == sentences[s].passage for x in near):
            yield "passage"

    def _signs(self, d: Dating) -> tuple[str, ...]:
        """How a date is named."""
        if id(d) not in self._namings:
            self._namings[id(d)] = tuple(naming(d, self.reader.datings, self.words).signs())
        return self._namings[id(d)]

    def _named(self, view: View, c: Candidate) -> Iterator[str]:
        """How the date is named where it is named nearest before and after."""
        s = view.scene.sentence
        at = bisect_left(c.told, s, key=lambda t: t[0])
        after = next((t for t in c.told[at : at + FEW + 1] if t[0] > s), None)
        for side, named in (("back", c.told[at - 1] if at else None), ("ahead", after)):
            if named:
                near = "passage" if self._one_passage(s, named[0]) else "near" if abs(s - named[0]) <= CLOSE else "off"
                yield from (f"{side}:{near}:{sign}" for sign in self._signs(named[1]))

    def _company(self, view: View, c: Candidate) -> Iterator[str]:
        """Whether what a count is a part of, and what is told just before it, are of those days by the rules."""
        if view.whole:
            yield "whole" if view.whole == c.when else "whole:not"
        if view.leader:
            yield "leader" if view.leader == c.when else "leader:not"

    def _page(self, view: View, c: Candidate) -> Iterator[str]:
        """Whether the days are the page's own, and whether anything names it so."""
        if c.when.days > 1 or c.when.latest != self.reader.day:
            return
        told = "told" if c.told else "said" if c.said else "bare"
        sign = "bulletin" if self.headings.bulletin else "posts" if self.headings.clocked else "page"
        given = "printed" if self.reader.datings.page_day else "given"
        dated = "dated" if view.short.named else "dateless"
        hour = "hour" if "hour" in view.context else "no hour"
        yield from (f"page:{told}", f"page:{told}|{sign}", f"page:{told}|{hour}", f"page:{told}|{dated}|{hour}")
        yield from (f"page:{told}|{given}", f"page:{told}|{sign}|{given}")
        if "top" in view.context:
            yield f"page:{told}|top"

    def _one_passage(self, a: int, b: int) -> bool:
        sentences = self.reader.parse.sentences
        return sentences[a].passage == sentences[b].passage

    def _alike(self, scene: Scene, c: Candidate) -> Iterator[str]:
        """How much a scene's sentence has in common with those that name the date, at most."""
        near = set(c.near(scene.sentence)) - {scene.sentence}
        found = [self.likeness.of(scene.sentence, x) for x in near]
        if found:
            yield f"alike:{step(max(found), SHARES)}"

    def _frame(self, view: View, c: Candidate) -> Iterator[str]:
        """How the date stands to the short ones, one of which holds on from sentence to sentence."""
        key, s, short = c.when, view.scene.sentence, view.short
        if key.days > SHORT or not short.named:
            return
        before, after, many = short.before(s), short.after(s), short.many
        if many == 1 and short.named[0][1] == key:
            yield "frame:only"
        if short.named[0][1] == key:
            yield f"frame:first:{many}"
            if short.at[0] < TOP and before:
                yield f"frame:lead:{many}"
        if before and before[1] == key:
            yield from (f"frame:last:{many}", f"frame:last:gap:{step(s - before[0], NEAR)}")
        elif not before and after and after[1] == key:
            yield from (f"frame:next:{many}", f"frame:next:gap:{step(after[0] - s, NEAR)}")
        elif c.told:
            yield "frame:other"

    def _beside(self, view: View, c: Candidate) -> Iterator[str]:
        """Which scenes are dated so: of the same occurrence, the same figures, the same place, the same kind."""
        scene = view.scene
        dated = self.dated[view.number]
        others = dated.total() - (scene.when is not None)
        here = dated[c.when] - (scene.when == c.when)
        if others:
            yield "occurrence" if here else "occurrence:not"
            if here * 2 > others:
                yield "occurrence:most"
        like = [s for figure in scene.figures for s in self.figures.get(figure, ())[:LIKE] if s is not scene]
        if like:
            yield "figures" if any(s.when == c.when for s in like) else "figures:not"
        scenes = [s for s in c.scenes[:LIKE] if s is not scene]
        yield f"scenes:{min(len(scenes), FEW)}"
        if c.when in self.common[:1]:
            yield "commonest"
        yield f"place:{self._stands(scene.place, scenes)}"
        kinds = {s.kind for s in scenes if s.kind}
        if scene.kind and kinds:
            yield "kind" if scene.kind in kinds else "kind:not"

    def _stands(self, place: Place | None, scenes: Sequence[Scene]) -> str:
        places = [s.place for s in scenes if s.place]
        if place is None or not places:
            return "unplaced" if place is None else "none"
        found = {relation(place, p, self.reader.within) for p in places}
        return next(r for r in ("same", "in", "over", "near", "unknown", "apart") if r in found)

    def _ago(self, key: Interval) -> str:
        """How long before the page's day the days end."""
        if self.reader.day is None:
            return "unknown"
        return step((date.fromisoformat(self.reader.day) - date.fromisoformat(key.latest)).days, AGO)

    def _headed(self, sentence: int, c: Candidate) -> Iterator[str]:
        """Whether the days stand in the line over a sentence, and what that line is."""
        over = self.headings.over(sentence)
        if over is None or over[0].when != c.when:
            return
        heading, how = over
        first = "first" if heading.first else "later"
        sign = "bulletin" if self.headings.bulletin else "posts" if self.headings.clocked else "page"
        yield from ("headed", f"headed:{heading.kind}", f"headed:{first}", f"headed:{sign}", f"headed:{how}")
        yield from (f"headed:{step(c.when.days, DAYS)}", f"headed:{sign}|{step(c.when.days, DAYS)}")
        yield from (f"headed:{sign}|{how}", f"headed:{sign}|{heading.kind}", f"headed:{sign}|{first}")

    def _rivals(self, view: View, key: Interval) -> Iterator[str]:
        """How the days stand to the other candidates."""
        others = [k for k in view.keys if k != key]
        if not others:
            yield "only"
        if any(key.earliest <= k.earliest and k.latest <= key.latest for k in others):
            yield "holds"
        if any(k.earliest <= key.earliest and key.latest <= k.latest for k in others):
            yield "held"
        if all(k.latest <= key.latest for k in others):
            yield "latest"
