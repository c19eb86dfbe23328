"""Wars' running tolls ("400,000 dead since 2011") to what they count: one for each country and year of beginning.

They are no occurrence's, and there is one on every page about a long war: so they are put together by rule and not two
by two. A toll that tells no beginning goes with the one that most claims of its country are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.linking.records import place_key
from counterclaim.model import Occurrence


def country_of(toll: Occurrence) -> str:
    """The country of a toll, the place where it has none that is known."""
    place = toll.place
    return (place.country or place_key(place)) if place else ""


def by_beginning(tolls: Iterable[Occurrence]) -> list[Sequence[Occurrence]]:
    """The tolls of one country by the year in which they begin, in that order."""
    since: dict[str, list[Occurrence]] = defaultdict(list)
    for toll in sorted(tolls, key=lambda o: (o.document, o.number)):
        since[toll.date.earliest[:4] if toll.date else ""].append(toll)
    undated = since.pop("", [])
    if not since:
        return [undated] if undated else []
    most = min(since, key=lambda year: (-sum(len(o.claims) for o in since[year]), year))
    since[most] += undated
    return [since[year] for year in sorted(since)]
