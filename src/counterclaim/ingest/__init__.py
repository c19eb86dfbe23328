"""From paths and streams to documents: one module a format, and the order in which all is read.

The readers of the formats give drafts; here each becomes a `Document`, or a `Skipped` that names it and says why not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from counterclaim.errors import InputError, PageError
from counterclaim.ingest.draft import Draft
from counterclaim.ingest.html import read_html
from counterclaim.ingest.jsonl import read_jsonl
from counterclaim.ingest.pdf import read_pdf
from counterclaim.ingest.register import Register
from counterclaim.ingest.sources import KINDS_HINT, Kind, Source, find_sources, opened, unreadable
from counterclaim.ingest.text import read_text
from counterclaim.ingest.warc import read_warc
from counterclaim.model import Document, Original, Skipped

__all__ = ["Taken", "read_documents", "take_pages"]

READERS: dict[Kind, Callable[[BinaryIO, str], Iterator[Draft | Skipped]]] = {
    Kind.TEXT: read_text,
    Kind.HTML: read_html,
    Kind.PDF: read_pdf,
    Kind.JSONL: read_jsonl,
    Kind.WARC: read_warc,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """A page with the bytes it was read from."""

    document: Document
    original: Original | None


def read_documents(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Document | Skipped]:
    """Read pages from folders, files and, for `-`, standard input (or `stdin`), one by one, in the order given.

    A path, a page, or a field of one, that cannot be read comes as a `Skipped` with its name and the reason; the others
    go on. Raises InputError at once when no path is given.
    """
    return (found.document if isinstance(found, Taken) else found for found in take_pages(paths, stdin=stdin))


def take_pages(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Taken | Skipped]:
    """As `read_documents`, each page with the bytes that it was read from."""
    given = [paths] if isinstance(paths, str | Path) else list(dict.fromkeys(paths))
    if not given:
        raise InputError(f"no path was given: {KINDS_HINT}")
    return _read(chain.from_iterable(map(find_sources, given)), stdin)


def _read(items: Iterable[Source | Skipped], stdin: BinaryIO | None) -> Iterator[Taken | Skipped]:
    register = Register()
    for item in items:
        for found in _drafts(item, stdin) if isinstance(item, Source) else (item,):
            if isinstance(found, Skipped):
                yield found
                continue
            try:
                for entered in register.enter(found):
                    yield Taken(entered, found.original) if isinstance(entered, Document) else entered
            except PageError as error:
                yield Skipped(error.name, error.why, error.hint)


def _drafts(source: Source, stdin: BinaryIO | None) -> Iterator[Draft | Skipped]:
    try:
        with opened(source, stdin) as (stream, kind):
            yield from READERS[kind](stream, source.name)
    except PageError as error:
        yield Skipped(error.name, error.why, error.hint)
    except OSError as error:
        yield Skipped(source.name, unreadable(error))
