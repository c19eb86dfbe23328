"""Pages and judgements out of the tables, each within a transaction that the caller holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, func, select

from counterclaim.casebook.records import Counts, Obtained, ReadBy, Tally
from counterclaim.casebook.rows import DOCUMENT, HEADER, READINGS, page_of, unpacked
from counterclaim.casebook.schema import (
    all_claims,
    all_statements,
    cache,
    judgements,
    obtained,
    originals,
    pages,
    read_by,
    readings,
)
from counterclaim.errors import CasebookError
from counterclaim.export.records import loads
from counterclaim.model import Document, Judgement, Original, Page

CHANGED = "it was changed by other means, or by a newer counterclaim"
LAST = "\U0010ffff"  # behind every id that begins in the same way


def page_ids(connection: Connection) -> list[str]:
    """The ids of all pages, in order."""
    return list(connection.execute(select(pages.c.id).order_by(pages.c.id)).scalars())


def documents(connection: Connection, ids: Sequence[str] | None = None) -> list[Document]:
    """The pages of these ids, in order; of all pages the header alone, with an empty text."""
    names = HEADER if ids is None else DOCUMENT
    query = select(*(pages.c[n] for n in names)).order_by(pages.c.id)
    found = connection.execute(query if ids is None else query.where(pages.c.id.in_(ids))).mappings()
    return [Document(**{"text": "", **row}) for row in found]


def load_pages(connection: Connection, name: str, ids: Sequence[str], reading: int | None = None) -> list[Page]:
    """The pages of these ids, in order, as they were read last, or in the reading of that number.

    Raises CasebookError when what is stored of one is no page.
    """
    which = pages.c.reading == readings.c.number if reading is None else readings.c.number == reading
    columns = [pages.c[n] for n in DOCUMENT] + [readings.c[n] for n in ("number", *READINGS)]
    query = select(*columns).join(readings, (readings.c.page == pages.c.id) & which).where(pages.c.id.in_(ids))
    rows = connection.execute(query.order_by(pages.c.id)).mappings().all()
    numbers = [row["number"] for row in rows]
    statements, claims = (records_of(connection, table, numbers) for table in (all_statements, all_claims))
    return [_page(name, row, statements[row["number"]], claims[row["number"]]) for row in rows]


def records_of(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, list[str]]:
    """The records of readings, by their numbers, in the order of the page."""
    found: dict[int, list[str]] = defaultdict(list)
    query = select(table.c.reading, table.c.record).where(table.c.reading.in_(numbers))
    for number, record in connection.execute(query.order_by(table.c.reading, table.c.position)):
        found[number].append(record)
    return found


def _page(name: str, row: RowMapping, statements: Sequence[str], claims: Sequence[str]) -> Page:
    try:
        return page_of(dict(row), statements, claims)
    except ValueError as error:
        what = f"what is stored of page {row['id']!r} cannot be read ({error})"
        raise CasebookError(f"{name}: {what}; {CHANGED}: read the page again") from error


def pages_holding(connection: Connection, beginning: str) -> set[str]:
    """The ids of the pages on which the claims and statements stand whose id begins so."""
    found: set[str] = set()
    for table in (all_claims, all_statements):
        query = select(pages.c.id).join(table, is_latest(table))
        found.update(connection.execute(query.where(table.c.id >= beginning, table.c.id < beginning + LAST)).scalars())
    return found


def voices(connection: Connection) -> set[str]:
    """The names of the voices of all claims and statements."""
    latest = [select(t.c.voice).distinct().join(pages, is_latest(t)) for t in (all_claims, all_statements)]
    return {name for query in latest for name in connection.execute(query).scalars() if name is not None}


def is_latest(table: Table) -> ColumnElement[bool]:
    """What joins records to the page of whose latest reading they are."""
    return table.c.reading == pages.c.reading


def count(connection: Connection) -> Counts:
    """How many pages, statements and claims there are."""
    latest = [select(func.count()).select_from(t).join(pages, is_latest(t)) for t in (all_statements, all_claims)]
    queries = [select(func.count()).select_from(pages), *latest]
    return Counts(*(connection.execute(query).scalar_one() for query in queries))


def tally(connection: Connection, ids: Sequence[str]) -> Tally:
    """How much was read on the pages of these ids."""
    here = pages.c.id.in_(ids)
    count_pages = select(func.count()).select_from(pages).where(here)
    count_statements = select(func.count()).select_from(all_statements).join(pages, is_latest(all_statements))
    by_aspect = select(all_claims.c.aspect, func.count()).join(pages, is_latest(all_claims)).where(here)
    found = {aspect: n for aspect, n in connection.execute(by_aspect.group_by(all_claims.c.aspect)) if n}
    return Tally(
        connection.execute(count_pages).scalar_one(),
        connection.execute(count_statements.where(here)).scalar_one(),
        found,
    )


def first_original(connection: Connection, name: str, id_: str) -> Original | None:
    """The bytes from which a page was first read; raises CasebookError when they cannot be unpacked."""
    query = (
        select(originals, obtained.c.media_type, obtained.c.how, obtained.c.captured)
        .join(obtained, obtained.c.original == originals.c.hash)
        .where(obtained.c.page == id_)
        .order_by(obtained.c.number)
    )
    row = connection.execute(query.limit(1)).mappings().one_or_none()
    if row is None:
        return None
    try:
        data = unpacked(row["packing"], row["data"])
    except ValueError as error:
        raise CasebookError(f"{name}: the bytes of page {id_!r} cannot be unpacked ({error}); {CHANGED}") from error
    return Original(data, row["media_type"], row["how"], row["captured"])


def obtainings(connection: Connection, id_: str) -> tuple[Obtained, ...]:
    """When and how a page came in, the first time first."""
    names = ("at", "how", "source", "original", "media_type", "captured", "reader")
    query = select(*(obtained.c[n] for n in names)).where(obtained.c.page == id_)
    return tuple(Obtained(**row) for row in connection.execute(query.order_by(obtained.c.number)).mappings())


def readings_of(connection: Connection, id_: str) -> tuple[ReadBy, ...]:
    """Which versions of the reader have read a page, the latest last."""
    query = (
        select(read_by.c.reader, read_by.c.at, read_by.c.reading, readings.c.hash)
        .join(readings, readings.c.number == read_by.c.reading)
        .where(read_by.c.page == id_)
        .order_by(read_by.c.number)
    )
    return tuple(ReadBy(**row) for row in connection.execute(query).mappings())


def last_judgement(connection: Connection, name: str) -> Judgement | None:
    """The judgement that was made last."""
    query = _judgements().order_by(judgements.c.number.desc()).limit(1)
    found = [_judgement(name, row) for row in connection.execute(query).mappings()]
    return found[0] if found else None


def load_judgements(connection: Connection, name: str, after: int) -> tuple[Judgement, ...]:
    """The judgements behind the one of that number, in their order."""
    query = _judgements().where(judgements.c.number > after).order_by(judgements.c.number)
    return tuple(_judgement(name, row) for row in connection.execute(query).mappings())


def _judgements() -> Select[Any]:
    return select(judgements.c.number, judgements.c.record)


def _judgement(name: str, row: RowMapping) -> Judgement:
    try:
        return loads(Judgement, row["record"])
    except ValueError as error:
        what = f"what is stored of judgement {row['number']} cannot be read ({error})"
        raise CasebookError(f"{name}: {what}; {CHANGED}") from error


def cached(connection: Connection, keys: Sequence[str], digest: str) -> dict[str, bytes]:
    """What was derived and is kept under these keys."""
    query = select(cache.c.key, cache.c.value).where(cache.c.key.in_(keys), cache.c.digest == digest)
    return {key: value for key, value in connection.execute(query)}  # noqa: C416  # rows are no pairs to a type checker


def cached_keys(connection: Connection, beginning: str, digest: str) -> tuple[str, ...]:
    """The keys that begin so, in order."""
    inside = (cache.c.key >= beginning) & (cache.c.key < beginning + LAST)
    query = select(cache.c.key).where(inside, cache.c.digest == digest).order_by(cache.c.key)
    return tuple(connection.execute(query).scalars())


def revision_of(connection: Connection) -> str:
    """A name for what is there: another one whenever a page was read or something was judged."""
    last = select(judgements.c.hash).order_by(judgements.c.number.desc()).limit(1)
    read = connection.execute(select(func.max(read_by.c.number))).scalar()
    return f"{read or 0} {connection.execute(last).scalar() or '-'}"
