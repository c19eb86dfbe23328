"""What a casebook tells of itself: how much it holds, how a page came in, who has read it, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a casebook holds; of pages that were read several times the latest reading counts."""

    pages: int
    statements: int
    claims: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was read on some pages; claims by aspect."""

    pages: int
    statements: int
    claims: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Obtained:
    """When and how a page came in: `at` in UTC, `source` as the user named it, `reader` the version that took it in.

    `how` is what the bytes are of: a "file", a "line" of JSON lines, a "record" of an archive, "given" for a page made
    in Python, "unknown" for one from before bytes were kept. `original` is their hash, None where there are none.
    """

    at: str
    how: str
    source: str | None
    original: str | None
    media_type: str | None
    captured: str | None
    reader: str


@dataclass(frozen=True, slots=True)
class ReadBy:
    """One reading of a page: by which version of the program and models, when, and what came out, by number and hash.

    Two versions that read the same have the same `reading`.
    """

    reader: str
    at: str
    reading: int
    hash: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something stored that is not as it was stored; `record` says what ("page p1"), `why` what is off."""

    record: str
    why: str
