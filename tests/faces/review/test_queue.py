"""What is to be looked at first, and what a reviewer can ask for."""

from dataclasses import replace

import pytest

from builders import TARN, VESK, claim, page
from counterclaim.errors import NotFoundError
from counterclaim.faces.review.queue import Item, Rank, Wanted, make_queue
from counterclaim.judging import opinions
from counterclaim.judging.anchoring import Shelf
from counterclaim.model import Page
from reviews import Notebook, desk

HIGH = claim("alder", 0, "40 people", low=40, high=40, voice="Register", place=TARN)
LOW = claim("birch", 0, "12 people", voice="Ministry", place=TARN)
REPEATED = claim("birch", 20, "12 dead", voice="Ministry", place=TARN)
ELSEWHERE = claim("cedar", 0, "three men", low=3, high=3, aspect="detained", who="men", voice="Front", place=VESK)
AGAIN = claim("cedar", 30, "two men", low=2, high=2, aspect="detained", who="men", voice="Front", place=VESK)
PAGES: tuple[Page, ...] = (page("alder", HIGH), page("birch", LOW, REPEATED), page("cedar", ELSEWHERE, AGAIN))
SHELF = Shelf(PAGES)


def queue(book: Notebook, **wanted: object) -> tuple[Item, ...]:
    return make_queue(desk(PAGES, book.made), Wanted(**wanted))  # type: ignore[arg-type]


def claims(items: tuple[Item, ...]) -> list[str]:
    return [i.claim for i in items]


def test_claims_behind_a_bound_come_first_then_what_is_at_odds_then_the_rest() -> None:
    items = queue(Notebook("Anna"))
    ranks = {i.claim: i.rank for i in items}
    assert sorted(items, key=lambda i: i.rank) == list(items)
    assert ranks[HIGH.id] is ranks[LOW.id] is Rank.DECIDES
    assert ranks[REPEATED.id] is Rank.AT_ODDS
    whys = {i.claim: i.why for i in items}
    assert "highest" in whys[HIGH.id]
    assert whys[REPEATED.id] == "killed: ≠ other number"


def test_what_people_differ_on_comes_before_the_unread_and_what_is_judged_last() -> None:
    book = Notebook("Anna")
    book.record(opinions.right(SHELF.anchor(HIGH.id), HIGH))
    book.record(opinions.wrong(SHELF.anchor(AGAIN.id)))
    book.record(opinions.right(SHELF.anchor(AGAIN.id), AGAIN), person="Ben")
    book.record(opinions.unsure(SHELF.anchor(REPEATED.id)))
    items = queue(book)
    ranks = {i.claim: i.rank for i in items}
    assert ranks[AGAIN.id] is Rank.CONTESTED
    assert ranks[REPEATED.id] is Rank.UNSURE
    assert items[-1].claim == HIGH.id
    assert items[-1].rank is Rank.READ
    assert HIGH.id not in claims(queue(book, unjudged=True))
    assert AGAIN.id in claims(queue(book, unjudged=True))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"incident": "veskad"}, {ELSEWHERE.id, AGAIN.id}),
        ({"incident": "cedar:31"}, {ELSEWHERE.id, AGAIN.id}),
        ({"aspect": "killed"}, {HIGH.id, LOW.id, REPEATED.id}),
        ({"page": "birch"}, {LOW.id, REPEATED.id}),
        ({"page": "birch", "aspect": "killed", "incident": "Tarnholt"}, {LOW.id, REPEATED.id}),
    ],
)
def test_a_part_can_be_asked_for(wanted: dict[str, str], found: set[str]) -> None:
    assert set(claims(queue(Notebook("Anna"), **wanted))) == found


def test_an_incident_is_known_by_its_id() -> None:
    laid = desk(PAGES)
    incident = laid.weighed.accounts[0].incident
    for wanted in (incident.id[:8], f"i-{incident.id}"):
        found = make_queue(laid, Wanted(incident=wanted))
        assert {i.claim for i in found} == {c.id for c in incident.claims}


@pytest.mark.parametrize("wanted", [{"incident": "nowhere"}, {"page": "x"}, {"aspect": "displaced"}])
def test_where_nothing_is_as_wanted_it_is_said_what_there_is(wanted: dict[str, str]) -> None:
    with pytest.raises(NotFoundError, match=r"Tarnholt.*alder, birch"):
        queue(Notebook("Anna"), **wanted)


def test_what_is_no_aspect_is_told_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="'died' is no aspect; there are killed, injured"):
        queue(Notebook("Anna"), aspect="died")


def test_a_casebook_without_claims_says_so() -> None:
    bare = (replace(PAGES[0], claims=()),)
    with pytest.raises(NotFoundError, match="nothing was claimed"):
        make_queue(desk(bare), Wanted())


def test_the_order_is_the_same_whatever_the_order_of_pages() -> None:
    forth, back = (make_queue(desk(pages), Wanted()) for pages in (PAGES, PAGES[::-1]))
    assert set(claims(forth)) == set(claims(back))
    assert [i.rank for i in forth] == [i.rank for i in back]
