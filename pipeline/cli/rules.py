"""`pleno rules`: the list of rules, as text or as the table of README."""

import click

from pipeline.check.registry import all_rules
from pipeline.vocabulary import SEVERITY_WORDS


@click.command("rules")
@click.option("--markdown", is_flag=True, help="Sebagai tabel Markdown.")
def command(markdown: bool) -> int:
    """Tampilkan kode, bobot, dan nama tiap aturan."""
    if markdown:
        click.echo(table())
        return 0
    for rule in all_rules():
        click.echo(f"{rule.code}  {SEVERITY_WORDS[rule.severity]:<16}  {rule.title}")
    return 0


def table() -> str:
    """Return the rules as a Markdown table."""
    rows = [f"| {rule.code} | {rule.title} | {SEVERITY_WORDS[rule.severity]} |" for rule in all_rules()]
    return "\n".join(("| Kode | Aturan | Bobot |", "|---|---|---|", *rows))
