"""How wide a place's disc is, and which towns help to see where it lies."""

import pytest

from counterclaim.model import Place
from counterclaim.report.towns import NOMINAL, Towns

ROWS = [
    "1\tOrsk\t10.000\t20.000\tOR\tc\t900000",
    "\tNorth\t11.000\t20.000\tOR.01\tp\t90000",
    *(f"{n}\tTown {n}\t{11 + n / 10:.3f}\t20.000\tOR.01\tt\t{n}0000" for n in range(1, 11)),
    "99\tFar\t-40.000\t20.000\tZZ.01\tt\t800000",
]


@pytest.fixture
def towns() -> Towns:
    return Towns(ROWS)


def test_a_province_reaches_as_far_as_nine_tenths_of_its_towns(towns: Towns) -> None:
    province = Place("North", lat=11.0, lon=20.0, precision=4, country="OR")
    assert towns.reach_km(province) == pytest.approx(111.2, abs=0.2)
    assert towns.reach_km(Place("Orsk", lat=10.0, lon=20.0, precision=6, country="OR")) == pytest.approx(222.4, abs=0.3)


def test_other_places_go_by_their_precision_and_those_without_coordinates_have_no_disc(towns: Towns) -> None:
    assert towns.reach_km(Place("Town", lat=11.1, lon=20.0, precision=1, country="OR")) == NOMINAL[1]
    assert towns.reach_km(Place("Town", lat=11.1, lon=20.0, precision=2)) == NOMINAL[2]
    assert towns.reach_km(Place("Town", lat=11.1, lon=20.0)) == NOMINAL[6]
    assert towns.reach_km(Place("Town", precision=1)) is None


def test_the_largest_towns_near_a_place_are_given_first(towns: Towns) -> None:
    found = [t.place.name for t in towns.near([Place("North", lat=11.0, lon=20.0)], most=3)]
    assert found == ["Town 10", "Town 9", "Town 8"]
    assert towns.near([Place("Nowhere")]) == []
