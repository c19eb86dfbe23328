from counterclaim.distance import distance_km
from counterclaim.model import Place
from counterclaim.setting.nearness import fineness, is_namesake, place_key, relation

TOWN = Place("Tarn", lat=10.0, lon=10.0, precision=1, ref="a:1", country="AA")
QUARTER = Place("Old Marrow", lat=10.05, lon=10.0, precision=1, ref="a:2", country="AA")
PROVINCE = Place("Arven province", lat=10.3, lon=10.0, precision=4, ref="a:3", country="AA")
FAR = Place("Lowmere", lat=12.0, lon=10.0, precision=1, ref="a:4", country="AA")
COUNTRY = Place("Arvenia", lat=11.0, lon=10.0, precision=6, ref="a:5", country="AA")


def nobody(a: Place, b: Place) -> bool:
    return False


def test_places_stand_to_each_other_by_distance_and_kind():
    assert relation(TOWN, TOWN, nobody) == "same"
    assert relation(TOWN, QUARTER, nobody) == "near"
    assert relation(TOWN, PROVINCE, nobody) == "in"
    assert relation(PROVINCE, TOWN, nobody) == "over"
    assert relation(TOWN, FAR, nobody) == "apart"
    assert relation(TOWN, COUNTRY, nobody) == "in"
    assert relation(TOWN, Place("Elsewhere", precision=6, country="BB"), nobody) == "apart"
    assert relation(TOWN, Place("Nowhere"), nobody) == "unknown"


def test_the_pages_word_goes_before_distance():
    def says(a: Place, b: Place) -> bool:
        return (a, b) == (QUARTER, TOWN)

    assert relation(QUARTER, TOWN, says) == "in"
    assert relation(TOWN, QUARTER, says) == "over"


def test_names_that_say_region_are_regions():
    assert fineness(Place("northern Tarn", precision=1)) == 4
    assert fineness(Place("Tarn countryside", precision=1)) == 4
    assert fineness(Place("Tarn River", precision=7)) == 5
    assert fineness(Place("Tarn")) == 1


def test_keys_and_distances():
    assert place_key(Place("Tarn")) == "tarn"
    assert distance_km(TOWN, Place("Tarn")) is None
    assert 5 < (distance_km(TOWN, QUARTER) or 0) < 6
    assert is_namesake(TOWN, Place("Tarn", lat=-40.0, lon=100.0))
    assert not is_namesake(TOWN, Place("Tarn"))
