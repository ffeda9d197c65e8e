"""The register: what earlier rounds raised and what was decided, kept in one SQLite file; pure data in and out."""

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.errors import OutputNotWritable, RoundTaken
from pipeline.model.decision import Changes, Decision, Matter, Round, SubmittedFile
from pipeline.register.changes import Titles
from pipeline.register.connect import connect
from pipeline.register.failures import explained
from pipeline.register.rounds import (
    LAST,
    add_files,
    add_matters,
    add_round,
    changes,
    files_of,
    matters_of,
    titles_of,
    wordings,
)
from pipeline.register.rows import DECISION, MATTER, ROUND, Row, decision_of, decision_row, matter_of, round_of, stored

# A decision holds until a later one on the same matter; withdrawn ones only end what held.
_HOLDING = (
    f"SELECT {DECISION} FROM decision WHERE verdict <> 'withdrawn' AND id IN "
    "(SELECT max(id) FROM decision WHERE id <= ? GROUP BY about) ORDER BY id"
)
_NO_TITLES: Titles = {}


class Register:
    """The memory between runs; every change is one transaction, on disk when the call comes back.

    Every method raises RegisterUnusable when the file is damaged, cannot be written to, or is held too long.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Keep the path for messages; `open` makes the connection."""
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Return the register at `path`, made where there is none, brought to this program's version where it is older.

        Raises RegisterUnusable and RegisterNewer.
        """
        return cls(path, connect(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what was recorded is in it."""
        self._connection.close()

    # Decisions

    def record(self, decisions: Sequence[Decision]) -> None:
        """Add decisions, all or none, in their order; nothing recorded before changes."""
        with self._writing() as connection:
            connection.executemany(
                f"INSERT INTO decision ({DECISION}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(decision_row, decisions)
            )

    def current(self) -> Mapping[str, Decision]:
        """Return the decision that holds for each matter, in the order they were recorded; withdrawn ones left out."""
        return self._holding(LAST)

    def as_of(self, round_number: int) -> Mapping[str, Decision]:
        """Return what held when that round's workbook was written; nothing for an unknown round."""
        found = self._rows("SELECT coalesce(last_decision, 0) FROM round WHERE number = ?", round_number)
        return self._holding(int(found[0][0])) if found else {}

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision ever recorded, oldest first."""
        return tuple(map(decision_of, self._rows(f"SELECT {DECISION} FROM decision ORDER BY id")))

    def last_decision(self) -> int:
        """Return the number of the decision recorded last, 0 where there is none; see `add_round`."""
        return int(self._rows("SELECT coalesce(max(id), 0) FROM decision")[0][0])

    def _holding(self, last: int) -> Mapping[str, Decision]:
        found = map(decision_of, self._rows(_HOLDING, last))
        return {each.about: each for each in found}

    # Rounds

    def next_round(self) -> int:
        """Return the number of the round to come."""
        return int(self._rows("SELECT coalesce(max(number), 0) + 1 FROM round")[0][0])

    def add_round(
        self,
        round_: Round,
        files: Sequence[SubmittedFile],
        matters: Sequence[Matter],
        *,
        titles: Titles = _NO_TITLES,
        last_decision: int | None = None,
    ) -> None:
        """Add a round with its files and matters, all or nothing, each in the order given.

        `titles` are those of the SOPs in each file. They matter where a draft has nothing left to correct: without them
        the register knows a SOP only by the matters that it raises. `last_decision` is the number of the last decision
        that the round's workbook shows, as `last_decision()` told when the decisions were read for it; without it, the
        last that is recorded now. Raises RoundTaken where the number is not above those of all rounds before.
        """
        with self._writing() as connection:
            last = connection.execute("SELECT max(number) FROM round").fetchone()[0] or 0
            if round_.number <= last:
                raise RoundTaken(
                    f"Putaran {round_.number} sudah tercatat di {self._path} oleh program lain yang berjalan "
                    "bersamaan. Jalankan lagi."
                )
            add_round(connection, round_, LAST if last_decision is None else last_decision)
            add_files(connection, round_.number, files, titles)
            add_matters(connection, round_.number, matters)

    def rounds(self) -> tuple[Round, ...]:
        """Return all rounds, oldest first."""
        return tuple(map(round_of, self._rows(f"SELECT {ROUND} FROM round ORDER BY number")))

    def files(self, round_number: int) -> tuple[SubmittedFile, ...]:
        """Return a round's files as they were given, none for an unknown round."""
        with self._reading() as connection:
            return files_of(connection, round_number)

    def titles(self, round_number: int) -> Titles:
        """Return the titles of the SOPs in each file of a round, as they were given."""
        with self._reading() as connection:
            return titles_of(connection, round_number)

    def matters(self, round_number: int) -> tuple[Matter, ...]:
        """Return a round's matters as they were given, none for an unknown round."""
        with self._reading() as connection:
            return tuple(matters_of(connection, round_number))

    def matter(self, about: str) -> Matter | None:
        """Return a matter as it was raised last, in whatever round; none where it never was."""
        found = self._rows(
            f"SELECT {MATTER} FROM matter JOIN raised ON raised.matter = matter.id WHERE about = ? "
            "ORDER BY raised.round DESC, raised.position DESC LIMIT 1",
            stored(about),
        )
        return matter_of(found[0]) if found else None

    def wordings(self) -> tuple[tuple[Matter, tuple[int, ...]], ...]:
        """Return every wording in which a matter was ever raised, with the rounds that raised it so, oldest first."""
        with self._reading() as connection:
            return tuple(wordings(connection))

    # What changed

    def compare(
        self, matters: Sequence[Matter], files: Sequence[SubmittedFile], titles: Titles = _NO_TITLES
    ) -> Changes:
        """Return what a round with these matters and files would change; nothing is recorded."""
        with self._reading() as connection:
            return changes(connection, LAST, matters, files, titles)

    def changes(self, round_number: int) -> Changes:
        """Return what a stored round changed against the round before it."""
        with self._reading() as connection:
            matters = tuple(matters_of(connection, round_number))
            files, titles = files_of(connection, round_number), titles_of(connection, round_number)
            return changes(connection, round_number, matters, files, titles)

    # The file itself

    def copy_to(self, path: Path) -> None:
        """Write a consistent copy, one file that needs no other beside it; raises OutputNotWritable."""
        aside = path.with_name(f".sedang-dibuat-{path.name}")
        with explained(self._path):
            try:
                self._copy(aside)
                aside.replace(path)
            except (OSError, sqlite3.OperationalError) as error:
                raise OutputNotWritable(
                    f"Salinan register tidak dapat ditulis ke {path} ({error}). Periksa izin dan ruang cakram."
                ) from error

    def _copy(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy:
            self._connection.backup(copy)
            # The copy would go on with WAL, and so need a folder that can be written to.
            copy.execute("PRAGMA journal_mode = DELETE")

    def _rows(self, statement: str, *values: str | bytes | int) -> list[Row]:
        with explained(self._path):
            return self._connection.execute(statement, values).fetchall()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with explained(self._path):
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with explained(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                # A full disk ends the transaction by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
