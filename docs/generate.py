"""Write docs/cli.md and the screens that pages show from what the program says: python docs/generate.py."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import typer
from typer.testing import CliRunner

from counterclaim.faces.cli import app

SCREEN = re.compile(r"<!-- screen: counterclaim (?P<command>[^\n]+) -->\n```text\n.*?```", re.DOTALL)
ROOT = Path(__file__).parents[1]
HEAD = """# Command line

Results go to standard output, progress and messages to standard error; `-` is standard input. This page is written by
`python docs/generate.py` from the program's own help.

Exit codes: 0 done · 1 findings · 2 usage · 3 some pages skipped, or a field of theirs taken as unknown, each named with
its reason. The casebook is `./counterclaim.db` unless `--casebook` or the environment variable `COUNTERCLAIM_CASEBOOK`
says otherwise. `counterclaim --install-completion` teaches your shell the commands.
"""


def describe(name: str, command: Any) -> str:
    """One command as a section: usage, what it does, and a row for each argument and option."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join([name, *(f"{named(p)}{'…' if p.nargs == -1 else ''}" for p in arguments)])
    rows = [f"| `{named(p)}` | {p.help} |" for p in arguments]
    rows += [f"| `{'`, `'.join(p.opts)}` | {p.help} |" for p in options]
    table = ["| | |", "|---|---|", *rows, ""] if rows else []
    return "\n".join([f"## `counterclaim {usage}`", "", command.help.replace("\b\n", ""), "", *table])


def named(argument: Any) -> str:
    """An argument as people write of it; one that would hide a word of Python's ends with "_" there."""
    return str(argument.name).rstrip("_").upper()


def reference() -> str:
    """The page on the command line."""
    group = typer.main.get_command(app)
    commands: dict[str, Any] = vars(group)["commands"]
    return "\n".join([HEAD, *(describe(name, command) for name, command in sorted(commands.items()))])


def first_block(command: str) -> str:
    """What the program draws first on a command: one incident, or one claim; paths are those of the repository."""
    arguments = [str(ROOT / a) if a.startswith("examples/") else a for a in command.split()]
    return CliRunner().invoke(app, [*arguments, "--quiet"]).stdout.split("\n\n")[0].strip()


def with_screens(page: str) -> str:
    """A page with its screens drawn anew."""

    def drawn(screen: re.Match[str]) -> str:
        command = screen["command"]
        return f"<!-- screen: counterclaim {command} -->\n```text\n{first_block(command)}\n```"

    return SCREEN.sub(drawn, page)


def main() -> None:
    """Write all of them."""
    (ROOT / "docs" / "cli.md").write_text(reference(), encoding="utf-8")
    for page in (ROOT / "README.md", ROOT / "docs" / "reading-the-screen.md"):
        page.write_text(with_screens(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
