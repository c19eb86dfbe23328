"""The counts that a page gives place by place, of which another of its counts may be the sum."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.setting.candidates import Key, identity
from counterclaim.setting.nearness import PROVINCE, fineness
from counterclaim.setting.scenes import Scene


def counts(scenes: Sequence[Scene]) -> dict[str, dict[Key, int]]:
    """For each aspect the highest count that the page gives for each town, village or part of one."""
    found: dict[str, dict[Key, int]] = {}
    for s in scenes:
        if s.place and fineness(s.place) < PROVINCE:
            key = identity(s.place)
            for aspect, low in s.figures:
                at = found.setdefault(aspect, {})
                at[key] = max(low, at.get(key, 0))
    return found
