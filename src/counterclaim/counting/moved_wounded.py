"""Some of the wounded are wounded still: "Nine were hurt; three of them were airlifted to Harl", "Two are critical"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.counting.layout import Count, Scene
from counterclaim.model import Finding

OF_THEM = (["of", "them"], ["of", "whom"], ["of", "these"], ["of", "those"])
EXACT = frozenset({"exactly", "between", "about"})
GRADE_REACH = 5  # tokens of "in a critical condition"
FURTHER = frozenset({"more", "other", "others", "another", "further"})


def as_wounded(told: Sequence[Finding], found: Sequence[Finding], scene: Scene) -> Sequence[Finding]:
    """The findings of a sentence, those moved or gravely ill being some of the wounded told of before."""
    counts = {scene.parse.tokens[c.quantity.first].start: c for c in scene.counts}
    settled: list[Finding] = []
    for f in told:
        settled.append(_as_wounded(f, [*found, *settled], scene, counts.get(f.span.start)))
    return settled


def _as_victims(f: Finding, before: Sequence[Finding], scene: Scene) -> Finding:
    """The finding, of those taken or hurt where the page has told of them: "They took 30. The victims include 12"."""
    if scene.words[f.trigger : f.trigger + 2] != ["the", "victims"] or f.part_of is not None:
        return f
    whole = next((k for k in range(len(before) - 1, -1, -1) if before[k].part_of is None), None)
    if whole is None or any(g.aspect == f.aspect for g in before) or not _may_hold(before[whole], f):
        return f
    return replace(f, aspect=before[whole].aspect, part_of=whole)


def _as_wounded(f: Finding, before: Sequence[Finding], scene: Scene, count: Count | None) -> Finding:
    moved = f.aspect == "evacuated" and _is_share(f, scene)
    if not moved and not (count is not None and _is_graded(f, count, scene)):
        return _as_victims(f, before, scene)
    whole = next((k for k in range(len(before) - 1, -1, -1) if before[k].part_of is None), None)
    if whole is None or before[whole].aspect != "injured" or not _may_hold(before[whole], f):
        return f
    token = scene.parse.at(before[whole].span.start)
    near = token is not None and scene.index - token.sentence <= 1
    return replace(f, aspect="injured", part_of=whole, who=before[whole].who) if near else f


def _is_graded(f: Finding, count: Count, scene: Scene) -> bool:
    """Whether a bare number only says how badly some were hurt: "Thirty were hurt. Ten are in critical condition."."""
    if f.aspect != "injured" or f.part_of is not None or count.kind != "alone" or count.first < f.trigger < count.stop:
        return False
    behind = scene.words[max(count.stop, f.trigger - 1) : f.trigger + GRADE_REACH]
    return f.trigger >= count.stop and not scene.hints.graver.isdisjoint(behind) and FURTHER.isdisjoint(behind)


def _is_share(f: Finding, scene: Scene) -> bool:
    first, stop = scene.parse.within(f.span)
    return any(scene.words[i : i + 2] in OF_THEM for i in range(first, stop + 1))


def _may_hold(whole: Finding, part: Finding) -> bool:
    return whole.bound not in EXACT or (whole.high or 0) > (part.low or 0)
