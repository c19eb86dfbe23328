"""Casebooks on a server: addresses, passwords that are never shown, and what can be wrong with a server."""

import sys

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from casebooks import READER, made, new_database, run, server
from counterclaim.casebook import connecting, open_casebook
from counterclaim.errors import CasebookError, SchemaError

SECRET = "hunter2"


@pytest.fixture
def url() -> str:
    yield from new_database()  # type: ignore[misc]


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://ann:{SECRET}@host",
        f"postgresql://ann:{SECRET}@host:port/db",
        f"postgresql+psycopg2://ann:{SECRET}@host/db",
        f"postgresql://ann:{SECRET}@host/db?sslmode=perhaps",
        f"mysql://ann:{SECRET}@host/db",
        f"https://ann:{SECRET}@host/db",
        f"sqlite:///{SECRET}.db",
        f"postgresql://ann:{SECRET}@127.0.0.1:9/db",
        f"postgresql://ann:{SECRET}@nowhere.invalid/db",
        f"postgresql://ann:{SECRET}@/db?host=/no/such/folder",
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(address: str) -> None:
    with pytest.raises(CasebookError) as caught:
        open_casebook(address)
    told = str(caught.value)
    assert SECRET not in told.replace(f"sqlite:///{SECRET}", "")
    assert "postgresql://" in told or "://" in told
    assert any(hint in told for hint in ("postgresql://user@host/database", "look at the host and port"))


def test_without_the_driver_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pg8000", "pg8000.dbapi"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(CasebookError, match=r"pip install 'counterclaim\[postgres\]'"):
        open_casebook(f"postgresql://ann:{SECRET}@host/db")


def test_a_name_that_may_be_shown(url: str) -> None:
    secret = make_url(url).set(password=SECRET).render_as_string(hide_password=False)
    with open_casebook(secret) as book:
        book.add(made(), reader=READER)
        assert SECRET not in book.name + repr(book)
        assert "***" in book.name
    with open_casebook(url.replace("postgresql://", "postgres://")) as book:
        assert list(book.pages()) == [made()]


def test_a_password_from_the_environment(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", SECRET)
    monkeypatch.setenv("PGUSER", "somebody")
    told = connecting._arguments(make_url("postgresql://host/db"))
    assert (told["user"], told["password"], told["port"]) == ("somebody", SECRET, 5432)
    told = connecting._arguments(make_url("postgresql://ann:other@/db?host=/run/pg"))
    assert (told["user"], told["password"], told["unix_sock"]) == ("ann", "other", "/run/pg/.s.PGSQL.5432")
    assert "host" not in told


def test_a_database_that_is_not_there(url: str) -> None:
    with pytest.raises(CasebookError, match=r"the server has no such database; make it first \(createdb\)"):
        open_casebook(make_url(url).set(database="no_such").render_as_string(hide_password=False))


def test_a_user_who_is_not_known(url: str) -> None:
    with pytest.raises(CasebookError, match="was refused to you by the server"):
        open_casebook(make_url(url).set(username="nobody_at_all").render_as_string(hide_password=False))


def test_another_programs_database_is_refused_and_left_alone(url: str) -> None:
    run(url, "CREATE TABLE pages (id text)")
    with pytest.raises(CasebookError, match="is no casebook but another program's database"):
        open_casebook(url)
    tables = run(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    assert tables == [("pages",)]


def test_a_newer_casebook_is_refused(url: str) -> None:
    open_casebook(url).close()
    run(url, "UPDATE casebook_form SET form = 99")
    with pytest.raises(SchemaError, match=r"written by a newer counterclaim \(form 99, known up to \d+\); update"):
        open_casebook(url)


def test_a_casebook_that_another_program_is_writing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "WAIT_S", 0.05)
    engine = create_engine(make_url(url).set(drivername="postgresql+pg8000"))
    with open_casebook(url) as book, engine.connect() as other:
        book.add(made(), reader=READER)
        other.exec_driver_sql(f"SELECT pg_advisory_xact_lock({connecting.WRITING})")
        with pytest.raises(CasebookError, match=r"is being written by another program; wait until that is done"):
            book.add(made("p2"), reader=READER)
        assert list(book.pages()) == [made()], "reading goes on meanwhile"
        other.rollback()
        assert book.add(made("p2"), reader=READER)
    engine.dispose()


def test_a_database_that_may_only_be_read(url: str) -> None:
    with open_casebook(url) as book:
        book.add(made(), reader=READER)
    run(url, f"ALTER DATABASE {make_url(url).database} SET default_transaction_read_only = on")
    with open_casebook(url) as book:
        assert list(book.pages()) == [made()]
        with pytest.raises(CasebookError, match="cannot be written to: the server or the database is read-only"):
            book.add(made("p2"), reader=READER)


def test_a_connection_that_breaks(url: str) -> None:
    with open_casebook(url) as book:
        book.add(made(), reader=READER)
        run(
            server(),
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{make_url(url).database}'",
        )
        with pytest.raises(CasebookError, match="is out of reach"):
            book.add(made("p2"), reader=READER)
    with open_casebook(url) as book:
        assert list(book.pages()) == [made()]
