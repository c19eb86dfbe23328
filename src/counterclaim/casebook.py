"""The casebook: one SQLite file that holds pages with what was read on them.

Pages are known by id, and their text by its hash: it never changes. Each page is written in one transaction, with the
version of the program and models that read it, so that a casebook is whole after any interruption. Positions and
incidents are not stored (docs/decisions/0004). The columns are there to be queried; `record` is what the library reads.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from counterclaim.errors import CasebookError, PageError, SchemaError
from counterclaim.export.columns import claim_columns, statement_columns
from counterclaim.export.records import dumps, loads
from counterclaim.model import Assertion, Claim, Document, Page, Passage, Statement

APPLICATION_ID = 0x636C6D31  # "clm1", so that no other program's database is taken for a casebook
WAIT_S = 10.0
"""How long to wait for another program that is writing, in seconds."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE pages (
            id TEXT PRIMARY KEY, outlet TEXT, published TEXT, title TEXT, url TEXT, lang TEXT, source TEXT,
            text TEXT NOT NULL, text_hash TEXT NOT NULL, reader TEXT NOT NULL, passages TEXT NOT NULL,
            added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        )""",
        """CREATE TABLE statements (
            document TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, position INTEGER NOT NULL,
            id TEXT NOT NULL, manner TEXT NOT NULL, voice TEXT, relays TEXT NOT NULL, parent TEXT, act TEXT NOT NULL,
            certainty TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (document, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE claims (
            document TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, position INTEGER NOT NULL,
            id TEXT NOT NULL, aspect TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL,
            low INTEGER, high INTEGER, bound TEXT, who TEXT, part_of TEXT, voice TEXT, relays TEXT NOT NULL,
            polarity TEXT NOT NULL, certainty TEXT NOT NULL, party TEXT, place TEXT, geonames INTEGER,
            earliest TEXT, latest TEXT, event_type TEXT, occurrence INTEGER NOT NULL, statement TEXT,
            record TEXT NOT NULL, PRIMARY KEY (document, position)
        ) WITHOUT ROWID""",
        "CREATE INDEX statements_by_id ON statements (id)",
        "CREATE INDEX claims_by_id ON claims (id)",
        "CREATE INDEX claims_by_aspect_and_voice ON claims (aspect, voice)",
    ),
    ("ALTER TABLE pages ADD COLUMN relays TEXT NOT NULL DEFAULT '[]'",),
    ("ALTER TABLE pages ADD COLUMN assertions TEXT NOT NULL DEFAULT '[]'",),
)
"""Each entry brings a casebook one version further; `PRAGMA user_version` says how many it has had."""

METADATA = ("outlet", "published", "title", "url", "lang")
READINGS = ("passages", "relays", "assertions")  # of a page that have no table of their own
DOCUMENT = ("id", "text", *METADATA, "source")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a casebook holds."""

    pages: int
    statements: int
    claims: int


class Casebook:
    """An open casebook, to be used in a `with` statement or closed by `close`; made by `open_casebook`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added is in it already."""
        self._connection.close()

    def add(self, page: Page, *, reader: str) -> bool:
        """Keep a page as read by this version of the reader; False when it is there already, and nothing changes.

        A page read by another version, or with other metadata, takes the place of the earlier reading; where it was
        read from (`source`) is kept from the first. Raises PageError when another text has the same id, or when the
        page holds half a surrogate pair; CasebookError when the casebook cannot be written.
        """
        document = page.document
        try:
            with _explained(self.path), self._transaction("IMMEDIATE"):
                if (known := self._known(document)) is not None and not self._differs(known, document, reader):
                    return False
                self._write(page, reader)
        except UnicodeEncodeError as error:
            why = "it holds half of a surrogate pair, which cannot be stored"
            raise PageError(document.source or document.id, why, "mend the text") from error
        return True

    def pages(self) -> Iterator[Page]:
        """All pages in the order of their ids, each as it stood at one moment."""
        for id_ in self._ids():
            if (page := self.page(id_)) is not None:
                yield page

    def documents(self) -> Iterator[Document]:
        """All pages without what was read on them, in the order of their ids."""
        for id_ in self._ids():
            with _explained(self.path):
                row = self._one(f"SELECT {', '.join(DOCUMENT)} FROM pages WHERE id = ?", id_)  # noqa: S608  # constants
            if row is not None:
                yield Document(**dict(row))

    def known(self, reader: str) -> Mapping[str, Document]:
        """The pages that this version of the reader has read, by id."""
        query = f"SELECT {', '.join(DOCUMENT)} FROM pages WHERE reader = ? ORDER BY id"  # noqa: S608  # constants
        with _explained(self.path):
            return {row["id"]: Document(**dict(row)) for row in self._connection.execute(query, (reader,))}

    def page(self, id_: str) -> Page | None:
        """The page of this id, None when there is none; raises CasebookError when what is stored is no page."""
        with _explained(self.path), self._transaction("DEFERRED"):
            row = self._one(f"SELECT {', '.join(DOCUMENT)}, passages, relays, assertions FROM pages WHERE id = ?", id_)  # noqa: S608
            statements, claims = self._records("statements", id_), self._records("claims", id_)
        if row is None:
            return None
        try:
            return Page(
                document=Document(**{name: row[name] for name in DOCUMENT}),
                passages=loads(tuple[Passage, ...], row["passages"]),
                statements=tuple(loads(Statement, record) for record in statements),
                claims=tuple(loads(Claim, record) for record in claims),
                relays=loads(tuple[str, ...], row["relays"]),
                assertions=loads(tuple[Assertion, ...], row["assertions"]),
            )
        except ValueError as error:
            hint = "it was changed by other means, or by a newer counterclaim: read the page again"
            raise CasebookError(
                f"{self.path}: what is stored of page {id_!r} cannot be read ({error}); {hint}"
            ) from error

    def counts(self) -> Counts:
        """How many pages, statements and claims there are."""
        tables = ("pages", "statements", "claims")
        columns = ", ".join(f"(SELECT count(*) FROM {table}) AS {table}" for table in tables)  # noqa: S608  # constants
        with _explained(self.path):
            return Counts(**dict(self._connection.execute(f"SELECT {columns}").fetchone()))

    def _ids(self) -> list[str]:
        with _explained(self.path):
            return [row["id"] for row in self._connection.execute("SELECT id FROM pages ORDER BY id")]

    def _one(self, query: str, id_: str) -> sqlite3.Row | None:
        found: sqlite3.Row | None = self._connection.execute(query, (id_,)).fetchone()
        return found

    def _records(self, table: str, id_: str) -> list[str]:
        query = f"SELECT record FROM {table} WHERE document = ? ORDER BY position"  # noqa: S608  # one of two constants
        return [row["record"] for row in self._connection.execute(query, (id_,))]

    def _known(self, document: Document) -> sqlite3.Row | None:
        """The row of the page's id; raises PageError when it is of another text."""
        known = self._one("SELECT * FROM pages WHERE id = ?", document.id)
        if known is not None and known["text_hash"] != document.text_hash:
            why = f"the casebook {self.path} has another text under the id {document.id!r}, which stays as it is"
            hint = "give the page an id of its own, or use another casebook"
            raise PageError(document.source or document.id, why, hint)
        return known

    @staticmethod
    def _differs(known: sqlite3.Row, document: Document, reader: str) -> bool:
        return known["reader"] != reader or any(known[name] != getattr(document, name) for name in METADATA)

    def _write(self, page: Page, reader: str) -> None:
        """Put a page in the place of an earlier reading, if there is one."""
        document = page.document
        row = {name: getattr(document, name) for name in DOCUMENT}
        row |= {"text_hash": document.text_hash, "reader": reader}
        row |= {name: dumps(getattr(page, name)) for name in READINGS}
        renewed = ", ".join(f"{name} = excluded.{name}" for name in (*METADATA, "reader", *READINGS))
        self._insert("pages", row, f"ON CONFLICT (id) DO UPDATE SET {renewed}")
        for table in ("statements", "claims"):
            self._connection.execute(f"DELETE FROM {table} WHERE document = ?", (document.id,))  # noqa: S608
        for position, statement in enumerate(page.statements):
            self._insert("statements", {"document": document.id, "position": position, **statement_columns(statement)})
        for position, claim in enumerate(page.claims):
            self._insert("claims", {"document": document.id, "position": position, **claim_columns(claim)})

    def _insert(self, table: str, row: Mapping[str, Any], rest: str = "") -> None:
        names = ", ".join(f'"{name}"' for name in row)
        places = ", ".join(f":{name}" for name in row)
        self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places}) {rest}", row)  # noqa: S608  # own names

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[None]:
        with _transaction(self._connection, kind):
            yield


def open_casebook(path: str | Path, *, create: bool = True) -> Casebook:
    """Open the casebook at `path`, made if it is not there and `create` is true; bring an older one up to date.

    Raises SchemaError when a newer counterclaim wrote it, CasebookError when it cannot be opened: no such file or
    folder, not a casebook, damaged, locked by another program.
    """
    path = Path(path)
    if path.is_dir():
        raise CasebookError(f"{path} is a folder; name a file in it (--casebook {path / 'counterclaim.db'})")
    if not path.parent.is_dir():
        raise CasebookError(f"the casebook {path} cannot be made: there is no folder {path.parent}; make it first")
    if not create and not path.exists():
        raise CasebookError(f"there is no casebook at {path}; read some pages into it first (counterclaim read PATH)")
    with _explained(path):
        connection = _connect(path)
        try:
            _bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
    return Casebook(path, connection)


def _connect(path: Path) -> sqlite3.Connection:
    """A connection that can be read from; one that cannot be written to where the disk does not allow it."""
    address = path.absolute().as_uri()
    try:
        return _checked(f"{address}?mode=rwc")
    except sqlite3.OperationalError as error:
        beside = path.with_name(f"{path.name}-wal")
        has_unsaved = beside.exists() and beside.stat().st_size > 0
        if _code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or not path.is_file() or has_unsaved:
            raise
        # on a read-only disk SQLite cannot make the files that it needs beside a casebook to share it
        return _checked(f"{address}?mode=ro&immutable=1")


def _checked(address: str) -> sqlite3.Connection:
    """A connection from which something was read, for until then SQLite has not opened the file."""
    connection = sqlite3.connect(address, uri=True, timeout=WAIT_S, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection, path)
    if version == len(MIGRATIONS):
        return
    with _transaction(connection, "IMMEDIATE"):
        for statements in MIGRATIONS[_version(connection, path) :]:  # another program may have been quicker
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    if version == 0:
        with suppress(sqlite3.OperationalError):  # another program has it open at this moment, and will do it
            connection.execute("PRAGMA journal_mode = WAL")  # so that readers and a writer do not stop each other


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a casebook, 0 for an empty file; raises CasebookError or SchemaError for what is neither."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        if version or application or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise CasebookError(f"{path} is no casebook but another program's database; {ANOTHER_FILE}")
        return 0
    if version > len(MIGRATIONS):
        raise SchemaError(
            f"{path} was written by a newer counterclaim (form {version}, known up to {len(MIGRATIONS)}); "
            f"update counterclaim, or {ANOTHER_FILE}"
        )
    return version


@contextmanager
def _transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    """All or nothing: committed at the end, rolled back when anything is raised."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk has SQLite roll back by itself
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


ANOTHER_FILE = "name another file with --casebook"
REASONS = {
    sqlite3.SQLITE_NOTADB: f"is no casebook (not an SQLite database); {ANOTHER_FILE}",
    sqlite3.SQLITE_BUSY: "is being written by another program; wait until that is done and try again",
    sqlite3.SQLITE_LOCKED: "is being written by another program; wait until that is done and try again",
    sqlite3.SQLITE_READONLY: f"cannot be written to (read-only); copy it to a folder of yours, or {ANOTHER_FILE}",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full; make room and try again (what was read before is kept)",
    sqlite3.SQLITE_CANTOPEN: f"cannot be opened; look whether you may write to it and its folder, or {ANOTHER_FILE}",
    sqlite3.SQLITE_CORRUPT: "is damaged; save what is left with: sqlite3 FILE .recover",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk or network failed; try again, or copy it elsewhere",
}


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Tell SQLite's errors as what happened to which casebook, and what to try."""
    try:
        yield
    except sqlite3.Error as error:
        why = REASONS.get(_code(error), f"cannot be used: {error}")
        raise CasebookError(f"{path} {why}") from error


def _code(error: sqlite3.Error) -> int:
    """SQLite's result code without the details in its higher bits; 0 when there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
