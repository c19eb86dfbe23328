"""The casebook: pages with what they were read from, every reading of them, and what people judged.

Each page is written in one transaction, with the version of the program and models that read it, so that a casebook is
whole after any interruption. Positions and incidents are not stored (docs/decisions/0004), unless to be thrown away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select

from counterclaim.casebook import loading, writing
from counterclaim.casebook.checking import find_faults
from counterclaim.casebook.connecting import check_place, connect, place_of, transaction
from counterclaim.casebook.faults import explained
from counterclaim.casebook.forms import bring_up_to_date
from counterclaim.casebook.hashing import bytes_hash
from counterclaim.casebook.records import Counts, Fault, Obtained, ReadBy, Tally
from counterclaim.casebook.rows import Rows, header_row
from counterclaim.casebook.schema import readers
from counterclaim.errors import PageError
from counterclaim.model import Document, Judgement, Original, Page, Reader

TOGETHER = 100  # pages that are fetched at once


class Casebook:
    """An open casebook, to be used in a `with` statement or closed by `close`; made by `open_casebook`.

    `name` is where it is, without any password. Every method raises CasebookError when the casebook cannot be used.
    """

    def __init__(self, name: str, connection: Connection) -> None:
        self.name = name
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Casebook {self.name}>"

    def close(self) -> None:
        """Close it; what was added is in it already."""
        with explained(self.name):
            self._connection.close()

    def add(self, page: Page, *, reader: str | Reader, original: Original | None = None) -> bool:
        """Keep a page as read by this version of the reader; False when it is there already, and nothing changes.

        A page read by another version, or with other metadata, is shown as read last; the earlier readings are kept.
        `original` are the bytes that it was read from. Where it was read from first (`source`) stays with the page.
        Raises PageError when another text has the same id, or when the page holds half a surrogate pair.
        """
        document = page.document
        try:
            header, rows = header_row(document), Rows.of(page)
        except UnicodeEncodeError as error:
            why = "it holds half of a surrogate pair, which cannot be stored"
            raise PageError(document.source or document.id, why, "mend the text") from error
        with self._at_once(writes=True) as connection:
            known = writing.known_page(connection, self.name, document)
            is_fresh = not writing.is_read(known, document, str(reader))
            if is_fresh:
                writing.write_reading(connection, header, rows, reader)
            if known is None or original is not None:
                writing.write_obtained(connection, document, str(reader), original)
        return is_fresh

    def has(self, document: Document, reader: str | Reader, original: Original | None = None) -> bool:
        """Whether this version of the reader has read this page, with the same metadata; raises PageError as `add`.

        If it has, and the page comes from other bytes or another place than before, that is kept too.
        """
        digest = bytes_hash(original.data) if original else None
        with self._at_once() as connection:
            known = writing.known_page(connection, self.name, document)
            is_noted = original is None or writing.is_obtained(connection, document, digest)
        if not writing.is_read(known, document, str(reader)):
            return False
        if not is_noted:
            with self._at_once(writes=True) as connection:
                writing.write_obtained(connection, document, str(reader), original)
        return True

    def pages(self, ids: Iterable[str] | None = None) -> Iterator[Page]:
        """All pages, or those of these ids that are there, in the order of ids; some at a time, as they stand then.

        Raises CasebookError when what is stored of one is no page.
        """
        for some in self._some(ids):
            with self._at_once() as connection:
                found = loading.load_pages(connection, self.name, some)
            yield from found

    def page(self, id_: str, *, reading: int | None = None) -> Page | None:
        """The page of this id, None when there is none; `reading` is the number of an earlier one (see `read_by`)."""
        with self._at_once() as connection:
            found = loading.load_pages(connection, self.name, [id_], reading)
        return found[0] if found else None

    def documents(self) -> Iterator[Document]:
        """All pages without what was read on them, in the order of their ids."""
        for some in self._some(None):
            with self._at_once() as connection:
                found = loading.documents(connection, some)
            yield from found

    def headers(self) -> tuple[Document, ...]:
        """All pages, each with an empty text: what it takes to name them."""
        with self._at_once() as connection:
            return tuple(loading.documents(connection))

    def holding(self, beginning: str) -> frozenset[str]:
        """The ids of the pages on which the claims and statements stand whose ids begin so."""
        with self._at_once() as connection:
            return frozenset(loading.pages_holding(connection, beginning))

    def voices(self) -> frozenset[str]:
        """The names of all on whose word claims and statements are, as they were read last."""
        with self._at_once() as connection:
            return frozenset(loading.voices(connection))

    def counts(self) -> Counts:
        """How many pages, statements and claims there are."""
        with self._at_once() as connection:
            return loading.count(connection)

    def tally(self, ids: Iterable[str]) -> Tally:
        """How much was read on the pages of these ids."""
        parts: list[Tally] = []
        for some in self._some(ids):
            with self._at_once() as connection:
                parts.append(loading.tally(connection, some))
        claims = sum((Counter(part.claims) for part in parts), Counter[str]())
        return Tally(sum(p.pages for p in parts), sum(p.statements for p in parts), claims)

    def original(self, id_: str) -> Original | None:
        """The bytes from which a page was first read, None where they were not kept."""
        with self._at_once() as connection:
            return loading.first_original(connection, self.name, id_)

    def obtained(self, id_: str) -> tuple[Obtained, ...]:
        """When and how a page came in, each time; nothing for a page that is not there."""
        with self._at_once() as connection:
            return loading.obtainings(connection, id_)

    def read_by(self, id_: str) -> tuple[ReadBy, ...]:
        """Which versions of the reader have read a page, the latest last; nothing for a page that is not there."""
        with self._at_once() as connection:
            return loading.readings_of(connection, id_)

    def readers(self) -> tuple[Reader, ...]:
        """Every version of the reader that has read a page."""
        with self._at_once() as connection:
            rows = connection.execute(select(readers).order_by(readers.c.version)).mappings()
            return tuple(Reader(**row) for row in rows)

    def append_judgement(self, make: writing.Make) -> Judgement:
        """Append the judgement that `make` gives when it is handed the last one (None: there is none), and return it.

        Nobody else can write meanwhile, so let `make` be quick. Raises CasebookError when what it gives does not follow
        the last.
        """
        with self._at_once(writes=True) as connection:
            return writing.append(connection, self.name, make)

    def judgements(self, *, after: int = 0) -> tuple[Judgement, ...]:
        """What people judged, in the order in which they did, behind the judgement of the number `after`."""
        with self._at_once() as connection:
            return loading.load_judgements(connection, self.name, after)

    def revision(self) -> str:
        """A name for what the casebook holds: another one whenever a page was read or something was judged."""
        with self._at_once() as connection:
            return loading.revision_of(connection)

    def cached(self, keys: Iterable[str], digest: str) -> dict[str, bytes]:
        """What was derived and kept under these keys; what is not there, or was of another digest, is left out."""
        found: dict[str, bytes] = {}
        for some in self._some(keys):
            with self._at_once() as connection:
                found |= loading.cached(connection, some, digest)
        return found

    def cached_keys(self, beginning: str, digest: str) -> tuple[str, ...]:
        """The keys that begin so under which something of this digest is kept."""
        with self._at_once() as connection:
            return loading.cached_keys(connection, beginning, digest)

    def cache(self, digest: str, values: Mapping[str, bytes]) -> None:
        """Keep what was derived, by key, in the place of all that was kept of another digest.

        `digest` names all that it was derived from: `revision` of the casebook, and whatever else it depends on.
        """
        with self._at_once(writes=True) as connection:
            writing.write_cache(connection, digest, values)

    def faults(self) -> tuple[Fault, ...]:
        """What is not as it was stored: hashes, columns and records that do not agree, and what the engine finds.

        Whether spans hold, ids follow from content and judgements are a chain is not looked at here.
        """
        with self._at_once() as connection:
            return tuple(find_faults(connection))

    def _some(self, ids: Iterable[str] | None) -> Iterator[list[str]]:
        with self._at_once() as connection:
            wanted = iter(loading.page_ids(connection) if ids is None else sorted(set(ids)))
        while some := list(islice(wanted, TOGETHER)):
            yield some

    @contextmanager
    def _at_once(self, *, writes: bool = False) -> Iterator[Connection]:
        with explained(self.name), transaction(self._connection, writes=writes) as connection:
            yield connection


def open_casebook(where: str | Path, *, create: bool = True) -> Casebook:
    """Open the casebook at a path or `postgresql://` URL, made if it is not there and `create` is true.

    An older one is brought up to date. Raises SchemaError when a newer counterclaim wrote it, CasebookError when it
    cannot be opened: no such file or folder, not a casebook, damaged, locked by another program, out of reach.
    """
    place = place_of(where)
    check_place(place, create=create)
    connection = connect(place)
    try:
        with explained(place.name):
            bring_up_to_date(connection, place.name, create=create)
    except BaseException:
        connection.close()
        raise
    return Casebook(place.name, connection)
