"""Web archives: each HTML page that a WARC holds. Its day of capture is not the day of publication.

Redirects, error pages, pictures and the like are no pages and are passed over. Records are read one by one, so that an
archive may be of any size.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from email.message import Message
from typing import Any, BinaryIO

from counterclaim.errors import PageError
from counterclaim.ingest.draft import MAX_HTML_BYTES, Draft
from counterclaim.ingest.html import html_page
from counterclaim.model import Original, Skipped

HTML_TYPES = ("text/html", "application/xhtml+xml")
FINAL_NEWLINES = 4
"""Bytes after the last record that are no sign of damage."""
GET_ANEW = "get the archive anew, or mend it (warcio recompress IN OUT)"


def read_warc(stream: BinaryIO, name: str) -> Iterator[Draft | Skipped]:
    """The pages of a WARC, named by the number of their record; raises PageError when it holds none."""
    read = told = 0
    for item in _records(stream, name):
        if isinstance(item, Skipped):
            told += 1
            yield item
            continue
        read += 1
        if _is_page(item):
            told += 1
            try:
                yield _page(item, f"{name}:{read}")
            except PageError as error:
                yield Skipped(error.name, error.why, error.hint)
    if not told:
        why = f"no HTML page among its {read} records" if read else "the file is empty or no WARC"
        raise PageError(name, why, "give a crawl that holds pages")


def _records(stream: BinaryIO, name: str) -> Iterator[Any]:
    """The records; a last `Skipped` tells where a damaged archive breaks off."""
    from warcio.archiveiterator import ArchiveIterator, UnseekableYetTellable  # noqa: PLC0415  # only for archives

    counted = UnseekableYetTellable(stream)
    number, record, iterator = 0, None, None
    while True:
        complaints = io.StringIO()  # the library writes some of them to stderr
        try:
            with redirect_stderr(complaints):
                iterator = iterator or ArchiveIterator(counted)
                following = next(iterator, None)
        except Exception as error:  # whatever a damaged header or stream breaks
            yield _broken_off(name, number, f" ({type(error).__name__}); the rest is not read")
            return
        if complaints.getvalue():
            yield _broken_off(name, number, "")
        if following is None:
            break
        number, record = number + 1, following
        yield record
    unread = counted.offset - iterator.offset
    if unread > FINAL_NEWLINES or (record is not None and _missing(record) and not _is_page(record)):
        yield _broken_off(name, number, "; it was cut off")


def _broken_off(name: str, number: int, how: str) -> Skipped:
    return Skipped(f"{name}:{number + 1}", f"the archive is damaged after record {number}{how}", GET_ANEW)


def _missing(record: Any) -> int:
    """How many bytes of a record that was read to its end are not there."""
    return int(getattr(record.raw_stream, "limit", 0))


def _is_page(record: Any) -> bool:
    """Whether a record is a page that a server gave in full."""
    if record.rec_type == "response" and record.http_headers is not None:
        return record.http_headers.get_statuscode() == "200" and _content_type(record)[0] in HTML_TYPES
    return record.rec_type == "resource" and _content_type(record)[0] in HTML_TYPES


def _content_type(record: Any) -> tuple[str, str | None]:
    """Type and charset of what was served."""
    headers = record.http_headers or record.rec_headers
    message = Message()
    message["content-type"] = headers.get_header("Content-Type") or ""
    return message.get_content_type(), message.get_content_charset()


def _page(record: Any, name: str) -> Draft:
    url = record.rec_headers.get_header("WARC-Target-URI")
    complaints = io.StringIO()
    try:
        with redirect_stderr(complaints):
            data = record.content_stream().read(MAX_HTML_BYTES + 1)
    except Exception as error:
        raise PageError(name, f"the record of {url} is damaged ({type(error).__name__})", GET_ANEW) from error
    if len(data) > MAX_HTML_BYTES:
        raise PageError(name, f"{url} is larger than {MAX_HTML_BYTES / 1e6:,.0f} MB, the limit for an HTML page")
    if complaints.getvalue() or _missing(record):
        raise PageError(name, f"the record of {url} is damaged or cut off", GET_ANEW)
    _refuse_unknown_coding(record, name)
    media_type, charset = _content_type(record)
    captured = record.rec_headers.get_header("WARC-Date")
    original = Original(data, media_type, "record", captured)
    return replace(html_page(data, name, url=url, charset=charset), original=original)


def _refuse_unknown_coding(record: Any, name: str) -> None:
    from warcio.bufferedreaders import BufferedReader  # noqa: PLC0415

    coding = record.http_headers and record.http_headers.get_header("Content-Encoding")
    known = {"identity", *BufferedReader.get_supported_decompressors()}
    if coding and coding.strip().lower() not in known:
        raise PageError(name, f"it is compressed with {coding.strip()}, which cannot be read", "pip install brotli")
