"""`verify`: a casebook as it was made passes, and each kind of tampering is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from counterclaim.casebook import open_casebook
from counterclaim.faces.cli import app
from counterclaim.faces.opining import judge_in_words
from counterclaim.ingest.again import text_again
from counterclaim.judging.chain import following
from counterclaim.judging.opinions import reliability
from counterclaim.model import Claim, Document, Original, Page, Passage, Role, Span, Statement, claim_id, statement_id
from counterclaim.proving import check_page
from counterclaim.resources import reader_version

TEXT = "The Orsk army said that 12 people were killed and 30 hurt at the mill in Tarnholt."
DOCUMENT = Document("mill", TEXT, outlet="Weir Post")
GUARDS = ("judgements_stay", "judgements_are_kept", "judgements_follow")
Run = Callable[..., Any]


def whole() -> Page:
    """A page with two claims in a statement, all its ids as they follow from its words."""
    source, cue, content = Span.of(TEXT, 0, 13), Span.of(TEXT, 14, 18), Span.of(TEXT, 24, 81)
    id_ = statement_id(DOCUMENT, "indirect", (source, cue, content))
    statement = Statement(
        id_, "mill", "indirect", (source,), (cue,), (content,), "Orsk army", source, (), None, "says", "certain"
    )
    claims = (_claim("killed", 24, 33, 12, id_), _claim("injured", 50, 52, 30, id_))
    return Page(DOCUMENT, (Passage(Span.of(TEXT, 0, len(TEXT)), Role.BODY),), (statement,), claims)


def _claim(aspect: str, start: int, end: int, low: int, statement: str) -> Claim:
    id_ = claim_id(DOCUMENT, aspect, start, end, ("Orsk army", None, "affirms"))
    span = Span.of(TEXT, start, end)
    return Claim(id_, "mill", aspect, span, low, low, "exactly", "people", voice="Orsk army", statement=statement)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COUNTERCLAIM_CASEBOOK", raising=False)
    with open_casebook("counterclaim.db") as book:
        book.add(whole(), reader="test")
        for words in (("right", "mill:24"), ("value", "mill:50", "figure=31"), ("undo", "last"), ("wrong", "mill:50")):
            judge_in_words(book, *words, by="Anna")

    def invoke(*arguments: object) -> Any:
        return CliRunner().invoke(app, ["verify", *map(str, arguments)], env={"COLUMNS": "120"})

    return invoke


def tamper(*statements: str, guards: bool = True) -> None:
    """Change the file by other means than the program's, the guards put back afterwards."""
    connection = sqlite3.connect("counterclaim.db", isolation_level=None)
    kept = [connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (g,)).fetchone()[0] for g in GUARDS]
    for guard in GUARDS:
        connection.execute(f"DROP TRIGGER {guard}")
    for statement in statements:
        connection.execute(statement)
    for guard in kept if guards else ():
        connection.execute(guard)
    connection.close()


def test_a_casebook_as_it_was_made_passes_in_one_line(run: Run) -> None:
    result = run()
    assert result.exit_code == 0, result.output
    (line,) = result.stdout.splitlines()
    assert "1 pages, 1 readings, 1 statements, 2 claims, 4 judgements" in line
    with open_casebook("counterclaim.db") as book:
        assert book.judgements()[-1].hash in line
        assert run("--head", book.judgements()[1].hash).exit_code == 0
    assert run("--quiet").stdout == ""


def test_there_must_be_a_casebook(run: Run) -> None:
    assert run("--casebook", "other.db").exit_code != 0


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE pages SET text = replace(text, '12', '21')", "page mill"),
        ("UPDATE pages SET text_hash = 'x'", "page mill"),
        ("UPDATE all_claims SET record = replace(record, '\"low\":12', '\"low\":21')", "reading"),
        ("UPDATE all_claims SET low = 21 WHERE low = 12", "low"),
        ("UPDATE all_claims SET record = 'no record' WHERE low = 12", "cannot be read"),
        ("DELETE FROM all_claims WHERE low = 12", "reading"),
        ("DELETE FROM all_statements", "reading"),
        ("UPDATE judgements SET person = 'Ben' WHERE number = 2", "judgement 2"),
        ("UPDATE judgements SET record = replace(record, 'Anna', 'Ben') WHERE number = 2", "judgement 2 (Ben"),
        ("UPDATE judgements SET record = replace(record, '\"wrong\"', '\"right\"') WHERE number = 4", "judgement 4"),
        ("UPDATE judgements SET record = '{}' WHERE number = 4", "judgement"),
        ("DELETE FROM judgements WHERE number = 2", "judgement 3"),
        ("DELETE FROM judgements WHERE number = 1", "judgement 2"),
    ],
)
def test_what_was_changed_by_other_means_is_named(run: Run, statement: str, told: str) -> None:
    tamper(statement)
    result = run()
    assert result.exit_code == 1, result.output
    assert told in result.stdout


def test_swapped_judgements_are_named(run: Run) -> None:
    tamper(
        "UPDATE judgements SET number = -1 WHERE number = 2",
        "UPDATE judgements SET number = 2 WHERE number = 3",
        "UPDATE judgements SET number = 3 WHERE number = -1",
    )
    result = run()
    assert result.exit_code == 1
    assert "judgement 3" in result.stdout


def test_a_guard_that_was_taken_away_is_named(run: Run) -> None:
    tamper(guards=False)
    assert run().exit_code == 1
    assert "judgements_stay" in run().stdout


def test_a_cut_tail_is_seen_against_the_hash_that_was_noted(run: Run) -> None:
    with open_casebook("counterclaim.db") as book:
        noted = book.judgements()[-1].hash
    tamper("DELETE FROM judgements WHERE number = 4")
    assert run().exit_code == 0, "a chain alone cannot show that its end is gone"
    result = run("--head", noted)
    assert result.exit_code == 1
    assert noted in result.stdout


def test_a_chain_made_anew_is_seen_against_the_hash_that_was_noted(run: Run) -> None:
    with open_casebook("counterclaim.db") as book:
        noted = book.judgements()[-1].hash
    tamper("DELETE FROM judgements")
    with open_casebook("counterclaim.db") as book:
        judge_in_words(book, "right", "mill:24", by="Anna")
    assert run().exit_code == 0
    assert run("--head", noted).exit_code == 1


def test_a_page_that_was_judged_and_taken_away_is_named(run: Run) -> None:
    tamper("PRAGMA foreign_keys = ON", "DELETE FROM pages")
    result = run()
    assert result.exit_code == 1
    assert "judgement 1" in result.stdout
    assert "its page is not among these" in result.stdout


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ({"span": Span(25, 34, "12 people")}, "do not stand at 25 to 34"),
        ({"span": Span(24, 33, "21 people")}, "do not stand at 24 to 33"),
        ({"span": Span(70, 700, "12 people")}, "do not stand"),
        ({"voice_span": Span(1, 4, "The")}, "do not stand at 1 to 4"),
        ({"voice": "Tarn Watch"}, "id does not follow"),
        ({"aspect": "missing"}, "id does not follow"),
        ({"document": "ferry"}, "of the page ferry"),
        ({"part_of": "0" * 16}, "of which it is a part"),
        ({"statement": "0" * 16}, "in which it is made"),
    ],
)
def test_a_page_stored_with_spans_or_ids_that_do_not_hold_is_named(run: Run, claim: dict[str, Any], told: str) -> None:
    page = whole()
    with open_casebook("counterclaim.db") as book:
        book.add(replace(page, claims=(replace(page.claims[0], **claim), page.claims[1])), reader="a later one")
    result = run()
    assert result.exit_code == 1
    assert told in result.stdout


def test_earlier_readings_are_looked_at_as_well(run: Run) -> None:
    page = whole()
    moved = replace(page, passages=(Passage(Span(1, 5, "Orsk"), Role.BODY),))
    with open_casebook("counterclaim.db") as book:
        book.add(moved, reader="a bad one")
        book.add(page, reader="a good one")
    assert "page mill, reading 2, passage 0" in run().stdout


def test_again_reads_pages_once_more_and_their_texts_from_the_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[..., Page]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COUNTERCLAIM_CASEBOOK", raising=False)

    def verify(*more: str) -> Any:
        return CliRunner().invoke(app, ["verify", "--again", *more], env={"COLUMNS": "120"})

    page, bytes_ = read(TEXT, id="mill"), TEXT.encode()
    with open_casebook("counterclaim.db") as book:
        book.add(page, reader=reader_version(), original=Original(bytes_, "text/plain", "file"))
    result = verify()
    assert result.exit_code == 0, result.output
    assert "1 pages read again the same" in result.stdout
    assert "no page was read by this version" in verify("--parties", str(_parties(tmp_path))).stdout
    (first, *rest) = page.claims
    with open_casebook("other.db") as book:
        changed = replace(page, claims=(replace(first, low=99, high=99), *rest))
        book.add(changed, reader=reader_version(), original=Original(b"Another text.", "text/plain", "file"))
    assert CliRunner().invoke(app, ["verify", "--casebook", "other.db"]).exit_code == 0
    result = verify("--casebook", "other.db")
    assert result.exit_code == 1
    assert "page mill: read again, its claims are others" in result.stdout
    assert "its text is not what the bytes give" in result.stdout


def _parties(folder: Path) -> Path:
    path = folder / "own.toml"
    path.write_text('[parties."Tarn Watch"]\nkind = "monitor"\n', encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("original", "text"),
    [
        (Original(b"One. Two.", "text/plain", "file"), "One. Two."),
        (Original(b'{"text": "One."}', "application/json", "line"), "One."),
        (Original(b"<p>One.</p>", "text/html", "record"), None),
        (Original(b"One", "application/x-unknown", "file"), None),
    ],
)
def test_texts_come_out_of_the_bytes_again(original: Original, text: str | None) -> None:
    assert text_again(original, "mill") == text


def test_what_a_page_tells_of_itself() -> None:
    page = whole()
    assert not list(check_page(page))
    (statement,) = page.statements
    twice = replace(page, claims=(page.claims[0], page.claims[0]))
    assert ("claims", "two have one id") in check_page(twice)
    other = replace(page, statements=(replace(statement, manner="direct", parent="x"),))
    assert {why.split(",")[0] for _, why in check_page(other)} == {
        "its id does not follow from its words",
        "the statement x",
    }
    lapped = replace(page, passages=(*page.passages, Passage(Span.of(TEXT, 4, 8), Role.BODY)))
    assert ("passage 1", "it begins before the one before it ends") in check_page(lapped)


def test_a_judgement_that_says_what_cannot_be_read_is_named(run: Run) -> None:
    opinion = reliability("Orsk army", "B")
    with open_casebook("counterclaim.db") as book:
        senseless = replace(opinion, says=(("figure", '{"low": "many"}'),))
        book.append_judgement(lambda last: following(last, senseless, person="Anna", at="2026-11-22T05:41:00Z"))
    result = run()
    assert result.exit_code == 1
    assert "what it says cannot be read" in result.stdout
