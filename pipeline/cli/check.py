"""`pleno check`: drafts judged, for the unit that writes them."""

import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from pipeline.check.apply import Parted, check, part_accepted
from pipeline.check.rule import Rule
from pipeline.check.sop_set import SopSet
from pipeline.cli.allowed import allow_local_rules, read_rules
from pipeline.cli.clock import now
from pipeline.cli.files import named
from pipeline.errors import OutputNotWritable
from pipeline.intake import Submission, read_all
from pipeline.model.finding import Finding, Severity
from pipeline.model.sop import Sop, Unreadable
from pipeline.settings import Settings
from pipeline.write.check_text import Look, check_text, last_line
from pipeline.write.single import refuse_existing, write_single

_TEXT, _JSON, _SARIF, _HTML = "text", "json", "sarif", "html"
_ENDINGS = {".json": _JSON, ".sarif": _SARIF, ".html": _HTML, ".htm": _HTML}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    sops: tuple[Sop, ...]
    unreadable: tuple[Unreadable, ...]
    findings: Parted
    rules: tuple[Rule, ...]
    settings: Settings


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice([_TEXT, _JSON, _SARIF, _HTML]), help="Bentuk keluaran; baku: text.")
@click.option("-o", "--output", "out", metavar="OUT", help="Tulis ke berkas OUT, bukan ke layar.")
@click.option(
    "--markup", "marked", metavar="OUT.docx", help="Tulis FILE dengan komentar dan koreksi terlacak ke OUT.docx."
)
@click.option("--timpa", is_flag=True, help="Timpa OUT dan OUT.docx bila sudah ada.")
@click.option("--id", "ids", is_flag=True, help="Sebut id tiap temuan; perlu untuk menerima temuan di pleno.toml.")
@allow_local_rules
def command(  # noqa: PLR0913 - one parameter an option
    files: Sequence[str], form: str | None, out: str | None, marked: str | None, timpa: bool, ids: bool, allowed: bool
) -> int:
    """Periksa FILE menurut aturan; kode keluar 1 bila ada yang harus diperbaiki.

    Bila hanya -o yang diberikan, bentuk mengikuti akhiran nama OUT: .json, .sarif, .html, atau teks.
    """
    form = form or _ENDINGS.get(Path(out or "").suffix.lower(), _TEXT)
    settings, rules = read_rules(Path(), allowed=allowed)
    submissions = named(files)
    if out is not None:
        _require_free(Path(out), submissions, overwrite=timpa)
    if marked is not None:
        _require_one(submissions)
        _require_free(Path(marked), submissions, overwrite=timpa)
    sops, unreadable = read_all(submissions)
    for each in unreadable:
        click.echo(f"{each.file}: {each.message} [{each.code}]", err=True)
    findings = part_accepted(check(SopSet.of(sops, settings=settings), settings, rules), settings)
    checked = _Checked(sops=sops, unreadable=unreadable, findings=findings, rules=rules, settings=settings)
    if out is not None:
        # Half a letter, from a name in a broken encoding, is written as its number.
        write_single(Path(out), click.unstyle(_written(checked, form, Look(ids=ids))).encode(errors="backslashreplace"))
        click.echo(f"Ditulis: {out}")
        click.echo(_last(checked), color=_colours())
    elif form == _TEXT:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        click.echo(_written(checked, form, Look(width=width, ids=ids)), nl=False, color=_colours())
    else:
        click.echo(_written(checked, form, Look()), nl=False)
    if marked is not None and sops:
        _mark(submissions[0], checked, Path(marked))
    if unreadable:
        return 3
    return 1 if any(each.severity is Severity.ERROR for each in findings.open) else 0


def _require_free(path: Path, submissions: Sequence[Submission], *, overwrite: bool) -> None:
    if path.is_dir():
        raise OutputNotWritable(f"{path} ialah folder; sebutkan nama berkas.")
    if path.exists() and any(each.path.exists() and path.samefile(each.path) for each in submissions):
        raise OutputNotWritable(f"{path} ialah naskahnya sendiri; beri nama lain.")
    if not overwrite:
        refuse_existing(path)


def _require_one(submissions: Sequence[Submission]) -> None:
    if len(submissions) != 1:
        raise OutputNotWritable("--markup menandai satu naskah; sebutkan satu FILE saja.")


def _mark(submission: Submission, checked: _Checked, path: Path) -> None:
    """Write the draft with its findings marked in it; raises CannotMark."""
    # Imported only when it is asked for: most checks mark nothing.
    from pipeline.write.markup.returned import marked_draft

    marked = marked_draft(submission.path, checked.sops, checked.findings.open, now())
    write_single(path, marked.data)
    click.echo(f"Ditulis: {path} ({marked.comments} komentar, {marked.changes} koreksi terlacak)", err=True)
    for each in marked.left:
        click.echo(each, err=True)


def _colours() -> bool | None:
    # The convention of no-color.org; click itself knows whether it writes to a terminal.
    return False if os.environ.get("NO_COLOR") else None


def _written(checked: _Checked, form: str, look: Look) -> str:
    if form == _JSON:
        return json.dumps([_record(each) for each in checked.findings.open], ensure_ascii=False, indent=1) + "\n"
    # Each is imported only when it is asked for: the page brings a template engine along.
    if form == _SARIF:
        from pipeline.write.sarif import sarif

        return sarif(
            checked.sops, checked.unreadable, checked.findings.open, checked.findings.accepted, checked.rules,
            checked.settings,
        )  # fmt: skip
    if form == _HTML:
        from pipeline.write.check_page import check_page

        return check_page(checked.sops, checked.unreadable, checked.findings, checked.settings)
    return "".join(f"{each}\n" for each in (*check_text(checked.sops, checked.findings.open, look), _last(checked)))


def _last(checked: _Checked) -> str:
    return last_line(checked.sops, checked.unreadable, checked.findings.open, len(checked.findings.accepted))


def _record(finding: Finding) -> dict[str, object]:
    fix = finding.correction
    return {
        "file": finding.file, "part": finding.part, "code": finding.code, "severity": finding.severity.value,
        "where": finding.where, "place": str(finding.place), "message": finding.message, "advice": finding.advice,
        "found": finding.found, "id": finding.id,
        "correction": {"before": fix.before, "after": fix.after, "why": fix.why} if fix else None,
        "question": finding.question,
    }  # fmt: skip
