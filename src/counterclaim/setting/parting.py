"""Parts a total from what it sums up: "22 died in the enclave, 16 in Arven and three in Tarn" tells three things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from counterclaim.model import Place
from counterclaim.setting.nearness import Within, place_key, relation
from counterclaim.setting.scenes import Occurrence, Scene

ONE = frozenset({"same", "in", "over"})


def part(occurrences: Sequence[Occurrence], within: Within) -> list[Occurrence]:
    """Give counts made at different places of one occurrence an occurrence each; what is told of all keeps its own."""
    return [piece for occurrence in occurrences for piece in _parted(occurrence, within)]


def _parted(occurrence: Occurrence, within: Within) -> Iterator[Occurrence]:
    spots = _spots(occurrence, within)
    if len(spots) < 2:
        yield occurrence
        return
    cells: dict[str, list[Scene]] = {}
    here = ""
    for scene in occurrence.scenes:
        if scene.place:
            here = _cell(scene.place, spots, within)
        cells.setdefault(here, []).append(scene)
    for scenes in cells.values():
        yield Occurrence(scenes, occurrence.after, occurrence)


def _spots(occurrence: Occurrence, within: Within) -> dict[str, Place]:
    """The places of counts that have no other such place inside them and that cannot be one; none where all can."""
    counted = [s for s in occurrence.scenes if s.place and s.findings]
    places = {place_key(s.place): s.place for s in counted if s.place}
    inner = {
        k: p for k, p in places.items() if not any(relation(q, p, within) == "in" for j, q in places.items() if j != k)
    }
    apart: set[str] = set()
    for (j, p), (k, q) in combinations(inner.items(), 2):
        if relation(p, q, within) not in ONE and _differ(_figures(counted, j), _figures(counted, k)):
            apart |= {j, k}
    return {k: p for k, p in inner.items() if k in apart}


def _figures(scenes: Sequence[Scene], key: str) -> set[tuple[str, int]]:
    return {f for s in scenes if s.place and place_key(s.place) == key for f in s.figures}


def _differ(a: set[tuple[str, int]], b: set[tuple[str, int]]) -> bool:
    """Whether two places have counts of their own and share none."""
    return not a & b


def _cell(place: Place, spots: dict[str, Place], within: Within) -> str:
    """The spot that a place is or lies in; empty for what encloses spots or is none."""
    if place_key(place) in spots:
        return place_key(place)
    return next((k for k, p in spots.items() if relation(place, p, within) in ("same", "in")), "")
