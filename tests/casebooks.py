"""Casebooks for tests, on SQLite and on PostgreSQL; the server is the one that COUNTERCLAIM_TEST_POSTGRES names."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from builders import claim
from counterclaim.model import Document, Interval, Page, Passage, Place, Role, Span, Statement

SERVER = "COUNTERCLAIM_TEST_POSTGRES"
READER = "1.0+abc/model-1"
TEXT = "At least 12 people were killed in Qarwan, the ministry said.\n\u2028 🙂 \x00 \x1a0 end"


def made(id_: str = "p1", text: str = TEXT, **fields: str) -> Page:
    """A page with a record of every kind."""
    span = Span.of(text, 0, 8)
    statement = Statement(
        "s1", id_, "indirect", (span,), (span,), (span,), "ministry", span, ("AFP",), None, "says", "certain"
    )
    first = claim(id_, 0, text[:8], voice="ministry", relays=("AFP",), place=Place("Qarwan", 5, 1.5, 2.5, 1))
    second = claim(id_, 9, text[9:11], high=None, bound="at least", date=Interval("2017-04-15", "2017-04-16"))
    passages = (Passage(span, Role.BODY),)
    return Page(Document(id_, text, **fields), passages, (statement,), (first, second), ("AFP",))


def server() -> str:
    """The URL of the server for tests; without one the test is skipped, and fails where CI runs."""
    url = os.environ.get(SERVER)
    if url:
        return url
    if os.environ.get("CI"):
        pytest.fail(f"{SERVER} names no server, and CI has one")
    pytest.skip(f"no PostgreSQL server: {SERVER} names one (.ci/run starts it)")


def new_database() -> Iterator[str]:
    """The URL of an empty database, which is dropped in the end."""
    name = f"test_{uuid4().hex[:12]}"
    url = server()
    run(url, f"CREATE DATABASE {name}")
    yield make_url(url).set(database=name).render_as_string(hide_password=False)
    run(url, f"DROP DATABASE {name} WITH (FORCE)")


def run(address: str, statement: str) -> list[tuple[Any, ...]]:
    """What a statement gives, by other means than the library's."""
    if "://" not in address:
        connection = sqlite3.connect(address)
        try:
            with connection:
                return connection.execute(statement).fetchall()
        finally:
            connection.close()
    engine = create_engine(make_url(address).set(drivername="postgresql+pg8000"), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as served:
            result = served.exec_driver_sql(statement.replace("%", "%%"))
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        engine.dispose()


TABLES = (
    "pages",
    "readings",
    "read_by",
    "all_statements",
    "all_claims",
    "originals",
    "obtained",
    "judgements",
    "readers",
)


def content(address: str) -> list[list[tuple[Any, ...]]]:
    """All that a casebook says."""
    return [run(address, f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES]


def addresses(engine: str, folder: Path) -> Iterator[str]:
    """The address of a casebook that is not there yet, on the engine of that name."""
    if engine == "postgresql":
        yield from new_database()
    else:
        yield str(folder / "counterclaim.db")
