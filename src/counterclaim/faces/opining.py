"""Opinions in the words of the command line: a kind, and what it is on and what one says, as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counterclaim.errors import JudgementError
from counterclaim.faces.judging import Targets, judge, person
from counterclaim.judging import opinions
from counterclaim.judging.tally import in_force
from counterclaim.judging.values import FIELDS
from counterclaim.model import Judgement, JudgementKind, Opinion, RelationKind

if TYPE_CHECKING:
    from counterclaim.casebook import Casebook

FORMS = {
    JudgementKind.RIGHT: "right CLAIM",
    JudgementKind.WRONG: "wrong CLAIM",
    JudgementKind.VALUE: "value CLAIM FIELD=VALUE…",
    JudgementKind.VOICE: "voice NAME PARTY (with --page PAGE on that page only)",
    JudgementKind.ONE: "one CLAIM CLAIM…",
    JudgementKind.TWO: "two CLAIM CLAIM",
    JudgementKind.UNRELATED: "unrelated CLAIM CLAIM (with --relation KIND only that relation)",
    JudgementKind.COPY: "copy PAGE ORIGINAL (with --not, that it is none)",
    JudgementKind.RELIABILITY: "reliability NAME LETTER, A to F",
    JudgementKind.RATING: "rating CLAIM WORDS",
    JudgementKind.UNSURE: "unsure CLAIM, or unsure CLAIM CLAIM",
    JudgementKind.UNDO: "undo NUMBER, or undo last",
}
REFINED = {  # what refines an opinion: with which kinds it goes
    "page": (JudgementKind.VOICE,),
    "relation": (JudgementKind.UNRELATED,),
    "not": (JudgementKind.COPY, JudgementKind.UNRELATED),
}


@dataclass(frozen=True)
class Asked:
    """What is said besides the kind: of which claims, pages or name, and what; the others refine it.

    `last` gives the number of the person's last judgement that counts.
    """

    words: Sequence[str]
    targets: Targets
    last: Callable[[], int]
    page: str | None = None
    relation: RelationKind | None = None
    contrary: bool = False
    note: str = ""


def judge_in_words(  # one parameter an option of the command
    casebook: Casebook,
    kind: JudgementKind | str,
    *words: str,
    by: str | None = None,
    note: str = "",
    page: str | None = None,
    relation: RelationKind | str | None = None,
    contrary: bool = False,
) -> Judgement:
    """Record what somebody judges, told as on the command line: `judge(casebook, "value", "daily:144", "figure=15")`.

    `by` is who judges, else COUNTERCLAIM_PERSON or the system's user. Raises JudgementError, with the form, where it
    makes no sense, and NotFoundError where no such claim or page is in the casebook.
    """
    who = person(by)
    try:
        kind, relation = JudgementKind(kind), RelationKind(relation) if relation else None
        asked = Asked(words, Targets(casebook), lambda: _last(casebook, who), page, relation, contrary, note)
    except ValueError as error:
        raise JudgementError(f"{error}; there are {', '.join(JudgementKind)}") from error
    _check_refined(kind, {"page": page, "relation": relation, "not": contrary})
    try:
        opinion = MAKERS[kind](asked)
    except (ValueError, IndexError) as error:
        raise JudgementError(f"write: counterclaim judge {FORMS[kind]}") from error
    return judge(casebook, opinion, by=who)


def _check_refined(kind: JudgementKind, given: Mapping[str, object]) -> None:
    """Refuse what the kind does not know: who writes "right" and "--not" means something else."""
    for name, value in given.items():
        if value and kind not in REFINED[name]:
            raise JudgementError(f"{kind} takes no --{name}: it goes with {' and '.join(REFINED[name])}")


def _last(casebook: Casebook, who: str) -> int:
    mine = [j for j in in_force(casebook.judgements()) if j.person == who and j.kind is not JudgementKind.UNDO]
    if not mine:
        raise JudgementError(f"{who} has made no judgement that could be undone")
    return mine[-1].number


def _right(asked: Asked) -> Opinion:
    (target,) = asked.words
    anchor = asked.targets.anchor(target)
    return opinions.right(anchor, asked.targets.shown(asked.targets.claim(target)), note=asked.note)


def _wrong(asked: Asked) -> Opinion:
    (target,) = asked.words
    return opinions.wrong(asked.targets.anchor(target), note=asked.note)


def _value(asked: Asked) -> Opinion:
    target, *pairs = asked.words
    claim = asked.targets.claim(target)
    said = dict(pair.split("=", 1) for pair in pairs)
    if unknown := said.keys() - set(FIELDS):
        raise JudgementError(f"a claim has no field {', '.join(sorted(unknown))}; there are {', '.join(FIELDS)}")
    values = {field: asked.targets.value(claim, field, text) for field, text in said.items()}
    return opinions.value(asked.targets.anchor(target), note=asked.note, **values)


def _voice(asked: Asked) -> Opinion:
    name, party = asked.words
    return opinions.voice(name, party, asked.targets.mark(asked.page) if asked.page else None, note=asked.note)


def _one(asked: Asked) -> Opinion:
    return opinions.one(*map(asked.targets.anchor, asked.words), note=asked.note)


def _two(asked: Asked) -> Opinion:
    a, b = map(asked.targets.anchor, asked.words)
    return opinions.two(a, b, note=asked.note)


def _unrelated(asked: Asked) -> Opinion:
    a, b = map(asked.targets.anchor, asked.words)
    return opinions.unrelated(a, b, asked.relation, holds=asked.contrary, note=asked.note)


def _copy(asked: Asked) -> Opinion:
    page, original = map(asked.targets.mark, asked.words)
    return opinions.copy(page, original, is_copy=not asked.contrary, note=asked.note)


def _reliability(asked: Asked) -> Opinion:
    name, letter = asked.words
    return opinions.reliability(name, letter.upper(), note=asked.note)  # type: ignore[arg-type]  # checked there


def _rating(asked: Asked) -> Opinion:
    target, *words = asked.words
    return opinions.rating(asked.targets.anchor(target), " ".join(words), note=asked.note)


def _unsure(asked: Asked) -> Opinion:
    return opinions.unsure(*map(asked.targets.anchor, asked.words), note=asked.note)


def _undo(asked: Asked) -> Opinion:
    (number,) = asked.words
    undone = asked.last() if number == "last" else int(number)
    return Opinion(JudgementKind.UNDO, undoes=undone, note=asked.note)


MAKERS: dict[JudgementKind, Callable[[Asked], Opinion]] = {
    JudgementKind.RIGHT: _right,
    JudgementKind.WRONG: _wrong,
    JudgementKind.VALUE: _value,
    JudgementKind.VOICE: _voice,
    JudgementKind.ONE: _one,
    JudgementKind.TWO: _two,
    JudgementKind.UNRELATED: _unrelated,
    JudgementKind.COPY: _copy,
    JudgementKind.RELIABILITY: _reliability,
    JudgementKind.RATING: _rating,
    JudgementKind.UNSURE: _unsure,
    JudgementKind.UNDO: _undo,
}
