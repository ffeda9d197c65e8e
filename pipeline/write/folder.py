"""The results of a run -> output/, all at once: built aside, then moved; earlier results kept under a dated name."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from pipeline.errors import OutputInUse, OutputNotWritable

ARCHIVE = "arsip"
_ASIDE = ".sedang-dibuat-"


@contextlib.contextmanager
def results(output: Path, when: datetime) -> Iterator[Path]:
    """Yield an empty folder to write a run's results into; at the end they appear in `output` all at once.

    What stood there before moves to `output/arsip/<date and time>`. When the block raises, `output` stays as it was.
    Raises OutputInUse when an earlier result is open in another program, before anything has been moved for good.
    """
    refuse_open_files(output)
    try:
        output.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=output))
    except OSError as error:
        raise OutputNotWritable(
            f"Folder {output} tidak dapat ditulisi ({error.strerror}). Periksa izin dan ruang cakram."
        ) from error
    try:
        yield aside
        _replace(output, aside, when)
    except OSError as error:
        raise OutputNotWritable(
            f"Hasil tidak dapat ditulis ke {output} ({error.strerror}). Periksa izin dan ruang cakram."
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def refuse_open_files(output: Path) -> None:
    """Raise OutputInUse when Office holds a result open: it keeps a file `~$name` beside it meanwhile."""
    for lock in sorted(output.glob("~$*")):
        name = next((p.name for p in output.iterdir() if p != lock and p.name.endswith(lock.name[2:])), lock.name[2:])
        raise _in_use(name)


def _in_use(name: str) -> OutputInUse:
    return OutputInUse(f"{name} sedang terbuka di program lain. Tutup dahulu, lalu jalankan lagi.")


def _replace(output: Path, aside: Path, when: datetime) -> None:
    earlier = [each for each in sorted(output.iterdir()) if _is_result(each)]
    archive = _free(output / ARCHIVE / f"{when:%Y-%m-%d %H.%M.%S}")
    moved: list[tuple[Path, Path]] = []
    try:
        if earlier:
            archive.mkdir(parents=True)
        for each in earlier:
            moved.append((_move(each, archive / each.name), each))
        for each in sorted(aside.iterdir()):
            moved.append((_move(each, output / each.name), each))
    except PermissionError as error:
        # Windows refuses to move what another program holds open; put back what was moved.
        for now, before in reversed(moved):
            now.rename(before)
        if archive.is_dir() and not any(archive.iterdir()):
            archive.rmdir()
        raise _in_use(Path(error.filename or output).name) from error


def _move(source: Path, target: Path) -> Path:
    source.rename(target)
    return target


def _is_result(path: Path) -> bool:
    # SQLite keeps what was last recorded in -wal until the register is closed.
    register = path.name.endswith((".sqlite", ".sqlite-wal", ".sqlite-shm", ".sqlite-journal"))
    return path.name != ARCHIVE and not path.name.startswith((".", "~$")) and not register


def _free(path: Path) -> Path:
    found, count = path, 1
    while found.exists():
        count += 1
        found = path.with_name(f"{path.name} ({count})")
    return found
