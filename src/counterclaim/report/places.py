"""Where an incident is said to have been: the place it is taken for, the others that claims name, how exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from counterclaim.distance import distance_km
from counterclaim.faces.wording import printable
from counterclaim.model import Account, Claim, Place
from counterclaim.report.markup import EMPTY, Html, bdi, el, join
from counterclaim.report.shelf import Shelf, incident_anchor, listed
from counterclaim.report.towns import Towns
from counterclaim.report.words import exactness

OTHERS = 12  # places named besides that are listed
REFS = 3  # claims to which a place links


def places_named(account: Account) -> Mapping[str, tuple[Place, Sequence[Claim]]]:
    """The places that claims of the incident name, those named most first."""
    found: dict[str, tuple[Place, list[Claim]]] = {}
    for claim in account.incident.claims:
        if claim.place:
            found.setdefault(_key(claim.place), (claim.place, []))[1].append(claim)
    return dict(sorted(found.items(), key=lambda item: -len(item[1][1])))


def place_row(place: Place | None, towns: Towns | None) -> dict[str, Any] | None:
    """A place for scripts: `km` is the radius of its disc."""
    if place is None:
        return None
    km = towns.reach_km(place) if towns else None
    same = {"lat": place.lat, "lon": place.lon, "precision": place.precision, "country": place.country}
    return {"name": printable(place.name), **same, "km": km}


def places_rows(account: Account, shelf: Shelf, towns: Towns | None) -> list[dict[str, Any]]:
    """All places named, for scripts."""
    return [
        {**(place_row(place, towns) or {}), "claims": len(claims), "ref": shelf.ref_row(claims[0])}
        for place, claims in places_named(account).values()
    ]


def spread(account: Account) -> str:
    """How many places claims name, and how far the farthest is from the one taken; empty where it is one."""
    places = [place for place, _ in places_named(account).values()]
    home = account.incident.place
    if home is None or len(places) < 2:
        return ""
    far = max((d for p in places if (d := distance_km(home, p)) is not None), default=0.0)
    told = f"claims name {len(places)} places"
    return f"{told}, up to {far:,.0f} km from it" if far >= 1 else told


def home_refs(account: Account, shelf: Shelf, most: int = REFS) -> list[Html]:
    """Links to claims that name the place for which the incident is taken."""
    home = account.incident.place
    _, claims = places_named(account).get(_key(home), (home, ())) if home else (None, ())
    return listed([shelf.ref(c) for c in claims[:most]])


def place_section(account: Account, shelf: Shelf, towns: Towns | None) -> Html:
    """The place in words: name, coordinates, how exact; and the others that claims name."""
    named = places_named(account)
    if account.incident.place is None and not named:
        return EMPTY
    figure = el("figure", cls="drawing", data_draw="map", data_incident=incident_anchor(account.incident))
    home = account.incident.place
    lines = (
        [el("p", *_told(home, towns), " ", *home_refs(account, shelf), cls="home")]
        if home
        else [el("p", "No place is told for all of it.")]
    )
    others = [(p, claims) for k, (p, claims) in named.items() if home is None or k != _key(home)]
    items = [el("li", *_told(p, towns), " ", *listed([shelf.ref(c) for c in c_[:REFS]])) for p, c_ in others[:OTHERS]]
    more = [el("p", "Claims also name:"), el("ul", *items)] if items else []
    return el("section", el("h3", "Where"), figure, el("div", *lines, *more, cls="plain"), cls="place")


def _told(place: Place, towns: Towns | None) -> list[Html | str]:
    told: list[Html | str] = [bdi(printable(place.name))]
    if place.lat is None or place.lon is None:
        return [*told, ": no coordinates are known"]
    km = towns.reach_km(place) if towns else None
    within = f", drawn as a disc of {km:,.0f} km" if km else ""
    where = join(f": {place.lat:.3f}, {place.lon:.3f}; known as ", exactness(place), within)
    return [*told, where]


def _key(place: Place) -> str:
    return place.ref or place.name.casefold()
