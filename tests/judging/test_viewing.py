"""Views of random judgements against the rules written down once more, and what must hold of every view."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.judging import view
from counterclaim.judging.chain import check, following
from counterclaim.judging.opinions import undo
from counterclaim.model import Claim, Judged, JudgementKind, Page, Span
from counterclaim.pipeline import link_pages
from judging.cases import judgements, small_pages
from judging.naive import counting, naive_claims, naive_groups, naive_pairs

PAGES = small_pages()
NUMBERS = st.lists(st.integers(0, 2**63), min_size=90, max_size=110)
# A hundred lists of a hundred: ten thousand judgements.
TEN_THOUSAND = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def _claims(judged: Judged) -> dict[str, Claim]:
    return {c.id: c for p in judged.pages for c in p.claims}


def _plain(claims: dict[str, Claim]) -> dict[str, Claim]:
    """Without the numbers of the occurrences, which are compared as groups."""
    return {id_: replace(c, occurrence=0) for id_, c in claims.items()}


def _groups(judged: Judged, of: set[str]) -> set[frozenset[str]]:
    """The claims that the view takes to be one, of these."""
    home = {k: group for group in judged.guidance.one for k in group}
    found: dict[object, set[str]] = {}
    for id_, c in _claims(judged).items():
        known = (c.document, c.occurrence)
        found.setdefault(home.get(known, known), set()).add(id_)
    return {frozenset(g & of) for g in found.values() if g & of}


@TEN_THOUSAND
@given(NUMBERS)
def test_ten_thousand_judgements_chain_up_and_are_applied_by_the_rules(numbers: Sequence[int]) -> None:
    made = judgements(numbers, PAGES)
    assert not list(check(made))
    judged = view(PAGES, made)
    assert _plain(_claims(judged)) == _plain(naive_claims(PAGES, made))
    expected = naive_groups(PAGES, made)
    assert _groups(judged, {id_ for g in expected for id_ in g}) == {frozenset(g) for g in expected}


@SOME
@given(NUMBERS, st.randoms(use_true_random=False))
def test_the_order_of_pages_does_not_matter(numbers: Sequence[int], chance: random.Random) -> None:
    made = judgements(numbers, PAGES)
    judged = view(PAGES, made)
    shuffled = list(PAGES)
    chance.shuffle(shuffled)
    other = view(shuffled, made)
    assert _claims(other) == _claims(judged)
    assert (other.guidance, other.answers, other.clashes) == (judged.guidance, judged.answers, judged.clashes)


@SOME
@given(NUMBERS)
def test_who_undoes_everything_is_as_if_they_had_said_nothing(numbers: Sequence[int]) -> None:
    made = judgements(numbers, PAGES)
    for j in [j for j in counting(made) if j.person == "Anna" and j.kind is not JudgementKind.UNDO]:
        made.append(following(made[-1], undo(j), person="Anna", at=j.at))
    assert not list(check(made))
    without = [j for j in made if j.person != "Anna"]
    assert view(PAGES, made) == view(PAGES, without)


@settings(SOME, max_examples=10)
@given(st.lists(st.integers(0, 2**63), min_size=3, max_size=12))
def test_incidents_obey(numbers: Sequence[int]) -> None:
    made = judgements(numbers, PAGES)
    judged = view(PAGES, made)
    incidents = link_pages(judged.pages, judged.guidance)
    home = {c.id: i.id for i in incidents for c in i.claims}
    assert sorted(c.id for i in incidents for c in i.claims) == sorted(_claims(judged))
    clashing = {a.claims for a in judged.clashes}
    for pair, (said, _) in naive_pairs(PAGES, made).items():
        a, b = sorted(pair)
        if said == "two":
            assert home[a] != home[b]
        elif (a, b) not in clashing:
            assert home[a] == home[b]


def _reread(page: Page, chance: random.Random) -> Page:
    """The page as another version reads it: claims gone, moved, doubled, or with other values."""
    claims = []
    for c in page.claims:
        start = chance.choice((c.span.start, c.span.start, c.span.start + 80))
        span = Span(start, start + len(c.span.exact), c.span.exact)
        other = replace(c, span=span, voice=chance.choice((c.voice, "Civil Rescue")), low=chance.choice((c.low, 99)))
        claims += [replace(other, id=f"{c.id}{n}") for n in range(chance.choice((0, 1, 1, 1, 2)))]
    return replace(page, claims=tuple(claims))


@SOME
@given(NUMBERS, st.randoms(use_true_random=False))
def test_a_judgement_is_only_ever_on_the_words_that_were_judged(numbers: Sequence[int], chance: random.Random) -> None:
    made = judgements(numbers, PAGES)
    reread = [_reread(page, chance) for page in PAGES]
    judged = view(reread, made)
    there = {c.id: c for p in reread for c in p.claims}
    for answer in judged.answers:
        for _, j in answer.said:
            anchored = {(a.document, a.aspect, a.start, a.end, a.exact) for a in j.opinion.claims}
            on = [there[id_] for id_ in answer.claims]
            assert {(c.document, c.aspect, c.span.start, c.span.end, c.span.exact) for c in on} <= anchored
    held = {j.number for a in judged.answers for _, j in a.said} | {o.judgement.number for o in judged.orphans}
    replaced = {j.number for a in view(PAGES, made).answers for _, j in a.said}
    assert replaced <= held, "what counted is on its words still, or is listed"


def test_without_judgements_nothing_changes() -> None:
    assert view(PAGES, []) == Judged(PAGES)


@pytest.mark.parametrize("length", [1, 5, 40])
def test_the_view_is_the_same_however_often_it_is_made(length: int) -> None:
    made = judgements([n * 7919 for n in range(length)], PAGES)
    assert view(PAGES, made) == view(PAGES, list(made))
