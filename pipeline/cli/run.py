"""`pleno run`: the batch of all units' submissions."""

from pathlib import Path

import click

from pipeline.check.apply import part_accepted
from pipeline.cli.allowed import allow_local_rules, read_rules
from pipeline.cli.clock import now
from pipeline.cli.progress import shown_progress
from pipeline.cli.taken import tell_taken
from pipeline.model.finding import Severity
from pipeline.model.outcome import Outcome
from pipeline.run import MASTER, run_round
from pipeline.settings import NAME, Settings


@click.command("run")
@click.argument("workspace", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
@allow_local_rules
def command(workspace: Path, allowed: bool) -> int:
    """Baca input/ di WORKSPACE (baku: folder ini) dan tulis hasilnya ke output/."""
    settings, rules = read_rules(workspace, allowed=allowed)
    with shown_progress() as progress:
        outcome, told, paths, left = run_round(workspace, settings, now(), progress, rules)
    _summary(outcome, paths)
    for each in left:
        click.echo(f"{MASTER}: {each}")
    tell_taken(told)
    _stale(outcome, settings)
    return 3 if outcome.unreadable or told.refused or told.conflicts else 0


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
    if outcome.accepted:
        click.echo(f"Dikecualikan: {len(outcome.accepted)} temuan.")
    back = [each for each in outcome.returned if each.path]
    comments, changes = sum(each.comments for each in back), sum(each.changes for each in back)
    click.echo(f"Naskah bertanda: {len(back)} berkas, {comments} komentar, {changes} koreksi terlacak.")
    for draft in outcome.returned:
        if not draft.path:
            click.echo(f"Tidak ditandai: {draft.file}: {' '.join(draft.left)}")
    for each in outcome.unreadable:
        click.echo(f"Tidak terbaca: {each.file}: {each.message} [{each.code}]", err=True)
    click.echo("Hasil:")
    for path in paths:
        click.echo(f"  {path}")


def _stale(outcome: Outcome, settings: Settings) -> None:
    """Name the acceptances that no finding answers: the drafts are all here, as they are not in `check`."""
    for each in part_accepted((*outcome.findings, *outcome.accepted), settings).stale:
        click.echo(
            f"{NAME}: temuan {each.finding} tidak ditemukan lagi; hapus dari {NAME} bila memang sudah diperbaiki.",
            err=True,
        )
