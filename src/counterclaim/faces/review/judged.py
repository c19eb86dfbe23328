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


def counting(about: Iterable[Judgement], answers: Iterable[Answer]) -> list[Judgement]:
    """Of the judgements on a claim those that still say something: behind an answer, or the last word of the unsure."""
    standing = [j for j in in_force(tuple(about)) if j.kind is not JudgementKind.UNDO]
    behind = {j.number for a in answers for _, j in a.said if a.field == CLAIM or j.kind is not JudgementKind.RIGHT}
    last = {j.person: j.number for j in standing if j.kind is JudgementKind.UNSURE or j.number in behind}
    behind |= {j.number for j in standing if j.number == last.get(j.person)}
    return [j for j in standing if j.number in behind]


def history(desk: Desk, claim: Claim) -> Iterator[Text]:
    """Every judgement on a claim with its number, the latest first, and what became of it."""
    about = desk.log.about(claim)
    standing = {j.number for j in in_force(about)}
    said = {j.number for j in counting(about, desk.log.opined(claim).answers)}
    for judgement in reversed(about):
        told = Text(f"{judgement.number:>5}  ").append(line(judgement, desk, claim))
        if judgement.number not in standing:
            told.append("  (taken back)", style="italic")
        elif judgement.number not in said and judgement.kind is not JudgementKind.UNDO:
            told.append("  (said otherwise since)", style="italic")
        yield told


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
