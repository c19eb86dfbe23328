"""What a page tells of, sentence by sentence, and which sentences tell of the same occurrence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model import Interval, Place
from counterclaim.setting.nearness import COUNTRY, Within, fineness, may_lie_in, place_key, relation

NEVER = -9.0
WINDOW = 40  # occurrences, and scenes of one, back to which the next scene is compared: long pages are lists
BEFORE, AFTER = -4, 5  # sentences before and after a scene in which a smaller place may be named
SHORT = 2  # days: a longer date is too loose to be that of other scenes as well
PERHAPS = 0.0  # a place that may lie in the one told of
UNPLACED = -1.5  # a place that nobody can find may lie anywhere
ONLY_BACK = 2.0  # what looks back to what was just told and counts nobody tells more of the same
EARLIER = 2.5  # against what the page says was before being what it tells of beside it
LONG = 3  # days: a toll of more is not that of one strike
MOVES = frozenset({"Evacuation", "Displacement"})
ALIKE = frozenset(
    {
        frozenset({"Air/drone strike", "Shelling/artillery/missile attack"}),
        frozenset({"Air/drone strike", "Chemical weapon"}),
        frozenset({"Suicide bomb", "Remote explosive/landmine/IED"}),
        frozenset({"Attack", "Armed clash"}),
    }
)


@dataclass
class Scene:
    """What one sentence, or one count in it, tells: `findings` are indices, `figures` (aspect, low) of their counts.

    `dated` are the words that date it, though nobody may know to which day. `running` marks a toll that goes on.
    `earlier` marks what the page says was before ("an earlier strike"), whenever that was.
    `pace` says how it stands to what was told before: below zero it turns to something else, above it looks back.
    """

    sentence: int
    findings: list[int]
    place: Place | None = None
    when: Interval | None = None
    dated: str | None = None
    kind: str | None = None
    running: bool = False
    pace: float = 0.0
    earlier: bool = False
    figures: frozenset[tuple[str, int]] = frozenset()

    def take_in(self, other: Scene) -> None:
        """Join another scene of the same sentence to this one."""
        self.findings += other.findings
        self.place, self.when = self.place or other.place, self.when or other.when
        self.dated, self.kind = self.dated or other.dated, self.kind or other.kind
        self.figures |= other.figures


@dataclass
class Occurrence:
    """Scenes that tell of one thing.

    `after` is what was told of just before it, whose place may be its own; `whole` what it is a part of, whose date is.
    """

    scenes: list[Scene]
    after: Occurrence | None = None
    whole: Occurrence | None = None

    @property
    def running(self) -> bool:
        """Whether it is a toll that goes on."""
        return self.scenes[0].running

    def places(self) -> list[Place]:
        """The different places that its scenes give."""
        return list({place_key(s.place): s.place for s in self.scenes if s.place}.values())

    def dated_scenes(self) -> list[Scene]:
        """Its scenes with a date of their own."""
        return [s for s in self.scenes if s.when]

    def date(self) -> Interval | None:
        """The date that most scenes give, the shorter at a tie."""
        dates = [s.when for s in self.scenes if s.when and s.when.days <= SHORT]
        own = min(dates, key=lambda d: (d.days, -dates.count(d)), default=None)
        return own or (self.whole.date() if self.whole else None)

    def place(self, scene: Scene, within: Within) -> Place | None:
        """The place nearest to a scene that the occurrence's scenes give, or that of what was told before."""
        placed = [s for s in self.scenes if s.place]
        if not placed:
            return self.after.place(scene, within) if self.after else None
        near = min(placed, key=lambda s: abs(s.sentence - scene.sentence) + 2 * (s.sentence > scene.sentence))
        return self.finest(near, within)

    def finest(self, scene: Scene, within: Within) -> Place | None:
        """The smallest place in a scene's own that the others give for the same people."""
        own = scene.place
        if own is None:
            return None
        inner = [s for s in self.scenes if s.place and relation(s.place, own, within) == "in"]
        same = [s for s in inner if s.figures & scene.figures]
        near = [s for s in inner if BEFORE <= s.sentence - scene.sentence <= AFTER]
        places = {place_key(s.place): s.place for s in near if s.place}
        fine = {k: p for k, p in places.items() if not any(within(q, p) for q in places.values())}
        if same:
            return self._finest_of(same, within)
        aspects = {aspect for aspect, _ in scene.figures}
        parts = any(aspect in aspects for s in near for aspect, _ in s.figures)  # of a sum: the whole has no one place
        return own if parts or len(fine) != 1 else next(iter(fine.values()))

    def _finest_of(self, scenes: Sequence[Scene], within: Within) -> Place | None:
        places = {place_key(s.place): s.place for s in scenes if s.place}
        return min((p for p in places.values() if not any(within(q, p) for q in places.values())), key=fineness)


def group(scenes: Sequence[Scene], within: Within) -> list[Occurrence]:
    """Put every scene, in page order, to the occurrence that it fits best, or to a new one."""
    found: list[Occurrence] = []
    last: Occurrence | None = None
    for scene in scenes:
        fits = [(fit(scene, o, within, last=o is last), o) for o in found[-WINDOW:]]
        well, best = max(fits, key=lambda one: one[0], default=(0.0, None))
        if best and well > 0:
            best.scenes.append(scene)
        else:
            best = Occurrence([scene], None if last is None or last.running or scene.running else last)
            found.append(best)
        last = best
    return found


def fit(scene: Scene, occurrence: Occurrence, within: Within, *, last: bool) -> float:
    """How well a scene fits an occurrence: what is for it less what is against. `last`: it was told of just before."""
    others = occurrence.scenes[-WINDOW:]
    if scene.running != occurrence.running or (scene.running and _runs_apart(scene, others)):
        return NEVER
    score = 1.0 if scene.sentence == others[-1].sentence else 0.7 if last else 0.0
    score += scene.pace if scene.pace > 0 or last else 0.0
    score -= EARLIER if scene.earlier and not any(o.earlier for o in others) else 0.0
    score += ONLY_BACK if scene.pace > 0 and last and not scene.findings else 0.0
    score += _place_fit(scene, others, within) + _date_fit(scene, others) + _kind_fit(scene, others)
    return score + (2.0 if any(scene.figures & o.figures for o in others) else 0.0)


def _runs_apart(scene: Scene, others: Sequence[Scene]) -> bool:
    """Whether two tolls run over different times."""
    return scene.sentence != others[-1].sentence and all(scene.dated != o.dated for o in others if o.dated)


def _place_fit(scene: Scene, others: Sequence[Scene], within: Within) -> float:
    places = list({id(o.place): o.place for o in others if o.place}.values())
    if not scene.place or not places:
        return 0.0
    relations = [relation(scene.place, p, within) for p in places]
    if "same" in relations:
        return 1.5
    fine = {r for r, p in zip(relations, places, strict=True) if fineness(p) < COUNTRY} or set(relations)
    if "apart" in fine:
        return -3.0
    if fine & {"in", "over", "near"}:
        return 0.8
    return PERHAPS if any(may_lie_in(scene.place, p) for p in places) else UNPLACED


def _date_fit(scene: Scene, others: Sequence[Scene]) -> float:
    dates = [o.when for o in others if o.when]
    if scene.when and dates:
        if not any(_meet(scene.when, d) for d in dates):
            return -3.5
        return 1.2 if any((scene.when.days > LONG) == (d.days > LONG) for d in dates) else -2.0
    words = {o.dated for o in others if o.dated}
    if scene.dated and words:
        return 1.0 if scene.dated in words else -2.5
    return -1.0 if scene.dated else 0.0


def _kind_fit(scene: Scene, others: Sequence[Scene]) -> float:
    kinds = {o.kind for o in others if o.kind}
    if not scene.kind or not kinds:
        return 0.0
    if scene.kind in kinds:
        return 0.5
    if (scene.kind in MOVES) != bool(kinds & MOVES):
        return -2.5
    return 0.0 if any(frozenset({scene.kind, k}) in ALIKE for k in kinds) else -1.0


def _meet(a: Interval, b: Interval) -> bool:
    return a.earliest <= b.latest and b.earliest <= a.latest
