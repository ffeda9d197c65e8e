"""The results of a run -> output/, all at once: built aside, then moved; earlier results kept under a dated name."""

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from pipeline.errors import OutputInUse, OutputNotWritable

ARCHIVE = "arsip"
# What `pleno agenda` writes; a run leaves it where it is, for people fill in what stands there.
MEETING = "pleno"
_ASIDE = ".sedang-dibuat-"
_PLAN = ".tukar.json"


@contextlib.contextmanager
def results(output: Path, when: datetime, *, keep_others: bool = False) -> Iterator[Path]:
    """Yield an empty folder to write results into; at the end they appear in `output` all at once.

    What stood there before moves to `output/arsip/<date and time>`, only what has the name of a new one where others
    are to be kept. When the block raises, `output` stays as it was. Raises OutputInUse when an earlier result is open
    in another program, before anything has been moved for good.
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
        _replace(output, aside, when, keep_others=keep_others)
    except OSError as error:
        raise OutputNotWritable(
            f"Hasil tidak dapat ditulis ke {output} ({error.strerror}). Periksa izin dan ruang cakram."
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def recover(output: Path) -> None:
    """Bring to its end what a run was killed in: results half moved are moved on, results half made are thrown away.

    Nobody else may be writing results meanwhile. Raises OutputInUse.
    """
    for aside in sorted(output.glob(f"{_ASIDE}*")):
        plan = aside / _PLAN
        if plan.is_file():
            swap = _Swap(**json.loads(plan.read_text(encoding="utf-8")))
            try:
                _carry_out(output, aside, swap)
            except PermissionError as error:
                raise _in_use(Path(error.filename or output).name) from error
        shutil.rmtree(aside, ignore_errors=True)


def refuse_open_files(output: Path) -> None:
    """Raise OutputInUse when Office holds a result open: it keeps a file `~$name` beside it meanwhile."""
    folders = [each for each in output.glob("*") if each.is_dir() and _is_result(each)]
    for lock in sorted((*output.glob("~$*"), *(each for folder in folders for each in folder.rglob("~$*")))):
        beside = (each.name for each in lock.parent.iterdir() if each != lock)
        raise _in_use(next((each for each in beside if each.endswith(lock.name[2:])), lock.name[2:]))


def _in_use(name: str) -> OutputInUse:
    return OutputInUse(f"{name} sedang terbuka di program lain. Tutup dahulu, lalu jalankan lagi.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Swap:
    """Which results go and which come: written down before the first is moved."""

    archive: str
    earlier: list[str]
    new: list[str]


def _replace(output: Path, aside: Path, when: datetime, *, keep_others: bool) -> None:
    new = sorted(each.name for each in aside.iterdir())
    earlier = [each.name for each in sorted(output.iterdir()) if _is_result(each)]
    swap = _Swap(
        archive=_free(output / ARCHIVE / f"{when:%Y-%m-%d %H.%M.%S}").name,
        earlier=[each for each in earlier if each in new] if keep_others else earlier,
        new=new,
    )
    _write_down(aside, swap)
    moved: list[tuple[Path, Path]] = []
    try:
        _carry_out(output, aside, swap, moved)
    except PermissionError as error:
        # Windows refuses to move what another program holds open; put back what was moved.
        for now, before in reversed(moved):
            now.rename(before)
        archive = output / ARCHIVE / swap.archive
        if archive.is_dir() and not any(archive.iterdir()):
            archive.rmdir()
        raise _in_use(Path(error.filename or output).name) from error


def _write_down(aside: Path, swap: _Swap) -> None:
    """Put the plan on disk before anything is moved: it is whole or it is not there."""
    draft = aside / f"{_PLAN}.baru"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(asdict(swap), file)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(aside / _PLAN)


def _carry_out(output: Path, aside: Path, swap: _Swap, moved: list[tuple[Path, Path]] | None = None) -> None:
    """Move what is not moved yet, from wherever the last attempt stopped; `moved` gets each (now, before)."""
    archive = output / ARCHIVE / swap.archive
    if swap.earlier:
        archive.mkdir(parents=True, exist_ok=True)
    ways = [(output / name, archive / name) for name in swap.earlier]
    ways += [(aside / name, output / name) for name in swap.new]
    for source, target in ways:
        # Where the target stands, this was done before; the source may by now be the new result of that name.
        if source.exists() and not target.exists():
            source.rename(target)
            if moved is not None:
                moved.append((target, source))


def _is_result(path: Path) -> bool:
    # SQLite keeps what was last recorded in -wal until the register is closed.
    register = path.name.endswith((".sqlite", ".sqlite-wal", ".sqlite-shm", ".sqlite-journal"))
    return path.name not in (ARCHIVE, MEETING) and not path.name.startswith((".", "~$")) and not register


def _free(path: Path) -> Path:
    found, count = path, 1
    while found.exists():
        count += 1
        found = path.with_name(f"{path.name} ({count})")
    return found
