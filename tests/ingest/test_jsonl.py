import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Document, Skipped, content_id
from ingest.makers import ENGLISH, GERMAN, SECOND, html, read

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def lines(*rows: Any, raw: bool = False) -> bytes:
    return "\n".join(r if raw else json.dumps(r) for r in rows).encode()


def read_lines(*rows: Any, raw: bool = False) -> tuple[list[Document], list[Skipped]]:
    return read("-", stdin=lines(*rows, raw=raw))


def test_all_fields() -> None:
    row = {
        "id": "courier-1", "outlet": "Qarwan Courier", "published": "2017-04-15T08:00:00Z", "title": "Shelling",
        "url": "https://courier.example/1", "lang": "en-GB", "text": ENGLISH, "editor": "unread",
    }  # fmt: skip
    (page,), skipped = read_lines(row)
    assert page == Document(**{k: v for k, v in row.items() if k != "editor"}, source="-:1")
    assert not skipped


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), st.booleans())
def test_a_text_is_never_altered(text: str, escaped: bool) -> None:
    text = f"{ENGLISH} {text}"
    row = json.dumps({"text": text, "lang": "en"}, ensure_ascii=escaped)
    (page,), skipped = read("-", stdin=f"{row}\n".encode())
    assert page.text == text
    assert not skipped


def test_odd_line_ends_within_a_text_do_not_break_the_line() -> None:
    text = f"{ENGLISH}\u2028{SECOND}\x85\x0b\x0c\x1c the end"
    (page,), _ = read("-", stdin=json.dumps({"text": text}, ensure_ascii=False).encode() + b"\r\n\r\n")
    assert page.text == text


def test_without_an_id_the_content_is_the_id() -> None:
    (bare, known), _ = read_lines({"text": ENGLISH}, {"text": ENGLISH, "outlet": "Courier"})
    assert bare.id == content_id("page", ENGLISH)
    assert known.id == content_id("page", ENGLISH, "Courier", "")


def test_html_in_a_line_and_what_is_given_with_it() -> None:
    head = '<meta property="og:site_name" content="Courier"><meta name="pubdate" content="2017-04-15">'
    row = {"html": html(ENGLISH, SECOND, head=head), "outlet": "The Courier", "url": "https://courier.example/1"}
    (page,), _ = read_lines(row)
    assert page.text.startswith(ENGLISH)
    assert (page.outlet, page.published, page.url) == ("The Courier", "2017-04-15", "https://courier.example/1")


def test_text_goes_before_html_and_html_stands_in_for_an_empty_text() -> None:
    pages, _ = read_lines(
        {"text": ENGLISH, "html": html(SECOND)},
        {"text": "", "html": html(SECOND)},
        {"text": None, "html": html(SECOND), "id": "c"},
    )
    assert [p.text for p in pages] == [ENGLISH, SECOND, SECOND]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"text": "cut', "the line is not JSON: Unterminated string starting at at column 10"),
        ("words", "the line is not JSON: Expecting value at column 1"),
        ("[1, 2]", "the line is no JSON object but a list"),
        ("12", "the line is no JSON object but a number"),
        ("null", "the line is no JSON object but null"),
        ("{}", "the page has neither text nor html (it has no field at all)"),
        ('{"body": "x", "id": "1"}', "the page has neither text nor html (it has 'body', 'id')"),
        ('{"text": ["x"]}', "text is no string but a list"),
        ('{"text": 5}', "text is no string but a number"),
        ('{"html": true}', "html is no string but true or false"),
        ('{"text": ""}', "the page has no text"),
        ('{"text": " \\n\\u00a0\\ufeff"}', "the page has no text"),
        ('{"html": "<html></html>"}', "no text was found in this HTML"),
        (r'{"text": "12 killed \ud800 in Qarwan"}', "text holds half of a surrogate pair, which no file can hold"),
        (r'{"html": "<p>\udfff</p>"}', "html holds half of a surrogate pair, which no file can hold"),
        (json.dumps({"text": GERMAN}), "the page is in German"),
        (json.dumps({"text": "x" * 1_000_001}), "longer than 1,000,000 characters, the limit for one page"),
        ("[" * 100_000, "the line cannot be read as JSON: RecursionError"),
        ('{"text": ' + "9" * 5000 + "}", "the line cannot be read as JSON: ValueError"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_others_go_on(line: str, why: str) -> None:
    (page,), (skipped,) = read_lines(json.dumps({"text": ENGLISH}), line, raw=True)
    assert page.text == ENGLISH
    assert (skipped.name, skipped.why, skipped.part) == ("-:2", why, "page")


def test_damaged_utf8_in_a_line_names_its_byte() -> None:
    _, (skipped,) = read("-", stdin=lines({"text": ENGLISH}) + b'\n{"text": "caf\xe9"}')[0:2]
    assert skipped.name == "-:2"
    assert skipped.why.startswith("damaged UTF-8: byte 13 (0xe9")


@pytest.mark.parametrize("published", ["soon", "2017-13-01", "04/05/2017", 1492249800, ["2017-04-15"], "\ud800", True])
def test_a_bad_date_is_unknown_and_said_and_the_page_is_read(published: Any) -> None:
    (page,), (skipped,) = read_lines({"id": "a", "text": ENGLISH, "published": published})
    assert page.published is None
    assert (skipped.name, skipped.part) == ("-:1", "published")
    assert "is taken as unknown" in skipped.why
    assert skipped.why.encode("utf-8")


@pytest.mark.parametrize("field", ["outlet", "title", "url", "lang", "id"])
@pytest.mark.parametrize("value", [["x"], {"name": "x"}, 1.5, True, "\udc00"])
def test_a_field_of_the_wrong_type_is_unknown_and_said(field: str, value: Any) -> None:
    (page,), (skipped,) = read_lines({"text": ENGLISH, field: value})
    assert getattr(page, field) == (content_id("page", ENGLISH) if field == "id" else "en" if field == "lang" else None)
    assert skipped.part == field
    assert skipped.why.encode("utf-8")


@pytest.mark.parametrize("field", ["outlet", "title", "url", "lang", "id", "published"])
@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_blank_field_is_unknown_without_a_word(field: str, value: Any) -> None:
    (page,), skipped = read_lines({"text": ENGLISH, field: value})
    assert page.published is None
    assert not skipped


def test_a_number_is_an_id_and_control_characters_are_none() -> None:
    (first, second), (skipped,) = read_lines({"text": ENGLISH, "id": 12}, {"text": SECOND, "id": "a\x1b[2Jb"})
    assert first.id == "12"
    assert second.id == content_id("page", SECOND)
    assert "\x1b" not in skipped.why


def test_what_is_said_of_a_skipped_page_is_that_alone() -> None:
    _, skipped = read_lines({"text": GERMAN, "published": "soon"})
    assert [s.part for s in skipped] == ["page"]


@pytest.mark.parametrize("opening", ["{", "[", '[{"text": "x"},'])
def test_one_document_over_many_lines_is_told_once(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(f'\n{opening}\n  "text": "{ENGLISH}"\n' * 5)
    _, (skipped,) = read(path)
    assert "one JSON document over many lines" in skipped.why
    assert "jq -c" in skipped.hint


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "the file is empty"),
        (b"\n \n", "the file is empty"),
        (b"\x1f\x8b\x08rest", "not text: it is compressed with gzip"),
        ('{"text": "x"}'.encode("utf-16"), "the file is in UTF-16 or UTF-32"),
        ('{"text": "x"}'.encode("utf-16-le"), "the file is in UTF-16 or UTF-32"),
    ],
)
def test_a_file_that_is_no_json_lines_at_all(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_bytes(data)
    pages, (skipped,) = read(path)
    assert not pages
    assert (skipped.name, skipped.why) == (str(path), why)


def test_a_byte_order_mark_before_the_first_line_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "pages.ndjson"
    path.write_bytes(b"\xef\xbb\xbf" + lines({"text": ENGLISH}))
    (page,), _ = read(path)
    assert page.text == ENGLISH
    assert page.source == f"{path}:1"


def test_a_line_of_200_megabytes_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    with path.open("wb") as out:
        out.write(lines({"text": ENGLISH}) + b'\n{"text": "')
        out.seek(200_000_000)
        out.write(b'"}\n' + lines({"text": SECOND}))
    started = time.perf_counter()
    pages, (skipped,) = read(path)
    assert [p.text for p in pages] == [ENGLISH, SECOND]
    assert (skipped.name, skipped.why) == (f"{path}:2", "the line is longer than 16 MB")
    assert time.perf_counter() - started < 10


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | ANY_TEXT,
        lambda x: st.lists(x) | st.dictionaries(st.sampled_from(["text", "html", "id", "outlet", "published", "x"]), x),
    )
)
def test_any_json_is_read_or_refused(value: Any) -> None:
    pages, skipped = read("-", stdin=lines({"text": ENGLISH}, value))
    assert len(pages) + len(skipped) >= 1
    assert all(s.why.isprintable() for s in skipped)
