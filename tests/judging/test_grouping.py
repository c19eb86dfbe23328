"""Claims judged to be of one incident, or of two: on one page, over several, and against each other."""

from __future__ import annotations

from dataclasses import replace

from builders import TARN, claim, day, page
from counterclaim.judging import opinions, view
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.chain import following
from counterclaim.model import Claim, Judged, Judgement, Opinion, Page
from counterclaim.pipeline import link_pages
from judging.cases import AT

STRIKE = {"place": TARN, "date": day("2019-04-09"), "event_type": "Air/drone strike"}
ELSEWHERE = {"date": day("2021-11-02"), "event_type": "Armed clash"}


def _page(name: str, *given: Claim) -> Page:
    return page(name, *given, published="2019-04-10")


ALDER = _page("alder", claim("alder", 0, **STRIKE), claim("alder", 20, "30 people", low=30, high=30, **STRIKE))
BIRCH = _page("birch", claim("birch", 0, **STRIKE), claim("birch", 20, "7 people", low=7, high=7, **STRIKE))
CEDAR = _page("cedar", claim("cedar", 0, "9 people", low=9, high=9, **ELSEWHERE))
PAGES = (ALDER, BIRCH, CEDAR)
A, A2, B, B2, C = (c.id for p in PAGES for c in p.claims)


def _seen(*opinions_: Opinion) -> Judged:
    made: list[Judgement] = []
    for opinion in opinions_:
        made.append(following(made[-1] if made else None, opinion, person="Anna", at=AT))
    return view(PAGES, made)


def _one(*ids: str) -> Opinion:
    return opinions.one(*(Shelf(PAGES).anchor(id_) for id_ in ids))


def _two(a: str, b: str) -> Opinion:
    return opinions.two(Shelf(PAGES).anchor(a), Shelf(PAGES).anchor(b))


def _incidents(judged: Judged) -> set[frozenset[str]]:
    return {frozenset(c.id for c in i.claims) for i in link_pages(judged.pages, judged.guidance)}


def test_without_judgements_the_strike_is_one_and_the_clash_another() -> None:
    assert _incidents(view(PAGES, [])) == {frozenset({A, A2, B, B2}), frozenset({C})}


def test_one_makes_two_incidents_one_with_everything_in_them() -> None:
    assert _incidents(_seen(_one(B, C))) == {frozenset({A, A2, B, B2, C})}


def test_two_parts_an_incident_between_pages() -> None:
    assert _incidents(_seen(_two(A, B))) == {frozenset({A, A2}), frozenset({B, B2}), frozenset({C})}


def test_two_parts_an_occurrence_of_one_page() -> None:
    judged = _seen(_two(A, A2))
    numbers = [c.occurrence for c in judged.pages[0].claims]
    assert numbers == [0, 1]
    found = _incidents(judged)
    assert not any({A, A2} <= incident for incident in found)
    assert any({A, B} <= incident or {A2, B} <= incident for incident in found)


def test_the_rest_of_an_incident_goes_with_the_likelier_half() -> None:
    found = _incidents(_seen(_two(A, C), _one(A, B)))
    assert frozenset({A, A2, B, B2}) in found


def test_one_and_one_make_one_across_and_two_holds_against_what_follows_from_them() -> None:
    assert {A, B, C} <= next(i for i in _incidents(_seen(_one(A, B), _one(B, C))) if A in i)
    judged = _seen(_one(A, B), _one(B, C), _two(A, C))
    found = _incidents(judged)
    assert not any({A, C} <= incident for incident in found)
    assert any({B, C} <= incident for incident in found), "of two that cannot both hold the later does"
    assert [c.claims for c in judged.clashes] == [tuple(sorted((A, B)))]


def test_one_said_of_two_occurrences_of_a_page_numbers_them_as_one() -> None:
    first, second = ALDER.claims
    apart = replace(ALDER, claims=(first, replace(second, occurrence=1)))
    shelf = Shelf([apart])
    said = following(None, opinions.one(shelf.anchor(first.id), shelf.anchor(second.id)), person="Anna", at=AT)
    assert {c.occurrence for c in view([apart], [said]).pages[0].claims} == {0}


def test_a_subset_stays_with_its_total() -> None:
    part = claim("alder", 40, "4 children", low=4, high=4, part_of=A2, **STRIKE)
    told = _page("alder", *ALDER.claims, part)
    shelf = Shelf([told])
    said = following(None, opinions.two(shelf.anchor(A), shelf.anchor(A2)), person="Anna", at=AT)
    numbers = {c.id: c.occurrence for c in view([told], [said]).pages[0].claims}
    assert numbers[part.id] == numbers[A2] != numbers[A]


def test_what_is_contested_parts_nothing() -> None:
    first = following(None, _two(A, B), person="Anna", at=AT)
    second = following(first, _one(A, B), person="Ben", at=AT)
    judged = view(PAGES, [first, second])
    assert _incidents(judged) == _incidents(view(PAGES, []))
    assert judged.contested
