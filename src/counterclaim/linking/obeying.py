"""Incidents and copies as people judge them: joined, parted, added and taken away after the program has had its say.

Claims judged to be of one incident make one of the incidents in which they stand. An incident within which two
occurrences are judged to be of two is parted: its members are put together again by average linkage, the likeliest
first and as far as nothing judged apart comes together, so that everything else stays in as few parts as possible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import inf

from counterclaim.linking.clusters import Known, Near
from counterclaim.linking.weights import LinkModel
from counterclaim.model import CopyRuling, Guidance, Reuse


def obey(groups: Iterable[Sequence[Known]], near: Near, model: LinkModel, guidance: Guidance) -> list[list[Known]]:
    """The members of each incident, as judged; `near` is what the pairs that were compared weigh."""
    found: list[list[Known]] = []
    for members in _joined(groups, guidance.one):
        apart = [(a, b) for a, b in guidance.two if a in members and b in members]
        found += _parted(sorted(members), apart, near, model, guidance) if apart else [sorted(members)]
    return found


def _joined(groups: Iterable[Sequence[Known]], one: Iterable[Sequence[Known]]) -> list[set[Known]]:
    """The incidents, those made one that share a group judged to be one."""
    home: dict[Known, set[Known]] = {}
    for group in groups:
        members = set(group)
        home |= dict.fromkeys(members, members)
    for group in one:
        joined = {known for k in group for known in home.get(k, ())}
        home |= dict.fromkeys(joined, joined)
    return list({id(group): group for group in home.values()}.values())


def _parted(
    members: Sequence[Known], apart: Iterable[tuple[Known, Known]], near: Near, model: LinkModel, guidance: Guidance
) -> Iterator[list[Known]]:
    """The members in as few groups as what is judged apart allows."""
    weights = {(a, b): _weight(a, b, near, model) for a, b in combinations(members, 2)}
    for group in guidance.one:
        weights |= {pair: inf for pair in combinations(sorted(group), 2) if pair in weights}
    weights |= {(a, b) if a < b else (b, a): -inf for a, b in apart}
    sums: dict[Known, dict[Known, float]] = defaultdict(dict)
    for (a, b), weight in weights.items():
        sums[a][b] = sums[b][a] = weight
    yield from _agglomerated(members, sums)


def _agglomerated(members: Sequence[Known], sums: dict[Known, dict[Known, float]]) -> Iterator[list[Known]]:
    """Two groups become one, the likeliest first, until all that are left are judged apart; `sums` is used up."""
    groups = {known: [known] for known in members}
    heap = [(-weight, a, b, 2) for a in members for b, weight in sums[a].items() if a < b]
    heapify(heap)
    while heap:
        mean, a, b, size = heappop(heap)
        if mean == inf or a not in groups or b not in groups or len(groups[a]) + len(groups[b]) != size:
            continue
        groups[a] += groups.pop(b)
        for other, weight in sums.pop(b).items():
            sums[other].pop(b)
            if other != a:
                sums[a][other] = sums[other][a] = sums[a][other] + weight
        for other, weight in sums[a].items():
            pairs = len(groups[a]) * len(groups[other])
            heappush(heap, (-weight / pairs, min(a, other), max(a, other), len(groups[a]) + len(groups[other])))
    yield from (sorted(found) for found in groups.values())


def _weight(a: Known, b: Known, near: Near, model: LinkModel) -> float:
    if a[0] == b[0]:
        return model.one_page
    return near.get(a, {}).get(b, model.apart)


def obey_copies(reuse: Iterable[Reuse], rulings: Sequence[CopyRuling], pages: Sequence[str]) -> tuple[Reuse, ...]:
    """What pages have in common, without what people say is no copy, and with what they say is one.

    `pages` are the ids of the pages in their order.
    """
    ruled: Mapping[frozenset[str], CopyRuling] = {frozenset((r.page, r.original)): r for r in rulings}
    found: dict[frozenset[str], Reuse] = {}
    for pair in reuse:
        both = frozenset((pair.a, pair.b))
        if both not in ruled:
            found[both] = pair
        elif ruled[both].is_copy:
            found[both] = replace(pair, earlier=ruled[both].original, by=ruled[both].by)
    for both, ruling in ruled.items():
        if ruling.is_copy and both not in found and both <= set(pages):
            a, b = sorted(both, key=pages.index)
            found[both] = Reuse(a, b, 0.0, 0.0, (), ruling.original, by=ruling.by)
    return tuple(found.values())
