import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import PageError
from counterclaim.ingest.encoding import decode_html, decode_text
from ingest.makers import ENGLISH, html

QUOTED = "He said: “We’re not leaving Qarwan – ever”. The café burned."
WRITABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t\f\x1b"), min_size=1)
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@given(WRITABLE)
def test_utf8_is_never_altered(text: str) -> None:
    assert decode_text(("A page. " + text).encode(), "x") == "A page. " + text


@pytest.mark.parametrize(("encoding", "mark"), MARKS.items())
@given(text=WRITABLE)
def test_with_a_mark_the_bytes_come_back_from_the_text(encoding: str, mark: bytes, text: str) -> None:
    data = mark + text.encode(encoding)
    if encoding == "utf-16-le" and data.startswith(codecs.BOM_UTF32_LE):
        return  # U+0000 comes first: the marks cannot be told apart
    found = decode_text(data, "x")
    assert found[0] == "\ufeff"
    assert found.encode(encoding) == data


def test_line_ends_and_the_mark_are_kept() -> None:
    assert decode_text(b"\xef\xbb\xbfOne\r\ntwo\rthree\n\n", "x") == "\ufeffOne\r\ntwo\rthree\n\n"


@pytest.mark.parametrize("encoding", ["windows-1252", "mac_roman", "utf-16-le", "utf-16-be"])
def test_a_page_in_another_encoding_is_read(encoding: str) -> None:
    text = f"{ENGLISH} {QUOTED}"
    assert decode_text(text.encode(encoding), "x") == text


@pytest.mark.parametrize("text", ["It’s over.", "“CAFÉ”, he said of Qarwan", "Qarwan: 12 killed at the café"])
def test_short_pages_with_few_odd_bytes_are_windows_1252(text: str) -> None:
    assert decode_text(text.encode("windows-1252"), "x") == text


def test_cyrillic_in_its_old_encoding_is_told() -> None:
    text = "Жители города покинули свои дома после обстрела рынка, сообщили наблюдатели. " * 5
    assert decode_text(text.encode("windows-1251"), "x") == text


@pytest.mark.parametrize(
    ("data", "byte"),
    [
        ("“Twelve” were killed".encode().replace(b"Twelve", b"Tw\xffelve"), 5),
        ("line one\nline ’two’".encode()[:-1], 20),
        (b"All is well \xe2\x80", 12),
        (codecs.BOM_UTF8 + b"caf\xe9", 6),
    ],
)
def test_damaged_utf8_names_the_byte(data: bytes, byte: int) -> None:
    with pytest.raises(PageError, match=rf"^x: damaged UTF-8: byte {byte} \(0x[0-9a-f]{{2}}, line \d+\)"):
        decode_text(data, "x")


def test_damaged_utf16_names_the_byte() -> None:
    with pytest.raises(PageError, match="damaged UTF-16-LE: byte 6"):
        decode_text(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xd8", "x")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"%PDF-1.4 rest", "a PDF"),
        (b"PK\x03\x04 rest", "Office document"),
        (b"\x1f\x8b\x08 rest", "gzip"),
        (b"\x89PNG\r\n", "PNG"),
        (bytes(range(256)) * 20, "binary file"),
        (b"\x00" * 1000, "binary file"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(PageError, match=says):
        decode_text(data, "x")


def test_a_stray_control_character_is_no_reason_to_refuse() -> None:
    text = ENGLISH + "\x00\x07" + ENGLISH
    assert decode_text(text.encode(), "x") == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for decode in (decode_text, decode_html):
        try:
            decode(data, "x")
        except PageError as error:
            assert error.why


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "latin1"])
def test_html_is_read_in_the_encoding_it_declares(charset: str) -> None:
    markup = html(QUOTED, head=f'<meta charset="{charset}">')
    assert decode_html(markup.encode("windows-1252"), "x") == (markup, 0)


def test_html_with_a_server_charset_and_a_wrong_declaration() -> None:
    markup = html("Взрыв в городе", head='<meta charset="no-such-thing">')
    assert decode_html(markup.encode("koi8-r"), "x", "koi8-r") == (markup, 0)


def test_html_that_is_utf8_is_so_whatever_it_declares() -> None:
    markup = html(QUOTED, head='<meta charset="windows-1252">')
    assert decode_html(b"\xef\xbb\xbf" + markup.encode(), "x") == (markup, 0)


def test_damaged_html_is_mended_and_the_damage_counted() -> None:
    markup = html(QUOTED + " \ufffd kept")
    data = markup.encode().replace(b"Qarwan \xe2", b"Qarwan \xff\xe2", 1)
    text, unreadable = decode_html(data, "x")
    assert unreadable == 1
    assert text == markup.replace("Qarwan –", "Qarwan \ufffd–", 1)


@pytest.mark.parametrize(
    "data",
    [
        b"At least 12 people were killed \xff\xfe in the town, officials said.",
        b"At least 12 people \xe2\x82 were killed in the town, officials said.",
        b"Caf\xe9 \xff\xfe broken \xe2\x28\xa1 bytes in a page of words about the town and its people.",
    ],
)
def test_bytes_that_no_encoding_makes_sense_of_are_damage(data: bytes) -> None:
    with pytest.raises(PageError, match="damaged UTF-8: byte"):
        decode_text(data, "page.txt")


def test_accents_and_curly_quotes_of_old_encodings_are_read() -> None:
    text = "“No one was hurt,” said Zoë Brontë’s café – £5 at noon in Übersee."
    assert decode_text(text.encode("cp1252"), "page.txt") == text
