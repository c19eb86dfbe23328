"""Write docs/cli.md from what the command line says of itself: python docs/generate_cli.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from counterclaim.faces.cli import app

HEAD = """# Command line

Results go to standard output, progress and messages to standard error; `-` is standard input. This page is written by
`python docs/generate_cli.py` from the program's own help.

Exit codes: 0 done · 1 findings · 2 usage · 3 some pages skipped, or a field of theirs taken as unknown, each named with
its reason. The casebook is `./counterclaim.db` unless `--casebook` or the environment variable `COUNTERCLAIM_CASEBOOK`
says otherwise. `counterclaim --install-completion` teaches your shell the commands.
"""


def describe(name: str, command: Any) -> str:
    """One command as a section: usage, what it does, and a row for each argument and option."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join([name, *(f"{p.name.upper()}{'…' if p.nargs == -1 else ''}" for p in arguments)])
    rows = [f"| `{p.name.upper()}` | {p.help} |" for p in arguments]
    rows += [f"| `{'`, `'.join(p.opts)}` | {p.help} |" for p in options]
    table = ["| | |", "|---|---|", *rows, ""] if rows else []
    return "\n".join([f"## `counterclaim {usage}`", "", command.help, "", *table])


def main() -> None:
    """Write the page."""
    group = typer.main.get_command(app)
    commands: dict[str, Any] = vars(group)["commands"]
    sections = [describe(name, command) for name, command in sorted(commands.items())]
    Path(__file__).with_name("cli.md").write_text("\n".join([HEAD, *sections]), encoding="utf-8")


if __name__ == "__main__":
    main()
