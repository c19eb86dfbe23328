"""The commands `judge` and `judgements`: one judgement recorded, and all that were, with what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from counterclaim.casebook import open_casebook
from counterclaim.errors import JudgementError
from counterclaim.export.jsonl import line
from counterclaim.export.records import to_json
from counterclaim.faces import workflow
from counterclaim.faces.history import history
from counterclaim.faces.judging import PERSON, Targets, judge, person
from counterclaim.faces.options import DEFAULT_CASEBOOK, CasebookPath
from counterclaim.faces.wording import page_names
from counterclaim.faces.workflow import Format
from counterclaim.judging import opinions, view
from counterclaim.judging.chain import head
from counterclaim.judging.values import FIELDS
from counterclaim.model import JudgementKind, Opinion, RelationKind

FORMS = {
    JudgementKind.RIGHT: "right CLAIM",
    JudgementKind.WRONG: "wrong CLAIM",
    JudgementKind.VALUE: f"value CLAIM FIELD=VALUE… with a field of {', '.join(FIELDS)}",
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
HELP = "What it is on and what you say: CLAIM is PAGE:OFFSET or an id.\n\n" + "\n\n".join(
    f"counterclaim judge {form}" for form in FORMS.values()
)


@dataclass(frozen=True)
class _Asked:
    """What the command line says besides the kind."""

    words: Sequence[str]
    targets: Targets
    page: str | None
    relation: RelationKind | None
    contrary: bool
    note: str
    last: Callable[[], int]


def decide(  # noqa: PLR0913  # one parameter an option
    kind: Annotated[JudgementKind, typer.Argument(help="What you say.", show_choices=True)],
    target: Annotated[list[str], typer.Argument(help=HELP)],
    *,
    by: Annotated[str | None, typer.Option("--by", envvar=PERSON, help="Your name; else the system's user.")] = None,
    note: Annotated[str, typer.Option("--note", "-n", help="Why, for those who come after you.")] = "",
    page: Annotated[str | None, typer.Option("--page", help="On which page a voice is that party.")] = None,
    relation: Annotated[RelationKind | None, typer.Option("--relation", help="Which relation does not hold.")] = None,
    contrary: Annotated[bool, typer.Option("--not", help="Say the contrary, of a copy or an unrelated.")] = False,
    casebook: CasebookPath = DEFAULT_CASEBOOK,
) -> None:
    """Record what you judge of a claim, two claims, a voice, a page or a source: it is appended and never changed."""
    with open_casebook(casebook, create=False) as book:
        who = person(by)

        def last() -> int:
            mine = [j.number for j in book.judgements() if j.person == who and j.kind is not JudgementKind.UNDO]
            gone = {j.opinion.undoes for j in book.judgements() if j.person == who}
            left = [n for n in mine if n not in gone]
            if not left:
                raise JudgementError(f"{who} has made no judgement that could be undone")
            return left[-1]

        asked = _Asked(target, Targets(book), page, relation, contrary, note, last)
        made = judge(book, _opinion(kind, asked), by=who)
    workflow.emit_lines([f"judgement {made.number} by {made.person}: {made.kind} (hash {made.hash})"])


def judgements(
    *,
    orphans: Annotated[bool, typer.Option("--orphans", help="Only those that lost their hold.")] = False,
    output: Annotated[Format | None, typer.Option("--format", "-f", help="Write records to stdout.")] = None,
    casebook: CasebookPath = DEFAULT_CASEBOOK,
) -> None:
    """List what people judged, in the order in which they did, with what is undone, contested or has lost its hold."""
    with open_casebook(casebook, create=False) as book:
        made = book.judgements()
        on = {a.document for j in made for a in j.opinion.claims} | {p.document for j in made for p in j.opinion.pages}
        judged = view(book.pages(on), made)
        names = page_names(book.headers())
    if orphans:
        lost = {o.judgement.number for o in judged.orphans}
        made = tuple(j for j in made if j.number in lost)
    if output is not None:
        workflow.emit_lines(line(to_json(j)) for j in made)
    else:
        workflow.emit(history(made, judged, names, head=None if orphans else head(made)))


def _opinion(kind: JudgementKind, asked: _Asked) -> Opinion:
    """The opinion that the command line gives; raises JudgementError, with the form, where it gives none."""
    try:
        return _MAKERS[kind](asked)
    except (ValueError, IndexError) as error:
        raise JudgementError(f"write: counterclaim judge {FORMS[kind]}") from error


def _right(asked: _Asked) -> Opinion:
    (target,) = asked.words
    anchor = asked.targets.anchor(target)
    return opinions.right(anchor, asked.targets.shown(asked.targets.claim(target)), note=asked.note)


def _wrong(asked: _Asked) -> Opinion:
    (target,) = asked.words
    return opinions.wrong(asked.targets.anchor(target), note=asked.note)


def _value(asked: _Asked) -> Opinion:
    target, *pairs = asked.words
    claim = asked.targets.claim(target)
    said = dict(pair.split("=", 1) for pair in pairs)
    if unknown := said.keys() - set(FIELDS):
        raise JudgementError(f"a claim has no field {', '.join(sorted(unknown))}; there are {', '.join(FIELDS)}")
    values = {field: asked.targets.value(claim, field, text) for field, text in said.items()}
    return opinions.value(asked.targets.anchor(target), note=asked.note, **values)


def _voice(asked: _Asked) -> Opinion:
    name, party = asked.words
    return opinions.voice(name, party, asked.targets.mark(asked.page) if asked.page else None, note=asked.note)


def _one(asked: _Asked) -> Opinion:
    return opinions.one(*map(asked.targets.anchor, asked.words), note=asked.note)


def _two(asked: _Asked) -> Opinion:
    a, b = map(asked.targets.anchor, asked.words)
    return opinions.two(a, b, note=asked.note)


def _unrelated(asked: _Asked) -> Opinion:
    a, b = map(asked.targets.anchor, asked.words)
    return opinions.unrelated(a, b, asked.relation, holds=asked.contrary, note=asked.note)


def _copy(asked: _Asked) -> Opinion:
    page, original = map(asked.targets.mark, asked.words)
    return opinions.copy(page, original, is_copy=not asked.contrary, note=asked.note)


def _reliability(asked: _Asked) -> Opinion:
    name, letter = asked.words
    return opinions.reliability(name, letter.upper(), note=asked.note)  # type: ignore[arg-type]  # checked there


def _rating(asked: _Asked) -> Opinion:
    target, *words = asked.words
    return opinions.rating(asked.targets.anchor(target), " ".join(words), note=asked.note)


def _unsure(asked: _Asked) -> Opinion:
    return opinions.unsure(*map(asked.targets.anchor, asked.words), note=asked.note)


def _undo(asked: _Asked) -> Opinion:
    (number,) = asked.words
    undone = asked.last() if number == "last" else int(number)
    return Opinion(JudgementKind.UNDO, undoes=undone, note=asked.note)


_MAKERS: dict[JudgementKind, Callable[[_Asked], Opinion]] = {
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
