"""What goes wrong with a casebook, told as what happened to which one, and what to try."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError, ResourceClosedError, SQLAlchemyError

from counterclaim.errors import CasebookError

ANOTHER_FILE = "name another file with --casebook"
WAIT = "wait until that is done and try again"
ROOM = "cannot grow: the disk is full; make room and try again (what was read before is kept)"
DAMAGED = "is damaged; save what is left with: sqlite3 FILE .recover"
SQLITE_REASONS = {
    sqlite3.SQLITE_NOTADB: f"is no casebook (not an SQLite database); {ANOTHER_FILE}",
    sqlite3.SQLITE_BUSY: f"is being written by another program; {WAIT}",
    sqlite3.SQLITE_LOCKED: f"is being written by another program; {WAIT}",
    sqlite3.SQLITE_READONLY: f"cannot be written to (read-only); copy it to a folder of yours, or {ANOTHER_FILE}",
    sqlite3.SQLITE_FULL: ROOM,
    sqlite3.SQLITE_CANTOPEN: f"cannot be opened; look whether you may write to it and its folder, or {ANOTHER_FILE}",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk or network failed; try again, or copy it elsewhere",
}
"""By SQLite's result code (https://www.sqlite.org/rescode.html)."""

POSTGRES_REASONS = {
    "08": "is out of reach: the connection to the server broke; try again (what was saved is kept)",
    "25006": "cannot be written to: the server or the database is read-only; ask whoever runs it",
    "28": "was refused to you by the server; look at the user and password (the variable PGPASSWORD, or in the URL)",
    "3D000": "is not there: the server has no such database; make it first (createdb)",
    "42501": "was refused to you: your user may not do this there; ask whoever runs the server",
    "53100": ROOM,
    "53300": "is out of reach: the server has too many connections; try again",
    "55P03": f"is being written by another program; {WAIT}",
    "57": "is out of reach: the server is shutting down or starting; try again (what was saved is kept)",
    "XX001": "is damaged, the server says; restore it from a backup",
    "XX002": "is damaged, the server says; restore it from a backup",
}
"""By PostgreSQL's SQLSTATE, or its class (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""

UNREACHABLE = "is out of reach: no answer from the server; look at the host and port, and whether it runs"


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Tell the errors of the engines as a CasebookError; `name` is the casebook as it may be shown."""
    try:
        yield
    except DBAPIError as error:
        raise CasebookError(f"{name} {reason_of(error.orig)}") from error
    except sqlite3.Error as error:
        raise CasebookError(f"{name} {reason_of(error)}") from error
    except (ConnectionError, TimeoutError) as error:  # the driver of PostgreSQL lets some through
        raise CasebookError(f"{name} {UNREACHABLE}") from error
    except ResourceClosedError as error:
        raise CasebookError(f"{name} cannot be used: it is closed") from error
    except SQLAlchemyError as error:
        raise CasebookError(f"{name} cannot be used: {type(error).__name__}") from error


def reason_of(error: BaseException | None) -> str:
    """Why a casebook cannot be used, and what to try, by what its engine raised."""
    if isinstance(error, sqlite3.Error):
        return SQLITE_REASONS.get(sqlite_code(error), f"cannot be used: {error}")
    state, message = server_error(error)
    if not state:
        return f"cannot be used: {message}" if state is None else UNREACHABLE
    known = POSTGRES_REASONS.get(state) or POSTGRES_REASONS.get(state[:2])
    return known or f"cannot be used: {message}"


def sqlite_code(error: BaseException | None) -> int:
    """SQLite's result code without the details in its higher bits; 0 when there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def server_error(error: BaseException | None) -> tuple[str | None, str]:
    """The SQLSTATE that a PostgreSQL server gave, and its message.

    "" when the error is that no server could be talked to, None when it is neither.
    """
    told: Any = error.args[0] if error is not None and error.args else ""
    if isinstance(told, dict):
        return str(told.get("C", "")), str(told.get("M", ""))
    gone = re.search(r"connect|communication|network|closed|timed out", str(told), re.IGNORECASE)
    return ("" if gone else None), type(error).__name__ if gone is None and not told else str(told)
