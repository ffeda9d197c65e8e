"""`pleno run`: the batch of all units' submissions."""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.intake import Progress as Report
from pipeline.model.finding import Severity
from pipeline.model.outcome import Outcome
from pipeline.run import publish, run
from pipeline.settings import read_settings
from pipeline.write.folder import refuse_open_files

# Without a terminal one line for each tenth of the files is enough.
_LINES = 10


@click.command("run")
@click.argument("workspace", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
def command(workspace: Path) -> int:
    """Baca input/ di WORKSPACE (baku: folder ini) dan tulis hasilnya ke output/."""
    settings = read_settings(workspace)
    output = workspace / "output"
    refuse_open_files(output)
    with _progress() as progress:
        outcome = run(workspace, settings, _now(), progress)
    paths = publish(outcome, output)
    _summary(outcome, paths)
    return 3 if outcome.unreadable else 0


def _now() -> datetime:
    """The one look at the clock: every result of a run carries this moment."""
    return datetime.now().astimezone()  # noqa: TID251


@contextlib.contextmanager
def _progress() -> Iterator[Report]:
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


def _summary(outcome: Outcome, paths: tuple[Path, ...]) -> None:
    units = outcome.reconciliation.units
    files = len({sop.file for sop in outcome.sops}) + len(outcome.unreadable)
    errors = sum(each.severity is Severity.ERROR for each in outcome.findings)
    rows = len(outcome.inventory.rows)
    click.echo(f"{outcome.office}: {len(outcome.sops)} SOP dari {files} berkas, {rows} baris panduan induk.")
    counts = (
        ("cocok", sum(each.matched for each in units)),
        ("belum diserahkan", sum(each.missing for each in units)),
        ("di luar induk", sum(each.extra for each in units)),
        ("ganda", sum(each.duplicate for each in units)),
        ("dialihkan", sum(each.transferred for each in units)),
    )
    click.echo("Rekonsiliasi: " + ", ".join(f"{count} {word}" for word, count in counts) + ".")
    click.echo(f"Temuan: {errors} harus diperbaiki, {len(outcome.findings) - errors} perlu diperiksa atau catatan.")
    for each in outcome.unreadable:
        click.echo(f"Tidak terbaca: {each.file}: {each.message} [{each.code}]", err=True)
    click.echo("Hasil:")
    for path in paths:
        click.echo(f"  {path}")
