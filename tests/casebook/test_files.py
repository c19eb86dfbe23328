"""Casebooks that are files: what can be wrong with a file, its folder and its disk."""

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from casebooks import READER, content, made, run
from counterclaim.casebook import connecting, open_casebook
from counterclaim.errors import CasebookError, SchemaError


def test_nothing_lies_beside_it_when_it_is_closed(path: str) -> None:
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
        assert run(path, "PRAGMA journal_mode") == [("wal",)]
    assert [p.name for p in Path(path).parent.iterdir()] == [Path(path).name]


def test_a_missing_folder_and_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match=r"there is no folder .*make it first"):
        open_casebook(tmp_path / "deep" / "c.db")
    with pytest.raises(CasebookError, match="is a folder; name a file in it"):
        open_casebook(tmp_path)


@pytest.mark.parametrize("name", ["a b.db", "50%?#x.db", "ünï.db", "-.db", "mailto:x.db"])
def test_odd_names_of_files(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for place in (name, tmp_path / name):
        with open_casebook(place) as book:
            book.add(made(), reader=READER)
    assert [p.name for p in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("data", [b"not a database at all, just words " * 40, bytes(4096)[:-1] + b"x"])
def test_what_is_no_database_is_refused_and_left_alone(path: str, data: bytes) -> None:
    Path(path).write_bytes(data)
    with pytest.raises(CasebookError, match=r"is no casebook \(not an SQLite database\); name another file"):
        open_casebook(path)
    assert Path(path).read_bytes() == data


def test_another_programs_database_is_refused_and_left_alone(path: str) -> None:
    run(path, "CREATE TABLE pages (id TEXT)")
    before = Path(path).read_bytes()
    with pytest.raises(CasebookError, match="is no casebook but another program's database"):
        open_casebook(path)
    assert Path(path).read_bytes() == before


def test_an_empty_file_becomes_a_casebook(path: str) -> None:
    Path(path).touch()
    with open_casebook(path) as book:
        assert book.add(made(), reader=READER)


def test_a_newer_casebook_is_refused_and_left_alone(path: str) -> None:
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
    run(path, "PRAGMA user_version = 99")
    before = content(path)
    with pytest.raises(SchemaError, match=r"written by a newer counterclaim \(form 99, known up to \d+\); update"):
        open_casebook(path)
    assert content(path) == before


def test_a_casebook_that_another_program_is_writing(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "WAIT_S", 0.05)
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CasebookError, match=r"is being written by another program; wait until that is done"):
            book.add(made("p2"), reader=READER)
        assert list(book.pages()) == [made()], "reading goes on meanwhile"
        other.execute("COMMIT")
        other.close()
        assert book.add(made("p2"), reader=READER)


def test_a_full_disk_keeps_what_is_there(path: str) -> None:
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
        (size,) = book._connection.exec_driver_sql("PRAGMA page_count").one()
        book._connection.exec_driver_sql(f"PRAGMA max_page_count = {size}")
        book._connection.rollback()
        with pytest.raises(CasebookError, match="the disk is full; make room and try again"):
            book.add(made("p2", "x" * 100_000), reader=READER)
        assert list(book.pages()) == [made()]
        book._connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        book._connection.rollback()
        assert book.add(made("p2", "x" * 100_000), reader=READER)
        assert book.faults() == ()


ON_A_FULL_DISK = """
import resource, signal, sys
sys.path.insert(0, sys.argv[2])
from casebooks import made
from counterclaim.casebook import open_casebook
from counterclaim.errors import CasebookError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))  # no file grows beyond: as on a full disk
with open_casebook(sys.argv[1]) as book:
    for n in range(1000):
        try:
            book.add(made(f"p{n:03d}", "At least 12 people were killed. " * 500), reader="1")
        except CasebookError as error:
            sys.exit(str(error))
        print(n, flush=True)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of files are Linux's")
def test_where_the_disk_is_full_nothing_that_was_saved_is_lost(path: str) -> None:
    tests = str(Path(__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, path, tests], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "disk" in done.stderr
    saved = [int(line) for line in done.stdout.splitlines()]
    assert saved
    with open_casebook(path) as book:
        assert [p.document.id for p in book.pages()] == [f"p{n:03d}" for n in saved]
        assert book.faults() == ()


def test_a_damaged_file_is_told(path: str) -> None:
    with open_casebook(path) as book:
        for n in range(50):
            book.add(made(f"p{n}"), reader=READER)
    data = bytearray(Path(path).read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    Path(path).write_bytes(data)
    with (
        pytest.raises(CasebookError, match=r"is damaged; save what is left with: sqlite3 FILE \.recover"),
        open_casebook(path) as book,
    ):
        list(book.pages())


def test_bytes_that_were_changed_in_the_file_are_found(path: str) -> None:
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
    data = Path(path).read_bytes()
    assert data.count(b"in Qarwan, the") == 1, "the text stands in the file once"
    Path(path).write_bytes(data.replace(b"in Qarwan, the", b"in Quarna, the"))
    with open_casebook(path) as book:
        assert [f.why for f in book.faults()] == ["its text is not the one that was stored"]


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY])
def test_on_a_read_only_disk_it_can_be_read_and_not_written(
    path: str, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
    real = sqlite3.connect

    def connect(address: str, **options: object) -> sqlite3.Connection:
        if "mode=rwc" in address:
            error = sqlite3.OperationalError("read-only disk")
            error.sqlite_errorcode = code
            raise error
        return real(address, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(sqlite3, "connect", connect)
    with open_casebook(path) as book:
        assert list(book.pages()) == [made()]
        with pytest.raises(CasebookError, match=r"cannot be written to \(read-only\); copy it to a folder of yours"):
            book.add(made("p2"), reader=READER)
    with pytest.raises(CasebookError, match="cannot be"):
        open_casebook(Path(path).with_name("new.db"))


AS_NOBODY = """
import os, sys
from pathlib import Path
from counterclaim.casebook.store import open_casebook
from counterclaim.errors import CasebookError
from counterclaim.model import Document, Page
open_casebook(Path(sys.argv[1]).parent.parent / "first.db").close()  # so that everything is imported by now
os.setgid(65534), os.setuid(65534)
try:
    with open_casebook(sys.argv[1]) as book:
        print(len(list(book.pages())), flush=True)
        book.add(Page(Document("new", "words"), (), (), ()), reader="1")
except CasebookError as error:
    sys.exit(str(error))
"""


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root can turn into somebody without rights")
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o444, 0o555), (0o644, 0o555)])
def test_a_file_or_folder_without_the_right_to_write(tmp_path: Path, file: int, folder: int) -> None:
    for above in (tmp_path, *tmp_path.parents):
        if above.stat().st_uid == os.getuid() and above != Path("/"):
            above.chmod(above.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    home = tmp_path / "case"
    home.mkdir()
    path = home / "c.db"
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
    before = path.read_bytes()
    path.chmod(file)
    home.chmod(folder)
    done = subprocess.run([sys.executable, "-c", AS_NOBODY, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr, done.stderr
    assert str(path) in done.stderr
    assert "--casebook" in done.stderr
    assert path.read_bytes() == before


def test_what_is_no_file_at_all(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.db"
    os.mkfifo(pipe)
    with pytest.raises(CasebookError, match="is no file; name another file"):
        open_casebook(pipe)
