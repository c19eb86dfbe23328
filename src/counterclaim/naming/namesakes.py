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
COUNTRY, AREA, CLOSE, BESIDE, KIND, FIRST, SPELLED, STATE, SEAT = 5.0, 2.5, 1.0, 12.0, 3.0, 0.7, 2.0, 4.0, 4.0
PROVINCE = -2.5  # "in X" is more often the town than the province that bears its name
NEAR = 150.0  # km
FAR = 400.0  # km
OTHERS = 2  # places that the page must name besides
CITY = 100_000  # inhabitants: a smaller place is not meant far from all others that the page names
LARGE = 6.0  # no town weighs more than a million inhabitants


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name with the places it may stand for.

    `country` is the one that the name's party belongs to, `seat` says that the name is its capital's, `strict` that it
    is a part of some town, so that only countries of the page count; `within` numbers the mentions that follow after a
    comma ("X, Y"), `kinds` are those that the noun after the name asks for.
    """

    name: str
    sites: Sequence[Site]
    country: str | None = None
    seat: bool = False
    strict: bool = False
    within: tuple[int, ...] = ()
    kinds: frozenset[SiteKind] = frozenset()


def choose_sites(found: Sequence[Candidate]) -> list[Site | None]:
    """One site for every candidate, None where it has no places or none that the page can mean."""
    sure = [c.sites[0] if len({s.area.partition(".")[0] for s in c.sites}) == 1 else None for c in found]
    found = _shared(found)
    first = _Page(found, sure)
    again = _Page(found, [first.choose(c) for c in found])
    return [again.choose(c) for c in found]


def _shared(found: Sequence[Candidate]) -> list[Candidate]:
    """The same with "X, Y" counting for every X of the page: one name has one referent a discourse."""
    within: defaultdict[str, list[int]] = defaultdict(list)
    for c in found:
        within[c.name].extend(c.within)
    return [replace(c, within=tuple(within[c.name])) for c in found]


class _Page:
    """What a page's places say together; `chosen` are the sites taken so far, one for every candidate or None."""

    def __init__(self, found: Sequence[Candidate], chosen: Sequence[Site | None]) -> None:
        self.found = found
        pairs = [(c.name, s) for c, s in zip(found, chosen, strict=True) if s]
        self.points = {(s.place.lat, s.place.lon) for _, s in pairs if s.kind not in ("country", "region", "water")}
        votes = [(c.name, c.country) for c in found if not c.seat] + [(name, s.place.country) for name, s in pairs]
        self.countries = _shares(country for _, country in votes)
        self.areas = _shares(s.area for _, s in pairs if "." in s.area)
        self.named: defaultdict[str, set[str]] = defaultdict(set)
        for name, country in votes:
            if country:
                self.named[country].add(name)

    def choose(self, candidate: Candidate) -> Site | None:
        sites = [s for s in candidate.sites if not (self._is_foreign(s, candidate) or self._is_stray(s, candidate))]
        return max(sites, key=lambda s: self._score(s, candidate), default=None)

    def _is_foreign(self, site: Site, candidate: Candidate) -> bool:
        """Whether it is a small or differently spelled place of a country of which nothing else on the page is."""
        country = site.place.country
        known = site.kind in ("country", "province", "region", "water") or site.population >= CITY
        if (site.exact and known and not candidate.strict) or not country or not self.named:
            return False
        return not self.named[country] - {candidate.name} and bool(set(self.named) - {country})

    def _is_stray(self, site: Site, candidate: Candidate) -> bool:
        """Whether it is a small town, or one whose name a part of a town bears, far from all else on the page."""
        small = site.kind not in ("country", "province", "region", "water") and site.population < CITY
        if not (small or candidate.strict) or self._is_held(site, candidate):
            return False
        apart = [_distance(p, (site.place.lat, site.place.lon)) for p in self.points]
        others = [km for km in apart if km]
        return len(others) >= OTHERS and min(others) > FAR

    def _is_held(self, site: Site, candidate: Candidate) -> bool:
        return any(_holds(h, site) for n in candidate.within for h in self.found[n].sites)

    def _score(self, site: Site, candidate: Candidate) -> float:
        country, kinds = site.place.country or "", candidate.kinds
        score = min(math.log10(site.population + 10), LARGE)
        score += STATE * (site.kind == "country" or not country) + FIRST * site.first + SPELLED * site.exact
        score += COUNTRY * self.countries.get(country, 0.0) + AREA * self.areas.get(site.area, 0.0)
        score += KIND * (site.kind in kinds) + BESIDE * self._is_held(site, candidate)
        score += PROVINCE * (site.kind in ("province", "district") and not kinds and _has_town(site, candidate.sites))
        score += SEAT * (candidate.seat and candidate.country == country)
        return score + CLOSE * self._is_close(site.place)

    def _is_close(self, place: Place) -> bool:
        here = (place.lat, place.lon)
        return any(p != here and _distance(p, here) < NEAR for p in self.points)


def _shares(names: Iterable[str | None]) -> dict[str, float]:
    counts = Counter(n for n in names if n)
    return {n: k / counts.total() for n, k in counts.items()}


def _has_town(site: Site, sites: Sequence[Site]) -> bool:
    """Whether a town in a province bears its name."""
    return any(s.kind == "town" and s.area == site.area for s in sites)


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
