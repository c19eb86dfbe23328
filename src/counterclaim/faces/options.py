"""Options that several commands share, with the words in which their help tells them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_CASEBOOK = "counterclaim.db"

Paths = Annotated[list[str], typer.Argument(help="Folders, .jsonl .html .txt .pdf .warc files, or - for stdin.")]
SomePaths = Annotated[
    list[str] | None, typer.Argument(help="Pages to read; without any, the casebook's pages are used.")
]
CasebookPath = Annotated[
    str,
    typer.Option(
        "--casebook", envvar="COUNTERCLAIM_CASEBOOK", help="The casebook: a file, or postgresql://user@host/database."
    ),
]
NoCasebook = Annotated[bool, typer.Option("--no-casebook", help="Leave nothing behind.")]
Processes = Annotated[
    int, typer.Option("--processes", "-p", min=0, help="Worker processes; 0 chooses by the number of cores.")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress and no messages, only results and skipped pages.")
]
Parties = Annotated[
    Path | None, typer.Option("--parties", help="Your own parties and monitors (TOML).", exists=True, dir_okay=False)
]
OneIncident = Annotated[
    str | None, typer.Option("--incident", metavar="ID", help="Only this incident: its id, or PAGE:OFFSET.")
]
WithoutJudgements = Annotated[
    bool, typer.Option("--without-judgements", help="Show what the program makes of it, whatever people judged.")
]
