"""How a word of harm stands to a count: on which side, in which role, and across what gap."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import ARTICLES, Scene

RIGHT_ROLES = ("state", "counted", "gerund", "active", "noun", "toll")
QUOTES = frozenset({'"', "“", "”", "``", "''"})
LEFT_ROLES = ("active", "gerund", "noun", "intransitive", "state", "counted")


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a trigger stands to a count: `side` R after it, L before it, I and J within or across it.

    `role` is what the trigger may be to people on that side, `gap` how what stands between is filled, and `start` to
    `stop` are the tokens between.
    """

    side: str
    role: str
    gap: str
    start: int
    stop: int


def placing(scene: Scene, i: int, t: Trigger) -> Placing:
    """How trigger `t` stands to count `i`, taken with the list of counts that it is in."""
    first, last = scene.lists[i]
    left, right = scene.counts[first].first, scene.counts[last].stop
    if t.stop <= left:
        role = _left_role(t)
        return Placing("L", role, _gap_before(scene, role, t.stop, left), t.stop, left)
    if t.first >= right:
        side, start, stop = "R", right, t.first
    elif t.first >= scene.counts[i].quantity.stop:
        side, start, stop = "I", t.first, t.first
    else:
        side, (start, stop) = "J", sorted((t.stop, scene.counts[i].first))
    gap = "next" if start == stop else "light" if scene.light(start, stop) else "far"
    return Placing(side, right_role(t), gap, start, stop)


def _gap_before(scene: Scene, role: str, start: int, stop: int) -> str:
    """How the gap between a trigger and a count after it is filled."""
    gap = scene.words[start:stop]
    if QUOTES.issuperset(gap):  # 'they "neutralised" 18'
        return "next"
    if role in ("toll", "toll-noun") and gap[-1] in scene.hints.arrivals:
        return "arrived"
    if gap[0] in ("of", "to") and len(gap) <= 2:
        return "of"
    if len(gap) == 1 and gap[0] in ARTICLES:
        return "article"
    if not scene.hints.markers.isdisjoint(gap):
        return "marker"
    return "light" if scene.light(start, stop) else "far"


def right_role(t: Trigger) -> str:
    """What a trigger may be to the people before it."""
    if "past" in t.forms and t.passive:
        return "passive"
    if "intransitive" in t.forms:
        return "intransitive"
    if "past" in t.forms:
        return "perfect" if t.perfect else "past"
    return next((r for r in RIGHT_ROLES if r in t.forms), "noun")


def _left_role(t: Trigger) -> str:
    if "toll" in t.forms:
        return "toll-noun" if "noun" in t.forms else "toll"
    if "past" in t.forms:
        return "passive" if t.passive else "past"
    return next((r for r in LEFT_ROLES if r in t.forms), "noun")
