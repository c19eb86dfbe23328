"""The rule of contrary judgements, one example at a time; the random ones are in test_viewing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from builders import claim, page
from counterclaim.errors import JudgementError
from counterclaim.judging import opinions, view
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.chain import following
from counterclaim.judging.values import Figure
from counterclaim.model import Assertion, Claim, Judged, Judgement, Opinion, PageMark, RelationKind, Span, Statement
from judging.cases import AT

ARMY = claim("alder", 10, voice="army")
REBELS = claim("birch", 20, voice="rebels")
PAGES = (page("alder", ARMY), page("birch", REBELS))
SHELF = Shelf(PAGES)
A, B = SHELF.anchor(ARMY.id), SHELF.anchor(REBELS.id)
FIFTEEN, TWENTY = Figure(15, 15, "exactly"), Figure(20, 20, "exactly")


def _made(*said: tuple[str, Opinion]) -> list[Judgement]:
    made: list[Judgement] = []
    for person, opinion in said:
        made.append(following(made[-1] if made else None, opinion, person=person, at=AT))
    return made


def _seen(*said: tuple[str, Opinion]) -> Judged:
    return view(PAGES, _made(*said))


def _claim(judged: Judged, id_: str = ARMY.id) -> Claim:
    return next(c for p in judged.pages for c in p.claims if c.id == id_)


def test_of_one_person_the_latest_word_counts() -> None:
    said = [("Anna", opinions.value(A, figure=FIFTEEN)), ("Anna", opinions.value(A, figure=TWENTY))]
    assert _claim(_seen(*said)).low == 20


def test_where_two_differ_what_was_read_stands_and_both_are_shown() -> None:
    judged = _seen(("Anna", opinions.value(A, figure=FIFTEEN)), ("Ben", opinions.value(A, figure=TWENTY)))
    assert _claim(judged).low == 12
    (contested,) = judged.contested
    assert (contested.field, contested.people, contested.claims) == ("figure", ("Anna", "Ben"), (ARMY.id,))


def test_where_the_one_comes_round_it_applies() -> None:
    judged = _seen(
        ("Anna", opinions.value(A, figure=FIFTEEN)),
        ("Ben", opinions.value(A, figure=TWENTY)),
        ("Ben", opinions.value(A, figure=FIFTEEN)),
    )
    assert _claim(judged).low == 15
    assert not judged.contested


def test_what_is_contested_in_one_field_is_not_in_another() -> None:
    judged = _seen(("Anna", opinions.value(A, figure=FIFTEEN, voice="navy")), ("Ben", opinions.value(A, figure=TWENTY)))
    assert (_claim(judged).low, _claim(judged).voice) == (12, "navy")


def test_right_against_wrong_leaves_the_claim_in() -> None:
    judged = _seen(("Anna", opinions.wrong(A)), ("Ben", opinions.right(A, ARMY)))
    assert not judged.left_out
    assert [a.field for a in judged.contested] == ["claim"]


def test_unsure_takes_back_what_one_said_and_says_nothing_against_others() -> None:
    judged = _seen(("Anna", opinions.wrong(A)), ("Anna", opinions.unsure(A)))
    assert not judged.left_out
    assert not judged.answers
    judged = _seen(("Anna", opinions.unsure(A)), ("Ben", opinions.wrong(A)))
    assert judged.left_out == (ARMY,)


def test_undo_and_undo_of_undo() -> None:
    made = _made(("Anna", opinions.wrong(A)))
    undone = [*made, following(made[-1], opinions.undo(made[0]), person="Anna", at=AT)]
    assert view(PAGES, undone) == replace(view(PAGES, made), pages=PAGES, answers=(), left_out=())
    again = [*undone, following(undone[-1], opinions.undo(undone[1]), person="Anna", at=AT)]
    assert view(PAGES, again).left_out == (ARMY,)


def test_nobody_undoes_what_another_said() -> None:
    made = _made(("Anna", opinions.wrong(A)))
    made.append(following(made[-1], opinions.undo(made[0]), person="Ben", at=AT))
    assert view(PAGES, made).left_out == (ARMY,)


def test_a_voice_is_named_everywhere_or_on_one_page() -> None:
    everywhere = opinions.voice("rebels", "Upland Front")
    here = opinions.voice("rebels", "Lowland Front", SHELF.mark("birch"))
    judged = _seen(("Anna", everywhere))
    assert _claim(judged, REBELS.id).voice == "Upland Front"
    assert [a.name for a in judged.by_claim[REBELS.id]] == ["rebels"]
    assert _claim(_seen(("Anna", everywhere), ("Ben", here)), REBELS.id).voice == "Lowland Front"


def test_another_voice_is_not_named_by_the_words_of_the_first() -> None:
    named = replace(ARMY, voice_span=Span(0, 4, "army"))
    pages = (page("alder", named, text="army said 12 people died"),)
    anchor = Shelf(pages).anchor(ARMY.id)
    for said, kept in (
        (opinions.value(anchor, voice="navy"), None),
        (opinions.voice("army", "navy"), named.voice_span),
    ):
        (claim_,) = view(pages, _made(("Anna", said))).pages[0].claims
        assert (claim_.voice, claim_.voice_span) == ("navy", kept)


def test_names_are_followed_and_a_ring_ends() -> None:
    judged = _seen(("Anna", opinions.voice("army", "troops")), ("Anna", opinions.voice("troops", "Ilmarra")))
    assert _claim(judged).voice == "Ilmarra"
    ring = _seen(("Anna", opinions.voice("army", "troops")), ("Ben", opinions.voice("troops", "army")))
    assert _claim(ring).voice == "army"


def test_statements_and_assertions_bear_the_name_as_well() -> None:
    words = Span(10, 19, "12 people")
    statement = Statement(
        "s", "alder", "indirect", (), (), (words,), "general", None, (), None, "says", "certain", (("army", words),),
        behind="army",
    )  # fmt: skip
    told = replace(
        PAGES[0], statements=(statement,), assertions=(Assertion("alder", "s", "army", words, "truce", True),)
    )
    judged = view([told], _made(("Anna", opinions.voice("army", "Ilmarra"))))
    (page_,) = judged.pages
    assert (page_.statements[0].behind, page_.statements[0].joint[0][0]) == ("Ilmarra", "Ilmarra")
    assert (page_.statements[0].voice, page_.assertions[0].voice) == ("general", "Ilmarra")


def test_relations_copies_and_sources_are_handed_on() -> None:
    alder, birch = (SHELF.mark(n) for n in ("alder", "birch"))
    guidance = _seen(
        ("Anna", opinions.unrelated(A, B, RelationKind.REVISES)),
        ("Anna", opinions.copy(birch, alder)),
        ("Ben", opinions.copy(birch, alder)),
        ("Ben", opinions.reliability("Army", "E")),
    ).guidance
    assert guidance.unrelated == {("revises", frozenset({ARMY.id, REBELS.id}))}
    (ruling,) = guidance.copies
    assert (ruling.page, ruling.original, ruling.is_copy, ruling.by) == ("birch", "alder", True, ("Anna", "Ben"))
    assert guidance.reliability == (("army", "E", ("Ben",)),)


def test_which_of_two_is_the_copy_can_be_contested() -> None:
    alder, birch = (SHELF.mark(n) for n in ("alder", "birch"))
    judged = _seen(("Anna", opinions.copy(birch, alder)), ("Ben", opinions.copy(alder, birch)))
    assert not judged.guidance.copies
    assert [a.pages for a in judged.contested] == [("alder", "birch")]


def test_what_a_person_holds_of_the_truth_changes_nothing() -> None:
    judged = _seen(("Anna", opinions.rating(A, "false", note="the hospital's list has nine")))
    assert judged.pages == PAGES
    assert [(a.field, a.value) for a in judged.by_claim[ARMY.id]] == [("rating", '"false"')]


MARK = PageMark("alder", "0")
SENSELESS: Sequence[object] = [
    lambda: opinions.value(A),
    lambda: opinions.value(A, party="Ilmarra", figure=None),
    lambda: opinions.value(A, aspect="responsibility"),
    lambda: opinions.value(A, voice=""),
    lambda: opinions.value(A, colour="red"),
    lambda: opinions.voice("army", "army"),
    lambda: opinions.voice("unnamed: medics", "Civil Rescue"),
    lambda: opinions.one(A),
    lambda: opinions.two(A, A),
    opinions.unsure,
    lambda: opinions.copy(MARK, MARK),
    lambda: opinions.reliability("army", "G"),  # type: ignore[arg-type]
    lambda: opinions.rating(A, " "),
]


@pytest.mark.parametrize("make", SENSELESS)
def test_what_makes_no_sense_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(JudgementError):
        make()
