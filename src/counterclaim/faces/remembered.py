"""What is derived from a casebook, remembered in it until something changes: which pages share words, what is linked.

Nothing here is the truth: whatever is remembered can be thrown away, and is derived anew when a page is read, something
is judged, or the program, its models or the user's parties are others.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counterclaim.errors import CasebookError, NotFoundError
from counterclaim.export.records import from_json, to_json
from counterclaim.faces.target import SHORTEST, page_called
from counterclaim.faces.wording import page_names
from counterclaim.judging import view
from counterclaim.model import Claim, Incident, Judged, Judgement, Page, Reuse, content_id
from counterclaim.pipeline import find_copies, find_speakers, link_pages
from counterclaim.resources import load_resources, package_hash, reader_of

if TYPE_CHECKING:
    from counterclaim.casebook import Casebook

MANY = 500  # pages from which on it takes long enough to be told
HOW = "compare --format jsonl --records incidents lists the ids; PAGE:OFFSET of a claim will do as well"


@dataclass(frozen=True)
class Memory:
    """What is remembered of a casebook, with its judgements obeyed unless it is `unjudged`; `tell` hears of delays."""

    casebook: Casebook
    parties: Path | None
    unjudged: bool = False
    tell: Callable[[str], None] = lambda _: None

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Those that are obeyed."""
        return () if self.unjudged else self.casebook.judgements()

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every page by its id."""
        found: dict[str, str] = json.loads(self._copies("names")["names"])
        return found

    def page_called(self, name: str) -> str:
        """The id of the page of this name or id, or of an id that begins so; raises NotFoundError."""
        return page_called(name, self.names, self.names)

    def beside(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each of these pages the pages with which it shares words."""
        wanted = {f"copies/{id_}": id_ for id_ in ids}
        found = self._copies(*wanted)
        return {id_: tuple(json.loads(found.get(key, b"[]"))) for key, id_ in wanted.items()}

    def reuse(self, judged: Judged) -> tuple[Reuse, ...]:
        """What these pages have in common word for word: the same as if all pages were looked at."""
        beside = self.beside(p.document.id for p in judged.pages)
        found = find_copies(judged.pages, load_resources(self.parties), judged.guidance)
        return tuple(r for r in found if r.b in beside[r.a])

    def judged(self, ids: Iterable[str]) -> Judged:
        """The pages of these ids as people judge them."""
        return view(self.casebook.pages(ids), self.judgements)

    def incident(self, wanted: str) -> tuple[Incident, Judged]:
        """An incident by its id, the start of it, or PAGE:OFFSET of a claim on it, and its pages; NotFoundError."""
        row = json.loads(self._one(self._incident_id(wanted)))
        judged = self.judged(row.pop("pages"))
        claims = {c.id: c for p in judged.pages for c in p.claims}
        told = tuple(claims[id_] for id_ in row.pop("claims") if id_ in claims)
        return replace(from_json(Incident, row | {"claims": []}), claims=told), judged

    def others(self, pages: Sequence[Page]) -> tuple[Incident, ...]:
        """All incidents told of on these pages, each with its claims there and nothing else."""
        rows = self._links(*(f"told/{p.document.id}" for p in pages))
        incident_of: dict[str, str] = {}
        for row in rows.values():
            incident_of |= json.loads(row)
        by_incident: dict[str, list[Claim]] = {}
        for claim in (c for p in pages for c in p.claims if c.id in incident_of):
            by_incident.setdefault(incident_of[claim.id], []).append(claim)
        return tuple(Incident(id_, "", None, None, None, tuple(claims)) for id_, claims in by_incident.items())

    def speakers(self, ids: Iterable[str]) -> dict[str, str]:
        """Those of these pages that speak for a voice, by id, with that voice."""
        found = self._links(*(f"speaks/{id_}" for id_ in ids))
        return {key.removeprefix("speaks/"): str(json.loads(row)) for key, row in found.items()}

    def _incident_id(self, wanted: str) -> str:
        name, colon, offset = wanted.rpartition(":")
        if colon and offset.isdecimal():
            return self._incident_at(self.page_called(name), int(offset), wanted)
        bare = wanted.removeprefix("i-")
        self._links()
        found = self.casebook.cached_keys(f"incident/{bare}", self._digest) if len(bare) >= SHORTEST else ()
        if len(found) == 1:
            return found[0].removeprefix("incident/")
        if found:
            raise NotFoundError(f"{wanted!r} may be any of {len(found)} incidents: give more of the id")
        raise NotFoundError(f"no incident is called {wanted!r}; {HOW}")

    def _incident_at(self, page: str, offset: int, wanted: str) -> str:
        here = [c for p in self.judged([page]).pages for c in p.claims if c.span.start <= offset < c.span.end]
        incident_of = json.loads(self._links(f"told/{page}").get(f"told/{page}", b"{}"))
        found = {incident_of[c.id] for c in here if c.id in incident_of}
        if len(found) == 1:
            return str(found.pop())
        if found:
            raise NotFoundError(f"{wanted!r} may be any of {len(found)} incidents: give an id")
        raise NotFoundError(f"no claim stands at {wanted!r}; {HOW}")

    def _one(self, id_: str) -> bytes:
        return self._links(f"incident/{id_}")[f"incident/{id_}"]

    @cached_property
    def _digest(self) -> str:
        own = reader_of(self.parties).parties
        return content_id("derived", package_hash(), own, self.casebook.revision(), len(self.judgements))

    def _copies(self, *keys: str) -> dict[str, bytes]:
        return self._remembered("copies", self._find_copies, keys)

    def _links(self, *keys: str) -> dict[str, bytes]:
        return self._remembered("links", self._link, keys)

    def _remembered(
        self, what: str, derive: Callable[[], Mapping[str, object]], keys: Iterable[str]
    ) -> dict[str, bytes]:
        """What is remembered under the keys; all of the kind is derived first if it is not there, or is stale."""
        mark = f"{what} are here"
        found = self.casebook.cached([mark, *keys], self._digest)
        if found.pop(mark, None) is None:
            if (number := len(self._everything.pages)) >= MANY:
                self.tell(f"something has changed: finding {what} among {number:,} pages anew …")
            fresh = {key: _packed(value) for key, value in derive().items()} | {mark: b""}
            with suppress(CasebookError):  # on a read-only disk it is derived each time
                self.casebook.cache(self._digest, fresh)
            found = {key: fresh[key] for key in keys if key in fresh}
        return found

    @cached_property
    def _everything(self) -> Judged:
        return view(self.casebook.pages(), self.judgements)

    def _find_copies(self) -> dict[str, object]:
        pages = self._everything.pages
        beside: dict[str, list[str]] = {}
        for r in find_copies(pages, load_resources(self.parties), self._everything.guidance):
            beside.setdefault(r.a, []).append(r.b)
            beside.setdefault(r.b, []).append(r.a)
        names = page_names(p.document for p in pages)
        return {"names": names} | {f"copies/{id_}": others for id_, others in beside.items()}

    def _link(self) -> dict[str, object]:
        found: dict[str, object] = {}
        told: dict[str, dict[str, str]] = {}
        for incident in link_pages(self._everything.pages, self._everything.guidance):
            pages = sorted({c.document for c in incident.claims})
            row: dict[str, Any] = to_json(replace(incident, claims=()))
            found[f"incident/{incident.id}"] = row | {"claims": [c.id for c in incident.claims], "pages": pages}
            for claim in incident.claims:
                told.setdefault(claim.document, {})[claim.id] = incident.id
        found |= {f"told/{id_}": claims for id_, claims in told.items()}
        speakers = find_speakers(self._everything.pages, load_resources(self.parties))
        return found | {f"speaks/{id_}": voice for id_, voice in speakers.items()}


def _packed(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
