"""Judgements in words, for the screen and the history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from rich.text import Text

from counterclaim.faces.history import what
from counterclaim.faces.judged import CONTESTED
from counterclaim.faces.review.desk import Desk
from counterclaim.faces.wording import JUDGED, printable
from counterclaim.judging.tally import CLAIM, INCIDENT, NAME, RELATION, YES, in_force
from counterclaim.judging.values import FIELDS, shown
from counterclaim.model import Anchor, Answer, Claim, Judgement, JudgementKind, Opinion

ALONE = {kind: kind.value for kind in (JudgementKind.RIGHT, JudgementKind.WRONG, JudgementKind.UNSURE)}
WITH = {JudgementKind.ONE: "one incident with", JudgementKind.TWO: "another incident than"}


def line(judgement: Judgement, desk: Desk, claim: Claim) -> Text:
    """One judgement on a claim: what, by whom, when, and the note."""
    when = printable(judgement.at.replace("T", " ")[:16])
    out = Text(f"{JUDGED} {_words(judgement.opinion, desk, claim)}")
    out.append(f" · judged by {printable(judgement.person)}, {when}", style="dim")
    return out.append(f" · “{printable(judgement.note)}”") if judgement.note else out


def _words(opinion: Opinion, desk: Desk, claim: Claim) -> str:
    """What an opinion says; what is of this claim alone need not name it."""
    if opinion.kind in ALONE and len(opinion.claims) == 1:
        return ALONE[opinion.kind]
    if opinion.kind is JudgementKind.VALUE:
        return ", ".join(f"{f.replace('_', ' ')} is {printable(shown(f, text))}" for f, text in opinion.says)
    own = (claim.document, claim.span.start, claim.span.end)
    others = tuple(a for a in opinion.claims if (a.document, a.start, a.end) != own)
    if opinion.kind in WITH and others:
        return f"{WITH[opinion.kind]} {' and '.join(_place(a, desk) for a in others)}"
    return printable(what(opinion, desk.names))


def disputes(answers: Iterable[Answer]) -> Iterator[Text]:
    """A line each question on which people differ."""
    for answer in answers:
        if answer.is_contested:
            sides = " / ".join(f"{printable(j.person)}: {_answer(answer, value)}" for value, j in answer.said)
            told = f"{CONTESTED} {_asked(answer)}: contested: {sides} (what was read stands)"
            yield Text(told, style="bold")


def history(judgements: Iterable[Judgement], desk: Desk, claim: Claim) -> Iterator[Text]:
    """Every judgement with its number, the latest first; those taken back say so."""
    judgements = tuple(judgements)
    counting = {j.number for j in in_force(judgements)}
    for judgement in reversed(judgements):
        told = Text(f"{judgement.number:>5}  ").append(line(judgement, desk, claim))
        yield told if judgement.number in counting else told.append("  (taken back)", style="italic")


def _place(anchor: Anchor, desk: Desk) -> str:
    name = desk.names.get(anchor.document) or printable(anchor.document)
    return f"{name}:{anchor.start} “{printable(anchor.exact)}”"


def _asked(answer: Answer) -> str:
    words = {CLAIM: "whether it claims this", INCIDENT: "whether of one incident", RELATION: "whether it is related"}
    return words.get(answer.field) or ("who says it" if answer.field == NAME else answer.field.replace("_", " "))


def _answer(answer: Answer, value: str) -> str:
    if answer.field in FIELDS:
        return printable(shown(answer.field, value))
    if answer.field in (CLAIM, RELATION):
        return "yes" if value == YES else "no"
    return printable(str(json.loads(value)))
