"""Hashes by which it can be told, years later, that what is stored is what was stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

RECORD, GROUP = "\x1e", "\x1d"  # JSON holds neither, so that no two readings are written alike


def bytes_hash(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def reading_hash(page: Iterable[str], statements: Iterable[str], claims: Iterable[str]) -> str:
    """SHA-256, in hex, of all that was read on a page, as JSON; `page` are its passages, relays and assertions."""
    groups = (*page, RECORD.join(statements), RECORD.join(claims))
    return bytes_hash(GROUP.join(groups).encode("utf-8"))
