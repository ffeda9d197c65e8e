"""`pleno check`: one draft judged, for the unit that writes it."""

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from pipeline.check.apply import check, require_known_codes
from pipeline.check.sop_set import SopSet
from pipeline.cli.files import named
from pipeline.intake import read_all
from pipeline.model.finding import Finding, Severity
from pipeline.model.sop import Sop
from pipeline.settings import read_settings
from pipeline.vocabulary import SEVERITY_WORDS


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Bentuk keluaran.")
def command(files: Sequence[str], form: str) -> int:
    """Periksa FILE menurut aturan; kode keluar 1 bila ada yang harus diperbaiki."""
    settings = read_settings(Path())
    require_known_codes(settings)
    sops, unreadable = read_all(named(files))
    for each in unreadable:
        click.echo(f"{each.file}: {each.message} [{each.code}]", err=True)
    findings = check(SopSet.of(sops), settings)
    if form == "json":
        click.echo(json.dumps([_record(each) for each in findings], ensure_ascii=False, indent=1))
    else:
        _text(sops, findings)
    if unreadable:
        return 3
    return 1 if any(each.severity is Severity.ERROR for each in findings) else 0


def _record(finding: Finding) -> dict[str, object]:
    return {
        "file": finding.file, "part": finding.part, "code": finding.code, "severity": finding.severity.value,
        "where": finding.where, "place": str(finding.place), "message": finding.message, "advice": finding.advice,
    }  # fmt: skip


def _text(sops: Sequence[Sop], findings: Sequence[Finding]) -> None:
    by_sop = {key: list(own) for key, own in groupby(findings, key=lambda each: (each.file, each.part))}
    for sop in sops:
        click.echo(f"{sop.file}, SOP {sop.part}: {sop.title}")
        own = by_sop.get(sop.key, [])
        for (code, advice), group in groupby(own, key=lambda each: (each.code, each.advice)):
            for each in group:
                click.echo(f"  {each.place}: {code} {SEVERITY_WORDS[each.severity]}: {each.message}")
            click.echo(f"      {advice}")
        click.echo(f"  {verdict(own)}")


def verdict(findings: Sequence[Finding]) -> str:
    """Return the verdict on one SOP in words."""
    errors = sum(each.severity is Severity.ERROR for each in findings)
    if any(each.code in ("RD102", "ID101", "ST101", "ST103") and each.severity is Severity.ERROR for each in findings):
        return f"Belum lengkap: {errors} hal harus diperbaiki."
    if errors:
        return f"Perlu perbaikan: {errors} hal harus diperbaiki."
    rest = f" ({len(findings)} hal perlu diperiksa)" if findings else ""
    return f"Siap dibahas{rest}."
