"""The command `review`: claims judged one by one in the terminal."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from counterclaim.casebook import open_casebook
from counterclaim.errors import InputError, JudgementError
from counterclaim.faces.judging import PERSON, person
from counterclaim.faces.options import DEFAULT_CASEBOOK, CasebookPath, Parties, Quiet

ASPECT = "Only this question: killed, injured, missing, detained, displaced, evacuated or responsibility."


def review(  # noqa: PLR0913  # one parameter an option
    *,
    by: Annotated[str | None, typer.Option("--by", envvar=PERSON, help="Your name; else the system's user.")] = None,
    incident: Annotated[
        str | None, typer.Option("--incident", help="Only this incident: words of its title, its id, or PAGE:OFFSET.")
    ] = None,
    aspect: Annotated[str | None, typer.Option("--aspect", help=ASPECT)] = None,
    page: Annotated[str | None, typer.Option("--page", help="Only this page, by its name or id.")] = None,
    unjudged: Annotated[bool, typer.Option("--unjudged", help="Only claims that nobody has judged.")] = False,
    casebook: CasebookPath = DEFAULT_CASEBOOK,
    parties: Parties = None,
    quiet: Quiet = False,
) -> None:
    """Judge claims one by one in the terminal, a key a verdict, each saved at once; `?` shows the keys."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError("review needs a terminal to draw on; `counterclaim judge` judges without one")
    from counterclaim.faces.review.app import Review  # noqa: PLC0415  # Textual is dear to import
    from counterclaim.faces.review.opening import open_session  # noqa: PLC0415
    from counterclaim.faces.review.queue import Wanted  # noqa: PLC0415

    with open_casebook(casebook, create=False) as book:
        who = _person(by)
        if not quiet:
            typer.echo(f"linking and weighing {book.counts().claims:,} claims …", err=True)
        session = open_session(book, who, Wanted(incident, aspect, page, unjudged=unjudged), parties)
        Review(session).run()
    if not quiet:
        made = len(session.state.done)
        typer.echo(f"{made} verdict{'' if made == 1 else 's'} by {who} saved in {book.name}", err=True)


def _person(given: str | None) -> str:
    """Who judges; asked for where nothing says it."""
    try:
        return person(given)
    except JudgementError:
        return str(typer.prompt("Your name, which your judgements bear", err=True)).strip()
