"""What lies before a reviewer: the pages as read, how they were last weighed, and what people say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.faces.review.log import Log, Opined, corrected
from counterclaim.faces.wording import page_names
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.values import Value, parse
from counterclaim.linking.positions import witnesses_of
from counterclaim.linking.relations import relate
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import Account, Anchor, Claim, Judgement, Page, PageMark, Place, Position, Question, Relation


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a claim was put: its incident with all that is told of it, the question it answers, and its position."""

    number: int
    account: Account
    question: Question
    position: Position


@dataclass(frozen=True)
class Weighed:
    """The accounts of all pages as of judgement `upto`, in the order in which `compare` shows them."""

    accounts: tuple[Account, ...]
    witnesses: Witnesses
    upto: int = 0

    @cached_property
    def spots(self) -> Mapping[str, Spot]:
        """By the id of a claim, where it was put; claims that were judged wrong are nowhere."""
        return {
            c.id: Spot(number, account, question, position)
            for number, account in enumerate(self.accounts)
            for question in account.questions
            for position in question.positions
            for c in position.claims
        }

    def relations(self, spot: Spot) -> Iterator[Relation]:
        """How a position stands to the others of its incident on the same aspect, as far as nobody judged otherwise."""
        witnesses = witnesses_of(spot.account.incident, self.witnesses, spot.account.copies)
        for question in spot.account.questions:
            for other in question.positions:
                if other.aspect == spot.position.aspect and other is not spot.position:
                    relation = relate(spot.position, other, witnesses)
                    if relation is not None and witnesses.holds(relation):
                        yield relation


FindPlace = Callable[[Place, Claim, Iterable[Claim]], Place]
"""What is known of a place that is given by its name, to be of a claim among those of its page."""


class Desk:
    """The pages, and on them a log that grows with each judgement; `weighed` is replaced where it is made anew.

    `find_place` looks up places that a reviewer writes.
    """

    def __init__(
        self,
        pages: Sequence[Page],
        weighed: Weighed,
        judgements: Iterable[Judgement] = (),
        find_place: FindPlace = lambda place, *_: place,
    ) -> None:
        self.pages: Mapping[str, Page] = {p.document.id: p for p in pages}
        self.names = page_names([p.document for p in pages])
        self.weighed = weighed
        self._shelf = Shelf(pages)
        self.log = Log(self._shelf, judgements)
        self._find_place = find_place

    @property
    def claims(self) -> Iterator[Claim]:
        """All claims as they were read."""
        return (c for p in self.pages.values() for c in p.claims)

    def claim(self, id_: str) -> Claim:
        """A claim as it was read; raises NotFoundError."""
        return self._shelf.claim(id_)

    def opined(self, id_: str) -> Opined:
        """A claim as people see it, with what they say."""
        return self.log.opined(self.claim(id_))

    def page_of(self, id_: str) -> Page:
        """The page on which a claim stands."""
        return self.pages[self.claim(id_).document]

    def place_of(self, id_: str) -> str:
        """Where a claim stands, as `compare` writes it: PAGE:OFFSET."""
        claim = self.claim(id_)
        return f"{self.names[claim.document]}:{claim.span.start}"

    def spot(self, id_: str) -> Spot | None:
        """Where a claim was put when all was weighed last, None where it was left out."""
        return self.weighed.spots.get(id_)

    def voice_before_renaming(self, id_: str) -> str | None:
        """The name of a claim's voice that a judgement on names must name."""
        settled = [a for a in self.opined(id_).answers if not a.is_contested]
        return corrected(self.claim(id_), settled).voice

    def value(self, id_: str, field: str, text: str) -> Value:
        """A field's value of a claim as it was written; raises JudgementError where it is none."""
        value = parse(field, text)
        if isinstance(value, Place) and value.lat is None:
            return self._find_place(value, self.claim(id_), self.page_of(id_).claims)
        return value

    def anchor(self, id_: str) -> Anchor:
        """What a judgement on a claim holds on to."""
        return self._shelf.anchor(id_)

    def mark(self, document: str) -> PageMark:
        """What a judgement on a page holds on to."""
        return self._shelf.mark(document)
