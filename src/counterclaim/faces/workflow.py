"""What the commands share: pages gathered from paths or the casebook, and output that is whole or not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path

import typer
from rich.console import Console, RenderableType

from counterclaim.casebook import open_casebook
from counterclaim.errors import InputError
from counterclaim.export.jsonl import claim_row, document_row, line, passage_row, statement_row
from counterclaim.faces.keeping import keep_pages
from counterclaim.faces.reading import read_beside
from counterclaim.faces.screen import as_text
from counterclaim.faces.wording import printable
from counterclaim.ingest import read_documents
from counterclaim.model import NO_GUIDANCE, Account, Guidance, Judgement, Page, Reader, Reuse, Skipped
from counterclaim.pipeline import find_copies, link_pages
from counterclaim.resources import load_resources, own_parties_hash


class Format(StrEnum):
    """How records are written to standard output."""

    JSONL = "jsonl"


class Records(StrEnum):
    """Which records `read --format` writes."""

    CLAIMS = "claims"
    STATEMENTS = "statements"
    PASSAGES = "passages"


@dataclass(frozen=True, slots=True)
class Run:
    """One command's pages: where from, into which casebook (None: none), and how; `explain` asks for evidence."""

    paths: Sequence[str]
    casebook: str | None
    parties: Path | None
    processes: int
    quiet: bool
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """The pages of a run, what was skipped, and what people have judged in the casebook."""

    pages: tuple[Page, ...]
    skipped: tuple[Skipped, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def gather(run: Run) -> Gathered:
    """Read the paths, or without any take the pages of the casebook; raises InputError when there is neither."""
    if run.paths:
        return _read_into(run) if run.casebook else _read(run)
    if run.casebook is None:
        raise InputError("no pages were named: give a folder, files, or - for standard input")
    with open_casebook(run.casebook, create=False) as casebook:
        _check_parties(casebook.readers(), run)
        return Gathered(tuple(casebook.pages()), judgements=casebook.judgements())


def _check_parties(readers: Iterable[Reader], run: Run) -> None:
    """Say so when no page was read with the file of parties that is to weigh the voices now, or with none."""
    own = own_parties_hash(run.parties)
    read_with = {reader.parties for reader in readers if reader.code}  # what older programs and imports do not tell
    if read_with and own not in read_with:
        what = "without this file of parties: read them again with it" if own else "with a file of parties: give it"
        complain(f"the pages in {run.casebook} were read {what} (--parties FILE), or voices are weighed otherwise")


def _read_into(run: Run) -> Gathered:
    """Read the paths into the casebook; pages that are there already are taken from it."""
    assert run.casebook is not None  # noqa: S101  # for the type checker; gather sees to it
    fresh: dict[str, Page] = {}
    with open_casebook(run.casebook) as casebook:
        kept = keep_pages(run, casebook, lambda page: fresh.update({page.document.id: page}))
        there = {p.document.id: p for p in casebook.pages(id_ for id_ in kept.ids if id_ not in fresh)}
        found = tuple(p for id_ in kept.ids if (p := fresh.get(id_) or there.get(id_)))
        return Gathered(found, kept.skipped, casebook.judgements())


def _read(run: Run) -> Gathered:
    """Read the paths and keep nothing."""
    pages: list[Page] = []
    skipped: list[Skipped] = []
    for outcome in read_beside(read_documents(run.paths, stdin=sys.stdin.buffer), run):
        if isinstance(outcome, Page):
            pages.append(outcome)
        else:
            skipped.append(outcome)
    return Gathered(tuple(pages), tuple(skipped))


def copies(pages: Sequence[Page], parties: Path | None, guidance: Guidance = NO_GUIDANCE) -> tuple[Reuse, ...]:
    """What the pages have in common word for word, or are judged to have."""
    return find_copies(pages, load_resources(parties), guidance)


def record_lines(pages: Sequence[Page], records: Records) -> Iterator[str]:
    """The records as JSON lines, page by page in reading order."""
    if records is Records.STATEMENTS:
        yield from (line(statement_row(s)) for p in pages for s in p.statements)
    elif records is Records.PASSAGES:
        yield from (line(passage_row(s, p.document)) for p in pages for s in p.passages)
    else:
        incident_of = {c.id: i.id for i in link_pages(pages) for c in i.claims}
        yield from (line(claim_row(c, p.document, incident_of.get(c.id))) for p in pages for c in p.claims)


def document_lines(pages: Iterable[Page]) -> Iterator[str]:
    """The pages as JSON lines, with the text that all offsets count in."""
    yield from (line(document_row(p.document)) for p in pages)


def emit(renderable: RenderableType) -> None:
    """Print to standard output: drawn for the terminal, or as plain lines of a fixed width where there is none."""
    if sys.stdout.isatty():
        Console(highlight=False).print(renderable)
    else:
        sys.stdout.write(as_text(renderable))


def emit_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    for text in lines:
        sys.stdout.write(text + "\n")


def write_atomically(path: Path, lines: Iterable[str]) -> None:
    """Write a file whole or not at all; raises InputError when it cannot be written."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(text + "\n" for text in lines)
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise InputError(f"{path} cannot be written: {error.strerror or error}") from error


def advise(*, run_paths: Sequence[str], accounts: Sequence[Account], names: Mapping[str, str], quiet: bool) -> None:
    """Say on standard error what to do next; `names` are those of the pages by their ids."""
    claims = [c for a in accounts for c in a.incident.claims]
    if quiet or not claims:
        return
    place = f"{names[claims[0].document]}:{claims[0].span.start}"
    where = "".join(f" {printable(p)}" for p in run_paths)
    typer.echo(f"Next:  counterclaim show {place}{where}   ·   counterclaim report{where} -o report.html", err=True)


def finish(found: Gathered, code: int) -> None:
    """Name every skipped page with its reason; exit with `code` when there are any."""
    for skipped in found.skipped:
        complain(_skipped_line(skipped))
    if found.skipped:
        raise typer.Exit(code)


def _skipped_line(skipped: Skipped) -> str:
    done = "skipped:" if skipped.part == "page" else "read, but"
    hint = f" ({skipped.hint})" if skipped.hint else ""
    return f"{skipped.name}: {done} {skipped.why}{hint}"


def complain(message: str) -> None:
    """One safe line on standard error."""
    typer.echo(f"counterclaim: {printable(message)}", err=True)


def prepare_streams() -> None:
    """UTF-8 and plain newlines on every system, so that the same run gives the same bytes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def leave_closed_pipe() -> None:
    """End quietly when the reader of our output has gone (`counterclaim … | head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)
