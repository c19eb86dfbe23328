"""Plain text: the page is the file, character for character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from counterclaim.errors import PageError
from counterclaim.ingest.draft import MAX_CHARACTERS, MAX_TEXT_BYTES, Draft
from counterclaim.ingest.encoding import decode_text
from counterclaim.model import Original


def read_text(stream: BinaryIO, name: str) -> Iterator[Draft]:
    """The one page of a text file; raises PageError when it is empty, binary, damaged or too long."""
    data = stream.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES:
        raise too_long(name)
    yield Draft(name, decode_text(data, name), original=Original(data, "text/plain", "file"))


def too_long(name: str) -> PageError:
    """The error for a page beyond the limit."""
    return PageError(name, f"longer than {MAX_CHARACTERS:,} characters, the limit for one page", "split it into pages")
