"""Pages and judgements into the tables, each within a transaction that the caller holds."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from counterclaim.casebook.loading import last_judgement
from counterclaim.casebook.rows import METADATA, Rows, original_row
from counterclaim.casebook.schema import (
    all_claims,
    all_statements,
    cache,
    judgements,
    obtained,
    originals,
    pages,
    read_by,
    readers,
    readings,
)
from counterclaim.errors import CasebookError, PageError
from counterclaim.export.records import dumps
from counterclaim.model import Document, Judgement, Original, Reader

Make = Callable[[Judgement | None], Judgement]


def known_page(connection: Connection, name: str, document: Document) -> RowMapping | None:
    """The row of the page's id; raises PageError when it is of another text."""
    columns = [pages.c[n] for n in ("text_hash", "reader", *METADATA)]
    known = connection.execute(select(*columns).where(pages.c.id == document.id)).mappings().one_or_none()
    if known is not None and known["text_hash"] != document.text_hash:
        why = f"the casebook {name} has another text under the id {document.id!r}, which stays as it is"
        raise PageError(document.source or document.id, why, "give the page an id of its own, or use another casebook")
    return known


def is_read(known: RowMapping | None, document: Document, reader: str) -> bool:
    """Whether a page is there as this version has read it, with the same metadata; where it was found is no matter."""
    return (
        known is not None
        and known["reader"] == reader
        and all(known[name] == getattr(document, name) for name in METADATA)
    )


def write_reading(connection: Connection, header: Mapping[str, Any], rows: Rows, reader: str | Reader) -> None:
    """Put a reading behind those that its page has, and show it as the latest; a page that is not there is made."""
    version, now = str(reader), utc_now()
    metadata = {name: header[name] for name in METADATA}
    _write_reader(connection, reader)
    if connection.execute(select(pages.c.id).where(pages.c.id == header["id"])).first() is None:
        connection.execute(insert(pages), [{**header, "reader": version, "reading": 0, "added": now}])
    number = _reading(connection, rows)
    latest = {**metadata, "reader": version, "reading": number}
    connection.execute(update(pages).where(pages.c.id == header["id"]).values(latest))
    row = {"page": header["id"], "reading": number, "reader": version, "at": now, "metadata": as_json(metadata)}
    connection.execute(insert(read_by), [row])


def _reading(connection: Connection, rows: Rows) -> int:
    """The number of a reading, written if no other version has read the same."""
    same = (readings.c.page == rows.reading["page"]) & (readings.c.hash == rows.reading["hash"])
    known: int | None = connection.execute(select(readings.c.number).where(same)).scalar()
    if known is not None:
        return known
    number: int = connection.execute(insert(readings).returning(readings.c.number), rows.reading).scalar_one()
    for table, records in ((all_statements, rows.statements), (all_claims, rows.claims)):
        if records:
            all_at_once = insert(table).returning(table.c.position)  # a server hears of them together, not one by one
            connection.execute(all_at_once, [{**record, "reading": number} for record in records])
    return number


def _write_reader(connection: Connection, reader: str | Reader) -> None:
    known = select(readers.c.version).where(readers.c.version == str(reader))
    if connection.execute(known).first() is None:
        parts = dataclasses.asdict(reader) if isinstance(reader, Reader) else {"version": reader}
        connection.execute(insert(readers), [parts])


def write_obtained(connection: Connection, document: Document, reader: str, original: Original | None) -> None:
    """Keep when, how and from which bytes a page came in, unless the same is known."""
    row = original_row(original) if original else None
    digest = str(row["hash"]) if row else None
    if is_obtained(connection, document, digest):
        return
    if row and connection.execute(select(originals.c.hash).where(originals.c.hash == digest)).first() is None:
        connection.execute(insert(originals), [row])
    told = {
        "page": document.id,
        "at": utc_now(),
        "how": original.how if original else "given",
        "source": document.source,
        "captured": original and original.captured,
        "media_type": original and original.media_type,
        "original": digest,
        "reader": reader,
    }
    connection.execute(insert(obtained), [told])


def is_obtained(connection: Connection, document: Document, digest: str | None) -> bool:
    """Whether it is known that a page came from these bytes at this place."""
    columns, source = obtained.c, document.source
    same = (columns.page == document.id) & columns.source.is_not_distinct_from(source)
    query = select(columns.number).where(same, columns.original.is_not_distinct_from(digest))
    return connection.execute(query).first() is not None


def append(connection: Connection, name: str, make: Make) -> Judgement:
    """Append what `make` gives for the last judgement; raises CasebookError when it does not follow that."""
    last = last_judgement(connection, name)
    made = make(last)
    if made.number != (last.number + 1 if last else 1) or (last is not None and made.previous != last.hash):
        raise CasebookError(f"{name}: judgement {made.number} does not follow the last one")
    row = {n: getattr(made, n) for n in ("number", "hash", "previous", "person", "at")}
    connection.execute(insert(judgements), [{**row, "kind": str(made.kind), "record": dumps(made)}])
    return made


def write_cache(connection: Connection, digest: str, values: Mapping[str, bytes]) -> None:
    """Keep what was derived, by key, in the place of all that was kept of another digest."""
    connection.execute(delete(cache).where((cache.c.digest != digest) | cache.c.key.in_(values)))
    rows = [{"key": key, "digest": digest, "value": value} for key, value in values.items()]
    if rows:
        connection.execute(insert(cache), rows)


def as_json(row: Mapping[str, Any]) -> str:
    """A row as compact JSON."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def utc_now() -> str:
    """The time as it is noted: "2026-11-22T05:41:00Z"."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
