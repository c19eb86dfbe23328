"""Which of the places of one name a page means: in the country it writes of, near its other places, the largest.

The evidence is that of Leidner (2007): one referent a discourse, spatial minimality, containment, population.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.gazetteer import Site, SiteKind
from counterclaim.model import Place

# Weights in powers of ten of inhabitants, set by hand on the training pages.
COUNTRY, AREA, CLOSE, BESIDE, KIND, FIRST, SPELLED, STATE = 5.0, 2.5, 1.0, 6.0, 3.0, 0.7, 2.0, 4.0
NEAR = 150.0  # km
LARGE = 6.0  # no town weighs more than a million inhabitants


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name with the places it may stand for.

    `country` is the one that the name's party belongs to, `within` numbers the mentions that follow after a comma
    ("X, Y"), `kinds` are those that the noun after the name asks for.
    """

    sites: Sequence[Site]
    country: str | None = None
    within: tuple[int, ...] = ()
    kinds: frozenset[SiteKind] = frozenset()


def choose_sites(found: Sequence[Candidate]) -> list[Site | None]:
    """One site for every candidate, None where it has no places."""
    sure = [c.sites[0] for c in found if c.sites and len({s.area.partition(".")[0] for s in c.sites}) == 1]
    found = _shared(found)
    first = _Page(found, sure)
    chosen = [first.choose(c) for c in found]
    again = _Page(found, [s for s in chosen if s])
    return [again.choose(c) for c in found]


def _shared(found: Sequence[Candidate]) -> list[Candidate]:
    """The same with "X, Y" counting for every X of the page: one name has one referent a discourse."""
    within: defaultdict[str, list[int]] = defaultdict(list)
    for c in found:
        if c.sites and c.within:
            within[c.sites[0].place.name].extend(c.within)
    return [replace(c, within=tuple(within[c.sites[0].place.name])) if c.sites else c for c in found]


class _Page:
    def __init__(self, found: Sequence[Candidate], sure: Sequence[Site]) -> None:
        self.found = found
        self.points = {(s.place.lat, s.place.lon) for s in sure if s.kind not in ("country", "region", "water")}
        self.countries = _shares([c.country for c in found] + [s.place.country for s in sure])
        self.areas = _shares([s.area for s in sure if "." in s.area])

    def choose(self, candidate: Candidate) -> Site | None:
        if len(candidate.sites) < 2:
            return candidate.sites[0] if candidate.sites else None
        holders = [h for n in candidate.within for h in self.found[n].sites]
        return max(candidate.sites, key=lambda s: self._score(s, candidate.kinds, holders))

    def _score(self, site: Site, kinds: frozenset[SiteKind], holders: Sequence[Site]) -> float:
        country = site.place.country or ""
        score = min(math.log10(site.population + 10), LARGE)
        score += STATE * (site.kind == "country" or not country) + FIRST * site.first + SPELLED * site.exact
        score += COUNTRY * self.countries.get(country, 0.0) + AREA * self.areas.get(site.area, 0.0)
        score += KIND * (site.kind in kinds) + BESIDE * any(_holds(h, site) for h in holders)
        if site.kind in ("province", "district") and not kinds:
            score -= 1.0  # "in X" is more often the town than the province that bears its name
        return score + CLOSE * self._is_close(site.place)

    def _is_close(self, place: Place) -> bool:
        here = (place.lat, place.lon)
        return any(p != here and _distance(p, here) < NEAR for p in self.points)


def _shares(names: Iterable[str | None]) -> dict[str, float]:
    counts = Counter(n for n in names if n)
    return {n: k / counts.total() for n, k in counts.items()}


def _holds(holder: Site, site: Site) -> bool:
    if holder.kind == "country":
        return holder.place.country == site.place.country
    return holder.kind in ("province", "region") and holder is not site and holder.area == site.area


def _distance(a: tuple[float | None, float | None], b: tuple[float | None, float | None]) -> float:
    """Kilometres between two points (equirectangular: right to a percent at this range); far when one is unknown."""
    if a[0] is None or a[1] is None or b[0] is None or b[1] is None:
        return math.inf
    east = (a[1] - b[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 111.2 * math.hypot(a[0] - b[0], east)
