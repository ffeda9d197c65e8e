"""What became of the decisions in copies of the workbook, in words."""

import click

from pipeline.model.decision import Decision, TakenOver, Verdict
from pipeline.text import quoted
from pipeline.wording import VERDICT_WORDS


def tell_taken(told: TakenOver) -> None:
    """Print how many decisions were taken over, and each that was not, with what to do about it."""
    if told.taken:
        click.echo(f"Keputusan: {len(told.taken)} dibaca dari buku kerja.")
    for each in told.refused:
        click.echo(f"Keputusan tidak dipahami: {each.file}, {each.line.place}: {each.text}", err=True)
    for conflict in told.conflicts:
        held = _says(conflict.held) if conflict.held else "keputusan yang sudah dihapus"
        click.echo(
            f"Keputusan berbeda tentang {conflict.other.about}: {held}, tetapi {_says(conflict.other)}. "
            "Yang pertama tetap berlaku; putuskan bersama, lalu ubah di output/konsolidasi.xlsx.",
            err=True,
        )


def _says(decision: Decision) -> str:
    word = "dikosongkan" if decision.verdict is Verdict.WITHDRAWN else VERDICT_WORDS[decision.verdict]
    value = f" menjadi {quoted(decision.value)}" if decision.value else ""
    by = f", {decision.by}" if decision.by else ""
    return f"“{word}”{value} ({decision.source}{by})"
