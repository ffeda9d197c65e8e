"""One run at a time in a workspace: a lock that the system lets go of when its holder dies."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import OutputNotWritable, RunUnderWay

LOCK = ".sedang-berjalan.sqlite"


@contextlib.contextmanager
def only_one(output: Path) -> Iterator[None]:
    """Hold the workspace's lock while the block runs; raises RunUnderWay while another run holds it.

    The lock is SQLite's own on a file beside the results: the same on every system, and gone with its process.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(output / LOCK, timeout=0, isolation_level=None)
    except (OSError, sqlite3.OperationalError) as error:
        raise OutputNotWritable(f"Folder {output} tidak dapat ditulisi ({error}). Periksa izinnya.") from error
    with contextlib.closing(connection):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise RunUnderWay(
                f"pleno sedang berjalan di ruang kerja ini ({output}). Tunggu sampai selesai, lalu jalankan lagi."
            ) from error
        yield
