"""The text of a page once more from the bytes that it was read from, to see whether it still comes out the same."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from counterclaim.ingest.encoding import decode_text
from counterclaim.ingest.html import html_page
from counterclaim.ingest.jsonl import json_page
from counterclaim.ingest.pdf import read_pdf
from counterclaim.model import Original

READERS: dict[str, Callable[[bytes, str], str]] = {
    "text/plain": decode_text,
    "text/html": lambda data, name: html_page(data, name).text,
    "application/json": lambda data, name: json_page(data, name).text,
    "application/pdf": lambda data, name: next(read_pdf(BytesIO(data), name)).text,
}


def text_again(original: Original, name: str) -> str | None:
    """The text that these bytes give; None where that hangs on more than the bytes (what an archive's server said).

    Raises PageError when they give none.
    """
    reader = READERS.get(original.media_type)
    return None if reader is None or original.how == "record" else reader(original.data, name)
