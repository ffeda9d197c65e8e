"""A register of every earlier version is brought to this one with all that it holds, or left as it was."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.model.decision import Decision, Kind, Matter, Round, State, SubmittedFile, Verdict
from pipeline.register.migrations import STEPS, migrate, version
from pipeline.register.store import Register

FIXTURES = Path(__file__).parent / "versions"
VERSIONS = sorted(int(path.stem) for path in FIXTURES.glob("*.sql"))


def restored(number: int, path: Path) -> Path:
    """Return a register as the program of that version left it."""
    connection = sqlite3.connect(path)
    connection.executescript((FIXTURES / f"{number}.sql").read_text(encoding="utf-8"))
    connection.close()
    return path


def tables(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_there_is_a_register_of_every_version() -> None:
    assert list(range(1, len(STEPS) + 1)) == VERSIONS


@pytest.mark.parametrize("number", VERSIONS)
def test_everything_is_found_again(tmp_path: Path, number: int) -> None:
    first = Matter(
        about="T-1", kind=Kind.FINDING, unit="Seksi A", title="SOP Cuti", file="drafts/a/SOP Cuti.docx", part=1,
        field="steps/2/duration", words="Waktu tidak terukur.", before="lama", after="2 hari", weight="error",
    )  # fmt: skip
    second = Matter(
        about="K-1", kind=Kind.CORRECTION, unit="", title="", file="", part=0, field="number", words="Nomor."
    )
    accepted = Decision(
        about="T-1", verdict=Verdict.CHANGE, value="3 hari", note="rapat", by="Rahmat Hidayat",
        when="2026-01-05T09:00:00+07:00", source="output/konsolidasi.xlsx", round=1,
    )  # fmt: skip
    with Register.open(restored(number, tmp_path / "register.sqlite")) as register:
        assert register.rounds() == (
            Round(number=1, when="2026-01-05T08:30:00+07:00", inventory="induk.xlsx", inventory_sha256="f1"),
            Round(number=2, when="2026-01-06T08:30:00+07:00", inventory="induk.xlsx", inventory_sha256="f2"),
        )
        assert register.files(1) == (
            SubmittedFile(file="drafts/a/SOP Cuti.docx", sha256="a1", unit="Seksi A", readable=True),
            SubmittedFile(file="drafts/a/rusak.docx", sha256="", unit="Seksi A", readable=False),
        )
        assert register.titles(1) == {"drafts/a/SOP Cuti.docx": ("SOP Cuti",)}
        assert register.matters(1) == (first, second)
        assert register.matters(2) == (first,)
        assert register.changes(2).settled == ((second, State.FIXED),)
        assert register.decisions()[0] == accepted
        assert register.as_of(1) == {}
        assert register.as_of(2) == {"T-1": accepted}
        assert register.current() == {}


@pytest.mark.parametrize("number", VERSIONS)
def test_the_tables_are_those_of_a_new_register(tmp_path: Path, number: int) -> None:
    Register.open(restored(number, tmp_path / "old.sqlite")).close()
    Register.open(tmp_path / "new.sqlite").close()
    old, new = sqlite3.connect(tmp_path / "old.sqlite"), sqlite3.connect(tmp_path / "new.sqlite")
    assert [name for name, _ in tables(old)] == [name for name, _ in tables(new)]
    assert version(old) == version(new) == len(STEPS)
    old.close()
    new.close()


def migrated(path: Path, steps: Sequence[Sequence[str]]) -> int:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        migrate(connection, steps)
    finally:
        found = version(connection)
        connection.close()
    return found


def test_a_step_to_come_is_taken_once(tmp_path: Path) -> None:
    path = restored(1, tmp_path / "register.sqlite")
    steps = (*STEPS[:1], ("ALTER TABLE decision ADD COLUMN place TEXT NOT NULL DEFAULT ''",), ("CREATE TABLE x (y)",))
    assert [migrated(path, steps), migrated(path, steps), migrated(path, STEPS)] == [3, 3, 3]


def test_a_step_that_fails_leaves_the_register_at_the_version_before(tmp_path: Path) -> None:
    path = restored(1, tmp_path / "register.sqlite")
    with pytest.raises(sqlite3.OperationalError):
        migrated(path, (*STEPS[:1], ("CREATE TABLE x (y)", "DROP TABLE decision", "this is not SQL")))
    connection = sqlite3.connect(path)
    assert version(connection) == 1
    assert connection.execute("SELECT count(*) FROM decision").fetchone() == (2,)
    assert "x" not in [name for name, _ in tables(connection)]
    connection.close()
