"""What comes of a key: the state after it, and what is to be recorded before that state is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from counterclaim.faces.review.state import State
from counterclaim.model import Opinion

END, BEGINNING = "that was the last claim of this queue", "this is the first claim of this queue"


class Wish(Enum):
    """What only the view or the session can do."""

    QUIT = "quit"
    HELP = "help"
    HISTORY = "history"
    WEIGH = "weigh"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Step:
    """The state after a key, what is to be recorded first, and what the view is to do."""

    state: State
    opinion: Opinion | None = None
    wish: Wish | None = None


def said(state: State, message: str) -> State:
    """With something to say to the reviewer."""
    return replace(state, message=message)


def further(state: State, by: int) -> State:
    """Further on in the queue, or back; at its ends it says so."""
    at = state.at + by
    if not 0 <= at < len(state.queue):
        return said(state, END if by > 0 else BEGINNING)
    return replace(state, at=at)


def left(state: State) -> State:
    """Nothing is asked any more, and nothing said."""
    return replace(state, asking=None, message="")


def verdict(after: State, before: State, opinion: Opinion) -> Step:
    """Record an opinion, with the note that was written."""
    return Step(after, replace(opinion, note=before.note))
