"""What `read` does with a casebook: fill it, name each page as it is saved, and say what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from counterclaim.casebook import open_casebook
from counterclaim.errors import CasebookError
from counterclaim.faces import workflow
from counterclaim.faces.keeping import Kept, keep_pages
from counterclaim.faces.screen import summary
from counterclaim.faces.wording import printable
from counterclaim.faces.workflow import Gathered, Run

if TYPE_CHECKING:
    from counterclaim.casebook import Casebook

SKIPPED = 3


def read_into(run: Run, *, pages: Path | None, verbose: bool) -> None:
    """Read a run's pages into its casebook; `pages` is a file for their texts. Exits with 3 when some were skipped."""
    assert run.casebook is not None  # noqa: S101  # for the type checker; the command sees to it
    with open_casebook(run.casebook) as casebook:
        kept = _fill(run, casebook, verbose=verbose)
        if pages is not None:
            found = (page for id_ in kept.ids if (page := casebook.page(id_)) is not None)
            workflow.write_atomically(pages, workflow.document_lines(found))
        tally = casebook.tally(kept.ids)
        workflow.emit(summary(tally, tally.pages - kept.fresh, casebook.name))
    workflow.finish(Gathered((), kept.skipped), SKIPPED)


def _fill(run: Run, casebook: Casebook, *, verbose: bool) -> Kept:
    """Read the pages; when the casebook fails on the way, say how many are safe before saying what failed."""
    saved: list[str] = []

    def note(id_: str) -> None:
        saved.append(id_)
        if verbose:
            typer.echo(f"saved: {printable(id_)}", err=True)

    try:
        return keep_pages(run, casebook, lambda page: note(page.document.id))
    except CasebookError:
        if saved:
            workflow.complain(f"{len(saved)} pages are saved; give the same command again to go on from there")
        raise
