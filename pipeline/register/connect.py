"""A path -> an open SQLite connection to a register of this program's version."""

import contextlib
import sqlite3
from pathlib import Path

from pipeline.register.failures import PATIENCE, damaged, explained, is_folder, newer, no_folder
from pipeline.register.migrations import STEPS, is_ours, migrate, version


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection to the register, made or migrated; raises RegisterUnusable and RegisterNewer."""
    if path.is_dir():
        raise is_folder(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise no_folder(path, error) from error
    with explained(path), contextlib.ExitStack() as undo:
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        undo.callback(connection.close)
        if not is_ours(connection):
            raise damaged(path)
        migrate(connection)
        if version(connection) > len(STEPS):
            raise newer(path, version(connection), len(STEPS))
        _keep_safe(connection)
        undo.pop_all()
        return connection


def _keep_safe(connection: sqlite3.Connection) -> None:
    # On a network drive SQLite cannot have WAL and stays with its older journal, which is as safe and only slower.
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")
    # A round of 300,000 matters is three times as fast with the index of their ids in memory, here 64 MB at most.
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA foreign_keys = ON")


def _write_ahead(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # SQLite does not wait here for another process; whoever opens the register next sets it.
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
