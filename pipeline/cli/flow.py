"""`pleno flow`: the flowchart of a draft as it was understood, for people and for other programs."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from pipeline.cli.files import named
from pipeline.errors import OutputNotWritable
from pipeline.intake import Submission, read_sops
from pipeline.model.sop import Sop, Unreadable
from pipeline.write.bpmn import bpmn
from pipeline.write.flow_text import flow_text
from pipeline.write.mermaid import mermaid
from pipeline.write.single import refuse_existing, write_single
from pipeline.write.step_sheet import step_sheet
from pipeline.write.svg_file import svg_file

_TEXT, _DOCX = "text", "docx"


def _encoded(write: Callable[[Sop], str]) -> Callable[[Sop], bytes]:
    return lambda sop: write(sop).encode()


_FORMS: Mapping[str, Callable[[Sop], bytes]] = {
    "svg": svg_file, "mermaid": _encoded(mermaid), "bpmn": bpmn, _DOCX: step_sheet, _TEXT: _encoded(flow_text),
}  # fmt: skip
_ENDINGS = {"svg": ".svg", "mermaid": ".mmd", "bpmn": ".bpmn", _DOCX: ".docx", _TEXT: ".txt"}
_PICTURE = "diagram alirnya berupa gambar dan tidak dapat dibaca; gambar ulang dengan bentuk (Shapes) Word"
_NONE = "tidak ada diagram alir yang terbaca pada tabel langkahnya"


@click.command("flow")
@click.argument("file", metavar="FILE")
@click.option("--part", metavar="N", help="Hanya SOP ke-N di dalam FILE.")
@click.option("--svg", is_flag=True, help="Gambar SVG, untuk peramban dan dokumen.")
@click.option("--mermaid", is_flag=True, help="Teks Mermaid, untuk Markdown dan wiki.")
@click.option("--bpmn", is_flag=True, help="BPMN 2.0, untuk bpmn.io, Camunda, Bizagi, dan sejenisnya.")
@click.option("--docx", is_flag=True, help="Tabel langkah Word dengan diagram yang digambar ulang; perlu -o.")
@click.option("-o", "--output", "out", metavar="OUT", help="Tulis ke berkas atau folder OUT, bukan ke layar.")
@click.option("--timpa", is_flag=True, help="Timpa OUT bila sudah ada.")
def command(file: str, part: str | None, out: str | None, timpa: bool, **forms: bool) -> int:
    """Tampilkan diagram alir tiap SOP di dalam FILE sebagaimana terbaca.

    Tanpa pilihan bentuk, simbol dan panah tiap langkah disebut satu per satu, diikuti hal yang perlu dipastikan. Bila
    hanya -o yang diberikan, bentuk mengikuti akhiran nama OUT: .svg, .mmd, .bpmn, .docx, atau .txt.
    """
    form = _form([name for name, given in forms.items() if given], out)
    number = _number(part)
    submission = _single(file)
    sops: list[Sop] = []
    for found in read_sops(submission):
        if isinstance(found, Unreadable):
            click.echo(f"{found.file}: {found.message} [{found.code}]", err=True)
            return 3
        sops.append(found)
    wanted = [each for each in sops if number in (None, each.part)]
    if not wanted:
        raise click.UsageError(f"FILE hanya memuat {len(sops)} SOP, jadi --part {number} tidak ada.")
    drawn = [each for each in wanted if each.flow.nodes]
    if out is None and form != _TEXT and len(drawn) > 1:
        raise click.UsageError("FILE memuat beberapa diagram alir: pilih satu dengan --part, atau beri -o.")
    for each in wanted:
        if each not in drawn:
            why = _PICTURE if each.flow.source == "picture" else _NONE
            click.echo(f"{each.file}, SOP {each.part}: {why}.", err=True)
    if out is None:
        _show(drawn, form)
    else:
        _write(_files(drawn, form, out, several=len(sops) > 1), form, submission.path, overwrite=timpa)
    return 0 if len(drawn) == len(wanted) else 3


def _form(given: Sequence[str], out: str | None) -> str:
    if len(given) > 1:
        raise click.UsageError(f"Pilih satu bentuk saja: {' atau '.join(f'--{each}' for each in given)}.")
    by_ending = {ending: form for form, ending in _ENDINGS.items()}
    form = given[0] if given else by_ending.get(Path(out or "").suffix.lower(), _TEXT)
    if form == _DOCX and out is None:
        raise click.UsageError("--docx menulis berkas Word; sebutkan namanya dengan -o.")
    return form


def _number(part: str | None) -> int | None:
    if part is None:
        return None
    if not (part.isascii() and part.isdigit()):
        raise click.UsageError(f"--part ialah nomor urut SOP di dalam FILE (1, 2, …), bukan “{part}”.")
    return int(part)


def _single(file: str) -> Submission:
    found = named((file,))
    if len(found) > 1:
        raise click.UsageError(f"“{file}” cocok dengan {len(found)} berkas; sebutkan satu saja.")
    return found[0]


def _show(sops: Sequence[Sop], form: str) -> None:
    # What other programs read is bytes: the console's line ends and letters do not belong in it.
    draw = _FORMS[form]
    sys.stdout.buffer.write(b"\n".join(draw(each) for each in sops))
    sys.stdout.buffer.flush()


def _files(sops: Sequence[Sop], form: str, out: str, *, several: bool) -> dict[Path, Sop]:
    """Return the SOP of each file to write; in a folder the draft names them, with the part where it has several."""
    path = Path(out)
    if path.is_dir() or out.endswith(("/", os.sep)):
        names = [f"{Path(each.file).stem}-{each.part}" if several else Path(each.file).stem for each in sops]
        return {path / f"{name}{_ENDINGS[form]}": each for name, each in zip(names, sops, strict=True)}
    if len(sops) > 1:
        return {path.with_name(f"{path.stem}-{each.part}{path.suffix}"): each for each in sops}
    return dict(zip((path,), sops, strict=False))


def _write(files: Mapping[Path, Sop], form: str, source: Path, *, overwrite: bool) -> None:
    for path in files:
        if path.exists() and path.samefile(source):
            raise OutputNotWritable(f"{path} ialah naskahnya sendiri; beri nama lain dengan -o.")
        if not overwrite:
            refuse_existing(path)
    draw = _FORMS[form]
    for path, sop in files.items():
        write_single(path, draw(sop))
        click.echo(f"Ditulis: {path}")
