import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim
from counterclaim import casebook as module
from counterclaim.casebook import APPLICATION_ID, Casebook, Counts, open_casebook
from counterclaim.errors import CasebookError, PageError, SchemaError
from counterclaim.model import Document, Interval, Page, Passage, Place, Role, Span, Statement

READER = "1.0+abc/model-1"
TEXT = "At least 12 people were killed in Qarwan, the ministry said.\n\u2028 🙂 \x00 end"


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


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "counterclaim.db"


@pytest.fixture
def book(path: Path) -> Iterator[Casebook]:
    with open_casebook(path) as casebook:
        yield casebook


def content(path: Path) -> list[str]:
    """All that a casebook says, character for character."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def sql(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        with connection:
            return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_a_page_comes_back_equal(book: Casebook) -> None:
    given_page = made(
        outlet="Courier", published="2017-04-15", title="T", url="https://c.example", lang="en", source="a.txt"
    )
    assert book.add(given_page, reader=READER) is True
    back = book.page("p1")
    assert back == given_page
    assert back is not None
    assert [c.span.exact for c in back.claims] == [c.span.exact for c in given_page.claims]
    assert list(book.pages()) == [given_page]
    assert list(book.documents()) == [given_page.document]
    assert book.known(READER) == {"p1": given_page.document}
    assert book.known("another") == {}
    assert book.counts() == Counts(pages=1, statements=1, claims=2)


def test_an_empty_casebook_and_a_page_that_is_not_there(book: Casebook) -> None:
    assert list(book.pages()) == list(book.documents()) == []
    assert book.page("p1") is None
    assert book.counts() == Counts(0, 0, 0)


def test_it_is_there_when_opened_again_and_nothing_lies_beside_it(path: Path) -> None:
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    with open_casebook(str(path), create=False) as book:
        assert list(book.pages()) == [made()]


def test_pages_come_in_the_order_of_their_ids(book: Casebook) -> None:
    ids = ["b", "a", "é", "B", "10", "9", "🙂"]
    for id_ in ids:
        book.add(made(id_), reader=READER)
    assert [p.document.id for p in book.pages()] == [d.id for d in book.documents()] == sorted(ids)


def test_reading_the_same_page_twice_changes_nothing(path: Path) -> None:
    with open_casebook(path) as book:
        book.add(made(source="here.txt"), reader=READER)
    before = content(path)
    with open_casebook(path) as book:
        assert book.add(made(source="here.txt"), reader=READER) is False
        assert book.add(made(source="there.txt"), reader=READER) is False
    assert content(path) == before


def test_a_newer_reader_takes_the_place_of_the_older(path: Path) -> None:
    with open_casebook(path) as book:
        book.add(made("other"), reader=READER)
        book.add(made(), reader=READER)
    sql(path, "UPDATE pages SET added = '2001-01-01T00:00:00Z'")
    newer = replace(made(), statements=(), claims=made().claims[:1])
    with open_casebook(path) as book:
        assert book.add(newer, reader="2.0") is True
        assert book.page("p1") == newer
        assert book.page("other") == made("other")
        assert book.counts() == Counts(pages=2, statements=1, claims=3)
    assert sql(path, "SELECT reader, added FROM pages WHERE id = 'p1'") == [("2.0", "2001-01-01T00:00:00Z")]


@pytest.mark.parametrize("field", ["outlet", "published", "title", "url", "lang"])
def test_the_last_word_on_a_page_counts(book: Casebook, field: str) -> None:
    book.add(made(), reader=READER)
    assert book.add(made(**{field: "2017-04-15"}), reader=READER) is True
    assert book.page("p1") == made(**{field: "2017-04-15"})
    assert book.add(made(**{field: "2017-04-15"}), reader=READER) is False


def test_another_text_under_the_same_id_is_refused_and_nothing_overwritten(path: Path) -> None:
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
        before = content(path)
        with pytest.raises(
            PageError, match=r"^b\.jsonl:1: the casebook .* has another text under the id 'p1'"
        ) as caught:
            book.add(made(text=TEXT + "!", source="b.jsonl:1"), reader="2.0")
        assert "an id of its own" in caught.value.hint
    assert content(path) == before


@pytest.mark.parametrize(
    "bad",
    [
        made(text=TEXT + "\ud800"),
        made(title="\udfff"),
        replace(made(), claims=(claim("p1", 0, "At least", voice="\ud800"),)),
    ],
)
def test_half_a_surrogate_pair_is_refused_and_leaves_nothing_behind(book: Casebook, bad: Page) -> None:
    with pytest.raises(PageError, match="half of a surrogate pair"):
        book.add(bad, reader=READER)
    assert book.counts() == Counts(0, 0, 0)
    assert book.add(made(), reader=READER)


def test_a_page_is_kept_whole_or_not_at_all(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    book.add(made("p0"), reader=READER)

    def fails(_: object) -> dict[str, object]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(module, "claim_columns", fails)
        book.add(made("p1"), reader=READER)
    assert book.page("p1") is None
    assert book.counts() == Counts(1, 1, 2)
    assert book.add(made("p1"), reader=READER)


def test_numbers_beyond_any_column_are_kept(book: Casebook) -> None:
    huge = replace(made(), claims=(claim("p1", 0, "At least", low=10**40, high=10**40),))
    book.add(huge, reader=READER)
    assert book.page("p1") == huge


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=60, deadline=None)
@given(
    text=ANY.filter(len), id_=ANY, outlet=st.none() | ANY, voice=st.none() | ANY, low=st.none() | st.integers(0, 10**25)
)
def test_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    id_: str,
    outlet: str | None,
    voice: str | None,
    low: int | None,
) -> None:
    with open_casebook(tmp_path_factory.mktemp("book") / "c.db") as book:
        document = Document(id_, text, outlet)
        first = claim(id_, 0, text, voice=voice, low=low, high=low)
        whole = Page(document, (Passage(Span.of(text, 0, len(text)), Role.HEADLINE),), (), (first,))
        book.add(whole, reader=READER)
        assert book.page(id_) == whole
        assert book.page(id_).document.text_hash == document.text_hash  # type: ignore[union-attr]


def test_claims_can_be_queried_by_anyone(path: Path) -> None:
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
    query = "SELECT aspect, voice, exact, low, place, earliest, relays FROM claims ORDER BY start"
    assert sql(path, query) == [
        ("killed", "ministry", "At least", 12, "Qarwan", None, '["AFP"]'),
        ("killed", None, "12", 12, None, "2017-04-15", "[]"),
    ]
    assert sql(path, "SELECT text FROM pages") == [(TEXT,)]
    assert sql(path, "SELECT json_extract(record, '$.span.end') FROM claims WHERE position = 0") == [(8,)]


def test_without_a_casebook_there_is_an_error_unless_one_may_be_made(path: Path) -> None:
    with pytest.raises(CasebookError, match=r"there is no casebook at .*counterclaim read PATH"):
        open_casebook(path, create=False)
    assert not path.exists()


def test_a_missing_folder_and_a_folder_instead_of_a_file(path: Path) -> None:
    with pytest.raises(CasebookError, match=r"there is no folder .*make it first"):
        open_casebook(path / "deep" / "c.db")
    with pytest.raises(CasebookError, match="is a folder; name a file in it"):
        open_casebook(path.parent)


def test_odd_names_of_files(tmp_path: Path) -> None:
    for name in ("a b.db", "50%?#x.db", "ünï.db", "-.db"):
        with open_casebook(tmp_path / name) as book:
            book.add(made(), reader=READER)
        assert (tmp_path / name).exists()


@pytest.mark.parametrize("data", [b"not a database at all, just words " * 40, bytes(4096)[:-1] + b"x"])
def test_what_is_no_database_is_refused_and_left_alone(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(CasebookError, match=r"is no casebook \(not an SQLite database\); name another file"):
        open_casebook(path)
    assert path.read_bytes() == data


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    sql(path, "CREATE TABLE pages (id TEXT)")
    before = path.read_bytes()
    with pytest.raises(CasebookError, match="is no casebook but another program's database"):
        open_casebook(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_casebook(path: Path) -> None:
    path.touch()
    with open_casebook(path) as book:
        assert book.add(made(), reader=READER)


def test_a_newer_casebook_is_refused_and_left_alone(path: Path) -> None:
    open_casebook(path).close()
    sql(path, "PRAGMA user_version = 99")
    before = content(path)
    with pytest.raises(SchemaError, match=r"written by a newer counterclaim \(form 99, known up to \d+\); update"):
        open_casebook(path)
    assert content(path) == before


def test_an_older_casebook_is_brought_up_to_date_in_one_step(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
    before, now = content(path), len(module.MIGRATIONS)
    later = (*module.MIGRATIONS, ("ALTER TABLE pages ADD COLUMN note TEXT", "UPDATE pages SET note = 'x'"))
    with monkeypatch.context() as patch:
        patch.setattr(module, "MIGRATIONS", (*later[:-1], (*later[-1], "no such statement")))
        with pytest.raises(CasebookError, match="syntax error"):
            open_casebook(path)
    assert content(path) == before
    monkeypatch.setattr(module, "MIGRATIONS", later)
    with open_casebook(path) as book:
        assert list(book.pages()) == [made()]
    assert sql(path, "SELECT note FROM pages") == [("x",)]
    assert sql(path, "PRAGMA user_version") == [(now + 1,)]
    assert sql(path, "PRAGMA application_id") == [(APPLICATION_ID,)]


def test_a_casebook_that_another_program_is_writing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAIT_S", 0.05)
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


def test_a_full_disk_keeps_what_is_there(book: Casebook, path: Path) -> None:
    book.add(made(), reader=READER)
    (size,) = book._connection.execute("PRAGMA page_count").fetchone()
    book._connection.execute(f"PRAGMA max_page_count = {size}")
    with pytest.raises(CasebookError, match="the disk is full; make room and try again"):
        book.add(made("p2", "x" * 100_000), reader=READER)
    assert list(book.pages()) == [made()]
    book._connection.execute("PRAGMA max_page_count = 100000")
    assert book.add(made("p2", "x" * 100_000), reader=READER)


def test_a_damaged_file_is_told(path: Path) -> None:
    with open_casebook(path) as book:
        for n in range(50):
            book.add(made(f"p{n}"), reader=READER)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    with (
        pytest.raises(CasebookError, match=r"is damaged; save what is left with: sqlite3 FILE \.recover"),
        open_casebook(path) as book,
    ):
        list(book.pages())


@pytest.mark.parametrize("record", ["{}", "words", '{"id": 5}'])
def test_a_record_changed_by_other_means_is_told(path: Path, record: str) -> None:
    with open_casebook(path) as book:
        book.add(made(), reader=READER)
    sql(path, f"UPDATE claims SET record = '{record}'")
    with open_casebook(path) as book, pytest.raises(CasebookError, match=r"what is stored of page 'p1' cannot be read"):
        list(book.pages())


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY])
def test_on_a_read_only_disk_it_can_be_read_and_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int
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
        open_casebook(path.with_name("new.db"))


def test_a_closed_casebook_is_told(path: Path) -> None:
    book = open_casebook(path)
    book.close()
    with pytest.raises(CasebookError, match="closed"):
        book.counts()


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from test_casebook import made
from counterclaim.casebook import open_casebook
with open_casebook(sys.argv[1]) as book:
    for n in range(100_000):
        book.add(made(f"p{n:06d}", "At least 12 people were killed. " * 2000), reader="1")
        print(n, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_a_writer_killed_at_any_moment_leaves_whole_pages(path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(path), str(Path(__file__).parent)]
    for stop_after in (1, 4):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            told = [int(next(writer.stdout)) for _ in range(stop_after)]
            os.kill(writer.pid, signal.SIGKILL)
            told += [int(line) for line in writer.stdout if line.endswith("\n")]
        with open_casebook(path) as book:
            pages = list(book.pages())
            assert len(pages) >= len(told), "a page that was said to be kept is lost"
            assert all(p == made(p.document.id, p.document.text) for p in pages)
        assert sql(path, "PRAGMA integrity_check") == [("ok",)]
        assert sql(path, "PRAGMA foreign_key_check") == []


def test_two_writers_at_once(path: Path) -> None:
    with open_casebook(path) as one, open_casebook(path) as two:
        for n in range(10):
            assert one.add(made(f"a{n}"), reader=READER)
            assert two.add(made(f"b{n}"), reader=READER)
            assert two.add(made(f"a{n}"), reader=READER) is False
        assert one.counts() == two.counts() == Counts(20, 20, 40)
