"""`pleno rules`: the list of rules, as text, as the table of README or as a book with examples."""

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.check.registry import all_rules
from pipeline.check.rule import Rule
from pipeline.cli.allowed import allow_local_rules, read_rules
from pipeline.settings import Settings
from pipeline.wording import SEVERITY_WORDS
from pipeline.write.rule_book import rule_book
from pipeline.write.single import refuse_existing, write_single


@click.command("rules")
@click.option("--markdown", is_flag=True, help="Sebagai tabel Markdown.")
@click.option("--html", "book", metavar="OUT", help="Tulis buku aturan: alasan, sumber, dan contoh yang digambar.")
@click.option("--timpa", is_flag=True, help="Timpa OUT bila sudah ada.")
@allow_local_rules
def command(markdown: bool, book: str | None, timpa: bool, allowed: bool) -> int:
    """Tampilkan kode, bobot, dan nama tiap aturan."""
    # Without the flag no code of the office is touched: the list is that of the program.
    rules = read_rules(Path(), allowed=True)[1] if allowed else all_rules()
    if book is not None:
        path = Path(book)
        if not timpa:
            refuse_existing(path)
        # The examples are the rules' own; an office's settings would judge them otherwise.
        write_single(path, rule_book(rules, Settings()).encode())
        click.echo(f"Ditulis: {path}")
        return 0
    if markdown:
        click.echo(table(rules))
        return 0
    for rule in rules:
        click.echo(f"{rule.code}  {SEVERITY_WORDS[rule.severity]:<16}  {rule.title}")
    return 0


def table(rules: Sequence[Rule]) -> str:
    """Return rules as a Markdown table."""
    rows = [f"| {rule.code} | {rule.title} | {SEVERITY_WORDS[rule.severity]} |" for rule in rules]
    return "\n".join(("| Kode | Aturan | Bobot |", "|---|---|---|", *rows))
