"""FILE... as typed -> the submissions that it names; on Windows nobody else expands `*`."""

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from pipeline.intake import Submission


def named(files: Sequence[str]) -> tuple[Submission, ...]:
    """Return the files in their order, patterns expanded; raises UsageError when a pattern fits nothing."""
    return tuple(submission for each in files for submission in _expanded(each))


def _expanded(written: str) -> Iterator[Submission]:
    paths = [written]
    if any(sign in written for sign in "*?[") and not Path(written).exists():
        paths = sorted(glob.glob(written, recursive=True))  # noqa: PTH207 - a pattern with a root of its own
        if not paths:
            raise click.UsageError(f"Tidak ada berkas yang cocok dengan “{written}”.")
    for each in paths:
        path = Path(each)
        yield Submission(path=path, name=path.as_posix(), folder=path.parent.name)
