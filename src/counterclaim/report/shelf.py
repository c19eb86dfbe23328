"""Where everything stands in the report: the names of pages, the anchors of pages, words, positions and incidents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.faces.judged import Marks
from counterclaim.faces.wording import page_names, printable, voice_name
from counterclaim.model import (
    NOTHING_JUDGED,
    Account,
    Assertion,
    Claim,
    Document,
    Incident,
    Judged,
    Page,
    Position,
    content_id,
)
from counterclaim.report.markup import Html, bdi, el, identifier

OUTLETS = 3  # outlets named beside a value that pages give on their own word


@dataclass(frozen=True)
class Shelf:
    """The pages in the order of the report, and how each is called and found in it."""

    documents: Mapping[str, Document]
    names: Mapping[str, str]
    anchors: Mapping[str, str]
    position_of: Mapping[str, Position]
    """By claim id."""
    judged: Marks

    @classmethod
    def of(cls, pages: Iterable[Page], accounts: Iterable[Account], judged: Judged = NOTHING_JUDGED) -> Shelf:
        """Number the pages by the day of publication, those without one last."""
        ordered = sorted((p.document for p in pages), key=lambda d: (d.published is None, d.published or "", d.id))
        positions = (p for a in accounts for q in a.questions for p in q.positions)
        names = page_names(ordered)
        return cls(
            {d.id: d for d in ordered},
            names,
            {d.id: f"d-{n}" for n, d in enumerate(ordered, start=1)},
            {c.id: p for p in positions for c in p.claims},
            Marks(judged, names),
        )

    def outlet(self, document: str) -> str:
        """The outlet of a page as people see it."""
        known = self.documents.get(document)
        return printable(known.outlet) if known and known.outlet else "outlet unknown"

    def speaker(self, name: str | None, documents: Iterable[str]) -> str:
        """A voice as the screen names it; beside the word of pages themselves whose pages these are."""
        if name is not None:
            return voice_name(name)
        outlets = list(dict.fromkeys(map(self._published_by, documents)))
        more = f" and {len(outlets) - OUTLETS} more" if len(outlets) > OUTLETS else ""
        return f"{voice_name(None)} ({', '.join(outlets[:OUTLETS])}{more})"

    def _published_by(self, document: str) -> str:
        known = self.documents[document]
        return printable(known.outlet) if known.outlet else self.names[document]

    def place(self, claim: Claim) -> str:
        """Page and offset, as `counterclaim show` takes them."""
        return f"{self.names[claim.document]}:{claim.span.start}"

    def ref(self, claim: Claim) -> Html:
        """The link from a figure to its words."""
        return self._link(claim_anchor(claim), claim.document, self.place(claim))

    def ref_to(self, assertion: Assertion) -> Html:
        """The link to the words of one side of a contradiction."""
        place = f"{self.names[assertion.document]}:{assertion.span.start}"
        return self._link(assertion_anchor(assertion), assertion.document, place)

    def page_ref(self, document: str) -> Html:
        """The link to a page."""
        return self._link(self.anchors[document], document, self.names[document])

    def ref_row(self, claim: Claim) -> dict[str, Any]:
        """The link for scripts."""
        return {"href": claim_anchor(claim), "page": self.anchors[claim.document], "label": self.place(claim)}

    def _link(self, anchor: str, document: str, words: str) -> Html:
        return el("a", words, cls="ref", href=f"#{anchor}", data_page=self.anchors[document])


def claim_anchor(claim: Claim) -> str:
    """The id of a claim's words."""
    return identifier("c", claim.id)


def position_anchor(position: Position) -> str:
    """The id of a position's row."""
    return identifier("p", position.id)


def incident_anchor(incident: Incident | str) -> str:
    """The id of an incident's section."""
    return identifier("i", incident if isinstance(incident, str) else incident.id)


def assertion_anchor(assertion: Assertion) -> str:
    """The id of the words of one side of a contradiction."""
    return identifier("s", content_id(assertion.statement, assertion.span.start, assertion.span.end))


def voice(position: Position, shelf: Shelf) -> Html:
    """Who takes a position, as `Shelf.speaker` names it."""
    return bdi(speaker_of(position, shelf))


def speaker_of(position: Position, shelf: Shelf) -> str:
    """The same as text."""
    return shelf.speaker(position.voice, (c.document for c in position.claims))


def listed(parts: Sequence[Html]) -> list[Html]:
    """Links with blanks between them."""
    return [Html(f"{part} ") for part in parts[:-1]] + list(parts[-1:])
