"""The commands `export` and `import`: a case in the formats of others, and a JSONL export brought back."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from counterclaim.casebook import open_casebook
from counterclaim.errors import InputError, PageError
from counterclaim.export.case import Case
from counterclaim.export.formats import ExportFormat, Manner, chunks, page_chunks
from counterclaim.export.restoring import restore
from counterclaim.faces import workflow
from counterclaim.faces.options import (
    DEFAULT_CASEBOOK,
    CasebookPath,
    Parties,
    Processes,
    Quiet,
    SomePaths,
    WithoutJudgements,
)
from counterclaim.faces.workflow import Gathered, Run
from counterclaim.faces.writing import STDOUT, write_chunks
from counterclaim.judging import view
from counterclaim.model import Judged, Page, Skipped
from counterclaim.pipeline import compare_pages, find_copies, link_pages
from counterclaim.pipeline import redact as redaction_of
from counterclaim.redacting.deciding import Wishes
from counterclaim.redacting.masking import Redaction
from counterclaim.resources import load_resources, reader_version

LARGEST_LINE = 64_000_000  # bytes: the longest page that can be read, with what was read on it
PIECE = 1 << 20
SKIPPED = 3
IMPORTED = "imported: "  # before the name of the reader: what was brought back is no reading of this program
AID = "an aid and no guarantee: look through what you pass on"
WITH_ACCOUNTS = {ExportFormat.FTM, ExportFormat.GEOJSON}
WITH_INCIDENTS = {*WITH_ACCOUNTS, ExportFormat.JSONL, ExportFormat.CSV, ExportFormat.PARQUET, ExportFormat.CLAIMREVIEW}

Redact = Annotated[bool, typer.Option("--redact", help="Mask the names of private persons (an aid, no guarantee).")]
RedactNames = Annotated[
    Path | None,
    typer.Option("--redact-names", help="Names to mask besides, one a line; implies --redact.", dir_okay=False),
]
KeepNames = Annotated[
    Path | None,
    typer.Option("--keep-names", help="Names to leave as they are, one a line; implies --redact.", dir_okay=False),
]


@dataclass(frozen=True, slots=True)
class Exported:
    """A case to be written, and the pages as they were read, which people's judgements do not change."""

    case: Case
    as_read: Case
    mask: Redaction | None = None


def exported(
    format_: ExportFormat,
    pages: Sequence[Page],
    judged: Judged,
    *,
    parties: Path | None = None,
    wishes: Wishes | None = None,
) -> Exported:
    """Make of pages what a format needs; with `wishes` the names of private persons are masked."""
    reader = reader_version(parties)
    case = _case(format_, judged, reader, parties)
    as_read = Case(tuple(pages), reader=reader)
    if wishes is None:
        return Exported(case, as_read)
    mask = redaction_of(pages, load_resources(parties), wishes)
    return Exported(mask(case), mask(as_read), mask)


def export_to(  # one parameter an option
    format_: str,
    path: Path,
    pages: Sequence[Page],
    judged: Judged,
    manner: Mapping[str, bool],
    *,
    parties: Path | None = None,
    redact: bool = False,
) -> Path:
    """Write a file from Python; raises ValueError for an unknown format, TypeError for an unknown manner."""
    chosen, how = ExportFormat(format_), Manner(**manner)
    made = exported(chosen, pages, judged, parties=parties, wishes=Wishes() if redact else None)
    write_chunks(path.absolute(), chunks(chosen, made.case, how))
    return path


def _case(format_: ExportFormat, judged: Judged, reader: str, parties: Path | None) -> Case:
    resources, pages, guidance = load_resources(parties), judged.pages, judged.guidance
    accounts = compare_pages(pages, resources, guidance) if format_ in WITH_ACCOUNTS else ()
    if accounts or format_ not in WITH_INCIDENTS:
        incidents = tuple(a.incident for a in accounts)
    else:
        incidents = link_pages(pages, guidance)
    reuse = find_copies(pages, resources, guidance) if format_ is ExportFormat.PROV else ()
    return Case(pages, incidents, accounts, reuse, judged.answers, reader, resources.catalogue.lookup)


def wishes_of(asked: bool, mask: Path | None, keep: Path | None) -> Wishes | None:
    """The user's lists of names; None where nothing is to be masked. Raises InputError when a list cannot be read."""
    if not asked and mask is None and keep is None:
        return None
    return Wishes(mask=_names(mask), keep=_names(keep))


def _names(path: Path | None) -> tuple[str, ...]:
    """One name a line; blank lines and what follows "#" are left out."""
    if path is None:
        return ()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is no list of names: {error}") from error
    return tuple(name for line in lines if (name := line.partition("#")[0].strip()))


def export(  # noqa: PLR0913  # one parameter an option
    format_: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(ExportFormat)}.")],
    paths: SomePaths = None,
    *,
    output: Annotated[str, typer.Option("--output", "-o", help="The file to write; - is standard output.")] = STDOUT,
    pages: Annotated[
        Path | None,
        typer.Option("--pages", help="Also write the pages with all that was read on them, for `import`."),
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="CSV as Excel opens it: byte-order mark, CRLF.")] = False,
    hxl: Annotated[bool, typer.Option("--hxl", help="CSV with a row of HXL tags under the names.")] = False,
    turtle: Annotated[bool, typer.Option("--turtle", help="PROV as Turtle instead of JSON.")] = False,
    masked: Redact = False,
    redact_names: RedactNames = None,
    keep_names: KeepNames = None,
    unjudged: WithoutJudgements = False,
    casebook: CasebookPath = DEFAULT_CASEBOOK,
    parties: Parties = None,
    processes: Processes = 0,
    quiet: Quiet = False,
) -> None:
    """Write claims, chains or incidents in a format that other programs read."""
    _check(format_, excel=excel or hxl, turtle=turtle)
    if format_ is ExportFormat.PARQUET and output == STDOUT and sys.stdout.isatty():
        raise typer.BadParameter("Parquet is no text for a terminal: name a file with -o", param_hint="--output")
    wishes = wishes_of(masked, redact_names, keep_names)
    run = Run(paths or [], casebook=None if paths else casebook, parties=parties, processes=processes, quiet=quiet)
    found = workflow.gather(run)
    judged = view(found.pages, () if unjudged else found.judgements)
    made = exported(format_, found.pages, judged, parties=parties, wishes=wishes)
    write_chunks(output, chunks(format_, made.case, Manner(excel=excel, hxl=hxl, turtle=turtle)))
    if pages is not None:
        readers = () if paths else _readers(casebook, found.pages)
        write_chunks(pages, page_chunks(made.as_read, readers))
    if made.mask is not None and not quiet:
        n = made.mask.persons
        typer.echo(f"{n} private person{'' if n == 1 else 's'} masked; {AID}", err=True)
    skipped = found.skipped if made.mask is None else made.mask(found.skipped)
    workflow.finish(Gathered(found.pages, skipped), SKIPPED)


def _readers(casebook: str, pages: Sequence[Page]) -> list[str]:
    """Which version of the reader read each page as it is shown."""
    with open_casebook(casebook, create=False) as book:
        return [book.read_by(p.document.id)[-1].reader for p in pages]


def _check(format_: ExportFormat, *, excel: bool, turtle: bool) -> None:
    if excel and format_ is not ExportFormat.CSV:
        raise typer.BadParameter("only csv has these looks", param_hint="--excel, --hxl")
    if turtle and format_ is not ExportFormat.PROV:
        raise typer.BadParameter("only prov can be written as Turtle", param_hint="--turtle")


def bring_back(
    files: Annotated[
        list[str],
        typer.Argument(help="What `export jsonl --pages` wrote: the pages, and the claims with them; - is stdin."),
    ],
    *,
    casebook: CasebookPath = DEFAULT_CASEBOOK,
    quiet: Quiet = False,
) -> None:
    """Bring a JSONL export back into a casebook, with equal ids; what does not hold is named and left out."""
    _check_there(files)
    skipped: list[Skipped] = []
    taken = known = 0
    with open_casebook(casebook) as book:
        for outcome in restore(_lines(files)):
            if isinstance(outcome, Skipped):
                skipped.append(outcome)
            elif (there := book.page(outcome.page.document.id)) is not None and _same(there, outcome.page):
                known += 1
            else:
                try:
                    book.add(outcome.page, reader=IMPORTED + outcome.reader.removeprefix(IMPORTED))
                    taken += 1
                except PageError as error:
                    skipped.append(Skipped(outcome.where, f"not imported: {error.why}", error.hint))
    if not quiet:
        typer.echo(f"{taken} pages imported, {known} were there already, {len(skipped)} lines refused", err=True)
    workflow.finish(Gathered((), tuple(skipped)), SKIPPED)


def _same(there: Page, page: Page) -> bool:
    """Whether the casebook has this text already: what it has read on it stays."""
    return there.document.text == page.document.text


def _check_there(files: Iterable[str]) -> None:
    """Say what cannot be read before a casebook is made; raises InputError."""
    for file in files:
        if file != STDOUT and not Path(file).exists():
            raise InputError(f"{file} cannot be read: there is no such file")


def _lines(files: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
    """Every line that is not blank, with its name; raises InputError when a file cannot be read."""
    for file in files:
        if file == STDOUT:
            yield from _numbered(sys.stdin.buffer, "standard input")
            continue
        try:
            with Path(file).open("rb") as stream:
                yield from _numbered(stream, file)
        except OSError as error:
            raise InputError(f"{file} cannot be read: {error.strerror or error}") from error


def _numbered(stream: BinaryIO, name: str) -> Iterator[tuple[str, bytes | None]]:
    number = 0
    while line := stream.readline(LARGEST_LINE + 1):
        number += 1
        if len(line) > LARGEST_LINE and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(PIECE)
            yield f"{name}:{number}", None
        elif line.strip():
            yield f"{name}:{number}", line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
