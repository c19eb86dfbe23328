"""Wars' running tolls ("400,000 dead since 2011") to what they count: one for each country and year of beginning.

They are no occurrence's, and there is one on every page about a long war: so they are put together by rule and not two
by two. A toll that tells no beginning goes with the one that most claims of its country are about. What one side lost
("120,000 soldiers since the invasion") is counted apart from all the dead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.linking.occurrences import commonest
from counterclaim.linking.records import LONG, is_cumulative, place_key
from counterclaim.model import Occurrence

ARMED = "fighters", "soldiers"


def tolls_among(occurrences: Iterable[Occurrence]) -> Iterator[tuple[str, Occurrence]]:
    """The running tolls among occurrences, all of a page together, each with what it is put together by."""
    pages: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        pages[occurrence.document].append(occurrence)
    for page in pages.values():
        home = commonest(c.place.country for o in page for c in o.claims if c.place) or ""
        for toll in filter(is_cumulative, page):
            yield f"{_country_of(toll, home)}{' armed' if _is_of_one_side(toll) else ''}", toll


def _country_of(toll: Occurrence, home: str) -> str:
    """The country of a toll, that of most of its page where its own is not known, else its place."""
    place = toll.place
    return (place and place.country) or home or (place_key(place) if place else "")


def _is_of_one_side(toll: Occurrence) -> bool:
    whose = [c.who for c in toll.claims if c.aspect == "killed"]
    return bool(whose) and all(who in ARMED for who in whose)


def by_beginning(tolls: Iterable[Occurrence]) -> list[Sequence[Occurrence]]:
    """The tolls of one country by the year in which they begin, in that order."""
    since: dict[str, list[Occurrence]] = defaultdict(list)
    for toll in sorted(tolls, key=lambda o: (o.document, o.number)):
        since[toll.date.earliest[:4] if toll.date and toll.date.days > LONG else ""].append(toll)
    undated = since.pop("", [])
    if not since:
        return [undated] if undated else []
    most = min(since, key=lambda year: (-sum(len(o.claims) for o in since[year]), year))
    since[most] += undated
    return [since[year] for year in sorted(since)]
