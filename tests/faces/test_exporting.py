"""`export` and `import` on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from counterclaim.export.formats import ExportFormat
from counterclaim.faces.cli import app

MILL = (
    "Shells hit the mill in Tarnholt on Friday. At least 12 people were killed, Samira al-Khatib, 34, a nurse, said. "
    "The Tarn Watch monitoring group said 14 people were killed."
)
FERRY = "Fifteen people were wounded when a mine exploded near Veskad on Saturday, the Orsk army said in a statement."
Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    rows = [
        {"id": "mill", "text": MILL, "outlet": "Weir Post", "published": "2019-05-05"},
        {"id": "ferry", "text": FERRY, "outlet": "Weir Post", "published": "2019-05-05"},
    ]
    Path("pages.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")

    def invoke(*arguments: object, stdin: bytes | None = None) -> Any:
        return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin, env={"COLUMNS": "120"})

    return invoke


@pytest.mark.parametrize("format_", ExportFormat)
def test_every_format_is_written_whole_and_leaves_nothing_else(run: Run, tmp_path: Path, format_: ExportFormat) -> None:
    assert run("export", format_, "pages.jsonl", "-o", "out").exit_code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "pages.jsonl"]
    assert Path("out").read_bytes() == run("export", format_, "pages.jsonl").stdout_bytes


def test_jsonl_is_what_read_writes(run: Run) -> None:
    assert run("export", "jsonl", "pages.jsonl").stdout == run("read", "pages.jsonl", "--format", "jsonl").stdout


def test_a_casebook_comes_back_with_equal_ids(run: Run) -> None:
    run("read", "pages.jsonl", "--casebook", "a.db")
    assert run("export", "jsonl", "--casebook", "a.db", "-o", "claims.out", "--pages", "pages.out").exit_code == 0
    back = run("import", "pages.out", "claims.out", "--casebook", "b.db")
    assert (back.exit_code, back.stdout) == (0, "")
    assert "2 pages imported, 0 were there already, 0 lines refused" in back.stderr
    first, second = (run("export", "jsonl", "--casebook", book).stdout for book in ("a.db", "b.db"))
    assert first == second
    run("export", "jsonl", "--casebook", "b.db", "-o", "claims.out", "--pages", "again.out")
    readers = [json.loads(line)["reading"]["reader"] for line in Path("again.out").read_text("utf-8").splitlines()]
    assert all(r.startswith("imported: 0.") for r in readers)
    again = run("import", "pages.out", "--casebook", "b.db")
    assert "0 pages imported, 2 were there already" in again.stderr


def test_what_is_damaged_is_named_and_the_rest_is_taken(run: Run) -> None:
    run("export", "jsonl", "pages.jsonl", "-o", "claims.out", "--pages", "pages.out")
    first, second = Path("pages.out").read_text(encoding="utf-8").splitlines()
    bad = first.replace("12 people", "19 people", 1)
    Path("bad.out").write_text(f"{bad}\n{{\n\n{second}\n", encoding="utf-8")
    back = run("import", "bad.out", "--casebook", "b.db")
    assert back.exit_code == 3
    assert "bad.out:1: skipped: not imported: the words at" in back.stderr
    assert "bad.out:2: skipped: not imported: it is not JSON" in back.stderr
    assert "1 pages imported, 0 were there already, 2 lines refused" in back.stderr
    ids = {json.loads(line)["document"] for line in run("export", "jsonl", "--casebook", "b.db").stdout.splitlines()}
    assert ids == {"ferry"}


def test_another_text_under_a_known_id_is_refused(run: Run) -> None:
    run("read", "pages.jsonl", "--casebook", "b.db")
    Path("other.jsonl").write_text(json.dumps({"id": "mill", "text": FERRY}) + "\n", encoding="utf-8")
    run("export", "jsonl", "other.jsonl", "-o", "claims.out", "--pages", "pages.out")
    back = run("import", "pages.out", "--casebook", "b.db")
    assert back.exit_code == 3
    assert "pages.out:1: skipped: not imported" in back.stderr


def test_import_reads_standard_input(run: Run) -> None:
    run("export", "jsonl", "pages.jsonl", "-o", "claims.out", "--pages", "pages.out")
    back = run("import", "-", "--casebook", "b.db", stdin=Path("pages.out").read_bytes())
    assert back.exit_code == 0
    assert run("import", "pages.out", "nowhere.out", "--casebook", "c.db").exit_code != 0
    assert not Path("c.db").exists()


def test_redact_masks_says_so_and_keeps_lists(run: Run) -> None:
    masked = run("export", "csv", "pages.jsonl", "--redact")
    assert "Khatib" not in masked.stdout
    assert "private person 1" in masked.stdout
    assert "1 private person masked; an aid and no guarantee" in masked.stderr
    Path("keep.txt").write_text("# known\nSamira al-Khatib # a speaker\n", encoding="utf-8")
    assert "Khatib" in run("export", "csv", "pages.jsonl", "--keep-names", "keep.txt").stdout


@pytest.mark.parametrize(
    "arguments",
    [("jsonl", "--excel"), ("geojson", "--hxl"), ("csv", "--turtle"), ("docx",), ("csv", "-o", "no/such/out")],
)
def test_what_makes_no_sense_is_said(run: Run, arguments: tuple[str, ...]) -> None:
    format_, *rest = arguments
    assert run("export", format_, "pages.jsonl", *rest).exit_code != 0
