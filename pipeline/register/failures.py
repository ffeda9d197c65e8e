"""What SQLite says -> what a person can do about it, Indonesian."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import PlenoError, RegisterNewer, RegisterUnusable

# How long a command waits while another one writes.
PATIENCE = 10
# The first byte of sqlite3's extended codes says the family.
_FAMILY = 0xFF
_HELD = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_FORBIDDEN = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_DISK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise RegisterUnusable for what SQLite cannot do with the file; our own mistakes stay what they are."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.DatabaseError as error:
        raise unusable(path, getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)) from error


def unusable(path: Path, code: int) -> PlenoError:
    """Return the error for a code of SQLite's."""
    family = code & _FAMILY
    if family in _HELD:
        return RegisterUnusable(
            f"Register {path} dipakai program lain lebih dari {PATIENCE} detik. Tunggu atau tutup program itu, lalu "
            "jalankan lagi."
        )
    if family in _FORBIDDEN:
        return RegisterUnusable(
            f"Register {path} tidak dapat dibuka atau ditulisi. Periksa izin berkas itu dan foldernya, lalu jalankan "
            "lagi."
        )
    if family in _DISK:
        return RegisterUnusable(
            f"Register {path} tidak dapat ditulisi karena cakram penuh atau bermasalah; yang sudah tercatat tetap ada. "
            "Sediakan ruang, lalu jalankan lagi."
        )
    return damaged(path)


def damaged(path: Path) -> PlenoError:
    """Return the error for a file that is no register, or is one no more."""
    return RegisterUnusable(
        f"Register {path} rusak atau bukan register sop-pleno. Pindahkan berkas itu beserta {path.name}-wal dan "
        f"{path.name}-shm bila ada, lalu salin {path.name} yang terbaru dari {path.parent / 'arsip'} ke tempatnya."
    )


def is_folder(path: Path) -> PlenoError:
    """Return the error for a folder that stands where the register should."""
    return RegisterUnusable(
        f"{path} adalah folder, padahal di situ seharusnya ada berkas register. Pindahkan atau ganti nama folder itu, "
        "lalu jalankan lagi."
    )


def no_folder(path: Path, error: OSError) -> PlenoError:
    """Return the error for a folder that cannot be made or written to."""
    return RegisterUnusable(
        f"Register {path} tidak dapat dibuat ({error.strerror}). Periksa izin dan ruang cakram folder {path.parent}."
    )


def newer(path: Path, found: int, known: int) -> PlenoError:
    """Return the error for a register of a later version than this program knows."""
    return RegisterNewer(
        f"Register {path} dibuat oleh sop-pleno yang lebih baru (versi {found}; program ini mengenal sampai versi "
        f"{known}). Pasang sop-pleno yang terbaru, lalu jalankan lagi. Salinan lama di {path.parent / 'arsip'} hanya "
        "memuat keputusan sampai saat itu."
    )
