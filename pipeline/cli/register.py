"""`pleno register`: the memory between runs, written out for people and for other programs."""

from pathlib import Path

import click

from pipeline.cli.clock import now
from pipeline.decisions import REGISTER
from pipeline.errors import NoWorkspace, OutputNotWritable
from pipeline.register.store import Register
from pipeline.settings import read_settings
from pipeline.write.register_export import register_json, register_workbook
from pipeline.write.single import refuse_existing, write_single

_XLSX, _JSON = "xlsx", "json"


@click.group("register")
def command() -> None:
    """Tampilkan catatan semua putaran dan keputusan."""


@command.command("export")
@click.argument("out", metavar="[OUT]", required=False)
@click.option(
    "--format", "form", type=click.Choice((_XLSX, _JSON)), help="Bentuk berkas (baku: menurut akhiran OUT, atau xlsx)."
)
@click.option("--timpa", is_flag=True, help="Timpa OUT bila sudah ada.")
@click.option(
    "--workspace", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".",
    help="Ruang kerja (baku: folder ini).",
)  # fmt: skip
def export(out: str | None, form: str | None, timpa: bool, workspace: Path) -> int:
    """Tulis semua putaran, berkas, pokok, dan keputusan ke OUT (baku: register.xlsx di folder output)."""
    kept = workspace / "output" / REGISTER
    form = form or (_JSON if out and Path(out).suffix.lower() == f".{_JSON}" else _XLSX)
    path = Path(out) if out else kept.with_suffix(f".{form}")
    if path.resolve() == kept.resolve():
        raise OutputNotWritable(f"{path} ialah register itu sendiri; beri nama lain.")
    if not timpa:
        refuse_existing(path)
    if not kept.exists():
        raise NoWorkspace(
            f"{kept} belum ada. Jalankan “pleno run” dahulu, atau sebutkan ruang kerja dengan --workspace."
        )
    office = read_settings(workspace).office
    with Register.open(kept) as register:
        data = register_json(register) if form == _JSON else register_workbook(register, office, now())
    write_single(path, data)
    click.echo(f"Ditulis: {path}")
    return 0
