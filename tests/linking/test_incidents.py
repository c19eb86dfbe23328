"""Which pages tell of the same incident."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import TARN, VESK, claim, day, page
from counterclaim.linking.incidents import Linkage, link_incidents
from counterclaim.linking.occurrences import group_occurrences
from counterclaim.linking.titles import day_words
from counterclaim.model import Claim, Incident, Occurrence, Page, Place
from counterclaim.resources import load_linking

STRIKE = "Air/drone strike"


def occurrences(*pages: Page) -> list[Occurrence]:
    return [o for p in pages for o in group_occurrences(p)]


def link(found: Sequence[Occurrence]) -> tuple[Incident, ...]:
    return link_incidents(found, load_linking())


def linked(*pages: Page) -> list[set[str]]:
    return [{c.document for c in i.claims} for i in link(occurrences(*pages))]


def at(document: str, where: Place | None, when: str | None, **fields: object) -> Page:
    fixed = {"place": where, "date": day(when) if when else None, "event_type": STRIKE}
    return page(document, claim(document, **(fixed | fields)), published="2019-05-04")


def test_the_same_place_and_day_are_one_incident() -> None:
    assert linked(at("a", TARN, "2019-05-03"), at("b", TARN, "2019-05-03", low=15, high=15)) == [{"a", "b"}]


def test_two_strikes_on_one_town_on_different_days_stay_apart() -> None:
    assert len(linked(at("a", TARN, "2019-05-01"), at("b", TARN, "2019-05-03"))) == 2


def test_two_towns_on_one_day_stay_apart_though_the_figure_is_the_same() -> None:
    assert len(linked(at("a", TARN, "2019-05-03"), at("b", VESK, "2019-05-03"))) == 2


def test_an_undated_page_is_linked_by_its_day_of_publication_which_is_no_date() -> None:
    incidents = link(occurrences(at("a", TARN, "2019-05-03"), at("b", TARN, None)))
    assert [{c.document for c in i.claims} for i in incidents] == [{"a", "b"}]
    assert next(c for c in incidents[0].claims if c.document == "b").date is None


def test_a_running_toll_is_no_incident_s_toll() -> None:
    since = claim("b", place=TARN, date=day("2015-01-01", "2019-05-03"), low=4000, high=None, bound="at least")
    assert len(linked(at("a", TARN, "2019-05-03"), page("b", since, published="2019-05-04"))) == 2


def test_a_page_about_two_occurrences_belongs_to_both() -> None:
    both = page(
        "c",
        claim("c", 0, place=TARN, date=day("2019-05-03"), event_type=STRIKE, occurrence=1),
        claim("c", 40, place=VESK, date=day("2019-05-01"), event_type=STRIKE, occurrence=2),
        published="2019-05-04",
    )
    found = linked(at("a", TARN, "2019-05-03"), at("b", VESK, "2019-05-01"), both)
    assert sorted(map(sorted, found)) == [["a", "c"], ["b", "c"]]


def test_occurrences_of_one_page_are_never_linked_with_each_other() -> None:
    one = page(
        "a",
        claim("a", 0, place=TARN, date=day("2019-05-03"), occurrence=1),
        claim("a", 40, place=TARN, date=day("2019-05-03"), occurrence=2),
    )
    assert len(linked(one)) == 2


def test_the_order_of_pages_changes_nothing() -> None:
    pages = (at("a", TARN, "2019-05-03"), at("b", TARN, None), at("c", VESK, "2019-05-03"), at("d", TARN, "2019-05-04"))
    outcomes = {tuple(i.id for i in link(occurrences(*order))) for order in permutations(pages)}
    assert len(outcomes) == 1


def test_every_claim_is_in_exactly_one_incident() -> None:
    pages = [at(f"p{n}", (TARN, VESK, None)[n % 3], (None, "2019-05-03")[n % 2]) for n in range(12)]
    claims = [c for i in link(occurrences(*pages)) for c in i.claims]
    assert sorted(c.id for c in claims) == sorted(c.id for p in pages for c in p.claims)


def test_the_title_says_what_where_and_when() -> None:
    incident = link(occurrences(at("a", TARN, "2019-05-03")))[0]
    assert isinstance(incident, Incident)
    assert incident.title == "Air strike · Tarnholt · 3 May 2019"


def test_nothing_is_claimed_nothing_is_linked() -> None:
    assert link(()) == ()


def test_intervals_in_words() -> None:
    assert day_words(None) is None
    assert day_words(day("2019-05-01", "2019-05-03")) == "1–3 May 2019"
    assert day_words(day("2018-12-30", "2019-01-02")) == "30 Dec 2018 – 2 Jan 2019"
    assert day_words(day("2019-04-30", "2019-05-02")) == "30 Apr – 2 May 2019"


def test_claims_without_place_and_date_are_alone() -> None:
    lone: list[Claim] = [claim("a"), claim("b")]
    assert len(linked(page("a", lone[0]), page("b", lone[1]))) == 2


COUNTRY = Place("Orvania", lat=10.0, lon=20.0, precision=6, ref="c:1")


def test_two_tolls_of_one_war_are_one_though_one_page_gives_no_time() -> None:
    since = claim("a", place=COUNTRY, date=day("2015-01-01", "2019-05-03"), low=40_000, high=None)
    undated = claim("b", place=COUNTRY, low=50_000, high=None)
    assert linked(page("a", since, published="2019-05-03"), page("b", undated, published="2017-01-01")) == [{"a", "b"}]


def test_a_siege_and_a_war_that_began_in_one_year_are_two() -> None:
    war = claim("a", place=COUNTRY, date=day("2015-01-01", "2019-05-03"), low=40_000, high=None)
    siege = claim("b", place=TARN, date=day("2015-03-01", "2019-05-03"), low=132, high=132)
    shelled = claim("c", place=COUNTRY, date=day("2015-02-01", "2019-05-03"), low=700, high=700, who="civilians")
    assert len(linked(*(page(c.document, c, published="2019-05-04") for c in (war, siege, shelled)))) == 3


def test_a_page_that_tells_the_year_alone_may_be_about_the_day_of_another() -> None:
    told = "A rocket struck the Veltmar bakery in Tarnholt. The mayor Ostrun Kaldvik spoke of 43 people killed."
    fields = {"place": TARN, "event_type": STRIKE, "low": 43, "high": 43}
    dated = page("a", claim("a", 60, date=day("2019-05-03"), **fields), text=told)
    year = page("b", claim("b", 60, date=day("2019-01-01", "2019-12-31"), **fields), text=told)
    assert linked(dated, year) == [{"a", "b"}]


def test_the_dead_of_a_war_are_counted_in_the_town_where_the_page_speaks_of_them() -> None:
    since = claim("a", place=COUNTRY, date=day("2015-01-01", "2019-05-03"), low=300_000, high=None)
    placed = claim("b", place=replace(TARN, country="OV"), date=day("2019-05-01", "2019-05-03"), low=310_000, high=None)
    told = [replace(since, place=replace(COUNTRY, country="OV")), placed]
    assert linked(*(page(c.document, c, published="2019-05-04") for c in told)) == [{"a", "b"}]


def test_what_one_side_lost_in_a_war_is_not_the_toll_of_the_war() -> None:
    since = {"place": COUNTRY, "date": day("2015-01-01", "2019-05-03"), "high": None}
    told = [
        claim("a", low=40_000, **since),
        claim("b", low=12_000, who="soldiers", **since),
        claim("c", low=11_000, who="soldiers", **since),
    ]
    found = linked(*(page(c.document, c, published="2019-05-04") for c in told))
    assert sorted(found, key=len) == [{"a"}, {"b", "c"}]


@pytest.mark.parametrize("where", [None, Place("Lurn Hall")])
def test_a_toll_without_a_known_place_is_of_the_country_of_its_page(where: Place | None) -> None:
    since = claim(
        "a", place=replace(COUNTRY, country="OV"), date=day("2015-01-01", "2019-05-03"), low=40_000, high=None
    )
    news = claim("b", place=replace(VESK, country="OV"), date=day("2019-05-03"), low=3, high=3)
    bare = replace(claim("b", 60, "41,000", low=41_000, high=None, place=where), occurrence=1)
    assert {"a", "b"} in linked(page("a", since, published="2019-05-04"), page("b", news, bare, published="2019-05-04"))


def test_a_day_and_a_week_that_takes_it_in_are_two_without_a_common_figure() -> None:
    week = page("b", claim("b", place=TARN, date=day("2019-04-27", "2019-05-03"), low=90, high=90))
    assert len(linked(at("a", VESK, "2019-05-03"), week)) == 2


def test_a_common_figure_alone_does_not_bridge_half_a_year() -> None:
    old = page("b", claim("b", place=TARN, event_type=STRIKE), published="2018-10-01")
    assert len(linked(at("a", TARN, "2019-05-03"), old)) == 2


def test_a_page_may_tell_of_one_incident_twice_where_another_page_shows_it() -> None:
    told = "A bomb struck the Veltmar bakery in Tarnholt. The mayor Ostrun Kaldvik spoke of 12 people killed."
    once, twice = claim("a", 0, place=TARN, date=day("2019-05-03")), claim("a", 60, place=TARN, date=day("2019-05-03"))
    split = page("a", once, replace(twice, occurrence=1), text=told, published="2019-05-04")
    whole = page("b", claim("b", 60, place=TARN, date=day("2019-05-03")), text=told, published="2019-05-04")
    assert len(linked(split)) == 2
    assert linked(split, whole) == [{"a", "b"}]


PLACES = (TARN, VESK, None)
PAGES = st.lists(
    st.tuples(
        st.sampled_from(PLACES), st.integers(1, 4), st.sampled_from((3, 12, 40)), st.booleans(), st.integers(0, 1)
    ),
    min_size=2,
    max_size=7,
)  # fmt: skip


def made(rows: Sequence[tuple[Place | None, int, int, bool, int]]) -> list[Page]:
    """Pages of one or two occurrences: place, day, killed, whether dated, how many more."""
    pages = []
    for n, (where, when, killed, dated, more) in enumerate(rows):
        fields = {"place": where, "date": day(f"2019-05-0{when}") if dated else None, "event_type": STRIKE}
        told = [
            claim(f"p{n}", 40 * k, low=killed + k, high=killed + k, occurrence=k, **fields) for k in range(1 + more)
        ]
        pages.append(page(f"p{n}", *told, published=f"2019-05-0{when + 1}"))
    return pages


@settings(max_examples=12, deadline=None)
@given(rows=PAGES, portion=st.integers(1, 6), shuffled=st.randoms(use_true_random=False))
def test_pages_added_in_any_order_and_portions_give_what_all_at_once_give(
    rows: list[tuple[Place | None, int, int, bool, int]], portion: int, shuffled: Random
) -> None:
    pages = made(rows)
    at_once = link(occurrences(*pages))
    shuffled.shuffle(pages)
    linkage = Linkage(load_linking())
    for n in range(0, len(pages), portion):
        linkage.add(occurrences(*pages[n : n + portion]))
    assert linkage.incidents == at_once
    members = [c.id for i in at_once for c in i.claims]
    assert sorted(members) == sorted(c.id for p in pages for c in p.claims)


def test_a_page_is_added_once() -> None:
    linkage = Linkage(load_linking())
    linkage.add(occurrences(at("a", TARN, "2019-05-03")))
    with pytest.raises(ValueError, match="twice"):
        linkage.add(occurrences(at("a", TARN, "2019-05-03")))
