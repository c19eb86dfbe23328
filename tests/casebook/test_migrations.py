"""Casebooks of every older form are opened, brought up to date in one step, and then like those made anew."""

import re
import sqlite3
from pathlib import Path

import pytest

from casebooks import READER, content, made, run
from counterclaim.casebook import migrations as module
from counterclaim.casebook import open_casebook
from counterclaim.casebook.forms import APPLICATION_ID
from counterclaim.errors import CasebookError
from counterclaim.export.columns import claim_columns, statement_columns
from counterclaim.export.records import dumps
from counterclaim.model import Page

ADDED = "2019-05-05T10:00:00Z"
OLD_FORMS = (1, 2, 3)


def older(path: str, form: int, *pages: Page) -> None:
    """A casebook as counterclaim wrote it when it was of this form."""
    connection = sqlite3.connect(path)
    for steps in module.SQLITE[:form]:
        for step in steps:
            assert isinstance(step, str)
            connection.execute(step)
    for page in pages:
        document = page.document
        row = {n: getattr(document, n) for n in ("id", "outlet", "published", "title", "url", "lang", "source", "text")}
        row |= {"text_hash": document.text_hash, "reader": READER, "passages": dumps(page.passages), "added": ADDED}
        row |= {n: dumps(getattr(page, n)) for n in ("relays", "assertions")[: form - 1]}
        insert(connection, "pages", row)
        for position, statement in enumerate(page.statements):
            place = {"document": document.id, "position": position}
            insert(connection, "statements", place | statement_columns(statement))
        for position, claim in enumerate(page.claims):
            place = {"document": document.id, "position": position}
            insert(connection, "claims", place | claim_columns(claim))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {form}")
    connection.commit()
    connection.close()


def insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{n}' for n in row)})", row)


def layout(path: str) -> dict[tuple[str, str], object]:
    """Every table with its columns and keys, every index, view and trigger of a casebook."""
    found: dict[tuple[str, str], object] = {}
    for kind, name, statement in run(path, "SELECT type, name, sql FROM sqlite_master"):
        if kind == "table":
            columns = run(path, f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{name}')")
            keys = run(path, f'SELECT "table", "from", "to", on_delete FROM pragma_foreign_key_list(\'{name}\')')
            unique = run(path, f"SELECT \"unique\", origin FROM pragma_index_list('{name}') WHERE origin <> 'c'")
            rowid = "WITHOUT ROWID" in statement
            found[kind, name] = columns, sorted(keys), sorted(unique), rowid
        elif statement:
            found[kind, name] = re.sub(r"\s+", " ", statement)
    return found


@pytest.mark.parametrize("form", OLD_FORMS)
def test_an_older_casebook_is_opened_and_loses_nothing(path: str, form: int) -> None:
    given = made(outlet="Courier", published="2019-05-05", source="a.txt"), made("p2", "another text")
    older(path, form, *given)
    with open_casebook(path) as book:
        expected = [p if form > 1 else Page(p.document, p.passages, p.statements, p.claims) for p in given]
        assert list(book.pages()) == expected
        assert book.faults() == ()
        (only,) = book.read_by("p1")
        assert (only.reader, only.at) == (READER, ADDED)
        (came,) = book.obtained("p1")
        assert (came.how, came.source, came.at, came.original) == ("unknown", "a.txt", ADDED, None)
        assert book.has(given[0].document, READER)
        assert book.add(given[1], reader=READER) is False
        assert book.add(given[1], reader="2.0") is True
        assert len({r.reading for r in book.read_by("p2")}) == (1 if form > 1 else 2)
        assert book.faults() == ()


@pytest.mark.parametrize("form", OLD_FORMS)
def test_it_is_then_as_one_made_anew(path: str, tmp_path: Path, form: int) -> None:
    fresh = str(tmp_path / "fresh.db")
    older(path, form, made())
    for place in (path, fresh):
        open_casebook(place).close()
    assert layout(path) == layout(fresh)
    for pragma in ("user_version", "application_id"):
        assert run(path, f"PRAGMA {pragma}") == run(fresh, f"PRAGMA {pragma}")


def test_what_fails_on_the_way_leaves_it_as_it_was(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    older(path, 3, made())
    before = Path(path).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(module, "SQLITE", (*module.SQLITE, ("CREATE TABLE note (id TEXT)", "no such statement")))
        with pytest.raises(CasebookError, match="syntax error"):
            open_casebook(path)
    assert Path(path).read_bytes() == before
    with open_casebook(path) as book:
        assert list(book.pages()) == [made()]


def test_a_later_form_is_reached_in_one_step(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_casebook(address) as book:
        book.add(made(), reader=READER)
    before, now = content(address), len(module.SQLITE)
    assert len(module.POSTGRES) == now
    later = ("ALTER TABLE pages ADD COLUMN note TEXT", "UPDATE pages SET note = 'x'")
    for name in ("SQLITE", "POSTGRES"):
        monkeypatch.setattr(module, name, (*getattr(module, name), (*later, "no such statement")))
    with pytest.raises(CasebookError, match="syntax error"):
        open_casebook(address)
    assert content(address) == before
    for name in ("SQLITE", "POSTGRES"):
        monkeypatch.setattr(module, name, (*getattr(module, name)[:now], later))
    with open_casebook(address) as book:
        assert list(book.pages()) == [made()]
    assert run(address, "SELECT note FROM pages") == [("x",)]
    with open_casebook(address) as book:
        assert book.faults() == ()
