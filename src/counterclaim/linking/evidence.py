"""Why two occurrences are taken to be one incident, or two: every comparison with its weight, as number and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.linking.comparisons import COMPARISONS, UNKNOWN
from counterclaim.linking.records import Record, records_of
from counterclaim.linking.scoring import Pair, levels_of
from counterclaim.linking.weights import LinkModel
from counterclaim.linking.wording import reason
from counterclaim.model import Occurrence


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison's weight in bits, with the reason in words."""

    name: str
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two occurrences that hold an incident together: what they weigh, and what that is the sum of."""

    a: Occurrence
    b: Occurrence
    weight: float
    comparisons: tuple[Comparison, ...]


def explain(a: Occurrence, b: Occurrence, model: LinkModel) -> tuple[Comparison, ...]:
    """All comparisons of two occurrences that say anything, and what every pair starts from: their sum is the weight.

    Above zero it speaks for one incident. Those of one page are told apart by that page: then that is all there is.
    """
    if a.document == b.document:
        return (Comparison("page", model.one_page, "their page tells of two"),)
    return links([a, b], [(0, 1)], model)[0].comparisons


def holding(groups: Sequence[Sequence[Occurrence]], model: LinkModel) -> tuple[tuple[Link, ...], ...]:
    """For each incident, given as its occurrences, the links that hold it together, the strongest first.

    Of all pairs those are kept that a tree needs: one less than there are occurrences, where all pages but one tell of
    it once.
    """
    occurrences = sorted({(o.document, o.number): o for group in groups for o in group}.items())
    index = {known: n for n, (known, _) in enumerate(occurrences)}
    members = [[index[o.document, o.number] for o in group] for group in groups]
    pairs = [pair for group in members for pair in combinations(sorted(group), 2)]
    apart = [(a, b) for a, b in dict.fromkeys(pairs) if occurrences[a][0][0] != occurrences[b][0][0]]
    found = links([o for _, o in occurrences], apart, model)
    return tuple(_tree(group, found) for group in groups)


def _tree(group: Sequence[Occurrence], found: Sequence[Link]) -> tuple[Link, ...]:
    """The strongest links within a group that close no ring."""
    home = {(o.document, o.number): {(o.document, o.number)} for o in group}
    kept = []
    for link in sorted(found, key=lambda link: -link.weight):
        a, b = ((o.document, o.number) for o in (link.a, link.b))
        if a in home and b in home and home[a] is not home[b]:
            kept.append(link)
            joined = home[a] | home[b]
            home |= dict.fromkeys(joined, joined)
    return tuple(kept)


def links(occurrences: Sequence[Occurrence], pairs: Sequence[tuple[int, int]], model: LinkModel) -> tuple[Link, ...]:
    """These pairs of occurrences, by number, with their comparisons."""
    records = records_of(occurrences, model.rarity, model.targets)
    return tuple(
        Link(occurrences[p.a], occurrences[p.b], p.weight, _comparisons(records[p.a], records[p.b], p, model))
        for p in levels_of(records, pairs, model)
    )


def _comparisons(a: Record, b: Record, pair: Pair, model: LinkModel) -> tuple[Comparison, ...]:
    start = Comparison("start", model.prior, "any two occurrences that have something in common")
    told = [
        Comparison(name.replace("_", " "), model.weights[name].get(level, 0.0), reason(name, level, a, b))
        for name, level in zip(COMPARISONS, pair.levels, strict=True)
        if level != UNKNOWN
    ]
    return (start, *(c for c in told if c.weight))
