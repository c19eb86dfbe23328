"""The commands `judge` and `judgements`: one judgement recorded, and all that were, with what became of them."""

from __future__ import annotations

from typing import Annotated

import typer

from counterclaim.casebook import open_casebook
from counterclaim.export.jsonl import line
from counterclaim.export.records import to_json
from counterclaim.faces import workflow
from counterclaim.faces.history import history, what
from counterclaim.faces.judging import PERSON
from counterclaim.faces.opining import FORMS, judge_in_words
from counterclaim.faces.options import DEFAULT_CASEBOOK, CasebookPath
from counterclaim.faces.unheard import unheard
from counterclaim.faces.wording import page_names, printable
from counterclaim.faces.workflow import Format
from counterclaim.judging import view
from counterclaim.judging.chain import head
from counterclaim.judging.values import FIELDS
from counterclaim.model import JudgementKind, RelationKind

SAYS = """Record what you judge of a claim, two claims, a voice, a page or a source: it is appended and never changed.

CLAIM is PAGE:OFFSET as `compare` prints it, or an id; `counterclaim show CLAIM` shows what it is. Write one of

\b
"""
EXAMPLES = (
    'counterclaim judge value mail-1:276 "figure=>=17" --note "named below"',
    'counterclaim judge voice "the rebels" "Upland Front" --page mail-1',
    "counterclaim judge undo last",
)
FIELD = f"FIELD is one of {', '.join(FIELDS)}; a figure is 126, >=112, <=30, ~30, 20-30 or vague."
LINE = "    {}\n".format
JUDGE = f"{SAYS}{''.join(map(LINE, FORMS.values()))}\n{FIELD}\n\nFor example\n\n\b\n{''.join(map(LINE, EXAMPLES))}"


def decide(  # noqa: PLR0913  # one parameter an option
    kind: Annotated[JudgementKind, typer.Argument(help="What you say.", show_choices=True)],
    target: Annotated[list[str], typer.Argument(help="What it is on, and what you say, as above.")],
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
        made = judge_in_words(book, kind, *target, by=by, note=note, page=page, relation=relation, contrary=contrary)
        said = what(made.opinion, page_names(book.headers()))
        remark = unheard(book, made.opinion)
    workflow.emit_lines([printable(f"judgement {made.number} by {made.person}: {said} (hash {made.hash})")])
    if remark:
        workflow.complain(f"{remark}; `counterclaim judge undo {made.number}` takes it back")


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
