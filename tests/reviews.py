"""Reviews for tests: pages linked by hand, judgements kept in a list, nothing that needs a model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from builders import witnesses
from counterclaim.errors import CasebookError
from counterclaim.faces.review.desk import Desk, Weighed
from counterclaim.faces.review.keys import BY_NAME
from counterclaim.faces.review.queue import Wanted, make_queue
from counterclaim.faces.review.session import Session
from counterclaim.faces.review.state import State
from counterclaim.judging import view
from counterclaim.judging.chain import following
from counterclaim.linking.occurrences import group_occurrences
from counterclaim.linking.positions import weigh_positions
from counterclaim.linking.titles import name_incident
from counterclaim.model import Judgement, Occurrence, Opinion, Page

AT = "2026-11-22T05:41:00Z"


@dataclass
class Notebook:
    """Judgements in a list, as a casebook keeps them; `shut` makes it fail."""

    person: str
    made: list[Judgement] = field(default_factory=list)
    shut: bool = False

    def record(self, opinion: Opinion, person: str | None = None) -> Judgement:
        if self.shut:
            raise CasebookError("war.db: the disk is full")
        last = self.made[-1] if self.made else None
        self.made.append(following(last, opinion, person=person or self.person, at=AT))
        return self.made[-1]

    def since(self, number: int) -> Sequence[Judgement]:
        return tuple(self.made[number:])


def weigh(pages: Sequence[Page], judgements: Sequence[Judgement] = ()) -> Weighed:
    """One incident a place, the one on most pages first."""
    judged = view(pages, judgements)
    there: dict[str, list[Occurrence]] = defaultdict(list)
    for page in judged.pages:
        for occurrence in group_occurrences(page):
            there[occurrence.place.name if occurrence.place else ""].append(occurrence)
    known = witnesses({}, *(p.document for p in judged.pages))
    accounts = tuple(weigh_positions(name_incident(found), known) for found in there.values())
    return Weighed(accounts, known, judgements[-1].number if judgements else 0)


def desk(pages: Sequence[Page], judgements: Sequence[Judgement] = ()) -> Desk:
    return Desk(pages, weigh(pages, judgements), judgements)


def session(
    pages: Sequence[Page], book: Notebook | None = None, wanted: Wanted | None = None, person: str = "Anna"
) -> Session:
    book = book or Notebook(person)
    laid = desk(pages, book.made)
    state = State(make_queue(laid, wanted or Wanted()))
    return Session(state, laid, book, person, lambda made: weigh(pages, made))


def at(found: Session, claim: str) -> Session:
    """The same, with this claim shown."""
    index = found.state.index(claim)
    assert index is not None
    found.state = State(found.state.queue, index)
    return found


def press(found: Session, *names: str) -> None:
    """Keys by their names; while something is asked: `enter`, `escape`, `up`, `down`, `tab`, else text to be typed."""
    for name in names:
        asking = found.state.asking
        if asking is None:
            if name in BY_NAME:  # others do nothing there
                found.press(BY_NAME[name])
        elif name == "enter":
            found.entered()
        elif name == "escape":
            found.left()
        elif name in ("up", "down", "tab"):
            found.moved(-1 if name == "up" else 1)
        elif not (len(name) == 1 and name.isdecimal() and found.picked(int(name))):
            found.typed(name)
