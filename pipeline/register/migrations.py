"""The register's tables, as the steps that lead from each version to the next."""

import sqlite3
from collections.abc import Sequence

# "PLEN": what tells our file from any other SQLite file.
APPLICATION = 0x504C454E

# Version n is what stands after the first n steps. A step that an office has run is never changed: add another.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        f"PRAGMA application_id = {APPLICATION}",
        """
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            about TEXT NOT NULL CHECK (about <> ''),
            verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'change', 'discuss', 'withdrawn')),
            value TEXT NOT NULL,
            note TEXT NOT NULL,
            decided_by TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            source TEXT NOT NULL,
            round INTEGER NOT NULL CHECK (round >= 0)
        )
        """,
        "CREATE INDEX decision_about ON decision (about, id)",
        # What a person decided is only ever added to; even a mistake of ours cannot change it.
        """
        CREATE TRIGGER decision_unchanged BEFORE UPDATE ON decision
        BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END
        """,
        """
        CREATE TRIGGER decision_kept BEFORE DELETE ON decision
        BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END
        """,
        """
        CREATE TABLE round (
            number INTEGER PRIMARY KEY CHECK (number >= 1),
            began TEXT NOT NULL,
            inventory TEXT NOT NULL,
            inventory_sha256 TEXT NOT NULL,
            last_decision INTEGER REFERENCES decision (id)
        )
        """,
        """
        CREATE TABLE file (
            round INTEGER NOT NULL REFERENCES round (number),
            position INTEGER NOT NULL CHECK (position >= 0),
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            unit TEXT NOT NULL,
            readable INTEGER NOT NULL CHECK (readable IN (0, 1)),
            PRIMARY KEY (round, position),
            UNIQUE (round, path)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE sop (
            round INTEGER NOT NULL,
            file INTEGER NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 0),
            title TEXT NOT NULL,
            PRIMARY KEY (round, file, position),
            FOREIGN KEY (round, file) REFERENCES file (round, position)
        ) WITHOUT ROWID
        """,
        # A matter as it was raised: a round that raises it in the same words points at the same row.
        """
        CREATE TABLE matter (
            id INTEGER PRIMARY KEY,
            about TEXT NOT NULL CHECK (about <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('finding', 'correction', 'question', 'proposal', 'disparity')),
            unit TEXT NOT NULL,
            title TEXT NOT NULL,
            file TEXT NOT NULL,
            part INTEGER NOT NULL,
            field TEXT NOT NULL,
            words TEXT NOT NULL,
            text_before TEXT NOT NULL,
            text_after TEXT NOT NULL,
            weight TEXT NOT NULL
        )
        """,
        "CREATE INDEX matter_about ON matter (about)",
        """
        CREATE TABLE raised (
            round INTEGER NOT NULL REFERENCES round (number),
            position INTEGER NOT NULL CHECK (position >= 0),
            matter INTEGER NOT NULL REFERENCES matter (id),
            PRIMARY KEY (round, position)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX raised_matter ON raised (matter, round)",
    ),
)


def migrate(connection: sqlite3.Connection, steps: Sequence[Sequence[str]] = STEPS) -> None:
    """Bring a register to the version of `steps`, each step whole or not at all; a newer one is left as it is."""
    while version(connection) < len(steps):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have taken the step while this one waited for the lock.
            at = version(connection)
            if at < len(steps):
                for statement in steps[at]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {at + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def version(connection: sqlite3.Connection) -> int:
    """Return the version that a register stands at, 0 for an empty file."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def is_ours(connection: sqlite3.Connection) -> bool:
    """Return whether the file is a register, or so far holds nothing at all."""
    # In one transaction: another process may be making the register at this moment.
    connection.execute("BEGIN")
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION:
            return True
        empty: bool = connection.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone()[0]
        return empty and version(connection) == 0
    finally:
        connection.execute("ROLLBACK")
