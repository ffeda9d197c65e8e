"""`pleno decide`: decisions read back from copies of the consolidated workbook."""

from pathlib import Path

import click

from pipeline.cli.clock import now
from pipeline.cli.files import named
from pipeline.cli.taken import tell_taken
from pipeline.decisions import open_register, take_over
from pipeline.errors import NoWorkspace
from pipeline.model.decision import Decision, Matter, Verdict
from pipeline.register.lock import only_one
from pipeline.run import WORKBOOK
from pipeline.text import quoted
from pipeline.wording import VERDICT_WORDS


@click.command("decide")
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option(
    "--workspace", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".",
    help="Ruang kerja (baku: folder ini).",
)  # fmt: skip
def command(files: tuple[str, ...], workspace: Path) -> int:
    """Baca keputusan dari FILE, salinan buku kerja konsolidasi (baku: output/konsolidasi.xlsx), dan catat.

    Beberapa salinan boleh disebut sekaligus. Keputusan yang bertentangan ditampilkan dan tidak diputuskan sendiri.
    """
    output = workspace / "output"
    copies = [each.path for each in named(files)] or [output / WORKBOOK]
    if not files and not copies[0].is_file():
        raise NoWorkspace(f"{copies[0]} belum ada. Jalankan “pleno run” dahulu, atau sebutkan berkasnya.")
    with only_one(output), open_register(output) as register:
        told = take_over(copies, workspace, register, now())
        for each in told.taken:
            click.echo(_line(each, register.matter(each.about)))
    tell_taken(told)
    if told.taken:
        click.echo("Jalankan “pleno run” untuk menerapkannya.")
    elif not (told.refused or told.conflicts):
        click.echo("Tidak ada keputusan baru.")
    return 3 if told.refused or told.conflicts else 0


def _line(decision: Decision, matter: Matter | None) -> str:
    word = "dihapus" if decision.verdict is Verdict.WITHDRAWN else VERDICT_WORDS[decision.verdict]
    value = f": {quoted(decision.value)}" if decision.value else ""
    about = f" {matter.title}: {matter.words}" if matter else ""
    return f"{decision.about} {word}{value} –{about}"
