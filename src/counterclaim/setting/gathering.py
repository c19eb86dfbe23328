"""Which findings of a page tell of one occurrence: learnt weights say how likely each two do, and these are clustered.

What speaks for each pair is named in setting/sameness.py; models/groups.json has the weights. Clusters grow by average
linkage: two become one while the mean over their pairs, in logits, speaks for it (Bansal, Blum and Chawla 2004 call
the aim correlation clustering). A pair counts in the mean by the square of its logit: of two long accounts most pairs
are of counts that say nothing of each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from counterclaim.lexicon import Lexicon
from counterclaim.model import Setting
from counterclaim.setting.choosing import Chooser
from counterclaim.setting.meant import Meant
from counterclaim.setting.reader import SceneReader
from counterclaim.setting.retelling import Retold, Shares, retell
from counterclaim.setting.sameness import Sameness, compared
from counterclaim.setting.scenes import Occurrence

WINDOW = 30  # findings back to which one is compared
SAME = 8  # of those farther back that count the same, so many are compared
APART = -1.0  # logits of a pair that was not compared
LEAST = 0.05  # how much a pair counts of which nothing is known
OUTRIGHT = -20.0  # logits of a pair of which the page says that they are two things
AGAINST = 0.6  # of what speaks against a pair: pages of other wars are parted too much by weights learnt mostly on one
PRINTED = 0.3  # the same on pages as they were printed: places and days, which part most, are read worse on strangers'
Pair = tuple[int, int]
Sums = tuple[float, float]
"""Of pairs the logits, each times how much it counts, and how much they count."""


def gather(
    reader: SceneReader,
    occurrences: Sequence[Occurrence],
    settings: Sequence[Setting],
    shares: Sequence[Shares],
    lexicon: Lexicon,
    chooser: Chooser,
) -> list[int]:
    """For each finding the number of its occurrence, counted in the order in which the page tells them.

    `shares` say how likely each place of each finding is.
    """
    told = retell(reader, occurrences, settings, shares, lexicon)
    sameness = Sameness(reader, lexicon)
    meant = Meant(reader, [s for o in occurrences for s in o.scenes])

    def logit(a: Retold, b: Retold) -> float:
        if sameness.are_two(a, b):
            return OUTRIGHT
        return -OUTRIGHT if meant.scene(b.scene) is a.scene else chooser.sum(sameness.features(a, b))

    pairs = {(m, n): logit(told[m], told[n]) for m, n in compared(told, WINDOW, SAME)}
    numbers = [0] * len(told)
    for number, cluster in enumerate(clustered(len(told), pairs, against(printed=sameness.printed))):
        for n in cluster:
            numbers[told[n].number] = number
    return numbers


def against(*, printed: bool) -> float:
    """How much of what speaks against a pair counts on a page."""
    return PRINTED if printed else AGAINST


def clustered(count: int, pairs: Mapping[Pair, float], eased: float = AGAINST) -> list[list[int]]:
    """The numbers below `count` in clusters, each sorted, the one with the first number first.

    `eased` is how much of what speaks against a pair counts.
    """
    members = {n: [n] for n in range(count)}
    above: dict[int, dict[int, Sums]] = {n: {} for n in range(count)}
    for (a, b), logit in pairs.items():
        above[a][b] = above[b][a] = _beyond(logit if logit > 0 else eased * logit)
    heap = [(-weight, a, b, 2) for (a, b), weight in pairs.items() if weight > 0]
    heapify(heap)
    while heap:
        _, a, b, size = heappop(heap)
        if a not in members or b not in members or len(members[a]) + len(members[b]) != size:
            continue
        members[a] += members.pop(b)
        for other, sums in above.pop(b).items():
            above[other].pop(b)
            if other != a:
                known = above[a].get(other, (0.0, 0.0))
                above[a][other] = above[other][a] = (known[0] + sums[0], known[1] + sums[1])
        for other, sums in above[a].items():
            mean = _mean(sums, len(members[a]) * len(members[other]))
            if mean > 0:
                heappush(heap, (-mean, min(a, other), max(a, other), len(members[a]) + len(members[other])))
    return [sorted(found) for _, found in sorted(members.items())]


def _sure(logit: float) -> float:
    """How much a pair counts in a mean."""
    return logit**2 + LEAST


def _beyond(logit: float) -> Sums:
    """By how much a pair's sums exceed those of one that was not compared."""
    return logit * _sure(logit) - APART * _sure(APART), _sure(logit) - _sure(APART)


def _mean(sums: Sums, pairs: int) -> float:
    return (sums[0] + pairs * APART * _sure(APART)) / (sums[1] + pairs * _sure(APART))
