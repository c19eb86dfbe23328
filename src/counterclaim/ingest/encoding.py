"""From bytes to text without loss: the byte order mark stays, no line end is translated.

A text file that is UTF-8 with a few damaged bytes is refused rather than read as something else; one in another
encoding (Windows-1252 and its like) is read as that. HTML says its encoding itself, and is mended where it errs.
"""

from __future__ import annotations

import codecs
import re

from counterclaim.errors import PageError

BOMS = (  # UTF-32 first: its mark begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"\xfd7zXZ", "compressed with xz"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b")
VALID_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
MARKS = "‘’“”–—…•€£¥©®™°·«»¡¿½¼¾²³×±§†\xa0"
HIGH = bytes(range(128, 256))
META_CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
WEB_NAMES = {  # browsers read these labels so: https://encoding.spec.whatwg.org/#names-and-labels
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-16": "utf-8",  # a tag that could be read as ASCII is not in UTF-16
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
AS_PAGE = "give the page as .html, .txt, .pdf, .jsonl or .warc"
RE_SAVE = "save it again as UTF-8"


def decode_text(data: bytes, name: str) -> str:
    """The text of a plain text file, such that encoding it again gives the same bytes; a BOM stays as U+FEFF.

    Raises PageError when the file is empty, binary, damaged UTF-8, or in an encoding that cannot be told.
    """
    if not data:
        raise PageError(name, "the file is empty")
    marked = _bom(data)
    if marked is None and (wide := _unmarked_utf16(data)):
        return data.decode(wide)
    if marked is None or marked == "utf-8":
        refuse_binary(data, name)
    try:
        return data.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        detected = None if marked or _is_damaged_utf8(data, error) else _detect(data)
        if detected is None or not _is_at_home(data.decode(detected)):
            raise damaged(data, error, name) from None
    return data.decode(detected)


def decode_html(data: bytes, name: str, declared: str | None = None) -> tuple[str, int]:
    """The markup of an HTML page, and how many of its characters could not be read (they stand as U+FFFD).

    `declared` is the encoding that came with the page (an HTTP header); else the page's own declaration counts, where
    it fits. Raises PageError when the page is empty or binary.
    """
    if not data:
        raise PageError(name, "the file is empty")
    marked = _bom(data)
    if marked:
        return _replacing(data, marked)
    if wide := _unmarked_utf16(data):
        return data.decode(wide), 0
    refuse_binary(data, name)
    found = META_CHARSET.search(data[:4096])
    labels = (declared, found.group(1).decode("ascii", "replace") if found else None)
    for encoding in ("utf-8", *filter(None, map(_known, labels))):
        try:
            return data.decode(encoding), 0
        except UnicodeDecodeError as error:
            if encoding == "utf-8" and _is_damaged_utf8(data, error):
                return _replacing(data, "utf-8")
    return _replacing(data, _detect(data) or "windows-1252")


def refuse_binary(data: bytes, name: str) -> None:
    """Raise PageError when the bytes are no text: a known kind of file, or many control characters."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise PageError(name, f"not text: it is {kind}", "unpack it first" if "compressed" in kind else AS_PAGE)
    head = data[:65536]
    if len(head) - len(head.translate(None, CONTROLS)) > len(head) // 50:
        raise PageError(name, "not text: a binary file", AS_PAGE)


def damaged(data: bytes, error: UnicodeDecodeError, name: str) -> PageError:
    """The error that names the first byte which is not UTF-8 (or UTF-16, UTF-32), counted from 0, and its line."""
    line = data.count(b"\n", 0, error.start) + 1
    encoding = error.encoding.upper()
    why = f"damaged {encoding}: byte {error.start} (0x{data[error.start]:02x}, line {line}) cannot be read"
    return PageError(name, why, f"get the page anew or mend that byte, then {RE_SAVE}")


def _bom(data: bytes) -> str | None:
    return next((encoding for mark, encoding in BOMS if data.startswith(mark)), None)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Latin text every other byte is zero."""
    head = data[:4096]
    if len(data) % 2 or head.count(0) * 3 < len(head):
        return None
    encoding = "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return encoding if "\0" not in text else None


def _is_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether bytes that are not UTF-8 were meant to be: sound sequences outweigh the bytes that fit nowhere.

    A sound sequence of n bytes counts n - 1: in other encodings it comes about by chance, the less often the longer.
    """
    if error.reason == "unexpected end of data" and len(data) - error.start > 1:
        return True
    sound = VALID_UTF8.findall(data)
    stray = _beyond_ascii(data) - sum(map(len, sound))
    return sum(len(s) - 1 for s in sound) > stray


def _is_at_home(text: str) -> bool:
    """Whether most characters beyond ASCII look at home in writing: letters in words, and marks that pages use.

    Damaged bytes can be read in most old encodings, but then letters such as “ÿ” or “â” stand alone.
    """
    foreign = [m.start() for m in BEYOND_ASCII.finditer(text)]
    words = [i for i in foreign if text[i].isalpha() and (text[i - 1 : i].isalpha() or text[i + 1 : i + 2].isalpha())]
    astray = len(foreign) - len(words) - sum(text[i] in MARKS for i in foreign)
    return astray * 2 <= len(foreign) and "ÿþ" not in text


def _beyond_ascii(data: bytes) -> int:
    return len(data) - len(data.translate(None, HIGH))


def _detect(data: bytes) -> str | None:
    """An encoding that reads all of the bytes, None when there is none.

    Where few bytes lie beyond ASCII the page is in a Western language with odd quotation marks: what else it might
    be is not asked, for a detector guesses wildly from so little.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415  # only for the few pages that are not UTF-8

    western = _beyond_ascii(data) * 4 < len(data)
    best = from_bytes(data, cp_isolation=["cp1252", "mac_roman"] if western else None).best()
    for encoding in ([best.encoding] if best else []) + ["cp1252"] * western:
        try:
            data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return encoding
    return None


def _known(label: str | None) -> str | None:
    """A Python name for the encoding that a page declares, None when there is none."""
    if not label:
        return None
    try:
        return WEB_NAMES.get(label.lower()) or codecs.lookup(label).name
    except LookupError:
        return None


def _replacing(data: bytes, encoding: str) -> tuple[str, int]:
    """The text with U+FFFD for what cannot be read, and how many of those were not on the page itself."""
    text = data.decode(encoding, "replace")
    own = "\ufffd".encode(encoding, "ignore")
    return text.removeprefix("\ufeff"), text.count("\ufffd") - (data.count(own) if own else 0)
