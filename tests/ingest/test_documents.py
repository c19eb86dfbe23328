"""Whole runs over folders, files and standard input."""

import gzip
import io
import json
import os
import shutil
import time
from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.ingest import read_documents
from counterclaim.model import Document, Skipped, content_id
from ingest.makers import ARABIC, ENGLISH, GERMAN, SECOND, html, pdf, read, warc

POSIX = pytest.mark.skipif(os.name == "nt", reason="pipes, links and odd file names as Unix has them")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the test runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_every_format_in_one_folder_in_the_order_of_names(folder: Path) -> None:
    write("pages/b.txt", "Two were killed in Qarwan.")
    write("pages/a.jsonl", json.dumps({"text": ENGLISH}) + "\n" + json.dumps({"text": SECOND}))
    write("pages/sub/d.HTML", html("Three people were killed in Hesht, a monitor said.", SECOND))
    write("pages/c.pdf", pdf(["Four people were killed in Bir Nuwara, a monitor said."]))
    write(
        "pages/z.warc.gz",
        warc({"https://courier.example/": html("Five were killed in Karam, a monitor said.", SECOND)}),
    )
    pages, skipped = read("pages")
    assert [p.source for p in pages] == [
        "pages/a.jsonl:1", "pages/a.jsonl:2", "pages/b.txt", "pages/c.pdf", "pages/sub/d.HTML", "pages/z.warc.gz:2",
    ]  # fmt: skip
    assert not skipped


def test_a_text_file_is_its_own_text(folder: Path) -> None:
    text = "\ufeffShelling — Qarwan 🙂\r\n\r\n  12 killed\x0c\rend  \n\n"
    (page,), skipped = read(write("page.txt", text))
    assert page == Document(content_id("page", text), text, source="page.txt")
    assert not skipped


def test_what_else_lies_in_a_folder_is_no_matter(folder: Path) -> None:
    write("pages/page.txt", ENGLISH)
    for name in (
        ".DS_Store",
        "README",
        "README.md",
        "notes.docx",
        ".hidden.txt",
        ".git/config.txt",
        "Thumbs.db",
        "a.csv",
    ):
        write(f"pages/{name}", b"\x00\x01")
    pages, skipped = read("pages")
    assert [p.source for p in pages] == ["pages/page.txt"]
    assert not skipped


@pytest.mark.parametrize("name", ["empty", "of-other-things"])
def test_a_folder_without_pages_is_named(folder: Path, name: str) -> None:
    Path("empty").mkdir()
    write("of-other-things/x.docx", "x")
    write("page.txt", ENGLISH)
    pages, skipped = read(name, "page.txt")
    assert len(pages) == 1
    assert skipped == [
        Skipped(name, "no page in this folder", "pages are .html, .txt, .pdf, .jsonl and .warc(.gz) files")
    ]
    assert read(name) == ([], skipped)


def test_a_missing_path_is_named_and_the_others_are_read(folder: Path) -> None:
    write("page.txt", ENGLISH)
    pages, skipped = read("missing.txt", "page.txt", "gone/")
    assert len(pages) == 1
    assert [(s.name, s.why) for s in skipped] == [(n, "no such file or folder") for n in ("missing.txt", "gone/")]


def test_no_path_at_all_is_an_error_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(InputError, match="no path was given"):
        read_documents([])


def test_a_path_that_cannot_be_one_is_named(folder: Path) -> None:
    pages, skipped = read("a\0b")
    assert pages == []
    assert len(skipped) == 1


def test_one_path_need_not_be_in_a_list(folder: Path) -> None:
    write("page.txt", ENGLISH)
    assert len(list(read_documents("page.txt"))) == len(list(read_documents(Path("page.txt")))) == 1


def test_pages_come_one_by_one(folder: Path) -> None:
    write("a.txt", ENGLISH)
    found = read_documents(["a.txt", "b.txt"])
    assert isinstance(next(found), Document)
    assert next(found) == Skipped("b.txt", "no such file or folder", "check the spelling, and where you are")


@POSIX
def test_links_are_followed_and_rings_come_to_an_end(folder: Path) -> None:
    write("pages/a.txt", ENGLISH)
    write("elsewhere/b.txt", SECOND)
    Path("pages/again").symlink_to(".", target_is_directory=True)
    Path("pages/up").symlink_to("..", target_is_directory=True)
    Path("pages/more").symlink_to("../elsewhere", target_is_directory=True)
    Path("pages/self.txt").symlink_to("self.txt")
    Path("pages/gone.txt").symlink_to("nowhere.txt")
    pages, skipped = read("pages")
    assert {p.text for p in pages} == {ENGLISH, SECOND}
    assert {(s.name, s.why) for s in skipped} == {
        ("pages/gone.txt", "no such file or folder"),
        ("pages/self.txt", "cannot be read: Too many levels of symbolic links"),
    }
    pages, skipped = read("pages/self.txt")
    assert pages == []
    assert [s.why for s in skipped] == ["cannot be read: Too many levels of symbolic links"]


def test_what_may_not_be_read_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("pages/a.txt", ENGLISH)
    write("pages/locked.txt", ENGLISH)
    write("pages/sub/b.txt", SECOND)
    real_open, real_iterdir = Path.open, Path.iterdir

    def no_open(path: Path, *args: str) -> object:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return real_open(path, *args)

    def no_list(path: Path) -> object:
        if path.name == "sub":
            raise PermissionError(13, "Permission denied")
        return real_iterdir(path)

    monkeypatch.setattr(Path, "open", no_open)
    monkeypatch.setattr(Path, "iterdir", no_list)
    pages, skipped = read("pages")
    assert [p.source for p in pages] == ["pages/a.txt"]
    assert [(s.name, s.why) for s in skipped] == [
        ("pages/locked.txt", "cannot be read: Permission denied"),
        ("pages/sub", "cannot be read: Permission denied"),
    ]


@POSIX
def test_a_pipe_in_a_folder_does_not_stop_the_run(folder: Path) -> None:
    write("pages/a.txt", ENGLISH)
    os.mkfifo("pages/pipe.txt")
    pages, (skipped,) = read("pages")
    assert len(pages) == 1
    assert (skipped.name, skipped.why) == ("pages/pipe.txt", "not a regular file")


@POSIX
def test_file_names_of_any_kind_can_be_shown(folder: Path) -> None:
    for name in (b"caf\xe9.txt", b"new\nline.txt", "naïve.txt".encode(), b"\x1b[2J.txt"):
        Path(os.fsdecode(name)).write_text(f"{ENGLISH} {name!r}")
    pages, skipped = read(".")
    assert sorted(str(p.source) for p in pages) == [r"\x1b[2J.txt", r"caf\xe9.txt", "naïve.txt", r"new\nline.txt"]
    assert not skipped


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (ENGLISH, ENGLISH),
        (html(ENGLISH, SECOND), ENGLISH),
        (f"<!-- saved -->\n<p>{ENGLISH}</p>", ENGLISH),
        (f"<?xml version='1.0'?>\n{html(ENGLISH, SECOND)}".replace("<!doctype html>", ""), ENGLISH),
        (b"\xff\xfe" + html(ENGLISH, SECOND).encode("utf-16-le"), ENGLISH),
        (json.dumps({"text": ENGLISH}), ENGLISH),
        (json.dumps({"a": "x" * 100_000, "text": ENGLISH}), ENGLISH),
        (pdf([ENGLISH[:60]]), ENGLISH[:60]),
        (warc({"https://courier.example/": html(ENGLISH, SECOND)}), ENGLISH),
        ("{this is no JSON} but words of a page", "{this is no JSON} but words of a page"),
        ("[Qarwan] 12 were killed", "[Qarwan] 12 were killed"),
        ("< 12 killed in Qarwan", "< 12 killed in Qarwan"),
    ],
)
@pytest.mark.parametrize("where", ["-", "page.unknown", "page"])
def test_what_has_no_known_name_is_told_by_how_it_begins(
    folder: Path, where: str, content: str | bytes, text: str
) -> None:
    data = content.encode() if isinstance(content, str) else content
    if where != "-":
        write(where, data)
    (page,), skipped = read(where, stdin=data)
    assert page.text.startswith(text)
    assert str(page.source).startswith(where)
    assert not skipped


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (b"PK\x03\x04" + bytes(100), "not text: it is a ZIP archive or an Office document"),
        (bytes(range(256)), "not text: a binary file"),
        (b'{"text": "cut', "the line is not JSON: Unterminated string starting at at column 10"),
        (b'[{"text": "x"}]', "the file is one JSON document over many lines, not one page a line"),
        (ARABIC.encode(), "the page is in Arabic"),
        (b"\n \xef\xbb\xbf", "the page has no text"),
    ],
)
def test_what_cannot_be_told_is_refused_with_a_reason(folder: Path, content: bytes, why: str) -> None:
    _, (skipped,) = read(write("page.docx", content))
    assert skipped.why == why
    assert read("-", stdin=content)[1][0].why == why


def test_a_packed_file_is_to_be_unpacked_first(folder: Path) -> None:
    _, (skipped,) = read(write("pages.jsonl.gz", gzip.compress(json.dumps({"text": ENGLISH}).encode())))
    assert (skipped.why, skipped.hint) == ("not text: it is compressed with gzip", "unpack it first")


def test_standard_input_is_not_asked_for_in_vain(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert len(list(read_documents(write("page.txt", ENGLISH)))) == 1


def test_standard_input_is_the_processs_own_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ENGLISH.encode())))
    assert [d.text for d in read_documents("-") if isinstance(d, Document)] == [ENGLISH]


def test_an_opening_made_to_be_slow_is_not(folder: Path) -> None:
    started = time.perf_counter()
    read("-", stdin=b"<!--a-->" * 8000 + b"words")
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("name", ["page.txt", "page.unknown", "-"])
def test_200_megabytes_on_one_line_are_refused_at_once(folder: Path, name: str) -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            buffer[:] = b"x" * len(buffer)
            self.taken += len(buffer)
            return len(buffer)

    if name != "-":
        with Path(name).open("wb") as out:
            out.truncate(200_000_000)
    started, endless = time.perf_counter(), Endless()
    (skipped,) = read_documents([name], stdin=io.BufferedReader(endless))  # type: ignore[arg-type]
    assert skipped == Skipped(name, "longer than 1,000,000 characters, the limit for one page", "split it into pages")
    assert time.perf_counter() - started < 2
    assert endless.taken < 10_000_000


def test_a_page_of_just_the_limit_is_read(folder: Path) -> None:
    text = (ENGLISH + " ") * 10_000
    (page,), _ = read(write("a.txt", text[:1_000_000]))
    assert len(page.text) == 1_000_000
    _, (skipped,) = read(write("b.txt", text[:1_000_001]))
    assert "longer than" in skipped.why


def test_standard_input_is_read_once(folder: Path) -> None:
    pages, skipped = read("-", "-", stdin=ENGLISH.encode())
    assert len(pages) == 1
    assert not skipped


def test_the_same_page_twice_is_one_page(folder: Path) -> None:
    write("a.txt", ENGLISH)
    shutil.copy("a.txt", "b.txt")
    row = json.dumps({"id": "x", "text": SECOND, "outlet": "Courier"})
    pages, skipped = read("a.txt", "b.txt", "a.txt", write("c.jsonl", f"{row}\n{row}\n"))
    assert [p.text for p in pages] == [ENGLISH, SECOND]
    assert not skipped


def test_one_text_on_two_outlets_is_two_pages(folder: Path) -> None:
    rows = [{"text": ENGLISH, "outlet": "Courier"}, {"text": ENGLISH, "outlet": "Gazette"}, {"text": ENGLISH}]
    pages, skipped = read(write("a.jsonl", "\n".join(map(json.dumps, rows))))
    assert len({p.id for p in pages}) == 3
    assert not skipped


@pytest.mark.parametrize("other", [{"text": SECOND}, {"text": ENGLISH, "outlet": "Gazette"}])
def test_another_page_under_a_taken_id_is_read_under_an_id_of_its_own(folder: Path, other: dict[str, str]) -> None:
    rows = [{"id": "x", "text": ENGLISH}, {"id": "x", **other}, {"id": "x", **other}]
    (first, second), skipped = read(write("a.jsonl", "\n".join(map(json.dumps, rows))))
    assert first.id == "x"
    assert second.id.startswith("x~")
    assert {(s.name, s.part) for s in skipped} == {("a.jsonl:2", "id"), ("a.jsonl:3", "id")}
    assert f"the id 'x' is that of another page (a.jsonl:1); this one is read as {second.id}" in skipped[0].why


def test_a_second_reading_that_says_otherwise_is_told(folder: Path) -> None:
    rows = [{"id": "x", "text": ENGLISH, "published": day} for day in ("2017-04-15", None, "2017-04-16")]
    (page,), (skipped,) = read(write("a.jsonl", "\n".join(map(json.dumps, rows))))
    assert page.published == "2017-04-15"
    assert (skipped.name, skipped.part, skipped.hint) == ("a.jsonl:3", "published", "the first reading is kept")


def test_languages_that_pages_come_with(folder: Path) -> None:
    rows = [
        {"text": ENGLISH, "lang": "en-GB"}, {"text": ENGLISH * 2, "lang": "fr"}, {"text": "12 dead.", "lang": "fr"},
        {"text": GERMAN}, {"text": "12 dead."}, {"html": html(GERMAN, lang="en")},
    ]  # fmt: skip
    pages, skipped = read(write("a.jsonl", "\n".join(map(json.dumps, rows))))
    assert [p.lang for p in pages] == ["en-GB", "en", None]
    assert [s.why for s in skipped] == ["the page is in French", "the page is in German", "the page is in German"]


def test_a_folder_gives_the_same_pages_each_time(folder: Path) -> None:
    for n in (3, 1, 2):
        write(f"pages/{n}/page.txt", f"{ENGLISH} ({n})")
    assert read("pages") == read("pages")
    assert [p.text[-2] for p in read("pages")[0]] == ["1", "2", "3"]
