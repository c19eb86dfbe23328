"""From every form that a casebook ever had to the next: a plain list, of which nothing is ever changed.

A new casebook is made as `schema` has it; an older one goes through the entries that it has not had. A test holds that
both come to the same. A casebook on PostgreSQL began with form 4, so the entries before are SQLite's alone.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, text

from counterclaim.casebook.hashing import reading_hash

Step = str | Callable[[Connection], None]


def hash_readings(connection: Connection) -> None:
    """Give each reading the hash of its records; until then it is its number."""
    readings = connection.execute(text("SELECT number, passages, relays, assertions FROM readings")).all()
    for number, passages, relays, assertions in readings:
        statements, claims = (
            connection.execute(
                text(f"SELECT record FROM {table} WHERE reading = :number ORDER BY position"),  # noqa: S608  # constants
                {"number": number},
            ).scalars()
            for table in ("all_statements", "all_claims")
        )
        digest = reading_hash((passages, relays, assertions), statements, claims)
        connection.execute(
            text("UPDATE readings SET hash = :digest WHERE number = :number"), {"digest": digest, "number": number}
        )


SQLITE: tuple[tuple[Step, ...], ...] = (
    (
        """CREATE TABLE pages (
            id TEXT PRIMARY KEY, outlet TEXT, published TEXT, title TEXT, url TEXT, lang TEXT, source TEXT,
            text TEXT NOT NULL, text_hash TEXT NOT NULL, reader TEXT NOT NULL, passages TEXT NOT NULL,
            added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        )""",
        """CREATE TABLE statements (
            document TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, position INTEGER NOT NULL,
            id TEXT NOT NULL, manner TEXT NOT NULL, voice TEXT, relays TEXT NOT NULL, parent TEXT, act TEXT NOT NULL,
            certainty TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (document, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE claims (
            document TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE, position INTEGER NOT NULL,
            id TEXT NOT NULL, aspect TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL,
            low INTEGER, high INTEGER, bound TEXT, who TEXT, part_of TEXT, voice TEXT, relays TEXT NOT NULL,
            polarity TEXT NOT NULL, certainty TEXT NOT NULL, party TEXT, place TEXT, geonames INTEGER,
            earliest TEXT, latest TEXT, event_type TEXT, occurrence INTEGER NOT NULL, statement TEXT,
            record TEXT NOT NULL, PRIMARY KEY (document, position)
        ) WITHOUT ROWID""",
        "CREATE INDEX statements_by_id ON statements (id)",
        "CREATE INDEX claims_by_id ON claims (id)",
        "CREATE INDEX claims_by_aspect_and_voice ON claims (aspect, voice)",
    ),
    ("ALTER TABLE pages ADD COLUMN relays TEXT NOT NULL DEFAULT '[]'",),
    ("ALTER TABLE pages ADD COLUMN assertions TEXT NOT NULL DEFAULT '[]'",),
    (  # every reading is kept, the bytes that pages were read from, and judgements
        "DROP INDEX statements_by_id",
        "DROP INDEX claims_by_id",
        "DROP INDEX claims_by_aspect_and_voice",
        "ALTER TABLE statements RENAME TO old_statements",
        "ALTER TABLE claims RENAME TO old_claims",
        "ALTER TABLE pages RENAME TO old_pages",
        """CREATE TABLE pages (
            id TEXT NOT NULL PRIMARY KEY, outlet TEXT, published TEXT, title TEXT, url TEXT, lang TEXT, source TEXT,
            text_hash TEXT NOT NULL, reader TEXT NOT NULL, reading INTEGER NOT NULL, added TEXT NOT NULL,
            text TEXT NOT NULL
        )""",
        """CREATE TABLE originals (
            hash TEXT NOT NULL PRIMARY KEY, size BIGINT NOT NULL, packing TEXT NOT NULL, data BLOB NOT NULL
        )""",
        """CREATE TABLE obtained (
            number INTEGER NOT NULL PRIMARY KEY, page TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
            at TEXT NOT NULL, how TEXT NOT NULL, source TEXT, captured TEXT, media_type TEXT,
            original TEXT REFERENCES originals (hash), reader TEXT NOT NULL
        )""",
        """CREATE TABLE readers (
            version TEXT NOT NULL PRIMARY KEY, program TEXT, code TEXT, models TEXT, parser TEXT, parties TEXT
        )""",
        """CREATE TABLE readings (
            number INTEGER NOT NULL PRIMARY KEY, page TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
            hash TEXT NOT NULL, passages TEXT NOT NULL, relays TEXT NOT NULL, assertions TEXT NOT NULL,
            UNIQUE (page, hash)
        )""",
        """CREATE TABLE read_by (
            number INTEGER NOT NULL PRIMARY KEY, page TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
            reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE,
            reader TEXT NOT NULL, at TEXT NOT NULL, metadata TEXT NOT NULL
        )""",
        """CREATE TABLE all_statements (
            reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, position INTEGER NOT NULL,
            id TEXT NOT NULL, manner TEXT NOT NULL, voice TEXT, relays TEXT NOT NULL, parent TEXT, act TEXT NOT NULL,
            certainty TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (reading, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE all_claims (
            reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, position INTEGER NOT NULL,
            id TEXT NOT NULL, aspect TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL,
            low BIGINT, high BIGINT, bound TEXT, who TEXT, part_of TEXT, voice TEXT, relays TEXT NOT NULL,
            polarity TEXT NOT NULL, certainty TEXT NOT NULL, party TEXT, place TEXT, geonames BIGINT,
            earliest TEXT, latest TEXT, event_type TEXT, occurrence INTEGER NOT NULL, statement TEXT,
            record TEXT NOT NULL, PRIMARY KEY (reading, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE judgements (
            number INTEGER NOT NULL PRIMARY KEY, hash TEXT NOT NULL UNIQUE, previous TEXT NOT NULL UNIQUE,
            person TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL
        )""",
        'CREATE TABLE cache ("key" TEXT NOT NULL PRIMARY KEY, digest TEXT NOT NULL, value BLOB NOT NULL)',
        """INSERT INTO pages SELECT id, outlet, published, title, url, lang, source, text_hash, reader, rowid, added,
            text FROM old_pages""",
        "INSERT INTO readers (version) SELECT DISTINCT reader FROM old_pages",
        """INSERT INTO readings SELECT rowid, id, CAST(rowid AS TEXT), passages, relays, assertions FROM old_pages""",
        """INSERT INTO read_by SELECT rowid, id, rowid, reader, added, json_object('outlet', outlet,
            'published', published, 'title', title, 'url', url, 'lang', lang) FROM old_pages""",
        """INSERT INTO obtained SELECT rowid, id, added, 'unknown', source, NULL, NULL, NULL, reader FROM old_pages""",
        """INSERT INTO all_statements SELECT p.rowid, s.position, s.id, manner, voice, s.relays, parent, act, certainty,
            record FROM old_statements s JOIN old_pages p ON p.id = s.document""",
        """INSERT INTO all_claims SELECT p.rowid, position, c.id, aspect, start, "end", exact, low, high, bound, who,
            part_of, voice, c.relays, polarity, certainty, party, place, geonames, earliest, latest, event_type,
            occurrence, statement, record FROM old_claims c JOIN old_pages p ON p.id = c.document""",
        "DROP TABLE old_statements",
        "DROP TABLE old_claims",
        "DROP TABLE old_pages",
        "CREATE INDEX obtained_by_page ON obtained (page)",
        "CREATE INDEX read_by_by_page ON read_by (page)",
        "CREATE INDEX pages_by_reading ON pages (reading)",
        "CREATE INDEX statements_by_id ON all_statements (id)",
        "CREATE INDEX claims_by_id ON all_claims (id)",
        "CREATE INDEX claims_by_aspect_and_voice ON all_claims (aspect, voice)",
        """CREATE VIEW statements AS SELECT p.id AS document, r.reading, r."position", r."id", r."manner", r."voice",
            r."relays", r."parent", r."act", r."certainty", r."record"
            FROM all_statements r JOIN pages p ON p.reading = r.reading""",
        """CREATE VIEW claims AS SELECT p.id AS document, r.reading, r."position", r."id", r."aspect", r."start",
            r."end", r."exact", r."low", r."high", r."bound", r."who", r."part_of", r."voice", r."relays",
            r."polarity", r."certainty", r."party", r."place", r."geonames", r."earliest", r."latest", r."event_type",
            r."occurrence", r."statement", r."record" FROM all_claims r JOIN pages p ON p.reading = r.reading""",
        """CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements
            BEGIN SELECT RAISE(ABORT, 'judgements are appended and never changed'); END""",
        """CREATE TRIGGER judgements_are_kept BEFORE DELETE ON judgements
            BEGIN SELECT RAISE(ABORT, 'judgements are appended and never changed'); END""",
        """CREATE TRIGGER judgements_follow BEFORE INSERT ON judgements
            WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM judgements)
            OR EXISTS (SELECT 1 FROM judgements WHERE hash = NEW.hash OR previous = NEW.previous)
            BEGIN SELECT RAISE(ABORT, 'a judgement goes behind the last one'); END""",
        hash_readings,
    ),
)
"""Each entry brings a casebook one form further; `PRAGMA user_version` says how many it has had."""

POSTGRES: tuple[tuple[Step, ...], ...] = ((), (), (), ())
"""The same on PostgreSQL, where the table `casebook_form` says it."""
