"""What people judge of copies, relations and sources, as weighing obeys it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import claim, day, page, witnesses
from counterclaim.linking.obeying import obey_copies
from counterclaim.linking.positions import weigh_positions
from counterclaim.linking.relations import find_relations
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import Account, Claim, CopyRuling, GradeName, Incident, Rating, RelationKind, Reuse, Verdict

SHARED = Reuse("alder", "birch", 0.9, 0.9, (), "alder")


def _account(*claims: Claim, known: Witnesses | None = None, reuse: tuple[Reuse, ...] = ()) -> Account:
    incident = Incident("i", "Strike", None, None, day("2019-04-09"), claims)
    return weigh_positions(incident, known or witnesses(), {"alder": reuse} if reuse else {})


def _rated(account: Account) -> list[tuple[str | None, str]]:
    (question,) = account.questions
    return [(p.voice, str(r)) for p, r in zip(question.positions, question.ratings, strict=True)]


def _ratings(account: Account) -> dict[str | None, Rating]:
    (question,) = account.questions
    return {p.voice: r for p, r in zip(question.positions, question.ratings, strict=True)}


def test_a_copy_that_is_judged_to_be_none_is_taken_away() -> None:
    ruling = CopyRuling("birch", "alder", is_copy=False, by=("Anna",))
    assert obey_copies([SHARED], [ruling], ["alder", "birch"]) == ()


def test_a_copy_that_was_found_gets_its_direction_and_who_judged() -> None:
    ruling = CopyRuling("alder", "birch", is_copy=True, by=("Anna",))
    (found,) = obey_copies([SHARED], [ruling], ["alder", "birch"])
    assert (found.a, found.earlier, found.by, found.a_in_b) == ("alder", "birch", ("Anna",), 0.9)


def test_a_copy_that_was_not_found_is_added_for_pages_that_are_there() -> None:
    ruling = CopyRuling("birch", "alder", is_copy=True, by=("Anna",))
    (found,) = obey_copies([], [ruling], ["alder", "birch"])
    assert (found.a, found.b, found.earlier, found.shared, found.by) == ("alder", "birch", "alder", (), ("Anna",))
    assert obey_copies([], [ruling], ["alder"]) == ()


def test_an_outlet_whose_page_is_judged_a_copy_is_no_second_voice() -> None:
    known = replace(witnesses(), speakers={"alder": "The Alder", "birch": "The Birch"})
    claims = (claim("alder"), claim("birch"))
    assert _account(*claims, known=known).questions[0].voices == ("The Alder", "The Birch")
    copied = Reuse("alder", "birch", 0.0, 0.0, (), "alder", by=("Anna",))
    account = _account(*claims, known=known, reuse=(copied,))
    assert account.questions[0].voices == ("The Alder",)
    assert account.copies == (copied,)


def test_a_revision_that_does_not_hold_replaces_nothing() -> None:
    pages = [page("alder", published="2019-04-09"), page("birch", published="2019-04-11")]
    old, new = claim("alder", voice="army"), claim("birch", voice="army", low=30, high=30)
    known = witnesses(None, *(p.document for p in pages))
    (question,) = _account(old, new, known=known).questions
    assert question.verdict is Verdict.REVISED
    known = replace(known, unrelated=frozenset({(RelationKind.REVISES.value, frozenset({old.id, new.id}))}))
    account = _account(old, new, known=known)
    assert not account.questions[0].replaced
    assert not list(find_relations(account, known))


def test_any_relation_is_meant_where_no_kind_is_named_and_no_other_pair() -> None:
    a, b, c = (
        claim(d, voice=v, low=n, high=n) for d, v, n in (("alder", "x", 5), ("birch", "y", 9), ("cedar", "z", 9))
    )
    known = replace(witnesses(), unrelated=frozenset({(None, frozenset({a.id, b.id}))}))
    found = [(r.kind, {r.a.voice, r.b.voice}) for r in find_relations(_account(a, b, c, known=known), known)]
    assert (RelationKind.OTHER_NUMBER, {"x", "z"}) in found
    assert (RelationKind.CORROBORATES, {"y", "z"}) in found
    assert not [kind for kind, who in found if who == {"x", "y"}]


def test_contradictions_that_do_not_hold_change_the_verdict() -> None:
    a, b = claim("alder", voice="x"), claim("birch", voice="y", low=30, high=30)
    assert _account(a, b).questions[0].verdict is Verdict.OTHER_NUMBER
    pair = frozenset({a.id, b.id})
    known = replace(witnesses(), unrelated=frozenset({("other number", pair)}))
    assert _account(a, b, known=known).questions[0].verdict is Verdict.AGREE
    denial = replace(b, low=12, high=12, polarity="denies")
    assert _account(a, denial).questions[0].verdict is Verdict.DENIED
    known = replace(witnesses(), unrelated=frozenset({("denies", pair)}))
    assert _account(a, denial, known=known).questions[0].verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("others", "mark"),
    [
        ((), 3),
        ((("y", 12),), 1),
        ((("y", 12), ("z", 30)), 2),
        ((("y", 30),), 4),
        ((("y", 30), ("z", 40)), 5),
        ((("y", 12), ("z", 30), ("w", 40)), 4),
        (((None, 12), ("unnamed: medics", 12)), 3),
    ],
)
def test_credibility_follows_from_how_many_say_it_and_how_many_otherwise(
    others: tuple[tuple[str | None, int], ...], mark: int
) -> None:
    claims = [claim(f"page {n}", voice=v, low=k, high=k) for n, (v, k) in enumerate((("x", 12), *others))]
    assert _ratings(_account(*claims))["x"].credibility == mark


def test_what_no_independent_voice_says_cannot_be_judged() -> None:
    account = _account(claim("alder"), claim("birch", voice="unnamed: medics"))
    assert {mark for _, mark in _rated(account)} == {"F6"}


def test_those_of_one_side_bear_out_nothing_and_contradict_once() -> None:
    known = witnesses({"ministry": "Ilmarra", "army": "Ilmarra"})
    same = _account(claim("alder", voice="ministry"), claim("birch", voice="army"), known=known)
    assert _ratings(same)["army"].credibility == 3
    against = _account(
        claim("alder", voice="ministry", low=1, high=1),
        claim("birch", voice="army", low=2, high=2),
        claim("cedar", voice="x"),
        known=known,
    )
    assert _ratings(against)["x"].credibility == 4


def test_reliability_is_what_people_set_and_an_unreliable_voice_is_not_credible() -> None:
    claims = claim("alder", voice="x"), claim("birch", voice="y")
    account = _account(*claims)
    assert {r.reliability for r in _ratings(account).values()} == {"F"}
    assert account.grade is not None
    assert account.grade.name is GradeName.FAIR
    known = replace(witnesses(), reliability={"x": ("E", ("Anna",)), "y": ("B", ("Ben",))})
    account = _account(*claims, known=known)
    assert {v: (r.reliability, r.by) for v, r in _ratings(account).items()} == {
        "x": ("E", ("Anna",)),
        "y": ("B", ("Ben",)),
    }
    assert account.grade is not None
    assert account.grade.name is GradeName.WEAK
    assert account.grade.reason == "one voice tells of victims: y (B); x is judged unreliable"


def test_the_outlets_own_word_has_their_letter_where_it_is_one() -> None:
    documents = [page(n, outlet=f"The {n}").document for n in ("alder", "birch")]
    known = replace(witnesses(None, *documents), reliability={"the alder": ("B", ("Anna",))})
    assert _rated(_account(claim("alder"), known=known)) == [(None, "B6")]
    assert _rated(_account(claim("alder"), claim("birch"), known=known)) == [(None, "F6")]
