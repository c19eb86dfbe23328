"""What is not as it was stored, as far as only the store can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from counterclaim.casebook.hashing import bytes_hash, reading_hash
from counterclaim.casebook.loading import records_of
from counterclaim.casebook.records import Fault
from counterclaim.casebook.rows import READINGS, unpacked
from counterclaim.casebook.schema import (
    all_claims,
    all_statements,
    judgements,
    obtained,
    originals,
    pages,
    read_by,
    readers,
    readings,
)
from counterclaim.export.columns import claim_columns, statement_columns
from counterclaim.export.records import loads
from counterclaim.model import Claim, Judgement, Statement

TOGETHER = 200  # rows that are looked at at once
TRIGGERS = {"judgements_stay", "judgements_are_kept", "judgements_follow"}
Columns = Callable[[str], Mapping[str, Any]]


def find_faults(connection: Connection) -> Iterator[Fault]:
    """Everything that is off, table by table."""
    yield from _engine(connection)
    yield from _guards(connection)
    yield from _pages(connection)
    yield from _originals(connection)
    yield from _readings(connection)
    for table, what, columns in (
        (all_statements, "statement", lambda record: statement_columns(loads(Statement, record))),
        (all_claims, "claim", lambda record: claim_columns(loads(Claim, record))),
        (judgements, "judgement", _judgement_columns),
    ):
        yield from _records(connection, table, what, columns)


def _engine(connection: Connection) -> Iterator[Fault]:
    """What SQLite itself finds; PostgreSQL has no such question."""
    if connection.dialect.name != "sqlite":
        return
    for (told,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if told != "ok":
            yield Fault("the file", str(told))
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault(f"row {row} of {table}", f"what it belongs to is not in {parent}")


def _guards(connection: Connection) -> Iterator[Fault]:
    """Triggers that somebody has taken away."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.dialect.name == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    )
    there = {name for (name,) in connection.exec_driver_sql(query)}
    for name in sorted(TRIGGERS - there):
        yield Fault("judgements", f"the guard {name}, which keeps them from being changed, was taken away")


def _pages(connection: Connection) -> Iterator[Fault]:
    reads = select(pages.c.id, pages.c.text, pages.c.text_hash, readings.c.number).outerjoin(
        readings, (readings.c.number == pages.c.reading) & (readings.c.page == pages.c.id)
    )
    for row in _rows(connection, reads):
        if bytes_hash(row["text"].encode("utf-8")) != row["text_hash"]:
            yield Fault(f"page {row['id']}", "its text is not the one that was stored")
        if row["number"] is None:
            yield Fault(f"page {row['id']}", "its latest reading is not there")
    unknown = select(read_by.c.page, read_by.c.reader).outerjoin(readers, readers.c.version == read_by.c.reader)
    for row in _rows(connection, unknown.where(readers.c.version.is_(None))):
        yield Fault(f"page {row['page']}", f"the reader {row['reader']} is not told of")


def _originals(connection: Connection) -> Iterator[Fault]:
    for row in _rows(connection, select(originals)):
        try:
            data = unpacked(row["packing"], row["data"])
        except ValueError as error:
            yield Fault(f"original {row['hash']}", f"its bytes cannot be unpacked: {error}")
            continue
        if bytes_hash(data) != row["hash"] or len(data) != row["size"]:
            yield Fault(f"original {row['hash']}", "its bytes are not those that were stored")
    missing = select(obtained.c.page, obtained.c.original).outerjoin(originals)
    for row in _rows(connection, missing.where(obtained.c.original.is_not(None), originals.c.hash.is_(None))):
        yield Fault(f"page {row['page']}", f"the bytes {row['original']} that it came from are not there")


def _readings(connection: Connection) -> Iterator[Fault]:
    for some in _rows(connection, select(readings)).partitions(TOGETHER):
        numbers = [row["number"] for row in some]
        statements, claims = (records_of(connection, table, numbers) for table in (all_statements, all_claims))
        for row in some:
            number = row["number"]
            kept = [row[name] for name in READINGS]
            if reading_hash(kept, statements[number], claims[number]) != row["hash"]:
                yield Fault(f"reading {number} of page {row['page']}", "its records are not those that were stored")


def _records(connection: Connection, table: Table, what: str, columns: Columns) -> Iterator[Fault]:
    """Records that cannot be read, or that say otherwise than their columns."""
    for row in _rows(connection, select(table)):
        name = f"{what} {row.get('id', row.get('number'))}"
        try:
            told = columns(row["record"])
        except ValueError as error:
            yield Fault(name, f"it cannot be read: {error}")
            continue
        for column, value in told.items():
            if row[column] != value:
                yield Fault(name, f"the column {column} says otherwise than the record")


def _judgement_columns(record: str) -> Mapping[str, Any]:
    made = loads(Judgement, record)
    return {n: getattr(made, n) for n in ("number", "hash", "previous", "person", "at")} | {"kind": str(made.kind)}


def _rows(connection: Connection, query: Select[Any]) -> Any:
    return connection.execute(query).mappings()
