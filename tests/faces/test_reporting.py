"""The command `report` and reports from Python: written whole or not at all, names masked where asked."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import counterclaim
from counterclaim.errors import InputError, NotFoundError
from counterclaim.faces.cli import app

MILL = "At least 12 people were killed in an air strike on Tarnholt on Friday, the Tarn Watch monitoring group said."
FERRY = (
    "“They shelled the ferry and 15 people were killed,” said Ilan Tessik, a farmer from Veskad, on Saturday.\n\n"
    "Mr Tessik said his neighbour was among the dead."
)
Run = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        {"id": "mill", "text": MILL, "outlet": "Tarn Wire", "published": "2019-05-03"},
        {"id": "ferry", "text": FERRY, "outlet": "Weir Post", "published": "2019-05-05"},
    ]
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return tmp_path / "pages.jsonl"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, ["report", *map(str, arguments)])


def test_a_report_is_written_to_a_file_or_to_standard_output(run: Run, folder: Path) -> None:
    told = run(folder, "--no-casebook")
    assert told.exit_code == 0
    assert told.stdout == ""
    assert "report.html" in told.stderr
    written = Path("report.html").read_text(encoding="utf-8")
    assert written.startswith("<!doctype html>\n")
    assert run(folder, "--no-casebook", "-o", "-", "-q").stdout == written
    assert not Path("counterclaim.db").exists()


def test_the_casebooks_pages_are_reported_without_naming_them(run: Run, folder: Path) -> None:
    assert run(folder, "-q").exit_code == 0
    first = Path("report.html").read_bytes()
    assert run("-q").exit_code == 0
    assert Path("report.html").read_bytes() == first


def test_one_incident_is_named_by_a_place_in_a_page(run: Run, folder: Path) -> None:
    assert run(folder, "--no-casebook", "-q", "--incident", "mill:3").exit_code == 0
    html = Path("report.html").read_text(encoding="utf-8")
    assert "mill" in html
    assert "Ilan Tessik" not in html, "the other incident's page is not in it"
    assert isinstance(run(folder, "--no-casebook", "--incident", "mill:90").exception, NotFoundError)


def test_only_what_was_published_by_a_day(run: Run, folder: Path) -> None:
    assert run(folder, "--no-casebook", "-q", "--as-of", "2019-05-04").exit_code == 0
    html = Path("report.html").read_text(encoding="utf-8")
    assert "As of 4 May 2019: 1 page was out, 1 came later." in html
    assert "Ilan Tessik" not in html


def test_private_persons_are_masked_and_hashes_are_of_what_was_published(run: Run, folder: Path) -> None:
    assert run(folder, "--no-casebook", "-q", "--redact").exit_code == 0
    html = Path("report.html").read_text(encoding="utf-8")
    assert "Tessik" not in html
    assert "████ ██████" in html
    assert counterclaim.read(folder).documents[1].text_hash in html


def test_nothing_half_written_is_left(run: Run, folder: Path, tmp_path: Path) -> None:
    told = run(folder, "--no-casebook", "-o", tmp_path / "none" / "report.html")
    assert isinstance(told.exception, InputError)
    assert not list(tmp_path.glob("**/*.part"))


def test_a_dossier_writes_the_same_report(run: Run, folder: Path, tmp_path: Path) -> None:
    run(folder, "--no-casebook", "-q")
    path = counterclaim.compare(folder).report(tmp_path / "python.html")
    assert path.read_bytes() == (tmp_path / "report.html").read_bytes()
