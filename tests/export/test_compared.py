"""Incidents, positions and relations as records."""

import json

from builders import claim, witnesses
from counterclaim.export.compared import incident_row, position_rows, relation_row, rivalry_row
from counterclaim.export.jsonl import line
from counterclaim.linking.positions import weigh_positions
from counterclaim.linking.relations import find_relations
from counterclaim.model import Assertion, Incident, Rivalry, Span

MONITOR, RESCUE = "Tarn Watch", "Weir Rescue"
CLAIMS = (
    claim("a", voice=MONITOR),
    claim("b", voice=MONITOR, low=15, high=15),
    claim("c", voice=RESCUE, low=14, high=None, bound="at least"),
    claim("c", 40),
)
ACCOUNT = weigh_positions(Incident("i", "Bombing", None, None, None, CLAIMS), witnesses())


def test_positions_say_which_stand_and_which_voices_count() -> None:
    found = {(r["voice"], r["value"]): r for r in position_rows(ACCOUNT)}
    assert found[MONITOR, "12"]["stands"] is False
    assert found[MONITOR, "15"]["stands"] is True
    assert found[None, "12"]["independent"] is False
    assert found[RESCUE, "≥14"]["independent"] is True
    assert found[RESCUE, "≥14"]["claims"] == [CLAIMS[2].id]


def test_an_incident_has_its_bounds_and_its_grade_with_claims() -> None:
    row = json.loads(line(incident_row(ACCOUNT)))
    (question,) = row["questions"]
    assert (question["low"]["figure"], question["high"]["figure"]) == (14, 15)
    assert question["best"]["claim"] in row["claims"]
    assert question["rule"]
    assert row["suggested_grade"]["grade"] == "Fair"
    assert set(row["suggested_grade"]["claims"]) <= set(row["claims"])


def test_relations_point_at_positions_and_words_on_both_sides() -> None:
    ids = {r["id"] for r in position_rows(ACCOUNT)}
    rows = [relation_row(r) for r in find_relations(ACCOUNT, witnesses())]
    assert {r["kind"] for r in rows} >= {"revises", "corroborates", "other number"}
    for row in rows:
        for side in (row["a"], row["b"]):
            assert side["position"] in ids
            assert side["span"]["exact"] == "12 people"
            assert side["document"] in "abc"
        assert row["reason"]


def test_rivals_have_the_words_on_both_sides() -> None:
    sides = [
        Assertion(d, f"s{d}", v, Span(3, 7, "open"), "road", d == "a", "road")
        for d, v in (("a", MONITOR), ("b", RESCUE))
    ]
    row = json.loads(line(rivalry_row(Rivalry(*sides, reason="whether the way is open"))))
    assert (row["matter"], row["reason"]) == ("road", "whether the way is open")
    assert row["a"] == {
        "statement": "sa",
        "document": "a",
        "voice": MONITOR,
        "span": {"start": 3, "end": 7, "exact": "open"},
        "plus": True,
        "about": "road",
        "agent": None,
    }
    assert row["b"]["plus"] is False
