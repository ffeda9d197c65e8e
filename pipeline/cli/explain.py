"""`pleno explain CODE`: one rule with its reason, its source and its examples."""

import difflib
from pathlib import Path

import click

from pipeline.check.local_rules import FLAG
from pipeline.check.registry import RETIRED, all_rules
from pipeline.cli.allowed import allow_local_rules, read_rules
from pipeline.wording import SEVERITY_WORDS


@click.command("explain")
@click.argument("code")
@allow_local_rules
def command(code: str, allowed: bool) -> int:
    """Jelaskan aturan CODE: alasan, sumber, pertanyaan, cara memperbaiki, dan contoh."""
    rules = {rule.code: rule for rule in (read_rules(Path(), allowed=True)[1] if allowed else all_rules())}
    rule = rules.get(code.upper())
    if rule is None:
        if code.upper() in RETIRED:
            raise click.UsageError(f"Aturan {code.upper()} sudah tidak dipakai: {RETIRED[code.upper()]}")
        if code.upper().startswith("KT") and not allowed:
            raise click.UsageError(f"Aturan {code.upper()} ialah aturan kantor; ulangi dengan {FLAG}.")
        near = difflib.get_close_matches(code.upper(), rules, n=1, cutoff=0.0)[0]
        raise click.UsageError(f"Aturan {code} tidak ada; maksudnya {near}?")
    click.echo(f"{rule.code} {rule.title} ({SEVERITY_WORDS[rule.severity]})")
    click.echo(f"\nMengapa: {rule.why}\nSumber: {rule.source}\nPerbaikan: {rule.fix}\nPertanyaan: {rule.question}\n")
    for example in rule.bad:
        click.echo(f"Contoh salah ({example.shows}):")
        for hit in example.hits:
            click.echo(f"  {hit}")
        for each in example.becomes:
            before, _, after = each.partition(" -> ")
            click.echo(f"  Perbaikan yang pasti: {_becomes(before, after)}")
    for example in rule.good:
        click.echo(f"Contoh benar: {example.shows}.")
    return 0


def _becomes(before: str, after: str) -> str:
    if not before:
        return f"isi dengan “{after}”."
    return f"“{before}” menjadi “{after}”." if after else f"hapus “{before}”."
