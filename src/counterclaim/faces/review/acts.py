"""What each key does while nothing is asked: one function an act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from counterclaim.faces.review import choices, fields
from counterclaim.faces.review.desk import Desk
from counterclaim.faces.review.keys import Act
from counterclaim.faces.review.state import Choosing, Noting, Option, State
from counterclaim.faces.review.steps import Step, further, said, verdict
from counterclaim.judging import opinions
from counterclaim.model import Opinion


def _next(state: State, desk: Desk, person: str) -> Step:
    return Step(further(state, 1))


def _previous(state: State, desk: Desk, person: str) -> Step:
    return Step(further(state, -1))


def _right(state: State, desk: Desk, person: str) -> Step:
    id_ = state.item.claim
    shown = desk.opined(id_).claim or desk.claim(id_)
    return _onwards(state, desk, person, opinions.right(desk.anchor(id_), shown, note=state.note))


def _wrong(state: State, desk: Desk, person: str) -> Step:
    return _onwards(state, desk, person, opinions.wrong(desk.anchor(state.item.claim), note=state.note))


def _unsure(state: State, desk: Desk, person: str) -> Step:
    return _onwards(state, desk, person, opinions.unsure(desk.anchor(state.item.claim), note=state.note))


def _onwards(state: State, desk: Desk, person: str, opinion: Opinion) -> Step:
    """Record it and go on; what the person has said last of this claim, in the same words, is not said twice."""
    after = further(state, 1)
    before = desk.log.latest_of(person, desk.claim(state.item.claim))
    if before is not None and before.opinion == opinion:
        return Step(said(after, f"you have said so before (judgement {before.number})"))
    return verdict(after, state, opinion)


def _edit(state: State, desk: Desk, person: str) -> Step:
    id_ = state.item.claim
    shown = desk.opined(id_).claim or desk.claim(id_)
    return Step(replace(state, asking=fields.editing(shown)))


def _ask(state: State, act: Act, question: str, options: Iterable[Option], nothing: str) -> Step:
    """Put up a choice, or say that there is nothing to choose from."""
    found = tuple(options)
    free = act is Act.VOICE
    if not found and not free:
        return Step(said(state, nothing))
    return Step(replace(state, asking=Choosing(act, question, found, free=free)))


def _merge(state: State, desk: Desk, person: str) -> Step:
    if (other := _other(state)) is not None:
        return verdict(state, state, opinions.one(desk.anchor(state.item.claim), desk.anchor(other)))
    options = choices.incidents_to_merge(desk, state.item.claim)
    return _ask(state, Act.MERGE, "its incident is one with", options, "there is no other incident")


def _split(state: State, desk: Desk, person: str) -> Step:
    if (other := _other(state)) is not None:
        return verdict(state, state, opinions.two(desk.anchor(state.item.claim), desk.anchor(other)))
    options = choices.claims_to_part_from(desk, state.item.claim)
    return _ask(state, Act.SPLIT, "it is of another incident than", options, "it is alone in its incident")


def _voice(state: State, desk: Desk, person: str) -> Step:
    options = choices.voices_to_be(desk, state.item.claim)
    return _ask(state, Act.VOICE, "who says it is the same as (choose or write)", options, "")


def _unrelated(state: State, desk: Desk, person: str) -> Step:
    if (other := _other(state)) is not None:
        kind = choices.kind_between(desk, desk.spot(state.item.claim), other)
        opinion = opinions.unrelated(desk.anchor(state.item.claim), desk.anchor(other), kind)
        return verdict(state, state, opinion)
    options = choices.relations_to_refuse(desk, state.item.claim)
    return _ask(state, Act.UNRELATED, "this does not hold", options, "nobody else says anything on this question")


def _other(state: State) -> str | None:
    """The claim that was marked, if it is another than the one shown."""
    return state.marked if state.marked != state.item.claim else None


def _mark(state: State, desk: Desk, person: str) -> Step:
    id_ = state.item.claim
    if state.marked == id_:
        return Step(said(replace(state, marked=None), "the mark is taken off"))
    return Step(said(replace(state, marked=id_), f"{desk.place_of(id_)} is marked: on another claim press m, s or x"))


def _note(state: State, desk: Desk, person: str) -> Step:
    return Step(replace(state, asking=Noting(state.note)))


def _undo(state: State, desk: Desk, person: str) -> Step:
    """Take back the last verdict of this session that still counts; else the person's own on the claim shown."""
    for done in reversed(state.done):
        judgement = desk.log.standing(done.number)
        if judgement is not None:
            at = state.index(done.claim)
            after = replace(state, at=state.at if at is None else at)
            return verdict(after, state, opinions.undo(judgement))
    judgement = desk.log.latest_of(person, desk.claim(state.item.claim))
    if judgement is None:
        return Step(said(state, "there is no verdict of yours to take back"))
    return verdict(state, state, opinions.undo(judgement))


def _go(state: State, desk: Desk, person: str) -> Step:
    options = choices.incidents_to_see(desk, state.queue)
    return _ask(state, Act.GO, "go to", options, "no claim of this queue is in an incident")


ACTS: dict[Act, Callable[[State, Desk, str], Step]] = {
    Act.NEXT: _next,
    Act.PREVIOUS: _previous,
    Act.RIGHT: _right,
    Act.WRONG: _wrong,
    Act.UNSURE: _unsure,
    Act.EDIT: _edit,
    Act.MERGE: _merge,
    Act.SPLIT: _split,
    Act.VOICE: _voice,
    Act.UNRELATED: _unrelated,
    Act.MARK: _mark,
    Act.NOTE: _note,
    Act.UNDO: _undo,
    Act.GO: _go,
}
