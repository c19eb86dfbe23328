"""Which dates an occurrence gives to scenes that have none, and which it may take from what is told beside it.

A date that the page does not give is worse than none: the limits were drawn where, on annotated pages, dates so lent
were as often wrong as right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.model import Interval
from counterclaim.setting.nearness import Within, may_lie_in, relation
from counterclaim.setting.scenes import Occurrence, Scene

WINDOW = 40  # occurrences before and after one that may lend it their date
SOON = 2  # sentences over which a date holds on for what is told next at another place
YEAR = 365  # days: what has gone on for so long is the war
REACH = 6  # sentences over which another occurrence's date holds on at all
LATER = 1.5  # sentences that a date told afterwards is farther off than one told before
ONE_PLACE = frozenset({"same", "in", "near"})


class Lender:
    """Dates the scenes of one page; `said` are the sentences that date somebody's words, with the day."""

    def __init__(self, occurrences: Sequence[Occurrence], said: Mapping[int, Interval | None], within: Within) -> None:
        self.occurrences, self.said, self.within = occurrences, said, within

    def date(self, number: int, scene: Scene) -> Interval | None:
        """A scene's own date, else its occurrence's, else that of the nearest occurrence that may be the same."""
        if scene.when or scene.dated:
            return scene.when
        occurrence = self.occurrences[number]
        date = occurrence.date()
        if date:
            said = self.said.get(scene.sentence)
            return date if not scene.earlier and (said is None or said.latest >= date.earliest) else None
        if occurrence.running:
            return self._war()
        if any(s.dated for s in occurrence.scenes):
            return None
        return self._lent(number)

    def _war(self) -> Interval | None:
        """What the page says the war has lasted: the time of its other tolls."""
        spans = [
            s.when for o in self.occurrences if o.running for s in o.dated_scenes() if s.when and s.when.days > YEAR
        ]
        return spans[0] if spans and len(set(spans)) == 1 else None

    def _lent(self, number: int) -> Interval | None:
        taker = self.occurrences[number]
        first = taker.scenes[0]
        if first.sentence in self.said or first.pace < 0 or first.earlier:
            return None
        around = self.occurrences[max(0, number - WINDOW) : number + WINDOW]
        near = [o for o in around if not o.running and o.date() and o.dated_scenes() and self._may_be_one(taker, o)]
        lender = min(near, key=lambda o: _away(first, o), default=None)
        return lender.date() if lender and _away(first, lender) <= REACH else None

    def _may_be_one(self, a: Occurrence, b: Occurrence) -> bool:
        """Whether two occurrences have no places that differ, or one is told right after the other and is like it."""
        relations = {relation(p, q, self.within) for p in a.places() for q in b.places()}
        if not relations or relations & ONE_PLACE or any(may_lie_in(p, q) for p in a.places() for q in b.places()):
            return True
        first = a.scenes[0]
        after = [s for s in b.scenes if 0 <= first.sentence - s.sentence <= SOON]
        if "unknown" in relations:
            return bool(after)
        kinds = {s.kind for s in b.scenes}
        return bool(after) and (first.kind is None or first.kind in kinds)


def _away(scene: Scene, occurrence: Occurrence) -> float:
    """Sentences from a scene to the nearest date of an occurrence; what is told before comes first."""
    gaps = [scene.sentence - s.sentence for s in occurrence.dated_scenes()]
    return min(gap if gap >= 0 else LATER - gap for gap in gaps)
