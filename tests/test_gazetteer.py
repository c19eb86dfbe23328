"""The shipped gazetteer, and how names are looked up in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.folding import skeleton
from counterclaim.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


SMALL = Gazetteer(
    "small",
    [
        "1\tNorrinia\t10.000\t20.000\tSY\tc\t5000000",
        "2\tVelk\t10.100\t20.100\tSY.01\tt\t90000",
        "\tVelk\t10.200\t20.200\tSY.01\tp\t100000",
        "3\tValk\t50.000\t5.000\tNL.02\tt\t700000",
        "4\tBay\t10.300\t20.300\tSY\tw\t5000",
    ],
    sorted(
        [f"{skeleton('Velk')}\tvalk=3\tvelk=1,2", f"{skeleton('Norrinia')}\tnorrinia=0", f"{skeleton('Bay')}\tbay=4"]
    ),
)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Aleppo", "SY"), ("Deir ez-Zor", "SY"), ("Dayr az Zawr", "SY"), ("Khan Sheikhoun", "SY"), ("Kobane", "SY"),
        ("Mosul", "IQ"), ("Khan Younis", "PS"), ("Kiryat Shmona", "IL"), ("Nabatieh", "LB"), ("Hodeidah", "YE"),
        ("Misrata", "LY"), ("Lashkar Gah", "AF"), ("Kharkiv", "UA"), ("Kharkov", "UA"), ("Kyiv", "UA"), ("Kiev", "UA"),
        ("El Fasher", "SD"), ("Malakal", "SS"), ("Kismayo", "SO"), ("Mekelle", "ET"), ("Kidal", "ML"),
        ("Maiduguri", "NG"), ("Goma", "CD"), ("Sittwe", "MM"), ("Peshawar", "PK"), ("Stepanakert", "AZ"),
        ("Marawi", "PH"), ("Helmand", "AF"), ("Donbas", "UA"), ("North Kivu", "CD"), ("Rakhine", "MM"),
        ("Gaza Strip", "PS"), ("Anbar", "IQ"), ("Russia", "RU"),
    ],
)  # fmt: skip
def test_places_of_wars_are_known(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert gazetteer.lookup(name)[0].country == country


def test_spellings_of_one_place_share_its_ref(gazetteer: Gazetteer) -> None:
    kyiv, kiev = (gazetteer.lookup(name)[0] for name in ("Kyiv", "Kiev"))
    assert kyiv.ref == kiev.ref == "geonames:703448"
    assert (kyiv.name, kiev.name) == ("Kyiv", "Kiev")


def test_kinds_give_the_precision(gazetteer: Gazetteer) -> None:
    wanted = {"Ukraine": 6, "Donbas": 5, "Helmand": 4, "Bakhmut": 1, "Red Sea": 7}
    assert {name: gazetteer.lookup(name)[0].precision for name in wanted} == wanted


def test_namesakes_are_kept(gazetteer: Gazetteer) -> None:
    assert {"LY", "LB"} <= {p.country for p in gazetteer.lookup("Tripoli")}


def test_unknown_names_have_no_places(gazetteer: Gazetteer) -> None:
    assert not gazetteer.lookup("Quornholtweiler")


def test_an_exact_name_beats_a_variant() -> None:
    assert [s.place.ref for s in SMALL.sites("Velk")] == ["site:Velk:10.200,20.200", "geonames:2"]
    assert all(s.exact for s in SMALL.sites("al-Velk"))


def test_a_variant_is_marked_and_may_be_left_out() -> None:
    (alike, *_) = SMALL.sites("Veelk")
    assert not alike.exact
    assert not SMALL.sites("Veelk", variants=False)


def test_countries_whose_names_need_no_transliteration_have_no_variants() -> None:
    assert "NL" not in {s.place.country for s in SMALL.sites("Veelk")}


def test_a_country_is_found_by_its_code() -> None:
    assert [s.kind for s in SMALL.country("SY")] == ["country"]
    assert not SMALL.country("XX")
    assert not SMALL.country(None)


def test_the_version_names_the_data(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.version) == 12


@given(st.text())
def test_any_text_may_be_looked_up(text: str) -> None:
    for site in load_gazetteer().sites(text):
        assert site.place.name == text
        assert -90 <= (site.place.lat or 0) <= 90
        assert -180 <= (site.place.lon or 0) <= 180


@pytest.mark.parametrize(("name", "seat"), [("Hama", True), ("Raqqa", True), ("Kharkiv", True), ("Goma", False)])
def test_a_town_that_bears_its_divisions_name_is_known_however_that_is_spelled(name, seat):
    assert next(s for s in load_gazetteer().sites(name) if s.kind == "town").seat is seat
