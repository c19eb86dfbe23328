"""Some of the wounded who were moved are wounded still: "Nine were hurt; three of them were airlifted to Harl"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.counting.layout import Scene
from counterclaim.model import Finding

OF_THEM = (["of", "them"], ["of", "whom"], ["of", "these"], ["of", "those"])
EXACT = frozenset({"exactly", "between", "about"})


def as_wounded(told: Sequence[Finding], found: Sequence[Finding], scene: Scene) -> Sequence[Finding]:
    """The findings of a sentence, those moved being wounded where they are some of the wounded told of before."""
    return [_as_wounded(f, [*found, *told[:k]], scene) for k, f in enumerate(told)]


def _as_wounded(f: Finding, before: Sequence[Finding], scene: Scene) -> Finding:
    if f.aspect != "evacuated" or not _is_share(f, scene):
        return f
    whole = next((k for k in range(len(before) - 1, -1, -1) if before[k].part_of is None), None)
    if whole is None or before[whole].aspect != "injured" or not _may_hold(before[whole], f):
        return f
    token = scene.parse.at(before[whole].span.start)
    near = token is not None and scene.index - token.sentence <= 1
    return replace(f, aspect="injured", part_of=whole, who=before[whole].who) if near else f


def _is_share(f: Finding, scene: Scene) -> bool:
    first, stop = scene.parse.within(f.span)
    return any(scene.words[i : i + 2] in OF_THEM for i in range(first, stop + 1))


def _may_hold(whole: Finding, part: Finding) -> bool:
    return whole.bound not in EXACT or (whole.high or 0) >= (part.low or 0)
