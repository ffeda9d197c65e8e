"""A register that cannot be used is told in one Indonesian sentence with advice, and left as it is."""

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import OutputNotWritable, RegisterNewer, RegisterUnusable
from pipeline.register.store import Register
from tests.register.nouns import decision, matter, round_

NOBODY = 65534
unix_only = pytest.mark.skipif(os.name == "nt", reason="rights and limits as Unix has them")


def filled(path: Path, matters: int = 300) -> Path:
    with Register.open(path) as register:
        register.record((decision("T-1"),))
        register.add_round(round_(1), (), tuple(matter(f"T-{each}") for each in range(matters)))
    return path


@contextlib.contextmanager
def not_root() -> Iterator[None]:
    """Run as somebody who may not write everywhere."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody may look into and only its owner may write to."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o700)


@pytest.mark.parametrize("content", [b"bukan register", b"PK\3\4" * 3000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_register_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "register.sqlite"
    path.write_bytes(content)
    with pytest.raises(RegisterUnusable) as caught:
        Register.open(path)
    assert str(caught.value) == (
        f"Register {path} rusak atau bukan register sop-pleno. Pindahkan berkas itu beserta register.sqlite-wal dan "
        f"register.sqlite-shm bila ada, lalu salin register.sqlite yang terbaru dari {tmp_path / 'arsip'} ke tempatnya."
    )
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE pegawai (nama TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(RegisterUnusable, match="bukan register sop-pleno"):
        Register.open(path)
    assert path.read_bytes() == before


def test_damage_inside_is_told_when_it_is_met(tmp_path: Path) -> None:
    path = filled(tmp_path / "register.sqlite")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x7f" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(RegisterUnusable, match="rusak"), Register.open(path) as register:
        register.current()


def test_an_empty_file_becomes_a_register(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    path.touch()
    filled(path)


def test_a_newer_register_is_left_alone(tmp_path: Path) -> None:
    path = filled(tmp_path / "register.sqlite")
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(RegisterNewer, match=r"lebih baru \(versi 99; .*\)\. Pasang sop-pleno yang terbaru"):
        Register.open(path)
    assert path.read_bytes() == before


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterUnusable, match=r"adalah folder, .* lalu jalankan lagi\.$"):
        Register.open(tmp_path)


def test_a_file_in_the_place_of_its_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("berkas", encoding="utf-8")
    with pytest.raises(RegisterUnusable, match=r"tidak dapat dibuat \(.*\)\. Periksa izin"):
        Register.open(tmp_path / "output" / "register.sqlite")


def test_a_register_that_another_program_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.register.connect.PATIENCE", 0.05)
    path = filled(tmp_path / "register.sqlite")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Register.open(path) as register:
        assert len(register.current()) == 1
        with pytest.raises(RegisterUnusable, match=r"dipakai program lain lebih dari 10 detik\. Tunggu atau tutup"):
            register.record((decision("T-2"),))
        other.execute("ROLLBACK")
        register.record((decision("T-2"),))
    other.close()


@unix_only
def test_a_register_that_may_not_be_written_to_is_told(shared: Path) -> None:
    path = filled(shared / "register.sqlite")
    path.chmod(0o444)
    shared.chmod(0o555)
    with not_root(), pytest.raises(RegisterUnusable, match=r"tidak dapat dibuka atau ditulisi\. Periksa izin"):
        Register.open(path)


@unix_only
def test_a_register_that_may_only_be_read_can_be_read(shared: Path) -> None:
    path = filled(shared / "register.sqlite")
    path.chmod(0o444)
    shared.chmod(0o777)
    with not_root(), Register.open(path) as register:
        assert len(register.matters(1)) == 300
        with pytest.raises(RegisterUnusable, match="tidak dapat dibuka atau ditulisi"):
            register.record((decision("T-2"),))


@unix_only
def test_a_full_disk_is_told_and_what_was_recorded_stays(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path = filled(tmp_path / "register.sqlite")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Register.open(path) as register:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 50_000, before[1]))
        try:
            with pytest.raises(RegisterUnusable, match=r"cakram penuh .* yang sudah tercatat tetap ada\."):
                register.add_round(round_(2), (), tuple(matter(f"U-{each}" * 50) for each in range(20_000)))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert register.next_round() == 2
        register.add_round(round_(2), (), ())
    with Register.open(path) as register:
        assert len(register.matters(1)) == 300


def test_a_copy_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with Register.open(tmp_path / "register.sqlite") as register:
        with pytest.raises(OutputNotWritable, match=r"Salinan register tidak dapat ditulis ke .*Periksa izin"):
            register.copy_to(tmp_path / "tidak ada" / "register.sqlite")
        register.record((decision("T-1"),))
