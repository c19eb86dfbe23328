import os
import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim.errors import PageError
from counterclaim.ingest import draft
from counterclaim.ingest.html import html_page, markup_page
from ingest.makers import ENGLISH, GERMAN, SECOND, html, read

HEADLINE = "Shelling kills 12 in Qarwan market, monitor says"


def write(folder: Path, markup: str | bytes, name: str = "page.html") -> Path:
    path = folder / name
    path.write_bytes(markup.encode() if isinstance(markup, str) else markup)
    return path


def test_the_article_alone_one_paragraph_a_line(tmp_path: Path) -> None:
    (page,), skipped = read(write(tmp_path, html(ENGLISH, SECOND)))
    assert page.text.splitlines()[:2] == [ENGLISH, SECOND]
    assert "900" not in page.text, "a reader's comment"
    assert "Home" not in page.text
    assert (page.published, page.outlet, page.title, page.url) == (None, None, None, None)
    assert page.lang == "en"
    assert not skipped


@pytest.mark.parametrize("body", [f"<h1>{HEADLINE}</h1>", f"<header><h1>{HEADLINE}</h1></header>"])
def test_the_headline_is_the_first_line_once(body: str) -> None:
    page = markup_page(html(ENGLISH, SECOND, body=body), "x")
    assert page.text.splitlines()[0] == HEADLINE
    assert page.text.count(HEADLINE) == 1
    assert page.title == HEADLINE


def test_a_headline_outside_of_the_article_is_not_lost() -> None:
    markup = html(ENGLISH, SECOND).replace("<nav>", f"<div class='top'><h1>{HEADLINE}</h1></div><nav>")
    assert markup_page(markup, "x").text.splitlines()[0] == HEADLINE


@pytest.mark.parametrize("name", ["The Qarwan Courier", "World news", "Courier"])
def test_the_name_of_the_outlet_or_of_a_section_is_no_headline(name: str) -> None:
    head = '<meta property="og:site_name" content="The Qarwan Courier">'
    markup = html(ENGLISH, SECOND, head=head).replace("<nav>", f"<div id='logo'><h1>{name}</h1></div><nav>")
    assert markup_page(markup, "x").text.splitlines()[0] == ENGLISH


def test_of_several_headings_the_one_that_the_title_repeats() -> None:
    head = f'<meta property="og:title" content="{HEADLINE}">'
    headings = f"<div class='top'><h1>Live from Qarwan today</h1><h1>{HEADLINE}</h1></div><nav>"
    markup = html(ENGLISH, SECOND, head=head).replace("<nav>", headings)
    assert markup_page(markup, "x").text.splitlines()[0] == HEADLINE


def test_a_fragment_is_a_page() -> None:
    assert markup_page(f"<p>{ENGLISH}</p>", "x").text == ENGLISH


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<html><body><script>var killed = 12</script></body></html>",
        "<html><head><title>Only a title</title></head><frameset><frame src='x.html'></frameset></html>",
        "<div>" * 50_000 + "deep" + "</div>" * 50_000,
        "<!-- -->",
    ],
)
def test_html_without_text_is_refused_with_a_hint(markup: str) -> None:
    with pytest.raises(PageError, match=r"no text was found in this HTML \(if scripts build the page"):
        markup_page(markup, "x")


def test_faults_of_files(tmp_path: Path) -> None:
    empty, binary = write(tmp_path, "", "a.html"), write(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(99), "b.htm")
    german = write(tmp_path, html(GERMAN, lang="de"), "c.xhtml")
    pages, skipped = read(empty, binary, german)
    assert not pages
    assert [s.why for s in skipped] == ["the file is empty", "not text: it is a PNG picture", "the page is in German"]
    assert [s.name for s in skipped] == [str(empty), str(binary), str(german)]


def test_too_large_a_file_is_refused_without_reading_it_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.ingest.html.MAX_HTML_BYTES", 1000)
    _, skipped = read(write(tmp_path, html(*[ENGLISH] * 20)))
    assert "the limit for an HTML page" in skipped[0].why
    assert draft.MAX_HTML_BYTES > 1000


def test_a_damaged_byte_is_shown_and_said(tmp_path: Path) -> None:
    data = html(ENGLISH, SECOND).encode().replace(b"Tuesday,", "Tuesday’".encode() + b"\xff,")
    (page,), skipped = read(write(tmp_path, data))
    assert "Tuesday’\ufffd," in page.text
    assert [(s.part, s.why) for s in skipped] == [
        ("encoding", "bytes that could not be decoded are shown as U+FFFD: 1"),
    ]


def test_a_charset_from_the_server_counts() -> None:
    assert "café" in html_page(html(ENGLISH + " The café burned.").encode("windows-1252"), "x", charset="cp1252").text


def test_a_library_that_breaks_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> str:
        raise IndexError("odd tree")

    monkeypatch.setattr("trafilatura.extract", breaks)
    with pytest.raises(PageError, match=r"cannot be taken apart \(IndexError\)"):
        markup_page(html(), "x")


def test_nothing_is_logged_for_a_page_without_text(capfd: pytest.CaptureFixture[str]) -> None:
    code = (
        "from counterclaim.ingest.html import markup_page\n"
        "try: markup_page('<html></html>', 'x')\nexcept Exception as e: assert 'no text' in str(e)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert capfd.readouterr() == ("", "")


def test_the_same_markup_gives_the_same_page_in_any_process(tmp_path: Path) -> None:
    path = write(
        tmp_path, html(*[f"{ENGLISH} ({n})" for n in range(9)], body=f"<h1>{HEADLINE}</h1><ul><li>One<li>Two</ul>")
    )
    code = "import sys; from counterclaim.ingest import read_documents; print(next(read_documents(sys.argv[1:])))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code, path],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
