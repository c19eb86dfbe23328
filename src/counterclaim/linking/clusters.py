"""Weighed pairs to clusters: average linkage, the strongest first, within a group that hangs together by links.

Nothing outside a group changes what is clustered within it, so that a page more needs only the groups that it touches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations, groupby
from operator import itemgetter

from counterclaim.linking.weights import LinkModel

Known = tuple[str, int]
"""An occurrence by the id of its page and its number there."""
Near = Mapping[Known, Mapping[Known, float]]
"""What the pairs that were compared weigh, both ways round."""
LINK = 0.0  # bits: as likely one as two


def group_of(start: Known, near: Near) -> list[Known]:
    """What hangs together with an occurrence by links, itself too, sorted."""
    found, waiting = {start}, [start]
    while waiting:
        linked = {other for other, weight in near.get(waiting.pop(), {}).items() if weight >= LINK}
        waiting += linked - found
        found |= linked
    return sorted(found)


def clusters(group: Sequence[Known], near: Near, model: LinkModel) -> list[list[Known]]:
    """The members of a group cluster by cluster: two become one while the mean over their pairs is a link."""
    members = {n: [n] for n in group}
    above = _above(group, near, model)
    heap = [(-gain - model.apart, a, b, 2) for a in group for b, gain in above[a].items() if a < b]
    heapify(heap)
    while heap and -heap[0][0] >= LINK:
        _, a, b, size = heappop(heap)
        if a not in members or b not in members or len(members[a]) + len(members[b]) != size:
            continue
        members[a] += members.pop(b)
        for other, gain in above.pop(b).items():
            above[other].pop(b)
            if other != a:
                above[a][other] = above[other][a] = above[a].get(other, 0.0) + gain
        for other, gain in above[a].items():
            one, two = len(members[a]), len(members[other])
            heappush(heap, (-gain / (one * two) - model.apart, min(a, other), max(a, other), one + two))
    return [sorted(found) for found in members.values()]


def _above(group: Sequence[Known], near: Near, model: LinkModel) -> dict[Known, dict[Known, float]]:
    """By how much each pair weighs more than one that was not compared."""
    inside = set(group)
    above = {a: {b: w - model.apart for b, w in sorted(near.get(a, {}).items()) if b in inside} for a in group}
    for _, page in groupby(group, key=itemgetter(0)):
        for a, b in combinations(page, 2):
            above[a][b] = above[b][a] = model.one_page - model.apart
    return above
