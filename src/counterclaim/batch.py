"""Many pages through the pipeline: in order, a failure on one never the end of the others, memory bounded."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import connection
from pathlib import Path

from counterclaim.model import Document, Page, Skipped
from counterclaim.pipeline import read_page
from counterclaim.resources import load_resources

WINDOW = 8  # pages under way for each process: enough to keep it busy, few enough to hold in memory
Outcome = Page | Skipped


def read_pages(
    sources: Iterable[Document | Skipped], *, processes: int = 1, parties: Path | None = None, explain: bool = False
) -> Iterator[Outcome]:
    """Read documents as they come and yield pages in the same order; what was skipped before passes through.

    With `processes` above one, that many worker processes of one thread each read the pages; the outcome is the same.
    With `explain` the claims bear their evidence.
    """
    read = partial(_read, parties=parties, explain=explain)
    if processes <= 1:
        yield from (read(source) for source in sources)
    else:
        yield from _read_side_by_side(sources, processes, read)


def _read(source: Document | Skipped, *, parties: Path | None, explain: bool) -> Outcome:
    if isinstance(source, Skipped):
        return source
    resources = load_resources(parties)
    try:
        return read_page(source, resources, explain=explain)
    except Exception as error:  # one page's fault must not lose the others
        why = f"the reader failed on this page: {type(error).__name__}: {error}"
        return Skipped(
            source.source or source.id, why, "this is a fault in counterclaim: please report it with the page"
        )


def _read_side_by_side(
    sources: Iterable[Document | Skipped], processes: int, read: Callable[[Document | Skipped], Outcome]
) -> Iterator[Outcome]:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    remaining = iter(sources)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_stay_with_parent) as pool:
        waiting: deque[Future[Outcome]] = deque(pool.submit(read, s) for s in islice(remaining, processes * WINDOW))
        while waiting:
            outcome = waiting.popleft().result()
            waiting.extend(pool.submit(read, s) for s in islice(remaining, 1))
            yield outcome


def _stay_with_parent() -> None:
    """Have a worker end when the process that started it has ended, be it killed: it would wait for ever else."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
