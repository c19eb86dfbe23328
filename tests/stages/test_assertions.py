"""What statements say is so: matter, side, thing and doer."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model import Assertion, Page

Read = Callable[..., Page]


def said(read: Read, text: str) -> list[Assertion]:
    page = read(text, published="2031-05-04")
    assert all(page.document.text[a.span.start : a.span.end] == a.span.exact for a in page.assertions)
    assert {a.statement for a in page.assertions} <= {s.id for s in page.statements}
    return [*page.assertions]


@pytest.mark.parametrize(
    ("text", "matter", "plus", "about"),
    [
        ("A spokesman said the truce was holding.", "truce", True, "truce"),
        ("A spokesman said the truce was no longer holding.", "truce", False, "truce"),
        ("Residents said the ceasefire had collapsed.", "truce", False, "truce"),
        ("A doctor said the army bombed a field hospital.", "attack", True, "hospital"),
        ("The army said no hospitals were hit.", "attack", False, "hospital"),
        ("The ministry denied that its jets had struck a school.", "attack", False, "school"),
        ("A witness said the road to the coast was open.", "road", True, "road"),
        ("A driver said the road to the coast had been closed.", "road", False, "road"),
        ("The rebels said the convoy was carrying weapons.", "cargo", False, "convoy"),
        ("Relief workers said the convoy carried food and medicine.", "cargo", True, "convoy"),
        ("Villagers said aid trucks were prevented from entering.", "passage", False, "aid"),
        ("Officials said families had left voluntarily.", "will", True, "leaving"),
        ("Activists said families were forced to leave.", "will", False, "leaving"),
        ("The army said the video was fabricated.", "truth", False, "pictures"),
        ("The pilots said the plane crashed after a technical failure.", "downing", False, "aircraft"),
        ("The rebels said they had shot down the plane.", "downing", True, "aircraft"),
        ("The army denied using chlorine gas.", "banned", False, "chemical"),
        ("Medics said the barrels contained chlorine gas.", "banned", True, "chemical"),
    ],
)
def test_a_clause_answers_a_matter(read: Read, text: str, matter: str, plus: bool, about: str) -> None:
    assert (matter, plus, about) in {(a.matter, a.plus, a.about) for a in said(read, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The army said it would bomb the hospital.",
        "The army said it might have hit the hospital.",
        "Residents feared that the army would hit the hospital.",
        "A spokesman said the army wanted to bomb the hospital.",
        "A doctor said nobody would come if the army bombed the hospital.",
        "The army did not say that it had bombed the hospital.",
        "The mayor urged the army not to bomb the hospital.",
        "The mayor asked: “Has the army bombed the hospital?”",
        "The mayor said there was no hope of aid being delivered.",
    ],
)
def test_what_is_wished_feared_asked_or_supposed_is_no_assertion(read: Read, text: str) -> None:
    assert not [a for a in said(read, text) if a.matter in ("attack", "passage")]


def test_a_refusal_turns_a_clause_round(read: Read) -> None:
    (found,) = [a for a in said(read, "Drivers said the army refused to open the crossing.") if a.matter == "road"]
    assert not found.plus


def test_the_voice_itself_is_the_doer_of_what_it_says_of_itself(read: Read) -> None:
    for text in ("Syria said its jets did not bomb the market.", "“We did not bomb the market,” Syria said."):
        (found,) = [a for a in said(read, text) if a.matter == "attack"]
        assert (found.plus, found.agent, found.voice) == (False, "Syrian government", "Syrian government"), text


def test_where_fire_came_from_tells_who_fired(read: Read) -> None:
    found = [a for a in said(read, "A farmer said the shells came from rebel positions.") if a.matter == "attack"]
    assert [(a.plus, a.agent) for a in found] == [(True, "rebels")]


def test_the_bare_pages_own_word_is_no_assertion(read: Read) -> None:
    assert said(read, "The truce was holding on Sunday. The army bombed a hospital.") == []


PIECES = ["said ", "not ", "the truce ", "hit ", "“", "”", ".", "?", "\n", "it ", "\ud800", "of ", "denied ", "no "]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_never_raises(read: Read, pieces: list[str]) -> None:
    said(read, "".join(pieces))
