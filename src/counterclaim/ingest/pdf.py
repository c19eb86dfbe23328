"""PDF: the text that the file holds, its lines put together as paragraphs.

The day on which a PDF was made is not the day of publication, which stays unknown. A scan holds pictures of words and
no text; reading those is not done here.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, BinaryIO

from counterclaim.errors import PageError
from counterclaim.ingest.draft import MAX_CHARACTERS, MAX_PDF_BYTES, Draft, read_whole
from counterclaim.ingest.text import too_long
from counterclaim.model import Original, one_line

FULL_LINE = 0.75
"""A line at least this long, measured by the page's long lines, was broken for want of room."""
ENDS = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
NO_TITLE = re.compile(r"untitled|microsoft word\b|\.(?:docx?|indd|qxd|pdf|odt)$", re.IGNORECASE)


def read_pdf(stream: BinaryIO, name: str) -> Iterator[Draft]:
    """The one page of a PDF; raises PageError when it is locked, damaged, too long or holds no text."""
    data = read_whole(stream, name, MAX_PDF_BYTES, "a PDF")
    if not data:
        raise PageError(name, "the file is empty")
    with _silenced():
        reader = _open(data, name)
        try:
            sheets = list(_sheets(reader, name))
            title, lang = _title(reader), _language(reader)
        except PageError:
            raise
        except Exception as error:  # a damaged file may break the library anywhere
            raise _damaged(name, error) from error
    text = paragraphs(sheets)
    if not text:
        raise PageError(name, "no text in this PDF: its pages are pictures", "run OCR on it first (ocrmypdf)")
    original = Original(data, "application/pdf", "file")
    yield Draft(name, text, title=title, declared=lang, original=original)


def paragraphs(sheets: list[str]) -> str:
    """The text of all sheets, one paragraph a line; page numbers alone on a sheet's first or last line are left out."""
    done: list[str] = []
    for sheet in sheets:
        lines = _without_page_number([one_line(line) for line in sheet.splitlines()])
        room = FULL_LINE * _usual_length(lines)
        broken = False  # a paragraph may go on over the end of a sheet
        for line, following in pairwise([*lines, ""]):
            if not line:
                broken = False
                continue
            if done and (broken or _goes_on(done[-1], line)):
                done[-1] = _joined(done[-1], line)
            else:
                done.append(line)
            broken = bool(following) and _is_broken(line, following, room)
    return "\n".join(done)


def _is_broken(line: str, following: str, room: float) -> bool:
    """Whether the next line goes on with the paragraph: this one is full, or stops where no sentence does."""
    if following[0].islower() or line.endswith("-"):
        return True
    return len(line) >= room and not (ENDS.search(line) and len(line) < room / FULL_LINE * 0.85)


def _goes_on(text: str, line: str) -> bool:
    """Whether a line after a gap (a new sheet, say) ends an unfinished sentence."""
    return line[0].islower() and not ENDS.search(text)


def _joined(text: str, line: str) -> str:
    if text.endswith("\u00ad"):
        return text[:-1] + line
    if text.endswith("-") and text[-2:-1].isalnum():
        return (text[:-1] if text[-2].isalpha() and line[0].islower() else text) + line
    return f"{text} {line}"


def _usual_length(lines: list[str]) -> int:
    """The length of the long lines of a sheet: nine in ten are not longer."""
    lengths = sorted(map(len, filter(None, lines)))
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _without_page_number(lines: list[str]) -> list[str]:
    kept = [n for n, line in enumerate(lines) if line]
    outer = {kept[0], kept[-1]} if len(kept) > 1 else set()
    return [line for n, line in enumerate(lines) if not (n in outer and PAGE_NUMBER.fullmatch(line))]


def _open(data: bytes, name: str) -> Any:
    from pypdf import PdfReader  # noqa: PLC0415  # only when a PDF is read
    from pypdf.errors import DependencyError  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(data))
        is_locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError as error:
        raise PageError(name, "the PDF is encrypted with AES", "unlock it first (qpdf --decrypt IN OUT)") from error
    except Exception as error:
        raise _damaged(name, error) from error
    if is_locked:
        raise PageError(
            name, "the PDF is locked with a password", "unlock it first (qpdf --password=… --decrypt IN OUT)"
        )
    return reader


def _damaged(name: str, error: Exception) -> PageError:
    return PageError(name, f"the PDF is damaged ({type(error).__name__})", "get it anew, or mend it (qpdf IN OUT)")


def _sheets(reader: Any, name: str) -> Iterator[str]:
    length = 0
    for page in reader.pages:
        text = page.extract_text() or ""
        length += len(text)
        if length > MAX_CHARACTERS:
            raise too_long(name)
        # half a surrogate pair comes out of odd fonts; it could not be written anywhere
        yield text.encode("utf-8", "replace").decode("utf-8")


def _title(reader: Any) -> str | None:
    title = reader.metadata.title if reader.metadata else None
    title = one_line(title) if isinstance(title, str) else ""
    return title if title and not NO_TITLE.search(title) else None


def _language(reader: Any) -> str | None:
    language = reader.trailer["/Root"].get("/Lang")
    return str(language) or None if isinstance(language, str) else None


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep pypdf from logging what is told in a `Skipped` already."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
