"""What people judged of what is shown: a sign beside each figure that rests on it, and all of it in a list."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.faces.judged import claim_lines
from counterclaim.model import Claim, Incident, Judged, Question
from counterclaim.report.markup import EMPTY, Html, el
from counterclaim.report.shelf import Shelf
from counterclaim.report.words import counted


def judged_sign(claim: Claim, shelf: Shelf) -> Html | None:
    """The sign of a judgement, read aloud in words; None where nobody has judged."""
    mark = shelf.judged.sign(claim).strip()
    told = "contested by people" if "≠" in mark else "judged by a person"
    return el("span", mark, cls="judged", role="img", aria_label=told, title=told) if mark else None


def judged_remark(question: Question, shelf: Shelf) -> Html:
    """By whom the claims of a question were judged."""
    told = shelf.judged.remark(question)
    return el("p", told, cls="judged") if told else EMPTY


def judged_linking(incident: Incident, shelf: Shelf) -> Iterator[Html]:
    """What people say of the claims being one incident or two."""
    yield from (el("p", line, cls="judged") for line in shelf.judged.linking(incident))


def judgements_section(judged: Judged, shelf: Shelf) -> Html:
    """Claim by claim who judged what, when and why; and what was left out as wrong."""
    if not judged.answers:
        return EMPTY
    claims = [c for p in judged.pages for c in p.claims if c.id in judged.by_claim and c.id in shelf.position_of]
    items = [
        el("li", shelf.ref(c), el("ul", *(el("li", line) for line in claim_lines(c, judged, shelf.names))))
        for c in claims
    ]
    out = [el("p", line, cls="judged") for line in shelf.judged.left_out()]
    people = sorted({name for a in judged.answers for name in a.people})
    told = f"{counted(len(people), 'person', 'people')} judged what the program read: {', '.join(people)}."
    tail = " A figure with ✎ rests on a judgement; where two differ (✎≠) what the program read stands."
    head = el("h2", "Judged by people")
    return el("section", head, el("p", told, tail), *out, el("ul", *items), id="judgements")
