"""`pleno status`: who has not handed in, what is still open, what was fixed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from pipeline.cli.clock import now
from pipeline.dates import long_date
from pipeline.decide.status import UnitStatus, is_past, statuses
from pipeline.decisions import REGISTER
from pipeline.errors import NoWorkspace
from pipeline.model.decision import Round
from pipeline.read.results import read_counts
from pipeline.register.store import Register
from pipeline.run import RECONCILIATION
from pipeline.settings import read_settings

_HEADINGS = ("Unit", "Induk", "Serah", "Belum", "Salah", "Periksa", "Beres", "Putusan")
_LEGEND = (
    "Serah: SOP yang diserahkan. Salah: temuan harus diperbaiki. Periksa: temuan lainnya. Beres: temuan yang sudah "
    "diperbaiki sejak putaran sebelumnya. Putusan: keputusan tentang naskah yang belum dilaksanakan."
)


@click.command("status")
@click.argument("workspace", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
def command(workspace: Path) -> int:
    """Tampilkan keadaan tiap unit: yang sudah dan belum diserahkan, yang terlambat, terbuka, dan sudah diperbaiki."""
    settings = read_settings(workspace)
    output = workspace / "output"
    if not (output / REGISTER).is_file():
        raise NoWorkspace(f"{output / REGISTER} belum ada. Jalankan “pleno run” dahulu.")
    counts = read_counts(output / RECONCILIATION)
    with Register.open(output / REGISTER) as register:
        last = register.rounds()[-1]
        found = tuple(
            statuses(
                counts,
                register.matters(last.number),
                register.changes(last.number).settled,
                register.current(),
                past_due=is_past(settings.due, now().date()),
            )
        )
    click.echo(_heading(last))
    for line in _table(found):
        click.echo(line)
    click.echo(_LEGEND)
    if settings.due:
        click.echo(f"Batas penyerahan: {long_date(settings.due.isoformat())}.")
    return 0


def _heading(last: Round) -> str:
    return f"Putaran {last.number}, {long_date(last.when[:10])} pukul {last.when[11:16].replace(':', '.')}."


def _table(found: Sequence[UnitStatus]) -> Iterator[str]:
    width = max(len(_HEADINGS[0]), *(len(each.unit) for each in found)) if found else len(_HEADINGS[0])
    yield f"{_HEADINGS[0]:{width}}  " + "  ".join(f"{each:>7}" for each in _HEADINGS[1:])
    for each in found:
        figures = (
            each.inventory, each.submitted, each.missing, each.errors, each.others, each.fixed, each.decided,
        )  # fmt: skip
        late = "  terlambat" if each.late else ""
        yield f"{each.unit or '(tanpa unit)':{width}}  " + "  ".join(f"{number:7}" for number in figures) + late
