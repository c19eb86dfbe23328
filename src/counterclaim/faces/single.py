"""One incident, or one place of a page, out of a casebook of any size: only the pages that it takes are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import typer
from rich.console import RenderableType

from counterclaim.casebook import open_casebook
from counterclaim.errors import NotFoundError
from counterclaim.faces.comparing import Comparison, links_of
from counterclaim.faces.remembered import Memory
from counterclaim.faces.screen import screen
from counterclaim.faces.target import excerpts
from counterclaim.faces.workflow import Run
from counterclaim.model import Document
from counterclaim.pipeline import call_witnesses, oppose_statements, relate_positions, weigh_incident
from counterclaim.resources import load_resources


@dataclass(frozen=True)
class Single:
    """One incident compared, and what its pages are called among all those of the casebook."""

    comparison: Comparison
    names: dict[str, str]

    @property
    def documents(self) -> Sequence[Document]:
        """The pages that tell of it."""
        return [p.document for p in self.comparison.judged.pages]

    def screen(self, *, why: bool) -> RenderableType:
        """What `compare` shows of it."""
        found = self.comparison
        links = links_of(found.accounts, found.judged.pages) if why else {}
        return screen(
            found.accounts,
            self.documents,
            relations=found.relations if why else None,
            links=links,
            rivals=found.rivals,
            judged=found.judged,
            names=self.names,
        )


def compare_incident(wanted: str, run: Run, *, unjudged: bool, relate: bool) -> Single:
    """Compare what is said of one incident of a casebook, as comparing everything would; raises NotFoundError."""
    assert run.casebook is not None  # noqa: S101  # for the type checker; the command sees to it
    with open_casebook(run.casebook, create=False) as casebook:
        memory = Memory(casebook, run.parties, unjudged, _teller(run))
        incident, judged = memory.incident(wanted)
        names, reuse, others = memory.names, memory.reuse(judged), memory.others(judged.pages)
        speakers = memory.speakers(p.document.id for p in judged.pages)
    resources = load_resources(run.parties)
    witnesses = call_witnesses(judged.pages, resources, judged.guidance, speakers)
    account = weigh_incident(incident, witnesses, reuse)
    relations = relate_positions(account, witnesses) if relate else ()
    rivals = oppose_statements(judged.pages, others, resources)
    return Single(Comparison((account,), {incident.id: relations}, "", rivals, judged), names)


def show_kept(target: str, run: Run) -> RenderableType:
    """What stands at a place of a page of the casebook, or has an id that begins so; raises NotFoundError."""
    assert run.casebook is not None  # noqa: S101  # for the type checker; the command sees to it
    with open_casebook(run.casebook, create=False) as casebook:
        memory = Memory(casebook, run.parties, tell=_teller(run))
        name, colon, offset = target.rpartition(":")
        if colon and offset.isdecimal():
            wanted = {memory.page_called(name)}
        elif not (wanted := set(casebook.holding(target))):
            raise NotFoundError(f"no claim or statement has the id {target!r}; a place is written PAGE:OFFSET")
        beside = {id_ for others in memory.beside(wanted).values() for id_ in others}
        pages = tuple(casebook.pages(wanted | beside))
        judged = memory.judged(wanted | beside)
        return excerpts(target, pages, memory.reuse(judged), judged, memory.names)


def _teller(run: Run) -> Callable[[str], None]:
    return lambda told: None if run.quiet else typer.echo(told, err=True)
