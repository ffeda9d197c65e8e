"""`pleno init`: a new workspace from the shipped templates, or the sample office to try things on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from pipeline.settings import Settings, default_units
from pipeline.text import plain

_PACKAGE = Path(__file__).parent.parent
_NOT_IN_NAMES = '<>:"/\\|?*'


def lay_out(target: Path, *, sample: bool) -> tuple[Path, ...]:
    """Write a workspace's files into `target` and return those written; a file that is there already is left alone."""
    written: list[Path] = []
    if sample:
        # First come, first kept: the sample's profile and inventory stand where the blank ones would.
        written += _copy(shipped("sample/input", "input"), target / "input")
        written += _write(shipped("sample/pleno.toml", "pleno.toml"), target / "pleno.toml")
    # Papers are made from the workspace's own templates, so that the office can edit them in Word.
    written += _copy(shipped("templates"), target, into={".xlsx": "input", ".docx": "templates"})
    for name in () if sample else _unit_folders(Settings(units=default_units())):
        (target / "input" / "drafts" / name).mkdir(parents=True, exist_ok=True)
    (target / "output").mkdir(parents=True, exist_ok=True)
    return tuple(written)


def shipped(inside: str, in_source: str = "") -> Path:
    """Return where a shipped file or folder is: in the installed package, or at the top of the source tree."""
    installed = _PACKAGE / "workspace" / inside
    return installed if installed.exists() else _PACKAGE.parent / (in_source or inside)


def _copy(source: Path, target: Path, into: dict[str, str] | None = None) -> Iterator[Path]:
    for path in sorted(source.rglob("*")):
        if path.is_file() and not path.name.startswith(("~$", ".")):
            folder = (into or {}).get(path.suffix, "")
            yield from _write(path, target / folder / path.relative_to(source))


def _write(source: Path, target: Path) -> Iterator[Path]:
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    yield target


def _unit_folders(settings: Settings) -> Iterator[str]:
    """The folders that units hand in under; those of units that few offices have are left to the office."""
    for unit in settings.units:
        name = "".join(each for each in unit.name if each not in _NOT_IN_NAMES)
        if not plain(name).startswith(
            ("penyelenggara", "seksi pendidikan agama islam", "kelompok", "seksi pendidikan diniyah")
        ):
            yield name
    yield "Penyelenggara Zakat dan Wakaf"
