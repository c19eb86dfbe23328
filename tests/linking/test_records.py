"""What a place is compared by."""

import pytest

from counterclaim.linking.records import called, place_key, records_of
from counterclaim.linking.words import Rarity
from counterclaim.model import Claim, Occurrence, Place, Span


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Dorrumane neighbourhood", "Dorrumane"),
        ("Tel Dorruman village", "Tal Doruman"),
        ("Umm Sheikha", "Um Shaykha"),
    ],
)
def test_spellings_of_one_unknown_place_are_one_place(one, other):
    assert place_key(Place(one)) == place_key(Place(other))


@pytest.mark.parametrize("other", ["Dorrumile", "Old Dorrumane", "القصر", "…"])
def test_other_names_are_other_places(other):
    assert called(Place("Dorrumane")) != called(Place(other))


def test_names_without_letters_that_fold_are_told_apart():
    assert called(Place("…")) != called(Place("¿"))


def test_a_known_place_goes_by_its_reference():
    assert place_key(Place("Dorrumane", ref="geonames:1")) == "geonames:1"


def row(place: Place) -> dict[str, object]:
    claim = Claim("c", "d", "killed", Span(0, 1, "4"), 4, 4, "exactly", "people", place=place)
    occurrence = Occurrence("d", 0, (claim,), place, None, None, None)
    (record,) = records_of([occurrence], Rarity({}, 11), frozenset())
    return dict(record.row)


def test_a_point_that_only_the_page_gives_is_none_to_compare_by():
    told = row(Place("Dorrumane", lat=34.7, lon=36.7, precision=3, country="SY"))
    found = row(Place("Dorrumane", 7, 34.7, 36.7, 3, "geonames:7", "SY"))
    assert (told["x"], told["width"], told["country"]) == (None, 1, "SY")
    assert found["x"] is not None
    assert found["width"] == 3
    assert told["place_name"] == found["place_name"]
