"""Which of the places of one name a page means: those near the page's other places, in its country, the largest."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from counterclaim.gazetteer import Site

NEAR = 300.0  # km


def choose_sites(found: Sequence[Sequence[Site]], countries: Sequence[str | None]) -> list[Site | None]:
    """One site for every list of candidates, None for an empty one. `countries` are those named beside."""
    votes: Counter[str] = Counter(c for c in countries if c)
    sure = [sites[0] for sites in found if sites and len({s.place.country for s in sites}) == 1]
    votes.update(s.place.country for s in sure if s.place.country)
    total = sum(votes.values()) or 1
    share = {c: n / total for c, n in votes.items()}
    return [max(sites, key=lambda s: _score(s, share, sure)) if sites else None for sites in found]


def _score(site: Site, share: dict[str, float], sure: Sequence[Site]) -> float:
    size = math.log10(site.population + 10)
    if site.kind == "country":
        size += 4
    return size + 6 * share.get(site.place.country or "", 0.0)
