"""The report as a face: what it needs gathered, one incident picked out, the file written."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.errors import NotFoundError
from counterclaim.faces import workflow
from counterclaim.faces.comparing import known_by, links_of, relations_of, rivals_of
from counterclaim.faces.exporting import KeepNames, Redact, RedactNames, wishes_of
from counterclaim.faces.options import (
    DEFAULT_CASEBOOK,
    CasebookPath,
    NoCasebook,
    Parties,
    Processes,
    Quiet,
    SomePaths,
    WithoutJudgements,
)
from counterclaim.faces.wording import page_names
from counterclaim.faces.workflow import Run
from counterclaim.judging import view
from counterclaim.model import Account, Judged, Page, Relation, Skipped
from counterclaim.pipeline import compare_pages, find_copies, redact
from counterclaim.redacting.deciding import Wishes
from counterclaim.redacting.masking import Redaction
from counterclaim.report.assembling import WHOLE, assemble
from counterclaim.report.making import making
from counterclaim.report.material import Material
from counterclaim.report.towns import Towns
from counterclaim.resources import load_resources, reader_version

SHORTEST = 4  # signs of an incident's id that may stand for the whole
LINKED = 60  # occurrences of one incident up to which it is told why they are one: it takes as long as they have pairs
SKIPPED = 3
ONE = (
    "One incident of {of} that these pages were taken to tell of. Claims on it stand on {told} of them; {left} without "
    "any are not in this report."
)
REDACTED = (
    "The names of private persons are masked ({told}): █ stands for each letter, so that offsets stay as they are. "
    "Hashes are those of the texts as published. Masking is an aid and no guarantee."
)


@dataclass(frozen=True)
class Wanted:
    """What a report is asked for: one incident by id or by a place in a page, names masked, up to how many pages whole.

    `notes` are sentences on what was done with the pages before.
    """

    incident: str | None = None
    redact: Wishes | None = None
    whole: int = WHOLE
    notes: tuple[str, ...] = ()


def report_html(
    pages: Sequence[Page], skipped: Sequence[Skipped], parties: Path | None = None, wanted: Wanted | None = None
) -> str:
    """The report on pages that were read; raises NotFoundError where the incident asked for is none of theirs."""
    judged = Judged(tuple(pages))
    return html_of(compare_pages(pages, load_resources(parties)), judged, skipped, parties, wanted)


def html_of(
    accounts: Sequence[Account],
    judged: Judged,
    skipped: Sequence[Skipped],
    parties: Path | None,
    wanted: Wanted | None = None,
) -> str:
    """The report on accounts that were made of pages as judged; raises NotFoundError like `report_html`."""
    wanted = wanted or Wanted()
    material = _material(accounts, judged, parties, wanted)
    left = len(judged.pages) - len(material.pages)
    one = (ONE.format(of=len(accounts), told=len(material.pages), left=left),) if wanted.incident is not None else ()
    material = replace(material, skipped=skipped, notes=(*wanted.notes, *one))
    if wanted.redact is not None:
        material = _masked(material, redact(judged.pages, load_resources(parties), wanted.redact))
    return assemble(material, whole=wanted.whole)


def _material(accounts: Sequence[Account], judged: Judged, parties: Path | None, wanted: Wanted) -> Material:
    """All that is known of the accounts, or of the one that is wanted and its pages."""
    pages, resources = judged.pages, load_resources(parties)
    rivals, reuse = rivals_of(accounts, pages, parties), find_copies(pages, resources, judged.guidance)
    if wanted.incident is not None:
        accounts = [find_incident(wanted.incident, accounts, pages)]
        told = {c.document for c in accounts[0].incident.claims}
        pages = tuple(p for p in pages if p.document.id in told)
        rivals = tuple(r for r in rivals if r.a.document in told and r.b.document in told)
        reuse = tuple(r for r in reuse if r.a in told and r.b in told)
    small = [a for a in accounts if len({(c.document, c.occurrence) for c in a.incident.claims}) <= LINKED]
    return Material(
        pages,
        tuple(accounts),
        making(reader_version(parties)),
        relations=_by_incident(relations_of(accounts, pages, parties, judged.guidance)),
        links=links_of(small, pages),
        rivals=rivals,
        reuse=reuse,
        hashes={p.document.id: p.document.text_hash for p in pages},
        judged=judged,
        towns=Towns(resources.gazetteer.rows),
    )


def _masked(material: Material, mask: Redaction) -> Material:
    """The material with the names of private persons masked; the hashes stay those of the texts as published."""
    names = ("pages", "accounts", "relations", "links", "rivals", "reuse", "skipped", "judged")
    masked = replace(material, **{name: mask(getattr(material, name)) for name in names})
    positions = {p.id: p for a in masked.accounts for q in a.questions for p in q.positions}
    relations = {  # relations to one position are told together, so it has to be one object
        id_: [replace(r, a=positions.get(r.a.id, r.a), b=positions.get(r.b.id, r.b)) for r in found]
        for id_, found in masked.relations.items()
    }
    new = [p.document.id for p in masked.pages]
    hashes = {id_: material.hashes[p.document.id] for id_, p in zip(new, material.pages, strict=True)}
    note = REDACTED.format(told=f"{mask.persons} person{'' if mask.persons == 1 else 's'}")
    return replace(masked, relations=relations, hashes=hashes, notes=(*material.notes, note))


def find_incident(wanted: str, accounts: Sequence[Account], pages: Iterable[Page]) -> Account:
    """The account of an incident by its id, the start of it, or PAGE:OFFSET of a claim on it."""
    name, colon, offset = wanted.rpartition(":")
    if colon and offset.isdecimal():
        names = page_names([p.document for p in pages])
        found = [a for a in accounts if _stands_at(a, name, int(offset), names)]
    else:
        bare = wanted.removeprefix("i-")
        found = [a for a in accounts if len(bare) >= SHORTEST and a.incident.id.startswith(bare)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(f"{wanted!r} may be any of {len(found)} incidents: give more of the id")
    how = "compare --format jsonl --records incidents lists the ids; PAGE:OFFSET of a claim will do as well"
    raise NotFoundError(f"no incident is called {wanted!r}; {how}")


def _stands_at(account: Account, page: str, offset: int, names: dict[str, str]) -> bool:
    return any(
        page in (c.document, names.get(c.document)) and c.span.start <= offset < c.span.end
        for c in account.incident.claims
    )


def _by_incident(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = {}
    for relation in relations:
        found.setdefault(relation.a.incident, []).append(relation)
    return found


def report(  # noqa: PLR0913  # one parameter an option
    paths: SomePaths = None,
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write; - is standard output.", dir_okay=False)
    ] = Path("report.html"),
    incident: Annotated[
        str | None, typer.Option("--incident", metavar="ID", help="Only this incident: its id, or PAGE:OFFSET.")
    ] = None,
    masked: Redact = False,
    redact_names: RedactNames = None,
    keep_names: KeepNames = None,
    unjudged: WithoutJudgements = False,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], metavar="DATE", help="Take only pages published by that day."),
    ] = None,
    casebook: CasebookPath = DEFAULT_CASEBOOK,
    no_casebook: NoCasebook = False,
    parties: Parties = None,
    processes: Processes = 0,
    quiet: Quiet = False,
) -> None:
    """Write one HTML file in which every figure leads to the words it stands on; it needs no network, ever."""
    kept = None if no_casebook else casebook
    found = workflow.gather(Run(paths or [], casebook=kept, parties=parties, processes=processes, quiet=quiet))
    found, note = known_by(as_of.date() if as_of else None, found)
    wanted = Wanted(incident, wishes_of(masked, redact_names, keep_names), notes=(note,) if note else ())
    judged = view(found.pages, () if unjudged else found.judgements)
    accounts = compare_pages(judged.pages, load_resources(parties), judged.guidance)
    html = html_of(accounts, judged, found.skipped, parties, wanted)
    if str(output) == "-":
        sys.stdout.write(html)
    else:
        workflow.write_atomically(output, [html.removesuffix("\n")])
        if not quiet:
            typer.echo(f"{output}: {len(html.encode('utf-8')) / 1e6:.1f} MB, {len(found.pages)} pages", err=True)
    workflow.finish(found, SKIPPED)
