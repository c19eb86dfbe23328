"""Pages read into a casebook one by one: each is safe there before it is told of, whatever happens afterwards."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counterclaim.errors import PageError
from counterclaim.faces.reading import read_beside
from counterclaim.ingest import take_pages
from counterclaim.model import Document, Original, Page, Reader, Skipped
from counterclaim.resources import reader_of

if TYPE_CHECKING:
    from counterclaim.casebook import Casebook
    from counterclaim.faces.workflow import Run


@dataclass(frozen=True, slots=True)
class Kept:
    """The ids of a run's pages in the order given, how many of them were read now, and what was skipped."""

    ids: tuple[str, ...]
    fresh: int
    skipped: tuple[Skipped, ...]


@dataclass
class _Intake:
    """What comes in: pages that this reader has read before are passed over, so that a run goes on where it was."""

    run: Run
    casebook: Casebook
    reader: Reader
    order: list[str] = field(default_factory=list)
    originals: dict[str, Original | None] = field(default_factory=dict)

    def fresh(self) -> Iterator[Document | Skipped]:
        """The pages that are still to be read; their bytes wait in `originals`."""
        for taken in take_pages(self.run.paths, stdin=sys.stdin.buffer):
            if isinstance(taken, Skipped):
                yield taken
                continue
            document = taken.document
            try:
                is_there = self.casebook.has(document, self.reader, taken.original)
            except PageError as error:
                yield Skipped(error.name, error.why, error.hint)
                continue
            self.order.append(document.id)
            if not is_there:
                self.originals[document.id] = taken.original
                yield document


def keep_pages(run: Run, casebook: Casebook, saved: Callable[[Page], None]) -> Kept:
    """Read a run's pages into the casebook; `saved` is called with each page that was read, once it is there."""
    intake = _Intake(run, casebook, reader_of(run.parties))
    skipped: list[Skipped] = []
    fresh = 0
    for outcome in read_beside(intake.fresh(), run):
        if isinstance(outcome, Skipped):
            skipped.append(outcome)
            continue
        try:
            casebook.add(outcome, reader=intake.reader, original=intake.originals.pop(outcome.document.id, None))
        except PageError as error:
            skipped.append(Skipped(error.name, error.why, error.hint))
            continue
        fresh += 1
        saved(outcome)
    return Kept(tuple(intake.order), fresh, tuple(skipped))
