"""The form of a casebook: told from another program's database, made where there is none, brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import OperationalError

from counterclaim.casebook import migrations
from counterclaim.casebook.connecting import transaction
from counterclaim.casebook.faults import ANOTHER_FILE
from counterclaim.casebook.migrations import Step
from counterclaim.casebook.schema import GUARDS, VIEWS, tables
from counterclaim.errors import CasebookError, SchemaError

APPLICATION_ID = 0x636C6D31  # "clm1", so that no other program's database is taken for a casebook
EMPTY = 0


def bring_up_to_date(connection: Connection, name: str, *, create: bool) -> None:
    """Make an empty database a casebook (if `create`), and an older casebook one of the present form.

    Raises SchemaError when a newer counterclaim wrote it, CasebookError when it is another program's, or empty.
    """
    with transaction(connection):
        form = form_of(connection, name)
    if form == _newest(connection):
        return
    if form == EMPTY and not create:
        raise CasebookError(f"there is no casebook in {name}; read some pages into it first (counterclaim read PATH)")
    with transaction(connection, writes=True):
        form = form_of(connection, name)  # another program may have been quicker
        if form == EMPTY:
            _make(connection)
        elif form < _newest(connection):
            _run(connection, _list(connection)[form:])
        _mark(connection)
    if form == EMPTY and connection.dialect.name == "sqlite":
        _share(connection)


def form_of(connection: Connection, name: str) -> int:
    """The form of a casebook, 0 for an empty database; raises CasebookError or SchemaError for what is neither."""
    application, form = _marked(connection)
    if application != APPLICATION_ID:
        if application or form or inspect(connection).get_table_names():
            what = ANOTHER_FILE if connection.dialect.name == "sqlite" else "name another one with --casebook"
            raise CasebookError(f"{name} is no casebook but another program's database; {what}")
        return EMPTY
    if form > (known := _newest(connection)):
        raise SchemaError(
            f"{name} was written by a newer counterclaim (form {form}, known up to {known}); "
            f"update counterclaim, or {ANOTHER_FILE}"
        )
    return form


def _list(connection: Connection) -> Sequence[Sequence[Step]]:
    return migrations.SQLITE if connection.dialect.name == "sqlite" else migrations.POSTGRES


def _newest(connection: Connection) -> int:
    return len(_list(connection))


def _marked(connection: Connection) -> tuple[int, int]:
    """Whose database it says it is, and of which form."""
    if connection.dialect.name == "sqlite":
        application, form = (
            connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() for pragma in ("application_id", "user_version")
        )
    elif inspect(connection).has_table("casebook_form"):
        application, form = connection.exec_driver_sql("SELECT application, form FROM casebook_form").one()
    else:
        application = form = 0
    return int(application), int(form)


def _mark(connection: Connection) -> None:
    form = _newest(connection)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {form}")
    else:
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS casebook_form (application bigint, form integer)")
        connection.exec_driver_sql("DELETE FROM casebook_form")
        connection.exec_driver_sql(f"INSERT INTO casebook_form VALUES ({APPLICATION_ID}, {form})")  # noqa: S608


def _make(connection: Connection) -> None:
    tables.create_all(connection)
    for statement in (*VIEWS, *GUARDS[connection.dialect.name]):
        connection.exec_driver_sql(statement)


def _run(connection: Connection, forms: Sequence[Sequence[Step]]) -> None:
    for steps in forms:
        for step in steps:
            if callable(step):
                step(connection)
            else:
                connection.exec_driver_sql(step)


def _share(connection: Connection) -> None:
    """Let readers and a writer not stop each other (WAL)."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101  # for the type checker
    with suppress(OperationalError, sqlite3.OperationalError):  # another program has it open, and will do it
        driver.execute("PRAGMA journal_mode = WAL")
