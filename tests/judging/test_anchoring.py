"""What a judgement holds on to when pages are read anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim, page
from counterclaim.errors import NotFoundError
from counterclaim.judging import opinions, view
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.chain import following
from counterclaim.judging.values import Figure
from counterclaim.model import Claim, Judged, Opinion, OrphanReason, Page, Span
from judging.cases import AT

TEXT = "The army said 12 people died. The army said 12 people died."
FIRST = claim("alder", 14, "12 people", voice="army")


def _page(*claims: Claim, text: str = TEXT) -> Page:
    return page("alder", *claims, text=text)


def _seen(opinion: Opinion, *now: Claim, text: str = TEXT) -> Judged:
    return view([_page(*now, text=text)], [following(None, opinion, person="Anna", at=AT)])


def _voices(judged: Judged) -> list[str | None]:
    return [c.voice for p in judged.pages for c in p.claims]


def _corrected() -> Opinion:
    return opinions.value(Shelf([_page(FIRST)]).anchor(FIRST.id), voice="Civil Rescue")


def test_a_judgement_stays_with_words_that_are_read_otherwise() -> None:
    reread = replace(FIRST, id="another", voice="the navy", low=13, high=13)
    judged = _seen(_corrected(), reread)
    assert _voices(judged) == ["Civil Rescue"]
    assert not judged.orphans


def test_it_is_never_moved_to_the_same_words_elsewhere() -> None:
    lookalike = replace(FIRST, id="another", span=Span(44, 53, "12 people"))
    judged = _seen(_corrected(), lookalike)
    assert _voices(judged) == ["army"]
    assert [o.reason for o in judged.orphans] == [OrphanReason.GONE]


def test_another_aspect_of_the_same_words_is_another_claim() -> None:
    judged = _seen(_corrected(), replace(FIRST, id="another", aspect="injured"))
    assert [o.reason for o in judged.orphans] == [OrphanReason.GONE]


def test_of_two_voices_on_the_same_words_only_the_one_that_was_judged_is_meant() -> None:
    other = claim("alder", 14, "12 people", voice="navy")
    opinion = opinions.wrong(Shelf([_page(FIRST, other)]).anchor(FIRST.id))
    assert _voices(_seen(opinion, FIRST, other)) == ["navy"]
    alone = _seen(opinion, other)
    assert _voices(alone) == ["navy"]
    assert [o.reason for o in alone.orphans] == [OrphanReason.GONE]


def test_one_that_was_alone_is_not_found_among_several() -> None:
    two = [replace(FIRST, id=v, voice=v) for v in ("navy", "police")]
    judged = _seen(_corrected(), *two)
    assert [o.reason for o in judged.orphans] == [OrphanReason.SEVERAL]


def test_wrong_is_said_of_a_reading_and_not_of_a_later_one() -> None:
    opinion = opinions.wrong(Shelf([_page(FIRST)]).anchor(FIRST.id))
    assert _seen(opinion, FIRST).left_out == (FIRST,)
    judged = _seen(opinion, replace(FIRST, low=21, high=21))
    assert not judged.left_out
    assert [o.reason for o in judged.orphans] == [OrphanReason.REREAD]


def test_right_holds_the_values_against_a_later_reading() -> None:
    opinion = opinions.right(Shelf([_page(FIRST)]).anchor(FIRST.id), FIRST)
    (kept,) = _seen(opinion, replace(FIRST, voice="the navy", low=21, high=21, certainty="hedged")).pages[0].claims
    assert (kept.voice, kept.low, kept.high, kept.certainty) == ("army", 12, 12, "certain")


def test_another_text_under_the_same_id_is_another_page() -> None:
    judged = _seen(_corrected(), FIRST, text=TEXT + " More.")
    assert _voices(judged) == ["army"]
    assert [o.reason for o in judged.orphans] == [OrphanReason.OTHER_TEXT]


def test_a_page_that_is_not_there_is_said() -> None:
    judged = view([], [following(None, _corrected(), person="Anna", at=AT)])
    assert [o.reason for o in judged.orphans] == [OrphanReason.ABSENT]


def test_of_three_claims_judged_to_be_one_two_hold_when_the_third_is_gone() -> None:
    pages = [page(name, claim(name, voice=name)) for name in ("alder", "birch", "cedar")]
    shelf = Shelf(pages)
    said = following(None, opinions.one(*(shelf.anchor(p.claims[0].id) for p in pages)), person="Anna", at=AT)
    judged = view([pages[0], pages[1], replace(pages[2], claims=())], [said])
    assert judged.guidance.one == ((("alder", 0), ("birch", 0)),)
    assert [o.reason for o in judged.orphans] == [OrphanReason.GONE]


def test_what_is_not_there_cannot_be_judged() -> None:
    shelf = Shelf([_page(FIRST)])
    with pytest.raises(NotFoundError):
        shelf.anchor("nothing")
    with pytest.raises(NotFoundError):
        shelf.mark("nothing")


def test_two_people_with_one_answer_in_two_readings_agree() -> None:
    pages = [_page(FIRST)]
    reread = [_page(replace(FIRST, id="another", voice="navy"))]
    figure = Figure(15, 15, "exactly")
    first = following(None, opinions.value(Shelf(pages).anchor(FIRST.id), figure=figure), person="Anna", at=AT)
    second = following(first, opinions.value(Shelf(reread).anchor("another"), figure=figure), person="Ben", at=AT)
    judged = view(reread, [first, second])
    assert [c.low for c in judged.pages[0].claims] == [15]
    assert [a.people for a in judged.answers if a.field == "figure"] == [("Anna", "Ben")]
