"""How far the reading of the drafts is, on the screen."""

import contextlib
from collections.abc import Iterator

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.intake import Progress as Report

# Without a terminal one line for each tenth of the files is enough.
_LINES = 10


@contextlib.contextmanager
def shown_progress() -> Iterator[Report]:
    """Yield what is told of each draft as it is read: a bar on a terminal, a few lines elsewhere."""
    console = Console()
    if not console.is_terminal:
        yield _plain
        return
    columns = (
        TextColumn("Membaca naskah"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=0)

        def show(at: int, total: int, name: str) -> None:  # noqa: ARG001 - the name flies by too fast to read
            bar.update(task, total=total, completed=at)

        yield show


def _plain(at: int, total: int, name: str) -> None:  # noqa: ARG001 - the same signature as the bar's
    step = max(1, total // _LINES)
    if at % step == 0 or at == total:
        click.echo(f"Membaca naskah {at}/{total}")
