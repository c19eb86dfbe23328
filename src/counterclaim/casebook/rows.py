"""Between pages and rows."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.casebook.hashing import bytes_hash, reading_hash
from counterclaim.export.columns import claim_columns, statement_columns
from counterclaim.export.records import dumps, loads
from counterclaim.model import Assertion, Claim, Document, Original, Page, Passage, Statement

METADATA = ("outlet", "published", "title", "url", "lang")
READINGS = ("passages", "relays", "assertions")  # of a page that have no table of their own
HEADER = ("id", *METADATA, "source")
DOCUMENT = (*HEADER, "text")
PAYS = 0.9  # of its size: bytes that zlib brings to less are kept packed


@dataclass(frozen=True, slots=True)
class Rows:
    """A reading as rows, with its hash."""

    reading: Mapping[str, Any]
    statements: Sequence[dict[str, Any]]
    claims: Sequence[dict[str, Any]]

    @classmethod
    def of(cls, page: Page) -> Rows:
        """The rows of a page's reading; raises UnicodeEncodeError for half a surrogate pair."""
        kept = {name: dumps(getattr(page, name)) for name in READINGS}
        statements = [{"position": n, **statement_columns(s)} for n, s in enumerate(page.statements)]
        claims = [{"position": n, **claim_columns(c)} for n, c in enumerate(page.claims)]
        records = ([row["record"] for row in rows] for rows in (statements, claims))
        digest = reading_hash(kept.values(), *records)
        return cls({"page": page.document.id, "hash": digest, **kept}, statements, claims)


def header_row(document: Document) -> dict[str, Any]:
    """A page's columns besides its reading; raises UnicodeEncodeError for half a surrogate pair."""
    row = {name: getattr(document, name) for name in DOCUMENT}
    "".join(filter(None, row.values())).encode("utf-8")
    return row | {"text_hash": document.text_hash}


def page_of(row: Mapping[str, Any], statements: Sequence[str], claims: Sequence[str]) -> Page:
    """The page that rows hold; raises ValueError when they hold none."""
    return Page(
        document=Document(**{name: row[name] for name in DOCUMENT}),
        passages=loads(tuple[Passage, ...], row["passages"]),
        statements=tuple(loads(Statement, record) for record in statements),
        claims=tuple(loads(Claim, record) for record in claims),
        relays=loads(tuple[str, ...], row["relays"]),
        assertions=loads(tuple[Assertion, ...], row["assertions"]),
    )


def original_row(original: Original) -> dict[str, Any]:
    """The bytes of a page, packed where that pays."""
    packed = zlib.compress(original.data)
    pays = len(packed) < PAYS * len(original.data)
    return {
        "hash": bytes_hash(original.data),
        "size": len(original.data),
        "packing": "zlib" if pays else "none",
        "data": packed if pays else original.data,
    }


def unpacked(packing: str, data: bytes) -> bytes:
    """The bytes as they came in; raises ValueError when they cannot be unpacked."""
    if packing == "none":
        return data
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ValueError(str(error)) from error
