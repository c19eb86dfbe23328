"""A review bound to a casebook: each verdict is in it before the screen says so, and what others judge comes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from counterclaim.errors import CounterclaimError
from counterclaim.faces.review import machine
from counterclaim.faces.review.desk import Desk, Weighed
from counterclaim.faces.review.keys import Act
from counterclaim.faces.review.state import State
from counterclaim.faces.review.steps import Step, Wish, left, said
from counterclaim.model import Judgement, Opinion


class Book(Protocol):
    """Where judgements are kept. Both raise CounterclaimError where it cannot be used."""

    def record(self, opinion: Opinion) -> Judgement:
        """Keep an opinion; when this returns it is on the disk."""

    def since(self, number: int) -> Sequence[Judgement]:
        """The judgements after the one of this number, whoever made them."""


@dataclass
class Session:
    """What the view holds: the state, the desk, and the way to the casebook. `weigh` weighs all pages anew."""

    state: State
    desk: Desk
    book: Book
    person: str
    weigh: Callable[[Sequence[Judgement]], Weighed]

    def press(self, act: Act) -> Wish | None:
        """A key, while nothing is asked; returns what the view is to do."""
        return self._take(machine.press(self.state, act, self.desk, self.person))

    def typed(self, text: str) -> None:
        """Something was written."""
        self.state = machine.typed(self.state, text)

    def moved(self, by: int) -> None:
        """Up or down among what is asked."""
        self.state = machine.moved(self.state, by)

    def left(self) -> None:
        """What is asked is left unanswered."""
        self.state = left(self.state)

    def entered(self) -> None:
        """What was chosen or written is to hold."""
        self._take(machine.entered(self.state, self.desk))

    def picked(self, number: int) -> bool:
        """A digit: whether it chose something."""
        step = machine.picked(self.state, number, self.desk)
        if step is not None:
            self._take(step)
        return step is not None

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements that are known here."""
        return self.desk.log.judgements

    def weighed(self, weighed: Weighed) -> None:
        """All was weighed anew."""
        self.desk.weighed = weighed
        self.state = said(self.state, f"linked and weighed anew, with the judgements up to {weighed.upto}")

    def failed(self, why: str) -> None:
        """Something could not be done."""
        self.state = said(self.state, f"✗ {why}")

    def _take(self, step: Step) -> Wish | None:
        """Record what is to be recorded, and only then go on."""
        before = self.state
        if step.opinion is None:
            self.state = step.state
        else:
            try:
                judgement = self.book.record(step.opinion)
            except CounterclaimError as error:
                self.state = said(replace(before, asking=None), f"✗ NOT saved: {error}")
                return None
            self.state = machine.saved(before, step, judgement)
        self._catch_up()
        return step.wish

    def _catch_up(self) -> None:
        """Take in what was judged since, by whomever."""
        try:
            fresh = self.book.since(self.desk.log.last)
        except CounterclaimError as error:
            self.state = said(self.state, f"{self.state.message} ✗ what others judged is not known: {error}".strip())
            return
        self.desk.log.add(fresh)
        others = Counter(j.person for j in fresh if j.person != self.person)
        if others and not self.state.message:
            told = ", ".join(f"{person} {number}" for person, number in others.items())
            self.state = said(self.state, f"judged by others meanwhile: {told}")
