"""Incidents as GeoJSON (RFC 7946): where, how sure of the place, when, how many, on which pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counterclaim.export.case import Case, listed
from counterclaim.model import Account, Bounds, Question

# Kilometres around the point within which the place may be, by UCDP's where-precision (GED codebook 19.1). 2 is
# UCDP's own (within about 25 km); the others are areas of which the point is the middle, as the report draws them.
RADIUS_KM = {1: 3, 2: 25, 3: 40, 4: 100, 5: 100, 6: 300, 7: 100}


def geojson_chunks(case: Case) -> Iterator[str]:
    """A FeatureCollection, one incident a line; an incident without coordinates has the geometry null."""
    yield '{"type":"FeatureCollection","features":[\n'
    yield from listed(map(feature, case.accounts))
    yield "]}\n"


def feature(account: Account) -> dict[str, Any]:
    """One incident; longitude first, as the RFC has it."""
    incident = account.incident
    place, when = incident.place, incident.date
    point = None
    if place is not None and place.lat is not None and place.lon is not None:
        point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": point,
        "properties": {
            "title": incident.title,
            "event_type": incident.event_type,
            "place": place and place.name,
            "geonames": place and place.geonames,
            "country": place and place.country,
            "place_precision": place and place.precision,
            "radius_km": RADIUS_KM.get(place.precision or 0) if place and point else None,
            "earliest": when and when.earliest,
            "latest": when and when.latest,
            "date_precision": when and when.precision,
            "suggested_grade": account.grade and account.grade.name.value,
            "counts": {q.label: _figures(q.bounds) for q in account.questions if q.bounds},
            "verdicts": {q.label: q.verdict.value for q in account.questions},
            "responsible": _blamed(account.questions),
            "pages": sorted({c.document for c in incident.claims}),
            "claims": len(incident.claims),
        },
    }


def _figures(bounds: Bounds) -> dict[str, Any]:
    named = {"low": bounds.low, "best": bounds.best, "high": bounds.high}
    figures: dict[str, Any] = {name: e.figure for name, e in named.items()}
    return figures | {f"{name}_claim": e.claim.id for name, e in named.items()}


def _blamed(questions: tuple[Question, ...]) -> list[dict[str, Any]]:
    """Who says that who did it: what voices say, never what is so."""
    return [
        {"voice": p.voice, "says": p.value}
        for q in questions
        if q.aspect == "responsibility"
        for p in q.positions
        if p.id not in q.replaced
    ]
