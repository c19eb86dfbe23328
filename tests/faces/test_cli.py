"""The command line as people use it: on files, with its exit codes, and nothing half written."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from counterclaim.errors import InputError
from counterclaim.faces.cli import app, main

MILL = (
    "Shells hit the mill in Tarnholt on Friday. At least 12 people were killed, the Tarn Watch monitoring group said."
)
FERRY = "Fifteen people were wounded when a mine exploded near Veskad on Saturday, the Orsk army said in a statement."

Run = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "mill.txt").write_text(MILL, encoding="utf-8")
    rows = [{"id": "ferry", "text": FERRY, "outlet": "Weir Post", "published": "2019-05-05"}]
    (pages / "more.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return pages


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: object, stdin: str | None = None) -> Any:
        return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin, env={"COLUMNS": "120"})

    return invoke


def rows(result: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_read_writes_one_claim_a_line_and_leaves_nothing_behind(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("read", folder, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    found = {(r["aspect"], r["low"]) for r in rows(result)}
    assert {("killed", 12), ("injured", 15)} <= found
    texts = {"ferry": FERRY}
    for r in rows(result):
        text = texts.get(r["document"], MILL)
        assert text[r["span"]["start"] : r["span"]["end"]] == r["span"]["exact"]
        assert r["incident"]
    assert [p.name for p in tmp_path.iterdir()] == ["pages"]


def test_two_runs_give_the_same_bytes_with_one_process_or_two(run: Run, folder: Path) -> None:
    first = run("read", folder, "--format", "jsonl", "-p", "1")
    again = run("read", folder, "--format", "jsonl", "-p", "2")
    assert first.stdout == again.stdout != ""


def test_explained_claims_say_which_words_gave_which_field(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("read", folder, "--explain", "--format", "jsonl", "-p", "2")
    assert result.exit_code == 0, result.stderr
    killed = next(r for r in rows(result) if r["aspect"] == "killed")
    told = {e["field"]: e for e in killed["evidence"]}
    assert told["aspect"]["span"]["exact"] == "killed"
    assert told["party"] == {"field": "party", "span": None, "reason": "nothing on the page says"}
    shown = run("read", folder, "--explain")
    assert shown.exit_code == 0, shown.stderr
    assert "← “killed”" in shown.stdout
    assert [p.name for p in tmp_path.iterdir()] == ["pages"]


def test_being_explained_changes_no_claim(run: Run, folder: Path) -> None:
    plain, explained = (rows(run("read", folder, "--format", "jsonl", *more)) for more in ([], ["--explain"]))
    assert [{k: v for k, v in r.items() if k != "evidence"} for r in explained] == plain


def test_only_claims_can_be_explained(run: Run, folder: Path) -> None:
    result = run("read", folder, "--format", "jsonl", "--records", "statements", "--explain")
    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.parametrize("records", ["statements", "passages"])
def test_other_records(run: Run, folder: Path, records: str) -> None:
    result = run("read", folder, "--format", "jsonl", "--records", records)
    assert result.exit_code == 0
    assert rows(result)


def test_pages_are_written_with_the_text_that_offsets_count_in(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("read", folder, "--format", "jsonl", "--pages", "out.jsonl").exit_code == 0
    written = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [r["text"] for r in written] == [MILL, FERRY]


def test_standard_input(run: Run) -> None:
    result = run("read", "-", "--format", "jsonl", stdin=json.dumps({"id": "one", "text": MILL}))
    assert {r["document"] for r in rows(result)} == {"one"}


def test_a_bad_page_is_named_the_others_are_read_and_the_code_is_three(run: Run, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    result = run("read", folder, "--format", "jsonl")
    assert result.exit_code == 3
    assert "empty.txt" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert rows(result)


def test_a_missing_path_is_named(run: Run) -> None:
    result = run("read", "nowhere", "--format", "jsonl")
    assert result.exit_code == 3
    assert "nowhere" in result.stderr


def test_read_keeps_pages_and_reading_twice_changes_nothing(run: Run, folder: Path) -> None:
    assert run("read", folder).exit_code == 0
    first = run("compare").stdout
    assert run("read", folder).exit_code == 0
    assert run("compare").stdout == first
    assert "12" in first


def test_compare_prints_the_screen_and_what_to_do_next(run: Run, folder: Path) -> None:
    result = run("compare", folder)
    assert result.exit_code == 0, result.stderr
    assert "≥12" in result.stdout
    assert "Next:  counterclaim show" in result.stderr
    place = result.stderr.split("show ")[1].split()[0]
    shown = run("show", place)
    assert shown.exit_code == 0, shown.stderr
    assert "[value: " in shown.stdout


def test_compare_says_when_the_casebook_was_read_with_other_parties(run: Run, folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[parties."Tarn Watch"]\nkind = "monitor"\n', encoding="utf-8")
    assert run("read", folder, "--parties", own).exit_code == 0
    without, with_it = run("compare"), run("compare", "--parties", own)
    assert without.exit_code == with_it.exit_code == 0
    assert "were read with a file of parties" in without.stderr
    assert "parties" not in with_it.stderr


def test_compare_without_a_casebook_leaves_nothing_behind(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("compare", folder, "--no-casebook")
    assert result.exit_code == 0
    assert str(folder) in result.stderr  # the advice names the pages again
    assert [p.name for p in tmp_path.iterdir()] == ["pages"]


def test_show_takes_an_id_and_marks_source_cue_and_value(run: Run, folder: Path) -> None:
    killed = next(r for r in rows(run("read", folder, "--format", "jsonl")) if r["aspect"] == "killed")
    result = run("show", killed["id"], folder)
    told = " ".join(result.stdout.split())
    assert "[value: At least 12 people] were killed, [source: the Tarn Watch monitoring group] [cue: said]." in told


@pytest.mark.parametrize("target", ["mill:9999", "nobody:3", "ffffffffffff", "mill"])
def test_show_says_what_is_not_there(
    folder: Path, target: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["counterclaim", "show", target, str(folder)])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("counterclaim: ")


def test_compare_without_casebook_or_pages_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["counterclaim", "compare"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "counterclaim.db" in capsys.readouterr().err


def test_doctor_is_well(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert "gazetteer" in result.stdout
    assert "✗" not in result.stdout


@pytest.mark.parametrize("command", ["", "read", "compare", "show", "demo", "doctor"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    result = run(*filter(None, [command]), "--help")
    assert result.exit_code == 0
    assert "Usage" in result.stdout


def test_completion_can_be_had(run: Run) -> None:
    assert "--install-completion" in run("--help").stdout


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from counterclaim.faces.cli import main; main()",
        "read",
        str(folder),
        "--format",
        "jsonl",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()


def test_pages_that_cannot_be_written_leave_nothing_behind(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    result = run("read", folder, "--format", "jsonl", "--pages", "taken")
    assert isinstance(result.exception, InputError)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["pages", "taken"]
    assert result.stdout == ""


TOLLS = [
    {"id": "one", "text": MILL, "outlet": "Weir Post", "published": "2019-05-04T08:00:00"},
    {
        "id": "two",
        "text": MILL.replace("At least 12 people were killed", "The death toll rose to 19"),
        "outlet": "Veskad Courier",
        "published": "2019-05-05",
    },
    {"id": "three", "text": MILL.replace("12", "30").replace("Tarn Watch monitoring group", "Weir Rescue Service")},
]


@pytest.fixture
def tolls(tmp_path: Path) -> Path:
    path = tmp_path / "tolls.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in TOLLS), encoding="utf-8")
    return path


def test_compare_as_of_a_day_takes_what_was_out_by_then_and_names_what_has_no_date(run: Run, tolls: Path) -> None:
    result = run("compare", tolls, "--no-casebook", "--as-of", "2019-05-04")
    assert result.exit_code == 3
    assert result.stdout.splitlines()[0] == (
        "As of 4 May 2019: 1 page was out, 1 came later, 1 without a date left out."
    )
    assert "19" not in result.stdout.replace("2019", "")
    assert "its day of publication is unknown" in result.stderr
    assert run("compare", tolls, "--no-casebook", "--as-of", "yesterday").exit_code == 2


def test_compare_why_shows_relations_with_the_words_on_both_sides(run: Run, tolls: Path) -> None:
    plain, why = (run("compare", tolls, "--no-casebook", *more).stdout for more in ((), ("--why",)))
    assert "↻ revises" not in plain
    assert "Suggested grade: " in plain
    assert "↻ revises" in why
    assert "(two:" in why
    assert "“At least 12 people”" in " ".join(why.split())


@pytest.mark.parametrize(
    ("records", "fields"),
    [
        ("positions", {"voice", "value", "stands", "claims"}),
        ("relations", {"kind", "a", "b", "reason"}),
        ("incidents", {"title", "questions", "suggested_grade"}),
    ],
)
def test_compare_writes_records(run: Run, tolls: Path, records: str, fields: set[str]) -> None:
    result = run("compare", tolls, "--no-casebook", "--format", "jsonl", "--records", records)
    found = rows(result)
    assert found
    assert all(fields <= set(row) for row in found)


def test_statements_that_contradict_each_other_are_shown_and_written_from_a_casebook_too(
    run: Run, tmp_path: Path
) -> None:
    told = {
        "a": "The Syrian army said the road to Homs had been closed.",
        "b": "Residents said the road to Homs was open.",
    }
    pages = tmp_path / "road.jsonl"
    lines = (json.dumps({"id": d, "text": t, "published": "2019-05-04"}) + "\n" for d, t in told.items())
    pages.write_text("".join(lines), encoding="utf-8")
    shown = run("compare", pages, "--casebook", tmp_path / "kept.db").stdout
    assert "≠ whether the way is open: residents says yes, Syrian army no" in shown
    kept = ("compare", "--casebook", tmp_path / "kept.db", "--format", "jsonl", "--records", "rivals")
    (row,) = rows(run(*kept))
    assert {row["a"]["document"], row["b"]["document"]} == {"a", "b"}
    assert all(told[row[side]["document"]][row[side]["span"]["start"] :].startswith("the road") for side in "ab")
