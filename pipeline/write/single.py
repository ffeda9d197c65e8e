"""Bytes -> one file that a person named: written aside, then moved; what is there already stays unless asked."""

import tempfile
from pathlib import Path

from pipeline.errors import OutputNotWritable


def refuse_existing(path: Path) -> None:
    """Raise OutputNotWritable where a file of this name is there already."""
    if path.exists():
        raise OutputNotWritable(f"{path} sudah ada; beri nama lain, atau tambahkan --timpa.")


def write_single(path: Path, data: bytes) -> None:
    """Write a file, with its folders, all at once: what is there half is never seen. Raises OutputNotWritable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".sedang-dibuat-", dir=path.parent) as folder:
            aside = Path(folder) / path.name
            aside.write_bytes(data)
            aside.replace(path)
    except OSError as error:
        raise OutputNotWritable(
            f"{path} tidak dapat ditulis; periksa nama dan izin foldernya, dan tutup berkas itu di program lain."
        ) from error
