"""A review of a casebook, made ready: its pages loaded, linked and weighed as people judge them, and the queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.faces.judging import judge, known_place
from counterclaim.faces.review.desk import Desk, Weighed
from counterclaim.faces.review.queue import Wanted, make_queue
from counterclaim.faces.review.session import Session
from counterclaim.faces.review.state import State
from counterclaim.judging import view
from counterclaim.model import Judgement, Opinion, Page
from counterclaim.pipeline import call_witnesses, compare_pages
from counterclaim.resources import load_resources

if TYPE_CHECKING:
    from counterclaim.casebook import Casebook


@dataclass(frozen=True)
class Kept:
    """A casebook as a session knows it: where one person's judgements go, and everybody's come from."""

    casebook: Casebook
    person: str

    def record(self, opinion: Opinion) -> Judgement:
        """Keep an opinion; when this returns it is committed."""
        return judge(self.casebook, opinion, by=self.person)

    def since(self, number: int) -> Sequence[Judgement]:
        """The judgements after the one of this number."""
        return self.casebook.judgements(after=number)


def open_session(casebook: Casebook, person: str, wanted: Wanted, parties: Path | None = None) -> Session:
    """Everything that a review needs; raises NotFoundError where there is nothing to review, CasebookError."""
    pages, judgements = tuple(casebook.pages()), casebook.judgements()

    def weigh(judgements: Sequence[Judgement]) -> Weighed:
        return weigh_pages(pages, judgements, parties)

    desk = Desk(pages, weigh(judgements), judgements, known_place)
    return Session(State(make_queue(desk, wanted)), desk, Kept(casebook, person), person, weigh)


def weigh_pages(pages: Sequence[Page], judgements: Sequence[Judgement], parties: Path | None = None) -> Weighed:
    """Link and weigh the pages as people judge them."""
    judged, resources = view(pages, judgements), load_resources(parties)
    return Weighed(
        compare_pages(judged.pages, resources, judged.guidance),
        call_witnesses(judged.pages, resources, judged.guidance),
        judgements[-1].number if judgements else 0,
    )
