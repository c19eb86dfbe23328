"""The command `verify`: every hash, id and span of a casebook derived again, and the chain of its judgements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.batch import read_pages
from counterclaim.casebook import open_casebook
from counterclaim.errors import CasebookError, JudgementError, PageError
from counterclaim.faces import workflow
from counterclaim.faces.options import DEFAULT_CASEBOOK, CasebookPath, Parties, Quiet
from counterclaim.faces.wording import page_names, printable
from counterclaim.ingest.again import text_again
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.chain import check, head, is_known
from counterclaim.judging.tally import tally
from counterclaim.model import Anchor, Document, Judgement, OrphanReason, Page
from counterclaim.proving import check_page
from counterclaim.resources import reader_version

if TYPE_CHECKING:
    from counterclaim.casebook import Casebook

FINDINGS = 1
IMPOSSIBLE = frozenset({OrphanReason.ABSENT, OrphanReason.OTHER_TEXT})  # no command takes a page or its text away
PARTS = ("passages", "statements", "claims", "relays", "assertions")


@dataclass
class Checked:
    """How much was looked at; `unread` are the ids of pages that are there and cannot be read."""

    pages: int = 0
    readings: int = 0
    statements: int = 0
    claims: int = 0
    judgements: tuple[Judgement, ...] = ()
    orphans: int = 0
    again: int | None = None
    latest: list[Page] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def told(self) -> str:
        """In one line, with the hash that is worth noting."""
        counts = (
            f"{self.pages} pages, {self.readings} readings, {self.statements} statements, {self.claims} claims, "
            f"{len(self.judgements)} judgements"
        )
        same = f"{self.again} pages read again the same" if self.again else "no page was read by this version"
        again = "" if self.again is None else f"; {same}"
        lost = f"; {self.orphans} judgements have lost their hold (counterclaim judgements --orphans)"
        return (
            f"{counts}: every hash, id and span holds, and the judgements are a chain{again}"
            f"{lost if self.orphans else ''}; hash of the last judgement: {head(self.judgements)}"
        )


def verify(
    *,
    noted: Annotated[
        str | None, typer.Option("--head", metavar="HASH", help="The hash of a judgement that was noted earlier.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Also read every page again, as far as this version read it, and compare.")
    ] = False,
    casebook: CasebookPath = DEFAULT_CASEBOOK,
    parties: Parties = None,
    quiet: Quiet = False,
) -> None:
    """Derive every hash, id and span of the casebook again, and the chain of judgements; name what is off."""
    checked = Checked()
    found = False
    with open_casebook(casebook, create=False) as book:
        for fault in _faults(book, checked, noted):
            found = True
            workflow.emit_lines([printable(fault)])
        for fault in _again(book, checked, parties) if again else ():
            found = True
            workflow.emit_lines([printable(fault)])
    if found:
        raise typer.Exit(FINDINGS)
    if not quiet:
        workflow.emit_lines([checked.told()])


def find_faults(book: Casebook, *, noted: str | None = None) -> tuple[str, ...]:
    """What is off in a casebook, a line each; `noted` is the hash of a judgement that was noted earlier."""
    return tuple(_faults(book, Checked(), noted))


def _faults(book: Casebook, checked: Checked, noted: str | None) -> Iterator[str]:
    """What is off, a line each."""
    yield from (f"{fault.record}: {fault.why}" for fault in book.faults())
    headers = book.headers()
    names = page_names(headers)
    for document in headers:
        yield from _page_faults(book, document, names[document.id], checked)
    try:
        checked.judgements = book.judgements()
    except CasebookError as error:
        yield str(error)
        return
    yield from check(checked.judgements)
    yield from _hold_faults(checked)
    if noted is not None and not is_known(checked.judgements, noted.strip().lower()):
        yield f"the noted hash {noted} is that of no judgement here: some were cut off, or others put in their place"


def _page_faults(book: Casebook, document: Document, name: str, checked: Checked) -> Iterator[str]:
    """Every reading of a page, the latest last."""
    checked.pages += 1
    numbers = [r.reading for r in book.read_by(document.id)]
    for number in sorted(set(numbers)):
        try:
            page = book.page(document.id, reading=number)
        except CasebookError as error:
            checked.unread.add(document.id)
            yield str(error)
            continue
        if page is None:
            continue
        checked.readings += 1
        which = "" if number == numbers[-1] else f", reading {number}"
        yield from (f"page {name}{which}, {record}: {why}" for record, why in check_page(page))
        if number == numbers[-1]:
            checked.statements += len(page.statements)
            checked.claims += len(page.claims)
            checked.latest.append(page)


def _hold_faults(checked: Checked) -> Iterator[str]:
    """Judgements whose page is not there, whose words are not its words, or that say what cannot be read."""
    texts = {p.document.text_hash: p.document.text for p in checked.latest}
    for j in checked.judgements:
        name = f"judgement {j.number} ({j.person}, {j.at})"
        yield from (f"{name}: {why}" for why in _opinion_faults(j, texts))
    try:
        orphans = tally(checked.judgements, Shelf(checked.latest))[1]
    except JudgementError as error:
        yield str(error)
        return
    checked.orphans = len({o.judgement.number for o in orphans})
    for o in orphans:
        if o.reason in IMPOSSIBLE and o.on.document not in checked.unread:
            j = o.judgement
            yield f"judgement {j.number} ({j.person}, {j.at}): {o.reason}, and no command could have done that"


def _opinion_faults(j: Judgement, texts: dict[str, str]) -> Iterator[str]:
    for a in j.opinion.claims:
        text = texts.get(a.text_hash)
        if text is not None and not _stands(a, text):
            yield f"the words that it is on do not stand at {a.start} to {a.end} of its page"


def _stands(anchor: Anchor, text: str) -> bool:
    return 0 <= anchor.start < anchor.end <= len(text) and text[anchor.start : anchor.end] == anchor.exact


def _again(book: Casebook, checked: Checked, parties: Path | None) -> Iterator[str]:
    """Pages whose text, or whose reading by this version, comes out otherwise."""
    checked.again = 0
    names = page_names(p.document for p in checked.latest)
    reader = reader_version(parties)
    mine = [p for p in checked.latest if [r.reader for r in book.read_by(p.document.id)][-1:] == [reader]]
    for page, outcome in zip(mine, read_pages([p.document for p in mine], parties=parties), strict=True):
        name = f"page {names[page.document.id]}"
        checked.again += 1
        yield from _text_fault(book, page, name)
        for part in PARTS:
            if not isinstance(outcome, Page) or getattr(outcome, part) != getattr(page, part):
                yield f"{name}: read again, its {part} are others"


def _text_fault(book: Casebook, page: Page, name: str) -> Iterator[str]:
    original = book.original(page.document.id)
    try:
        text = text_again(original, name) if original else None
    except PageError as error:
        yield f"{name}: the bytes that it was read from give no text any more: {error.why}"
        return
    if text is not None and text != page.document.text:
        yield f"{name}: its text is not what the bytes give that it was read from"
