"""The tables of a casebook as they are now; `migrations` says how an older file becomes one of these.

A page is known by its id, and its text never changes. Each reading of it is kept: `readings` hold what came out,
`read_by` which version of the program and models read it so, and when. `pages.reading` is the latest of them, and the
views `claims` and `statements` show the latest only. The columns are there to be queried; `record` is what the library
reads. Judgements are appended: triggers refuse everything else. What is derived is in `cache`, and may be thrown away.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine

NUL, ESCAPE = "\0", "\x1a"
NUL_ESCAPED, ESCAPE_ESCAPED = "\x1a0", "\x1a1"


class AnyText(TypeDecorator[str]):
    """Text in the order of its code points, whatever it holds.

    PostgreSQL cannot store U+0000: there it stands as U+001A and a 0, and U+001A as itself and a 1.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of the column, which does not sort by the rules of a language."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.TEXT(collation="C"))
        return dialect.type_descriptor(sqlite.TEXT())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The value as it is stored."""
        if value is None or dialect.name != "postgresql" or (NUL not in value and ESCAPE not in value):
            return value
        return value.replace(ESCAPE, ESCAPE_ESCAPED).replace(NUL, NUL_ESCAPED)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The value as it was given."""
        if value is None or dialect.name != "postgresql" or ESCAPE not in value:
            return value
        return value.replace(NUL_ESCAPED, NUL).replace(ESCAPE_ESCAPED, ESCAPE)


tables = MetaData()


def _text(name: str, *, null: bool = True, key: bool = False) -> Column[Any]:
    return Column(name, AnyText, nullable=null, primary_key=key)


def _page() -> Column[Any]:
    return Column("page", AnyText, ForeignKey("pages.id", ondelete="CASCADE"), nullable=False)


def _number() -> Column[Any]:
    return Column("number", Integer, primary_key=True)


def _place() -> tuple[Column[Any], Column[Any]]:
    """Of which reading a record is, and its place there."""
    reading = Column("reading", Integer, ForeignKey("readings.number", ondelete="CASCADE"), primary_key=True)
    return reading, Column("position", Integer, primary_key=True, autoincrement=False)


pages = Table(
    "pages",
    tables,
    _text("id", key=True, null=False),
    *map(_text, ("outlet", "published", "title", "url", "lang", "source")),
    *(_text(name, null=False) for name in ("text_hash", "reader")),
    Column("reading", Integer, nullable=False),
    *(_text(name, null=False) for name in ("added", "text")),  # the text last: the rest is found without reading it
)

originals = Table(
    "originals",
    tables,
    _text("hash", key=True, null=False),
    Column("size", BigInteger, nullable=False),
    _text("packing", null=False),
    Column("data", LargeBinary, nullable=False),
)

obtained = Table(
    "obtained",
    tables,
    _number(),
    _page(),
    *(_text(name, null=False) for name in ("at", "how")),
    _text("source"),
    _text("captured"),
    _text("media_type"),
    Column("original", AnyText, ForeignKey("originals.hash")),
    _text("reader", null=False),
)

readers = Table(
    "readers",
    tables,
    _text("version", key=True, null=False),
    *map(_text, ("program", "code", "models", "parser", "parties")),
)

readings = Table(
    "readings",
    tables,
    _number(),
    _page(),
    *(_text(name, null=False) for name in ("hash", "passages", "relays", "assertions")),
    UniqueConstraint("page", "hash"),
)

read_by = Table(
    "read_by",
    tables,
    _number(),
    _page(),
    Column("reading", Integer, ForeignKey("readings.number", ondelete="CASCADE"), nullable=False),
    *(_text(name, null=False) for name in ("reader", "at", "metadata")),
)

all_statements = Table(
    "all_statements",
    tables,
    *_place(),
    *(_text(name, null=False) for name in ("id", "manner")),
    _text("voice"),
    _text("relays", null=False),
    _text("parent"),
    *(_text(name, null=False) for name in ("act", "certainty", "record")),
    sqlite_with_rowid=False,
)

all_claims = Table(
    "all_claims",
    tables,
    *_place(),
    *(_text(name, null=False) for name in ("id", "aspect")),
    *(Column(name, Integer, nullable=False) for name in ("start", "end")),
    _text("exact", null=False),
    *(Column(name, BigInteger) for name in ("low", "high")),
    *map(_text, ("bound", "who", "part_of", "voice")),
    *(_text(name, null=False) for name in ("relays", "polarity", "certainty")),
    *map(_text, ("party", "place")),
    Column("geonames", BigInteger),
    *map(_text, ("earliest", "latest", "event_type")),
    Column("occurrence", Integer, nullable=False),
    _text("statement"),
    _text("record", null=False),
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *(Column(name, AnyText, nullable=False, unique=True) for name in ("hash", "previous")),
    *(_text(name, null=False) for name in ("person", "at", "kind", "record")),
)

cache = Table(
    "cache",
    tables,
    _text("key", key=True, null=False),
    _text("digest", null=False),
    Column("value", LargeBinary, nullable=False),
)

for _index in (
    Index("obtained_by_page", obtained.c.page),
    Index("read_by_by_page", read_by.c.page),
    Index("pages_by_reading", pages.c.reading),
    Index("statements_by_id", all_statements.c.id),
    Index("claims_by_id", all_claims.c.id),
    Index("claims_by_aspect_and_voice", all_claims.c.aspect, all_claims.c.voice).ddl_if("sqlite"),
):
    assert _index.table is not None  # noqa: S101  # each has put itself to its table

RECORDS = {"statements": all_statements, "claims": all_claims}


def _view(name: str) -> str:
    table = RECORDS[name]
    columns = ", ".join(f'r."{c.name}"' for c in table.columns if c.name != "reading")
    return (
        f"CREATE VIEW {name} AS SELECT p.id AS document, r.reading, {columns} "  # noqa: S608  # own names
        f"FROM {table.name} r JOIN pages p ON p.reading = r.reading"
    )


VIEWS = tuple(map(_view, RECORDS))

STAYS = "judgements are appended and never changed"
NEXT = "a judgement goes behind the last one"
_FOLLOWS = """NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM judgements)
    OR EXISTS (SELECT 1 FROM judgements WHERE hash = NEW.hash OR previous = NEW.previous)"""

GUARDS = {
    "sqlite": (
        f"CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, '{STAYS}'); END",
        f"CREATE TRIGGER judgements_are_kept BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, '{STAYS}'); END",
        f"CREATE TRIGGER judgements_follow BEFORE INSERT ON judgements WHEN {_FOLLOWS} "
        f"BEGIN SELECT RAISE(ABORT, '{NEXT}'); END",
    ),
    "postgresql": (
        f"""CREATE FUNCTION judgements_stay() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{STAYS}'; END $$""",
        f"""CREATE FUNCTION judgements_follow() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF {_FOLLOWS} THEN RAISE EXCEPTION '{NEXT}'; END IF; RETURN NEW; END $$""",
        """CREATE TRIGGER judgements_stay BEFORE UPDATE OR DELETE ON judgements
        FOR EACH ROW EXECUTE FUNCTION judgements_stay()""",
        """CREATE TRIGGER judgements_are_kept BEFORE TRUNCATE ON judgements
        FOR EACH STATEMENT EXECUTE FUNCTION judgements_stay()""",
        """CREATE TRIGGER judgements_follow BEFORE INSERT ON judgements
        FOR EACH ROW EXECUTE FUNCTION judgements_follow()""",
    ),
}
"""What keeps judgements as they are, by engine; who may alter tables can take it away, which `verify` would tell."""
