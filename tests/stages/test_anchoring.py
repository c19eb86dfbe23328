"""Places that no gazetteer knows, put where the page puts them. The towns are real: the gazetteer has to know them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from counterclaim.model import Document, Place, Setting
from counterclaim.pipeline import read_findings
from counterclaim.stages.anchoring import anchor_places, is_mapped

HOMS, HAMA = (34.73, 36.71), (35.13, 36.76)
Anchored = Callable[[str, str], Place]


@pytest.fixture
def anchored(resources) -> Anchored:
    """What becomes of the unknown place `name` of a page's last finding; those before it were in its first place."""

    def run(text: str, name: str) -> Place:
        told = read_findings(Document("d", text), resources)
        known = next((m.place for m in told.mentions if is_mapped(m.place)), None)
        settings = [Setting(known) for _ in told.findings[1:]] + [Setting(Place(name))]
        found = anchor_places(told.findings, settings, told.mentions, told.parse, resources.lexicon)
        assert [replace(s, place=None) for s in found] == [replace(s, place=None) for s in settings]
        assert found[:-1] == tuple(settings[:-1])
        assert found[-1].place is not None
        return found[-1].place

    return run


def is_at(found: Place, point: tuple[float, float]) -> bool:
    if found.lat is None or found.lon is None:
        return False
    return abs(found.lat - point[0]) + abs(found.lon - point[1]) < 0.1


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed four people in the Dorrumane neighbourhood of Homs on Tuesday.",
        "Shells killed four people in Homs's Dorrumane neighbourhood on Tuesday.",
        "In Homs, four people were killed on Tuesday. Dorrumane neighbourhood, in the east of Homs, was shelled.",
    ],
)
def test_a_quarter_lies_in_the_town_that_the_page_puts_it_in(anchored, text):
    found = anchored(text, "Dorrumane neighbourhood")
    assert is_at(found, HOMS)
    assert (found.name, found.precision) == ("Dorrumane neighbourhood", 2)
    assert (found.geonames, found.ref, found.country) == (None, None, "SY")


def test_what_is_told_beside_a_town_is_in_its_district_at_best(anchored):
    found = anchored("Shells killed four people in the village of Dorrumane near Homs on Tuesday.", "Dorrumane")
    assert is_at(found, HOMS)
    assert found.precision == 3


def test_a_town_that_follows_at_once_goes_before_one_that_stands_nearer_but_encloses_nothing(anchored):
    text = "A convoy from Hama near Dorrumane village in the north of Homs was hit, and four people were killed."
    assert is_at(anchored(text, "Dorrumane village"), HOMS)


def test_a_quarter_told_alone_lies_where_the_page_was_before(anchored):
    text = "Rockets hit Hama and killed two people.\n\nShells fell on the Dorrumane neighbourhood, killing four people."
    found = anchored(text, "Dorrumane neighbourhood")
    assert is_at(found, HAMA)
    assert found.precision == 3


def test_a_village_of_which_the_page_says_no_more_stays_unplaced(anchored):
    text = "Rockets hit Hama and killed two people.\n\nShells fell on the village of Dorrumane, killing four people."
    assert anchored(text, "Dorrumane") == Place("Dorrumane")


def test_a_country_encloses_too_much_to_place_anything(anchored):
    text = "Shells killed four people in the village of Dorrumane in Syria on Tuesday."
    assert anchored(text, "Dorrumane") == Place("Dorrumane")


def test_a_province_places_what_lies_in_it_as_roughly_as_it_is_large(anchored):
    found = anchored("Shells killed four people in the village of Dorrumane in Homs province.", "Dorrumane")
    assert found.precision == 4


def test_what_has_coordinates_keeps_them(resources):
    told = read_findings(Document("d", "Shells killed four people in Dorrumane in Homs."), resources)
    here = Place("Dorrumane", lat=1.0, lon=2.0, precision=1)
    (found,) = anchor_places(told.findings, [Setting(here)], told.mentions, told.parse, resources.lexicon)
    assert found.place == here


@pytest.mark.parametrize(("precision", "mapped"), [(None, True), (1, True), (5, True), (6, False), (7, False)])
def test_countries_and_waters_are_too_wide(precision, mapped):
    assert is_mapped(Place("X", lat=1.0, lon=1.0, precision=precision)) == mapped
    assert not is_mapped(Place("X", precision=precision))
