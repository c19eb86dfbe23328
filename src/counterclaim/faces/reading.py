"""What a command is to read, and reading it: side by side where that pays, with a bar for whoever watches."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from counterclaim.batch import read_pages
from counterclaim.model import Document, Page, Skipped

if TYPE_CHECKING:
    from counterclaim.faces.workflow import Run

SIDE_BY_SIDE = 40  # pages; below it a second process costs more than it brings


def read_beside(sources: Iterable[Document | Skipped], run: Run) -> Iterator[Page | Skipped]:
    """Read pages as they come, in their order; how many there are is known only where they are few."""
    remaining = iter(sources)
    first = list(islice(remaining, SIDE_BY_SIDE + 1))
    total = len(first) if len(first) <= SIDE_BY_SIDE else None
    processes = run.processes or (min(2, os.cpu_count() or 1) if total is None else 1)
    outcomes = read_pages(chain(first, remaining), processes=processes, parties=run.parties, explain=run.explain)
    return _with_progress(outcomes, total, quiet=run.quiet)


def _with_progress(outcomes: Iterable[Page | Skipped], total: int | None, *, quiet: bool) -> Iterator[Page | Skipped]:
    """Show a bar on standard error while more than a few pages are read by a person at a terminal."""
    if quiet or (total is not None and total <= 3) or not sys.stderr.isatty():
        yield from outcomes
        return
    count = "{task.completed}" if total is None else "{task.completed}/{task.total}"
    columns = (SpinnerColumn(), TextColumn("reading pages"), BarColumn(), TextColumn(count))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=total)
        for outcome in outcomes:
            yield outcome
            progress.advance(task)
