"""`pleno agenda`: the meeting's papers, made from what the last round found."""

from pathlib import Path

import click

from pipeline.cli.allowed import allow_local_rules, read_rules
from pipeline.cli.clock import now
from pipeline.cli.progress import shown_progress
from pipeline.cli.taken import tell_taken


@click.command("agenda")
@click.argument("workspace", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
@click.option("--after", is_flag=True, help="Sesudah rapat: isi notula dan berita acara dengan keputusannya.")
@allow_local_rules
def command(workspace: Path, after: bool, allowed: bool) -> int:
    """Siapkan undangan, susunan acara, bahan, daftar hadir, notula, dan berita acara rapat pleno di output/pleno."""
    # Imported only when it is asked for: papers bring a template engine and a writer of Word files along.
    from pipeline.meeting import gather, publish

    settings, rules = read_rules(workspace, allowed=allowed)
    with shown_progress() as progress:
        meeting = gather(workspace, settings, now(), progress, rules)
    paths = publish(meeting, workspace, after=after)
    tell_taken(meeting.taken)
    for each in meeting.told:
        click.echo(each)
    click.echo("Hasil:")
    for path in paths:
        click.echo(f"  {path}")
    return 3 if meeting.taken.refused or meeting.taken.conflicts else 0
