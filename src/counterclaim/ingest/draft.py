"""What the readers of the formats hand on: a page before it has an id, and the limits and names they share."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from counterclaim.errors import PageError
from counterclaim.model import Original, Skipped

MAX_CHARACTERS = 1_000_000
"""The longest text of one page, in code points: the parser's own limit (spaCy's `max_length`)."""

MAX_HTML_BYTES = 10_000_000
"""The largest HTML page: news pages take some hundred kilobytes; ten times that with pictures written into the page."""

MAX_PDF_BYTES = 100_000_000
"""The largest PDF: a long illustrated report."""

MAX_TEXT_BYTES = 4 * (MAX_CHARACTERS + 1)
"""The largest plain text: no Unicode encoding spends more than 4 bytes on a character; one more for the BOM."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One page as its format gives it; fields as in `Document`, None where unknown.

    `name` is where it stands, as the user knows it ("pages.jsonl:12"). `lang` was given with the page, `declared` is
    the language that the page itself says it is in. `notes` tell of fields that were taken as unknown; they are shown
    only when the page itself is read. `original` are the bytes it was read from.
    """

    name: str
    text: str
    id: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    lang: str | None = None
    declared: str | None = None
    notes: tuple[Skipped, ...] = ()
    original: Original | None = None


def shown(path: str | Path) -> str:
    """A path as one line that can be printed anywhere: what is no printable character is escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def excerpt(value: object, length: int = 60) -> str:
    """A value as it may stand in a message: on one line, printable, not longer than about `length` characters."""
    text = ascii(value) if not isinstance(value, str) or has_surrogates(value) else repr(value)
    return text if len(text) <= length else text[: length - 1] + "…"


def has_surrogates(text: str) -> bool:
    """Whether the text holds half of a surrogate pair: such text cannot be written as UTF-8, thus nowhere."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def read_whole(stream: BinaryIO, name: str, limit: int, what: str) -> bytes:
    """All bytes of a stream of at most `limit`; raises PageError when it is longer (having read only that much)."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise PageError(name, f"larger than {limit / 1e6:,.0f} MB, the limit for {what}", "split it into pages")
    return data
