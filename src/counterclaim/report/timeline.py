"""When each value was first said and said again, and when its own voice replaced it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.faces.wording import printable
from counterclaim.linking.revisions import moment
from counterclaim.model import Account, Claim, Position, Relation, RelationKind
from counterclaim.report.markup import EMPTY, Html, el, join
from counterclaim.report.positions import value
from counterclaim.report.shelf import Shelf, incident_anchor, listed, position_anchor, speaker_of, voice
from counterclaim.report.words import told_on

NEVER = "9"  # sorts after every date


@dataclass(frozen=True)
class Saying:
    """A position with the claims that carry it by the time of their pages, and what replaced it, if anything."""

    position: Position
    claims: Sequence[Claim]
    first: str | None
    struck: bool = False
    by: Position | None = None
    struck_on: str | None = None


def sayings_of(account: Account, relations: Sequence[Relation], shelf: Shelf) -> list[Saying]:
    """The positions of an incident in the order in which they were first said; undated ones at the end."""
    positions = [(p, p.id in q.replaced) for q in account.questions for p in q.positions]
    first = {p.id: _dated(p, shelf) for p, _ in positions}
    later = _replacing(relations, first, shelf)
    found = [_saying(p, first[p.id], later.get(p.id) if gone else None, shelf, struck=gone) for p, gone in positions]
    return sorted(found, key=lambda s: s.first or NEVER)


def timeline_rows(sayings: Sequence[Saying], shelf: Shelf) -> list[dict[str, Any]]:
    """The timeline for scripts."""
    return [
        {
            "question": s.position.question,
            "voice": speaker_of(s.position, shelf),
            "value": printable(s.position.value),
            "low": s.position.low,
            "high": s.position.high,
            "position": position_anchor(s.position),
            "said": [_said(c, shelf) for c in s.claims],
            "struck": s.struck,
            "struck_at": s.struck_on,
            "struck_by": position_anchor(s.by) if s.by else None,
        }
        for s in sayings
    ]


def timeline_section(account: Account, sayings: Sequence[Saying], shelf: Shelf) -> Html:
    """The sayings as a list, day by day."""
    if not sayings:
        return EMPTY
    items = [el("li", *_item(saying, shelf), cls="struck" if saying.struck else None) for saying in sayings]
    figure = el("figure", cls="drawing", data_draw="timeline", data_incident=incident_anchor(account.incident))
    return el("section", el("h3", "When it was said"), figure, el("ol", *items, cls="plain"), cls="timeline")


def _item(saying: Saying, shelf: Shelf) -> Iterator[Html | str | None]:
    position = saying.position
    yield told_on(saying.first)
    yield from (" ", el("span", position.question, cls="what"), " ")
    yield value(position, stands=not saying.struck)
    yield from (" ", voice(position, shelf), " ")
    yield from listed([shelf.ref(c) for c in saying.claims])
    if saying.struck and saying.by:
        when = join(", ", told_on(saying.struck_on)) if saying.struck_on else EMPTY
        yield el("span", " replaced by ", value(saying.by), when, cls="until")
    elif saying.struck:
        yield el("span", " replaced", cls="until")


def _saying(position: Position, dated: Sequence[Claim], by: Position | None, shelf: Shelf, *, struck: bool) -> Saying:
    first = _published(dated[0], shelf) if dated else None
    on = _published(_dated(by, shelf)[0], shelf) if by else None
    return Saying(position, dated, first, struck, by, on)


def _dated(position: Position, shelf: Shelf) -> list[Claim]:
    return sorted(position.claims, key=lambda c: (_published(c, shelf) or NEVER, c.document, c.span.start))


def _replacing(
    relations: Sequence[Relation], claims: Mapping[str, Sequence[Claim]], shelf: Shelf
) -> dict[str, Position]:
    """By the id of what was replaced, the first value to come after it."""
    found: dict[str, Position] = {}
    for r in relations:
        if r.kind is RelationKind.REVISES and r.a.id in claims:
            known = found.get(r.b.id)
            if known is None or _when(claims[r.a.id], shelf) < _when(claims[known.id], shelf):
                found[r.b.id] = r.a
    return found


def _when(claims: Sequence[Claim], shelf: Shelf) -> tuple[str, int]:
    return (_published(claims[0], shelf) or NEVER, claims[0].low or 0) if claims else (NEVER, 0)


def _published(claim: Claim, shelf: Shelf) -> str | None:
    return shelf.documents[claim.document].published


def _said(claim: Claim, shelf: Shelf) -> dict[str, Any]:
    published = _published(claim, shelf)
    found = moment(published) if published else None
    return {"at": published if found else None, "to_hour": bool(found and found[1]), **shelf.ref_row(claim)}
