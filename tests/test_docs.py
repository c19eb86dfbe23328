"""The documentation says what the program does."""

import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from counterclaim.faces.cli import app

ROOT = Path(__file__).parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMANDS = vars(typer.main.get_command(app))["commands"]


def test_the_readme_s_first_screen_is_real_output() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- screen: counterclaim demo -->\n```text\n(.*?)```", readme, re.DOTALL)
    assert shown, "the README has no screen"
    real = CliRunner().invoke(app, ["demo"]).stdout
    first = "\n\n".join(real.split("\n\n")[: shown.group(1).strip().count("\n\n") + 1])
    assert shown.group(1).strip() == first.strip(), "run: python docs/generate.py"


def test_the_words_behind_each_field_are_real_output() -> None:
    page = (ROOT / "docs" / "reading-the-screen.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- screen: counterclaim (read [^\n]+) -->\n```text\n(.*?)```", page, re.DOTALL)
    assert shown
    arguments = [str(ROOT / a) if a.startswith("examples/") else a for a in shown.group(1).split()]
    real = CliRunner().invoke(app, [*arguments, "--quiet"]).stdout
    assert real.split("\n\n")[0].strip() == shown.group(2).strip(), "run: python docs/generate.py"


def test_the_words_behind_a_row_are_real_output() -> None:
    page = (ROOT / "docs" / "first-five-minutes.md").read_text(encoding="utf-8")
    shown = re.search(r"counterclaim (show [^\n]+)\n```\n\n```text\n(.*?)```", page, re.DOTALL)
    assert shown
    arguments = [str(ROOT / a) if a.startswith("examples/") else a for a in shown.group(1).split()]
    assert CliRunner().invoke(app, arguments).stdout.strip() == shown.group(2).strip()


@pytest.mark.parametrize("page", DOCS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = [
        t for t in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in t and not t.startswith("mailto:")
    ]
    assert [t for t in targets if not (page.parent / t).exists()] == []


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_documented(command: str) -> None:
    assert f"counterclaim {command}" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def test_the_command_reference_is_what_the_program_says() -> None:
    """`docs/cli.md` is generated: python docs/generate.py."""
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        told = COMMANDS[command]
        assert told.help, f"{command} has no help"
        assert " ".join(told.help.replace("\b", "").split()) in " ".join(written.split())
        for option in told.params:
            assert all(name in written for name in option.opts if name.startswith("--"))
