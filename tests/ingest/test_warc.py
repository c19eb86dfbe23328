import gzip
from pathlib import Path

import pytest

from ingest.makers import ENGLISH, GERMAN, SECOND, html, plain_warc, read, warc

ONE, TWO = "https://courier.example/2017/04/15/shelling", "https://gazette.example/denial"
PAGES = {ONE: html(ENGLISH), TWO: html(SECOND)}


def write(folder: Path, data: bytes, name: str = "crawl.warc.gz") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("data", "name"), [(warc(PAGES), "crawl.warc.gz"), (plain_warc(PAGES), "crawl.warc")])
def test_each_response_is_a_page(tmp_path: Path, data: bytes, name: str) -> None:
    path = write(tmp_path, data, name)
    pages, skipped = read(path)
    assert [(p.url, p.text, p.outlet, p.published) for p in pages] == [
        (ONE, ENGLISH, "courier.example", "2017-04-15"),  # from the address
        (TWO, SECOND, "gazette.example", None),  # the day of capture is no day of publication
    ]
    assert [p.source for p in pages] == [f"{path}:2", f"{path}:3"]
    assert not skipped


def test_a_page_may_be_compressed_on_its_way(tmp_path: Path) -> None:
    data = warc({ONE: gzip.compress(html(ENGLISH).encode())}, headers={"Content-Encoding": "gzip"})
    (page,), _ = read(write(tmp_path, data))
    assert page.text == ENGLISH


def test_an_unknown_compression_is_told(tmp_path: Path) -> None:
    _, (skipped,) = read(write(tmp_path, warc({ONE: b"\x01\x02\x03" * 40}, headers={"Content-Encoding": "zz"})))
    assert "compressed with zz" in skipped.why


@pytest.mark.parametrize(
    "data",
    [warc(PAGES, status="404 Not Found"), warc(PAGES, headers={"Content-Type": "image/png"}), warc({}), warc({}) * 2],
)
def test_an_archive_without_pages_is_told(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path, data)
    _, (skipped,) = read(path)
    assert skipped.name == str(path)
    assert "no HTML page among its" in skipped.why


def test_a_page_that_cannot_be_read_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    pages, skipped = read(
        write(tmp_path, warc({ONE: html(GERMAN), "https://x.example/": "<html></html>", TWO: html(SECOND)}))
    )
    assert [p.url for p in pages] == [TWO]
    assert [s.why for s in skipped] == ["the page is in German", "no text was found in this HTML"]


def test_one_capture_twice_is_one_page(tmp_path: Path) -> None:
    pages, skipped = read(write(tmp_path, warc(PAGES) + warc(PAGES)))
    assert len(pages) == 2
    assert not skipped


@pytest.mark.parametrize("cut", [40, 300, 700, 900])
def test_a_damaged_archive_is_told_without_noise(tmp_path: Path, cut: int, capfd: pytest.CaptureFixture[str]) -> None:
    whole = warc(PAGES)
    pages, skipped = read(write(tmp_path, whole[:-cut]))
    assert skipped
    assert all(p.text in (ENGLISH, SECOND) for p in pages), "a page cut in two"
    assert capfd.readouterr() == ("", "")


def test_zeros_in_the_middle_of_an_archive_lose_no_page_in_silence(tmp_path: Path) -> None:
    whole = bytearray(warc(PAGES))
    whole[900:960] = bytes(60)
    pages, skipped = read(write(tmp_path, bytes(whole)))
    assert len(pages) < 2
    assert skipped


@pytest.mark.parametrize("data", [b"", b"words", b"\x1f\x8b\x08 no gzip", gzip.compress(b"words")])
def test_what_is_no_archive(tmp_path: Path, data: bytes) -> None:
    _, (skipped,) = read(write(tmp_path, data))
    assert "WARC" in skipped.why or "damaged" in skipped.why


def test_too_large_a_page_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.ingest.warc.MAX_HTML_BYTES", 200)
    pages, skipped = read(write(tmp_path, warc(PAGES)))
    assert not pages
    assert all("the limit for an HTML page" in s.why for s in skipped)
