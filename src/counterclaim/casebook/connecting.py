"""Where a casebook is, and a connection to it: SQLite in one file, or PostgreSQL by URL. One code path behind both."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from counterclaim.casebook.faults import ANOTHER_FILE, explained, sqlite_code
from counterclaim.errors import CasebookError

WAIT_S = 10.0
"""How long to wait for another program that is writing, in seconds."""
ANSWER_S = 60.0
"""How long a server may take to answer, in seconds, until it is given up."""
SERVER_URL = re.compile(r"postgres(?:ql)?(?:\+\w+)?://", re.IGNORECASE)
ANY_URL = re.compile(r"[a-z][a-z0-9+]+://", re.IGNORECASE)
PASSWORD = re.compile(r"(?<=://)([^:@/]*):[^@]*@")
INSTALL = "pip install 'counterclaim[postgres]'"
WRITING = 0x636C6D31
"""The key of the lock that a writer holds on PostgreSQL for the time of its transaction."""
ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
TLS = {"disable": False, "allow": None, "prefer": None, "require": True}
"""What pg8000 calls libpq's `sslmode`; the stricter modes check the server's certificate."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a casebook is: a file, or a database on a server. `name` may be shown: it holds no password."""

    name: str
    path: Path | None = None
    url: URL | None = None


def place_of(where: str | Path) -> Place:
    """The place that a path or URL names; raises CasebookError for a URL that names no casebook."""
    text = str(where)
    if not isinstance(where, Path) and SERVER_URL.match(text):
        return _server(text)
    if not isinstance(where, Path) and ANY_URL.match(text):
        raise CasebookError(
            f"{_hidden(text)} names no casebook: give a file, or postgresql://user@host/database (--casebook)"
        )
    return Place(text, path=Path(where))


def _server(text: str) -> Place:
    try:
        url = make_url(text)
        known = url.drivername.lower() in {"postgres", "postgresql", "postgresql+pg8000"}
        usable = bool(known and url.database and (url.host or url.query.get("host")) and _tls(url) is not ...)
    except (SQLAlchemyError, ValueError):
        usable = False
    if not usable:
        raise CasebookError(
            f"{_hidden(text)} cannot be read as the address of a casebook; write it as postgresql://user@host/database"
        )
    return Place(url.render_as_string(hide_password=True), url=url)


def _hidden(text: str) -> str:
    """An address that cannot be taken apart, without what may be its password."""
    return PASSWORD.sub(r"\1:***@", text)


def connect(place: Place) -> Connection:
    """A connection to the casebook at a place; raises CasebookError when there is none to be had."""
    with explained(place.name):
        return _connect_server(place) if place.url is not None else _connect_file(place)


def _connect_server(place: Place) -> Connection:
    try:
        import pg8000.dbapi  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise CasebookError(
            f"{place.name} is on PostgreSQL, for which a driver must be installed: {INSTALL}"
        ) from error
    assert place.url is not None  # noqa: S101  # for the type checker; connect sees to it
    engine = create_engine(
        "postgresql+pg8000://", creator=partial(pg8000.dbapi.connect, **_arguments(place.url)), poolclass=NullPool
    )
    event.listen(engine, "connect", _patience)
    return engine.connect()


def _arguments(url: URL) -> dict[str, Any]:
    """What the driver is told; a user and password that the URL lacks come from PGUSER and PGPASSWORD, as with psql."""
    socket = url.query.get("host")
    found = {
        "user": url.username or os.environ.get("PGUSER") or os.environ.get("USER", "postgres"),
        "password": url.password or os.environ.get("PGPASSWORD"),
        "database": url.database,
        "application_name": "counterclaim",
        "timeout": ANSWER_S,
        "ssl_context": _tls(url),
    }
    if isinstance(socket, str):
        return found | {"unix_sock": f"{socket}/.s.PGSQL.{url.port or 5432}", "ssl_context": False}
    return found | {"host": url.host, "port": url.port or 5432}


def _tls(url: URL) -> Any:
    """How the connection is to be encrypted; Ellipsis for a mode that does not exist."""
    mode = url.query.get("sslmode", "prefer")
    if mode in ("verify-ca", "verify-full"):
        import ssl  # noqa: PLC0415

        return ssl.create_default_context()
    return TLS.get(str(mode), ...)


def _patience(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = '{round(WAIT_S * 1000)}ms'")
    cursor.close()
    connection.commit()


def _connect_file(place: Place) -> Connection:
    """A connection that can be read from; one that cannot be written to where the disk does not allow it."""
    path = place.path
    assert path is not None  # noqa: S101  # for the type checker; connect sees to it
    address = path.absolute().as_uri()
    try:
        return _opened(lambda: _checked(f"{address}?mode=rwc"))
    except sqlite3.OperationalError as error:
        beside = path.with_name(f"{path.name}-wal")
        has_unsaved = beside.exists() and beside.stat().st_size > 0
        if sqlite_code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        if not path.is_file() or has_unsaved:
            raise
        # on a read-only disk SQLite cannot make the files that it needs beside a casebook to share it
        return _opened(lambda: _checked(f"{address}?mode=ro&immutable=1"))


def _opened(creator: Callable[[], sqlite3.Connection]) -> Connection:
    first = creator()
    engine: Engine = create_engine("sqlite://", creator=lambda: first, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine.connect()


def _checked(address: str) -> sqlite3.Connection:
    """A connection from which something was read, for until then SQLite has not opened the file."""
    connection = sqlite3.connect(address, uri=True, timeout=WAIT_S, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: Connection, *, writes: bool = False) -> Iterator[Connection]:
    """All or nothing, and one moment: committed at the end, rolled back when anything is raised.

    Of several that write at once one goes after the other.
    """
    with connection.execution_options(writes=writes).begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITING})" if writes else ONE_MOMENT)
        yield connection


def _begin(connection: Connection) -> None:
    """Begin what SQLAlchemy takes for begun: the driver is told to leave it to us, so that writers wait in line."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def check_place(place: Place, *, create: bool) -> None:
    """Raise CasebookError where a file can neither be found nor made."""
    path = place.path
    if path is None:
        return
    with suppress(OSError):  # what cannot be looked at, SQLite will tell
        if path.is_dir():
            raise CasebookError(f"{path} is a folder; name a file in it (--casebook {path / 'counterclaim.db'})")
        if not path.parent.is_dir():
            raise CasebookError(f"the casebook {path} cannot be made: there is no folder {path.parent}; make it first")
        if not create and not path.exists():
            raise CasebookError(
                f"there is no casebook at {path}; read some pages into it first (counterclaim read PATH)"
            )
        if path.exists() and not path.is_file():
            raise CasebookError(f"{path} is no file; {ANOTHER_FILE}")
