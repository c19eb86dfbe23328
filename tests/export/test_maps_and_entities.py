"""Incidents on maps and as entities: GeoJSON after RFC 7946, FollowTheMoney by its own library."""

from __future__ import annotations

import json
from collections.abc import Callable

from followthemoney import model
from geojson_pydantic import FeatureCollection

from counterclaim.export.case import Case
from counterclaim.export.formats import ExportFormat, chunks
from counterclaim.model import Incident

Demo = Callable[[ExportFormat], Case]


def lines(case: Case) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in b"".join(chunks(ExportFormat.FTM, case)).splitlines()]


def test_geojson_is_valid_and_longitude_stands_first(demo: Demo) -> None:
    case = demo(ExportFormat.GEOJSON)
    out = b"".join(chunks(ExportFormat.GEOJSON, case))
    features = FeatureCollection.model_validate_json(out).features
    assert len(features) == len(case.accounts)
    assert "crs" not in json.loads(out)  # gone from the format with RFC 7946
    for feature, account in zip(features, case.accounts, strict=True):
        place = account.incident.place
        if place is None or place.lat is None or place.lon is None:
            assert feature.geometry is None
            assert feature.properties["radius_km"] is None
        else:
            assert tuple(feature.geometry.coordinates) == (place.lon, place.lat)
            assert -180 <= place.lon <= 180
            assert -90 <= place.lat <= 90
            assert feature.properties["radius_km"] > 0


def test_geojson_has_the_bounds_with_their_claims(demo: Demo) -> None:
    case = demo(ExportFormat.GEOJSON)
    features = json.loads(b"".join(chunks(ExportFormat.GEOJSON, case)))["features"]
    ids = {c.id for c, _ in case.claims()}
    counts = [figures for f in features for figures in f["properties"]["counts"].values()]
    assert counts
    for figures in counts:
        assert figures["low"] <= figures["best"] <= figures["high"]
        assert {figures["low_claim"], figures["best_claim"], figures["high_claim"]} <= ids


def test_an_incident_nowhere_has_no_geometry() -> None:
    case = Case((), (), ())
    assert json.loads(b"".join(chunks(ExportFormat.GEOJSON, case)))["features"] == []
    assert Incident("i", "t", None, None, None, ()).place is None


def test_every_entity_is_valid_for_the_library(demo: Demo) -> None:
    for row in lines(demo(ExportFormat.FTM)):
        entity = model.get_proxy(row, cleaned=False)
        entity.schema.validate(row)
        kept = {name: sorted(values) for name, values in entity.to_dict()["properties"].items()}
        assert kept.keys() == row["properties"].keys(), row
        assert not entity.schema.abstract


def test_every_entity_stands_once_and_points_to_one_that_is_there(demo: Demo) -> None:
    rows = lines(demo(ExportFormat.FTM))
    ids = [r["id"] for r in rows]
    assert len(set(ids)) == len(ids)
    for row in rows:
        proxy = model.get_proxy(row, cleaned=False)
        for name, values in row["properties"].items():
            if proxy.schema.get(name).type.name == "entity":
                assert set(values) <= set(ids), (row["schema"], name)


def test_each_claim_with_a_voice_links_it_to_the_incident(demo: Demo) -> None:
    case = demo(ExportFormat.FTM)
    rows = lines(case)
    linked = {r["properties"]["recordId"][0] for r in rows if r["schema"] == "UnknownLink"}
    said = {c.id for c, d in case.claims() if (c.voice or d.outlet) and not (c.voice or "").startswith("unnamed")}
    assert linked == said
    assert {r["schema"] for r in rows} >= {"Article", "Event", "Organization", "UnknownLink", "Mention"}


def test_a_hostile_page_is_harmless_text(hostile: Case) -> None:
    for row in lines(hostile):
        model.get_proxy(row, cleaned=False)
        assert "sourceUrl" not in row["properties"]
    json.loads(b"".join(chunks(ExportFormat.GEOJSON, hostile)))
