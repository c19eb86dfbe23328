"""All judgements as a list: what each says in words, and what has become of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from counterclaim.faces.judged import listed
from counterclaim.faces.wording import printable
from counterclaim.judging.tally import in_force
from counterclaim.judging.values import shown
from counterclaim.model import Anchor, Judged, Judgement, JudgementKind, Opinion

LONGEST = 40  # characters of a claim's words
WORDS = {JudgementKind.ONE: "of one incident", JudgementKind.TWO: "of two incidents"}


def history(
    made: Sequence[Judgement], judged: Judged, names: Mapping[str, str], *, head: str | None = None
) -> RenderableType:
    """The judgements, a row each, with what is undone, contested, said otherwise since, or has lost its hold."""
    fates = _fates(made, judged)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for name in ("no.", "when", "who", "what"):
        table.add_column(name, overflow="fold")
    for j in made:
        fate = f" ({fates[j.number]})" if j.number in fates else ""
        note = f" · {printable(j.note)}" if j.note else ""
        told = printable(what(j.opinion, names))
        table.add_row(
            str(j.number), j.at[:16].replace("T", " "), Text(printable(j.person)), Text(f"{told}{note}{fate}")
        )
    if not made:
        return Text("No judgements.")
    return Group(table, Text(f"Hash of the last: {head}", style="dim")) if head else Group(table)


def _fates(made: Sequence[Judgement], judged: Judged) -> dict[int, str]:
    """By number, what became of a judgement; nothing where it simply counts."""
    there = {j.number for j in in_force(made)}
    counted = {j.number for a in judged.answers for _, j in a.said}
    contested = {j.number: a.people for a in judged.contested for _, j in a.said}
    lost = {o.judgement.number: o.reason for o in judged.orphans}
    silent = {JudgementKind.UNDO, JudgementKind.UNSURE}
    found = {j.number: "said otherwise since" for j in made if j.number not in counted and j.kind not in silent}
    found |= {n: f"contested by {listed(people)}" for n, people in contested.items()}
    found |= {n: f"lost its hold: {reason}" for n, reason in lost.items()}
    return found | {j.number: "undone" for j in made if j.number not in there}


def what(opinion: Opinion, names: Mapping[str, str]) -> str:
    """An opinion in words."""
    claims = " and ".join(_anchored(a, names) for a in opinion.claims)
    pages = [names.get(p.document, p.document) for p in opinion.pages]
    says: dict[str, Any] = {field: json.loads(value) for field, value in opinion.says}
    match opinion.kind:
        case JudgementKind.VALUE:
            told = ", ".join(f"{field.replace('_', ' ')} is {shown(field, value)}" for field, value in opinion.says)
        case JudgementKind.VOICE:
            told = f"the voice {opinion.name} is {says['voice']}" + (f" on {pages[0]}" if pages else "")
        case JudgementKind.COPY:
            told = f"{pages[0]} is {'a' if says['copy'] else 'no'} copy of {pages[1]}"
        case JudgementKind.RELIABILITY:
            told = f"the reliability of {opinion.name} is {says['reliability']}"
        case JudgementKind.UNRELATED:
            told = f"{_relation(says['relation'])} {'holds' if says['holds'] else 'does not hold'}"
        case JudgementKind.RATING:
            told = f"holds it {says['rating']}"
        case JudgementKind.UNDO:
            told = f"undoes {opinion.undoes}"
        case _:
            told = WORDS.get(opinion.kind, opinion.kind.value)
    return f"{told}: {claims}" if claims else told


def _relation(kind: str | None) -> str:
    return f"the relation “{kind}”" if kind else "any relation"


def _anchored(anchor: Anchor, names: Mapping[str, str]) -> str:
    words = anchor.exact if len(anchor.exact) <= LONGEST else anchor.exact[:LONGEST].rstrip() + "…"
    return f"{names.get(anchor.document, anchor.document)}:{anchor.start} “{words}” ({anchor.aspect})"
