"""The parts of a surat dinas that the templates of letters share."""

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from tests.papers.form import BODY, CAPTION, FIGURE, SIGNATURE, Column, Form, each_of

# Portrait F4 within the margins of a letter.
MARGINS = (15.0, 20.0, 20.0, 25.0)
WIDTH = 170
NUMBER_OPEN = "B-……/……/……/…/{{ tahun }}"
_SIGNED_AT = 95


def labelled(
    form: Form, lines: Sequence[tuple[str, str]], *, label: float, indent: float = 0, style: str = BODY
) -> list[Any]:
    """Write lines of a label, a colon and what stands behind it, one below the other; widths in millimetres."""
    made = []
    for name, value in lines:
        line = form.text(f"{name}\t:\t{value}", style)
        shape = line.paragraph_format
        shape.left_indent, shape.first_line_indent = Mm(indent + label + 4), Mm(-label - 4)
        shape.tab_stops.add_tab_stop(Mm(indent + label))
        shape.tab_stops.add_tab_stop(Mm(indent + label + 4))
        shape.alignment, shape.space_after = WD_ALIGN_PARAGRAPH.LEFT, Pt(1)
        made.append(line)
    made[-1].paragraph_format.space_after = Pt(8)
    return made


def head(form: Form, about: str, *, attached: str = "{{ lampiran }}") -> None:
    """Write what stands above the text of a letter: number, kind, attachments, subject, date at right, recipients."""
    first, *_ = labelled(
        form,
        (
            ("Nomor", f"{NUMBER_OPEN}\t{{{{ tempat_tanggal }}}}"), ("Sifat", "Biasa"), ("Lampiran", attached),
            ("Hal", about),
        ),
        label=20,
    )  # fmt: skip
    first.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    form.command("for nama in penerima")
    line = form.text("{% if loop.first %}Yth.{% endif %}\t{{ nama }}")
    line.paragraph_format.tab_stops.add_tab_stop(Mm(12))
    line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(18), Mm(-18)
    line.paragraph_format.alignment, line.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.LEFT, Pt(1)
    form.command("endfor")
    form.text("Assalamu’alaikum Wr. Wb.").paragraph_format.space_before = Pt(12)


def foot(form: Form, text: str) -> None:
    """Write the foot of all pages but the letter itself."""
    form.document.sections[-1].different_first_page_header_footer = True
    form.footer(text)


def farewell(form: Form, words: str) -> None:
    """Write the last sentence and the greeting: both stay with the signature."""
    form.text(words, keep=True)
    form.text("Wassalamu’alaikum Wr. Wb.", keep=True)
    signed(form)


def signed(form: Form, above: str = "") -> None:
    """Write the signature block at right, with a line above it; no page parts it."""
    lines = (
        *([(above, 6)] if above else []), ("{{ penandatangan.jabatan }},", 0 if above else 6), ("", 48),
        ("{{ penandatangan.nama }}", 0), ("NIP {{ penandatangan.nip }}", 0),
    )  # fmt: skip
    for words, before in lines:
        line = form.text(words, SIGNATURE, keep=words != lines[-1][0])
        line.paragraph_format.left_indent = Mm(_SIGNED_AT)
        line.paragraph_format.space_before = Pt(before)


def annex_head(form: Form, *titles: str) -> None:
    """Begin an annex of a letter on a new page: whose it is, then its title in one or several lines."""
    first, *others = ("Lampiran Surat {{ kop.kantor }}", f"Nomor: {NUMBER_OPEN}", "Tanggal: {{ tanggal }}")
    form.text(first, CAPTION).paragraph_format.page_break_before = True
    for each in others:
        form.text(each, CAPTION)
    made = [form.text(each, "Title") for each in titles]
    made[0].paragraph_format.space_before, made[-1].paragraph_format.space_after = Pt(10), Pt(10)


def invitees(form: Form) -> None:
    """Write the annex with the list of invitees, where there is one."""
    form.command("if daftar")
    annex_head(form, "Daftar Undangan")
    form.table(
        (
            Column("No.", 12, "{{ baris.nomor }}", FIGURE),
            Column("Yang diundang", 79, "{{ baris.undangan }}"),
            Column("Peserta", 79, each_of("baris.peserta", "nama")),
        ),
        "baris in daftar",
    )
    form.command("endif")
