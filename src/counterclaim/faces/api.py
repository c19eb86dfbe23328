"""The Python face: `read` pages, `compare` what they claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.batch import read_pages
from counterclaim.errors import InputError
from counterclaim.faces.comparing import as_of_note, relations_of, rivals_of, undated
from counterclaim.faces.exporting import export_to
from counterclaim.faces.notebook import claims_table, dossier_html
from counterclaim.faces.reporting import Wanted, html_of
from counterclaim.faces.screen import as_text, screen
from counterclaim.faces.workflow import write_atomically
from counterclaim.ingest import read_documents
from counterclaim.judging import view
from counterclaim.linking.asof import pages_by
from counterclaim.model import (
    Account,
    Claim,
    Document,
    Judged,
    Judgement,
    Page,
    Position,
    Question,
    Relation,
    Reuse,
    Rivalry,
    Skipped,
    Statement,
)
from counterclaim.pipeline import compare_pages
from counterclaim.redacting.deciding import Wishes
from counterclaim.resources import load_resources

if TYPE_CHECKING:
    from counterclaim.casebook import Casebook

Source = str | Path | Document


@dataclass(frozen=True)
class Reading:
    """What was read of some pages, what was skipped and why, and what people have judged of it."""

    pages: tuple[Page, ...]
    skipped: tuple[Skipped, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The pages as published."""
        return tuple(p.document for p in self.pages)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, page by page, in reading order."""
        return tuple(c for p in self.pages for c in p.claims)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, page by page, in reading order."""
        return tuple(s for p in self.pages for s in p.statements)

    def export(self, format: str, path: str | Path, *, redact: bool = False, **manner: bool) -> Path:  # noqa: A002
        """Write the claims, as people judge them, in a format of `counterclaim export`, and return the path.

        `manner` is `excel`, `hxl` (CSV) or `turtle` (PROV); `redact` masks the names of private persons. Raises
        ValueError for an unknown format, InputError where the file cannot be written.
        """
        return export_to(format, Path(path), self.pages, view(self.pages, self.judgements), manner, redact=redact)

    def __repr__(self) -> str:
        counts = f"{len(self.pages)} pages, {len(self.claims)} claims, {len(self.statements)} statements"
        return f"<Reading: {counts}" + (f", {len(self.skipped)} skipped>" if self.skipped else ">")

    def _repr_html_(self) -> str:
        return claims_table(self.pages, self.skipped)


@dataclass(frozen=True)
class Answers:
    """All questions of one aspect, over the incidents of a dossier."""

    aspect: str
    questions: tuple[Question, ...]

    @property
    def positions(self) -> tuple[Position, ...]:
        """Every voice's values, incident by incident."""
        return tuple(p for q in self.questions for p in q.positions)

    @property
    def voices(self) -> tuple[str, ...]:
        """The named voices, each once, in the order of the positions."""
        return tuple(dict.fromkeys(v for q in self.questions for v in q.voices))

    @property
    def values(self) -> tuple[str, ...]:
        """The values as the screen shows them, each once."""
        return tuple(dict.fromkeys(p.value for p in self.positions))

    def __iter__(self) -> Iterator[Position]:
        return iter(self.positions)

    def __len__(self) -> int:
        return len(self.positions)


@dataclass(frozen=True)
class Dossier:
    """The claims of some pages side by side, incident by incident; `str()` gives the screen.

    `reading` has the pages as they were read, `judged` as people judge them: of these the accounts are made. `notes`
    say what was left out before.
    """

    accounts: tuple[Account, ...]
    reading: Reading
    parties: Path | None
    judged: Judged
    notes: tuple[str, ...] = ()

    def __getitem__(self, aspect: str) -> Answers:
        """The positions on one aspect ("killed", "who did it"); raises KeyError when nothing is claimed about it."""
        wanted = "responsibility" if aspect == "who did it" else aspect
        found = tuple(q for a in self.accounts for q in a.questions if wanted in (q.aspect, q.label))
        if not found:
            raise KeyError(f"{aspect!r}: there are claims on {', '.join(self.aspects) or 'nothing'}")
        return Answers(wanted, found)

    @cached_property
    def aspects(self) -> tuple[str, ...]:
        """The aspects on which something is claimed."""
        return tuple(dict.fromkeys(q.aspect for a in self.accounts for q in a.questions))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """How every two positions on a question stand to each other, and subsets to their totals."""
        return relations_of(self.accounts, self.judged.pages, self.parties, self.judged.guidance)

    @cached_property
    def rivals(self) -> tuple[Rivalry, ...]:
        """The statements that contradict each other, on matters other than counts."""
        return rivals_of(self.accounts, self.judged.pages, self.parties)

    @property
    def copies(self) -> tuple[Reuse, ...]:
        """The pages that share words in which a claim stands, two by two."""
        return tuple(dict.fromkeys(r for a in self.accounts for r in a.copies))

    def report(
        self,
        path: str | Path,
        *,
        incident: str | None = None,
        redact: bool = False,
        redact_names: Iterable[str] = (),
        keep_names: Iterable[str] = (),
    ) -> Path:
        """Write one HTML file in which every figure leads to its words, and return its path.

        `incident` picks one by its id or by PAGE:OFFSET of a claim; `redact` masks the names of private persons, with
        `redact_names` besides and all but `keep_names` (either implies it). Raises NotFoundError where there is no
        such incident, InputError where the file cannot be written.
        """
        wishes = Wishes(tuple(redact_names), tuple(keep_names))
        asked = redact or wishes.mask or wishes.keep
        wanted = Wanted(incident, wishes if asked else None, notes=self.notes)
        html = html_of(self.accounts, self.judged, self.reading.skipped, self.parties, wanted)
        write_atomically(Path(path), [html.removesuffix("\n")])
        return Path(path)

    def export(self, format: str, path: str | Path, *, redact: bool = False, **manner: bool) -> Path:  # noqa: A002
        """Write it in a format of `counterclaim export`, as `Reading.export` does, and return the path."""
        pages, parties = self.reading.pages, self.parties
        return export_to(format, Path(path), pages, self.judged, manner, parties=parties, redact=redact)

    def __iter__(self) -> Iterator[Account]:
        return iter(self.accounts)

    def __len__(self) -> int:
        return len(self.accounts)

    def __str__(self) -> str:
        return as_text(screen(self.accounts, self.reading.documents, rivals=self.rivals, judged=self.judged))

    def __repr__(self) -> str:
        return f"<Dossier: {len(self.accounts)} incidents, {len(self.reading.pages)} pages>"

    def _repr_html_(self) -> str:
        return dossier_html(self.accounts, self.reading.documents, self.judged)


def read(*sources: Source, processes: int = 1, parties: str | Path | None = None, explain: bool = False) -> Reading:
    """Read folders, files, or documents made in Python; what cannot be read is in `skipped`, with the reason.

    `parties` is a file of your own parties, in the format of the shipped catalogue (docs/formats.md). With `explain`
    every claim has its `evidence`: which words of the page gave which of its fields.
    Raises InputError when no source is given.
    """
    pages: list[Page] = []
    skipped: list[Skipped] = []
    for outcome in read_pages(_documents(sources), processes=processes, parties=_path(parties), explain=explain):
        if isinstance(outcome, Page):
            pages.append(outcome)
        else:
            skipped.append(outcome)
    return Reading(tuple(pages), tuple(skipped))


def compare(
    *sources: Source | Reading | Casebook,
    processes: int = 1,
    parties: str | Path | None = None,
    as_of: date | str | None = None,
    judged: bool = True,
) -> Dossier:
    """Read what is not yet read and put the claims side by side, incident by incident.

    A casebook gives its pages with what people have judged of them; with `judged` false the latter is left aside.
    `as_of`, a day or its ISO date, leaves out pages published later, and those without a date, which are in
    `reading.skipped`. Raises ValueError when it is no date, InputError when two casebooks with judgements are given.
    """
    unread = [s for s in sources if isinstance(s, str | Path | Document)]
    readings = [_kept(s) for s in sources if not isinstance(s, str | Path | Document)]
    if unread or not readings:
        readings.append(read(*unread, processes=processes, parties=parties))
    pages = tuple({p.document.id: p for r in readings for p in r.pages}.values())
    whole = Reading(pages, tuple(s for r in readings for s in r.skipped), _judgements(readings))
    notes: tuple[str, ...] = ()
    if as_of is not None:
        parted = pages_by(date.fromisoformat(as_of) if isinstance(as_of, str) else as_of, pages)
        whole = replace(whole, pages=parted.pages, skipped=(*whole.skipped, *undated(parted)))
        notes = (as_of_note(parted),)
    seen = view(whole.pages, whole.judgements if judged else ())
    accounts = compare_pages(seen.pages, load_resources(_path(parties)), seen.guidance)
    return Dossier(accounts, whole, _path(parties), seen, notes)


def _kept(source: Reading | Casebook) -> Reading:
    return source if isinstance(source, Reading) else Reading(tuple(source.pages()), (), source.judgements())


def _judgements(readings: Iterable[Reading]) -> tuple[Judgement, ...]:
    """Those of the one reading that has any."""
    found = [r.judgements for r in readings if r.judgements]
    if len(found) > 1:
        raise InputError("two casebooks with judgements cannot be compared as one: give one, and pages")
    return found[0] if found else ()


def _path(given: str | Path | None) -> Path | None:
    return None if given is None else Path(given)


def _documents(sources: Iterable[Source]) -> Iterator[Document | Skipped]:
    sources = list(sources)
    yield from (s for s in sources if isinstance(s, Document))
    paths = [s for s in sources if not isinstance(s, Document)]
    if paths or not sources:
        yield from read_documents(paths)
