"""Rounds in SQL: their files and matters put in and taken out, and one held against those before it; linear."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from pipeline.model.decision import Changes, Matter, Round, State, SubmittedFile
from pipeline.register.changes import Submission, Titles, replaced
from pipeline.register.rows import (
    FILE,
    MATTER,
    ROUND,
    file_of,
    file_row,
    matter_of,
    matter_row,
    round_row,
    stored,
    told,
)

# The greatest number that SQLite knows: as a round the one to come, as a decision the last.
LAST = 2**63 - 1
_SAME = " AND ".join(f"{each} = ?{number}" for number, each in enumerate(MATTER.split(", "), start=1))
_VALUES = ", ".join(f"?{number}" for number, _ in enumerate(MATTER.split(", "), start=1))
_OF_ROUND = "FROM raised JOIN matter ON matter.id = raised.matter WHERE raised.round = ? ORDER BY raised.position"


def add_round(connection: sqlite3.Connection, round_: Round, last_decision: int) -> None:
    """Add a round, and which decision was the last when its workbook was written."""
    connection.execute(
        f"INSERT INTO round ({ROUND}, last_decision) VALUES (?, ?, ?, ?, (SELECT max(id) FROM decision WHERE id <= ?))",
        (*round_row(round_), last_decision),
    )


def add_files(connection: sqlite3.Connection, number: int, files: Sequence[SubmittedFile], titles: Titles) -> None:
    """Add a round's files and the titles of the SOPs in them."""
    connection.executemany(
        f"INSERT INTO file (round, position, {FILE}) VALUES (?, ?, ?, ?, ?, ?)",
        ((number, position, *file_row(each)) for position, each in enumerate(files)),
    )
    connection.executemany(
        "INSERT INTO sop (round, file, position, title) VALUES (?, ?, ?, ?)",
        (
            (number, file, position, stored(title))
            for file, each in enumerate(files)
            for position, title in enumerate(titles.get(each.file, ()))
        ),
    )


def add_matters(connection: sqlite3.Connection, number: int, matters: Sequence[Matter]) -> None:
    """Add a round's matters; one that was raised in the same words before is only pointed at."""
    connection.executemany(
        f"INSERT INTO matter ({MATTER}) SELECT {_VALUES} WHERE NOT EXISTS (SELECT 1 FROM matter WHERE {_SAME})",
        map(matter_row, matters),
    )
    connection.executemany(
        f"INSERT INTO raised (round, position, matter) SELECT ?12, ?13, id FROM matter WHERE {_SAME}",
        ((*matter_row(each), number, position) for position, each in enumerate(matters)),
    )


def changes(
    connection: sqlite3.Connection,
    number: int,
    matters: Sequence[Matter],
    files: Sequence[SubmittedFile],
    titles: Titles,
) -> Changes:
    """Return what these matters and files change against the last round before `number`."""
    found = states(connection, number, (each.about for each in matters))
    previous = _before(connection, number)
    now = Submission(files, titles)
    for each in matters:
        now.see(each.unit, each.title, each.file)
    earlier = Submission(files_of(connection, previous), titles_of(connection, previous))
    left = []
    for row in connection.execute(f"SELECT {MATTER} {_OF_ROUND}", (previous,)):
        about, _, unit, title, file, *_ = told(row)
        earlier.see(unit, title, file)
        if about not in found:
            left.append(matter_of(row))
    settled = tuple((each, now.fate(each, earlier.files.get(each.file))) for each in left)
    return Changes(states=found, settled=settled, replaced=replaced(earlier, now))


def states(connection: sqlite3.Connection, number: int, abouts: Iterable[str]) -> Mapping[str, State]:
    """Return the state that matters of these ids have in a round `number`."""
    found = dict.fromkeys(abouts, State.NEW)
    previous = _before(connection, number)
    seen = connection.execute(
        "SELECT about, (SELECT max(round) FROM raised WHERE raised.matter = matter.id AND round < ?) FROM matter",
        (number,),
    )
    for about, last in map(told, seen):
        if about in found and last is not None and found[about] is not State.STILL:
            found[about] = State.STILL if last == previous else State.BACK
    return found


def files_of(connection: sqlite3.Connection, number: int) -> tuple[SubmittedFile, ...]:
    """Return a round's files in their order."""
    found = connection.execute(f"SELECT {FILE} FROM file WHERE round = ? ORDER BY position", (number,))
    return tuple(map(file_of, found))


def titles_of(connection: sqlite3.Connection, number: int) -> Titles:
    """Return the titles of the SOPs in each file of a round."""
    found: dict[str, list[str]] = {}
    rows = connection.execute(
        "SELECT file.path, sop.title FROM sop JOIN file ON file.round = sop.round AND file.position = sop.file "
        "WHERE sop.round = ? ORDER BY sop.file, sop.position",
        (number,),
    )
    for path, title in map(told, rows):
        found.setdefault(path, []).append(title)
    return {path: tuple(each) for path, each in found.items()}


def matters_of(connection: sqlite3.Connection, number: int) -> Iterator[Matter]:
    """Yield a round's matters in their order."""
    yield from map(matter_of, connection.execute(f"SELECT {MATTER} {_OF_ROUND}", (number,)))


def wordings(connection: sqlite3.Connection) -> Iterator[tuple[Matter, tuple[int, ...]]]:
    """Yield every wording of every matter with the rounds that raised it so, in the order they were first raised."""
    rows = connection.execute(
        f"SELECT {MATTER}, raised.round FROM matter JOIN raised ON raised.matter = matter.id "
        "ORDER BY matter.id, raised.round"
    )
    for text, found in groupby(map(told, rows), key=lambda row: row[:-1]):
        yield matter_of(text), tuple(dict.fromkeys(row[-1] for row in found))


def _before(connection: sqlite3.Connection, number: int) -> int:
    # A register that was put back from an earlier copy may lack numbers between two rounds.
    found: int = connection.execute(
        "SELECT coalesce(max(number), 0) FROM round WHERE number < ?", (number,)
    ).fetchone()[0]
    return found
