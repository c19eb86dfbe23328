"""Where pages are read from: paths and folders as the user names them, told apart by name or by how they begin."""

from __future__ import annotations

import io
import json
import re
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, cast

from counterclaim.ingest.draft import shown
from counterclaim.ingest.encoding import BOMS
from counterclaim.model import Skipped

STDIN = "-"
OPENING_BYTES = 65_536
KINDS_HINT = "pages are .html, .txt, .pdf, .jsonl and .warc(.gz) files"


class Kind(StrEnum):
    """What a source holds."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    JSONL = "jsonl"
    WARC = "warc"


SUFFIXES = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".pdf": Kind.PDF,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".warc": Kind.WARC,
    ".warc.gz": Kind.WARC,
}
JSON_OPENING = re.compile(r'\{\s*(?:"|\}|$)|\[\s*\{')
HTML_OPENING = re.compile(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|meta|title|body|main|article|section|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or standard input where `path` is None; `name` as given, `kind` None when the name tells none."""

    name: str
    path: Path | None
    kind: Kind | None


def kind_by_name(path: Path) -> Kind | None:
    """What a file holds by its name, None when the name does not say."""
    name = path.name.lower()
    return next((kind for suffix, kind in SUFFIXES.items() if name.endswith(suffix)), None)


def find_sources(path: str | Path) -> Iterator[Source | Skipped]:
    """The sources at a path: itself, or what is in and below a folder, in the order of names.

    In a folder only files with a known suffix are pages, hidden ones are not; links are followed, each folder once.
    What is missing or cannot be looked into is told in a `Skipped`, and so is a folder without any page.
    """
    if str(path) == STDIN:
        yield Source(STDIN, None, None)
        return
    root, name = Path(path), shown(path)
    try:
        is_folder = stat.S_ISDIR(root.stat().st_mode)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        yield _unreadable(name, error)
        return
    if not is_folder:
        yield Source(name, root, kind_by_name(root))
        return
    found = False
    for item in _walk(root, set()):
        found = True
        yield item
    if not found:
        yield Skipped(name, "no page in this folder", KINDS_HINT)


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Source | Skipped]:
    """What is in a folder and below; `seen` holds the folders entered, so that links in a ring come to an end."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(shown(folder), error)
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(entry, seen)


def _entry(entry: Path, seen: set[tuple[int, int]]) -> Iterator[Source | Skipped]:
    """What one entry of a folder gives: nothing where its name is not that of a page."""
    kind = kind_by_name(entry)
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        if kind:
            yield _unreadable(shown(entry), error)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(entry, seen)
    elif kind and stat.S_ISREG(mode):
        yield Source(shown(entry), entry, kind)
    elif kind:
        yield Skipped(shown(entry), "not a regular file", "a pipe can be read as standard input: -")


def _unreadable(name: str, error: OSError | ValueError) -> Skipped:
    if isinstance(error, FileNotFoundError):
        return Skipped(name, "no such file or folder", "check the spelling, and where you are")
    return Skipped(name, unreadable(error))


def unreadable(error: OSError | ValueError) -> str:
    """Why something cannot be read, in the system's words."""
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


@contextmanager
def opened(source: Source, stdin: BinaryIO | None) -> Iterator[tuple[BinaryIO, Kind]]:
    """The bytes of a source and what they are; without `stdin`, those of the process's. Raises OSError."""
    if source.path is None:
        yield sniffed(sys.stdin.buffer if stdin is None else stdin)
        return
    with source.path.open("rb") as stream:
        yield (stream, source.kind) if source.kind else sniffed(stream)


def sniffed(stream: BinaryIO) -> tuple[BinaryIO, Kind]:
    """The same stream from its start, and what it holds by how it begins."""
    opening = stream.read(OPENING_BYTES)
    whole = cast(BinaryIO, io.BufferedReader(_Rejoined(opening, stream), OPENING_BYTES))
    return whole, kind_by_opening(opening)


def kind_by_opening(opening: bytes) -> Kind:
    """What bytes that begin so are: plain text where nothing else fits."""
    if opening.startswith(b"%PDF-"):
        return Kind.PDF
    if opening.startswith(b"WARC/") or _unpacked(opening).startswith(b"WARC/"):
        return Kind.WARC
    encoding = next((name for mark, name in BOMS if opening.startswith(mark)), "utf-8")
    text = opening.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    if HTML_OPENING.match(text):
        return Kind.HTML
    return Kind.JSONL if JSON_OPENING.match(text) or _is_json(text.partition("\n")[0]) else Kind.TEXT


def _unpacked(opening: bytes) -> bytes:
    """How a gzipped file begins; nothing for any other."""
    try:
        return zlib.decompressobj(wbits=31).decompress(opening, 5)
    except zlib.error:
        return b""


def _is_json(line: str) -> bool:
    """Whether a line is a JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were read already, put together again."""

    def __init__(self, opening: bytes, rest: BinaryIO) -> None:
        self._opening, self._rest = opening, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # RawIOBase has it as a Buffer
        data = self._opening[: len(buffer)] or self._rest.read(len(buffer))
        self._opening = self._opening[len(data) :] if self._opening else b""
        buffer[: len(data)] = data
        return len(data)
