"""`pleno explain CODE`: one rule with its reason, its source and its examples."""

import difflib

import click

from pipeline.check.registry import RETIRED, all_rules
from pipeline.vocabulary import SEVERITY_WORDS


@click.command("explain")
@click.argument("code")
def command(code: str) -> int:
    """Jelaskan aturan CODE: alasan, sumber, cara memperbaiki, dan contoh."""
    rules = {rule.code: rule for rule in all_rules()}
    rule = rules.get(code.upper())
    if rule is None:
        if code.upper() in RETIRED:
            raise click.UsageError(f"Aturan {code.upper()} sudah tidak dipakai: {RETIRED[code.upper()]}")
        near = difflib.get_close_matches(code.upper(), rules, n=1, cutoff=0.0)[0]
        raise click.UsageError(f"Aturan {code} tidak ada; maksudnya {near}?")
    click.echo(f"{rule.code} {rule.title} ({SEVERITY_WORDS[rule.severity]})")
    click.echo(f"\nMengapa: {rule.why}\nSumber: {rule.source}\nPerbaikan: {rule.fix}\n")
    for example in rule.bad:
        click.echo(f"Contoh salah ({example.shows}):")
        for hit in example.hits:
            click.echo(f"  {hit}")
    for example in rule.good:
        click.echo(f"Contoh benar: {example.shows}.")
    return 0
