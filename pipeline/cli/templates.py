"""`pleno templates`: the templates that papers are made from."""

from pathlib import Path

import click

from pipeline.errors import TemplateRefused


@click.group("templates")
def command() -> None:
    """Periksa templat naskah dinas yang disunting kantor di Word."""


@command.command("check")
@click.argument("workspace", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
def check(workspace: Path) -> int:
    """Coba isi setiap templat di folder templates WORKSPACE (baku: folder ini); yang tidak ada memakai bawaan."""
    from pipeline.write.papers.write import FOLDER, strangers, try_templates

    folder = workspace / FOLDER
    refused = False
    for each in try_templates(folder):
        whose = "templat kantor" if each.own else "templat bawaan"
        click.echo(f"{each.name} ({whose}): {each.refused or 'dapat dipakai.'}")
        refused = refused or bool(each.refused)
    for name in strangers(folder):
        click.echo(f"{name}: tidak dipakai; tidak ada naskah dinas yang dibuat dari templat bernama itu.")
    return TemplateRefused.exit_code if refused else 0
