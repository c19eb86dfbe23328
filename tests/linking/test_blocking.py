"""Which occurrences are compared."""

from dataclasses import replace

import pytest

from builders import TARN, VESK, claim, day, page
from counterclaim.linking.blocking import keys
from counterclaim.linking.occurrences import group_occurrences
from counterclaim.linking.records import records_of
from counterclaim.model import Page, Place
from counterclaim.resources import load_linking

FAR = Place("Orrund", lat=-30.0, lon=120.0, precision=1, ref="t:9", country="OV")
TOLD = "Rescuers in the northern hills said that 12 people had been killed by a shell near the old well."


def are_compared(*pages: Page) -> bool:
    model = load_linking()
    one, two = records_of([o for p in pages for o in group_occurrences(p)], model.rarity, model.targets)
    return not set(keys(one)).isdisjoint(keys(two))


def test_what_was_at_other_times_and_places_is_not_compared() -> None:
    one, two = claim("a", place=TARN, date=day("2019-05-03")), claim("b", place=FAR, date=day("2015-01-01"))
    assert not are_compared(page("a", one, published="2019-05-04"), page("b", two, published="2015-01-02"))


def test_what_was_in_one_region_on_one_day_is_compared_whatever_it_was() -> None:
    one = claim("a", place=TARN, date=day("2019-05-03"), event_type="Air/drone strike", low=5)
    two = claim("b", place=VESK, date=day("2019-05-03"), event_type="Armed clash", low=7)
    assert are_compared(page("a", one), page("b", two))


def test_a_sentence_with_a_count_is_known_again_whatever_day_a_page_gives() -> None:
    at = TOLD.index("12 people")
    one, two = claim("a", at, place=TARN, date=day("2019-05-03")), claim("b", at, place=FAR, date=day("2015-01-01"))
    told = [page("a", one, text=TOLD), page("b", two, text=TOLD)]
    assert are_compared(*told)


@pytest.mark.parametrize(("hurt", "compared"), [(31, True), (30, False)])
def test_two_figures_bring_together_what_pages_date_and_place_apart(hurt: int, compared: bool) -> None:
    def told(name: str, where: Place, when: str, hurt: int) -> Page:
        killed = claim(name, place=where, date=day(when), low=48)
        injured = claim(name, 60, aspect="injured", place=where, date=day(when), low=hurt)
        return page(name, killed, injured, published=when)

    assert are_compared(told("a", TARN, "2019-05-03", 31), told("b", FAR, "2019-05-17", hurt)) is compared


@pytest.mark.parametrize(("when", "compared"), [("2019-01-16", True), ("2019-11-09", False)])
def test_seldom_kinds_are_compared_over_weeks(when: str, compared: bool) -> None:
    def told(name: str, where: Place, when: str, low: int) -> Page:
        return page(name, claim(name, place=where, date=day(when), event_type="Chemical weapon", low=low))

    one, two = told("a", replace(TARN, country="OV"), "2019-01-03", 5), told("b", FAR, when, 8)
    assert are_compared(one, two) is compared


def test_pages_without_any_day_are_compared_over_a_neighbourhood() -> None:
    near = Place("Ostrel", lat=10.05, lon=20.05, precision=1, ref="t:7")
    told = [page(n, claim(n, place=p, low=n_, event_type="Attack")) for n, p, n_ in (("a", TARN, 5), ("b", near, 7))]
    assert are_compared(*told)


@pytest.mark.parametrize("when", ["2019-03-01", "2019-08-30"])
def test_a_seldom_kind_told_of_a_year_is_compared_with_that_of_any_of_its_months(when: str) -> None:
    at = replace(TARN, country="OV")
    year = claim("a", place=at, date=day("2019-01-01", "2019-12-31"), event_type="Chemical weapon", low=5)
    told = claim("b", place=FAR, date=day(when), event_type="Chemical weapon", low=8)
    assert are_compared(page("a", year, published="2022-05-01"), page("b", told, published=when))


def test_a_name_on_the_map_and_one_that_is_not_are_compared() -> None:
    known, unknown = Place("Dorrumane", lat=10.0, lon=20.0, precision=1, ref="t:5"), Place("al-Dorumane")
    one, two = (
        page(n, claim(n, place=p, date=day(d), low=low))
        for n, p, d, low in (("a", known, "2019-05-03", 5), ("b", unknown, "2019-05-05", 7))
    )
    assert are_compared(one, two)


@pytest.mark.parametrize(("hit", "compared"), [("bus", True), ("mosque", False)])
def test_one_thing_hit_in_one_country_on_neighbouring_days_is_compared(hit: str, compared: bool) -> None:
    def told(name: str, where: Place, when: str, hit: str) -> Page:
        text = f"A roadside bomb struck a {hit} there and killed {name} people."
        at = text.index("killed")
        one = claim(
            name, at, "killed", place=where, date=day(when), event_type="Remote explosive/landmine/IED", low=len(name)
        )
        return page(name, one, text=text, published=when)

    one, two = told("a", replace(TARN, country="OV"), "2019-05-03", "bus"), told("bb", FAR, "2019-05-04", hit)
    assert are_compared(one, two) is compared
