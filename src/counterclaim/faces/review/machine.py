"""From keys to judgements: what a key, a text or a choice makes of where the review stands. Nothing is saved here.

Every function takes the state and what lies on the desk, and returns a `Step`. `saved` says that its opinion is in the
casebook; where that failed the state before stays.
"""

from __future__ import annotations

from dataclasses import replace

from counterclaim.errors import JudgementError
from counterclaim.faces.review import choices
from counterclaim.faces.review.acts import ACTS
from counterclaim.faces.review.desk import Desk
from counterclaim.faces.review.keys import Act
from counterclaim.faces.review.state import MOST_DIGITS, Choosing, Done, Noting, Option, State
from counterclaim.faces.review.steps import Step, Wish, left, said, verdict
from counterclaim.judging import opinions
from counterclaim.model import Judgement, JudgementKind, Opinion

WISHES = frozenset(w.value for w in Wish)
SAID = {
    JudgementKind.RIGHT: "right",
    JudgementKind.WRONG: "wrong",
    JudgementKind.VALUE: "another value",
    JudgementKind.VOICE: "same voice",
    JudgementKind.ONE: "one incident",
    JudgementKind.TWO: "two incidents",
    JudgementKind.UNRELATED: "not related",
    JudgementKind.COPY: "copy",
    JudgementKind.RELIABILITY: "reliability",
    JudgementKind.RATING: "rating",
    JudgementKind.UNSURE: "unsure",
    JudgementKind.UNDO: "taken back:",
}


def press(state: State, act: Act, desk: Desk, person: str) -> Step:
    """What a key does while nothing is asked."""
    state = replace(state, message="")
    if act.value in WISHES:
        return Step(state, wish=Wish(act.value))
    try:
        return ACTS[act](state, desk, person)
    except JudgementError as error:
        return Step(said(state, str(error)))


def typed(state: State, text: str) -> State:
    """Something was written into the line."""
    asking = state.asking
    if isinstance(asking, Choosing):
        return replace(state, asking=asking.narrowed(text))
    if isinstance(asking, Noting):
        return replace(state, asking=replace(asking, text=text))
    return state if asking is None else replace(state, asking=asking.written(text))


def moved(state: State, by: int) -> State:
    """Up or down among what is asked."""
    asking = state.asking
    return state if asking is None or isinstance(asking, Noting) else replace(state, asking=asking.moved(by))


def entered(state: State, desk: Desk) -> Step:
    """What was written or chosen is to hold."""
    asking = state.asking
    try:
        if isinstance(asking, Choosing):
            return _chosen(state, asking, desk)
        if isinstance(asking, Noting):
            return Step(replace(left(state), note=asking.text.strip()))
        if asking is not None:
            return _edited(state, asking.changed, desk)
    except JudgementError as error:
        return Step(said(state, str(error)))
    return Step(state)


def picked(state: State, number: int, desk: Desk) -> Step | None:
    """The digit of a row was pressed; None where a digit is something to write."""
    asking = state.asking
    if not isinstance(asking, Choosing) or asking.typed or not 1 <= number <= min(len(asking.rows), MOST_DIGITS):
        return None
    return entered(replace(state, asking=replace(asking, row=number - 1)), desk)


def saved(before: State, step: Step, judgement: Judgement) -> State:
    """The judgement is in the casebook: the state after the step that says so, and remembers it for undoing."""
    state, undone = step.state, judgement.opinion.undoes
    told = f"✓ saved as {judgement.number}: {SAID[judgement.kind]}"
    if undone is not None:
        done = tuple(d for d in state.done if d.number != undone)
        return replace(state, done=done, note="", message=f"{told} {undone}")
    about_two = len(judgement.opinion.claims) > 1
    return replace(
        state,
        note="",
        marked=None if about_two else state.marked,
        done=(*state.done, Done(judgement.number, before.item.claim)),
        message=f"{told}; {state.message}" if state.message else told,
    )


def _chosen(state: State, asking: Choosing, desk: Desk) -> Step:
    if not asking.rows:
        return Step(said(state, "nothing has these words; write others, or Esc"))
    as_typed = Option("", voice=asking.typed)
    option = asking.found[asking.row] if asking.row < len(asking.found) else as_typed
    if asking.act is Act.GO:
        return Step(replace(left(state), at=option.goes_to))
    return verdict(left(state), state, _opinion(asking.act, option, state.item.claim, desk))


def _opinion(act: Act, option: Option, id_: str, desk: Desk) -> Opinion:
    """What is said of a claim by the choice of an option."""
    if act is Act.VOICE:
        return choices.voice_opinion(desk, id_, option.voice)
    a, b = desk.anchor(id_), desk.anchor(option.claim)
    if act is Act.UNRELATED:
        return opinions.unrelated(a, b, option.relation)
    return opinions.one(a, b) if act is Act.MERGE else opinions.two(a, b)


def _edited(state: State, changed: dict[str, str], desk: Desk) -> Step:
    if not changed:
        return Step(said(left(state), "nothing was changed; r says that it is right as it is"))
    id_ = state.item.claim
    values = {field: desk.value(id_, field, text) for field, text in changed.items()}
    opinion = opinions.value(desk.anchor(id_), note=state.note, **values)
    return verdict(left(state), state, opinion)
