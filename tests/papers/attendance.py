"""The template of `daftar-hadir.docx`, a list to sign for each day of the meeting."""

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt

from tests.papers.form import ADDRESS, BODY, FIGURE, Column, Form
from tests.papers.letter import labelled, signed


def attendance() -> bytes:
    """Return the template."""
    form = Form("Daftar Hadir Rapat Pleno SOP")
    form.page(landscape=False, margins=(15, 15, 18, 20))
    form.footer("Daftar Hadir Rapat Pleno SOP")
    form.command("for daftar in hari")
    form.command("if not loop.first")
    turn = form.text("", ADDRESS).paragraph_format
    turn.page_break_before, turn.line_spacing_rule, turn.line_spacing = True, WD_LINE_SPACING.EXACTLY, Pt(1)
    form.command("endif")
    form.letterhead()
    form.text("Daftar Hadir", "Title").paragraph_format.space_after = Pt(8)
    labelled(
        form,
        (
            ("Hari/tanggal", "{{ daftar.rapat.hari_tanggal }}"), ("Waktu", "{{ daftar.rapat.waktu }}"),
            ("Tempat", "{{ daftar.rapat.tempat }}"), ("Acara", "{{ daftar.rapat.acara }}"),
        ),
        label=26,
    )  # fmt: skip
    _list(form)
    present = form.text("Jumlah yang hadir: ………… orang.", BODY, keep=True)
    present.paragraph_format.space_before = Pt(8)
    signed(form, "{{ daftar.tempat_tanggal }}")
    form.command("endfor")
    return form.data()


def _list(form: Form) -> None:
    table = form.grouped(
        (
            Column("No.", 11, "{{ baris.nomor }}", FIGURE),
            Column("Nama", 48, "{{ baris.nama }}"),
            Column("NIP", 37, "{{ baris.nip }}"),
            Column("Jabatan/Unit", 32, "{{ baris.jabatan }}"),
            Column("Tanda tangan", 26, "{{ baris.kiri }}"),
            Column("", 26, "{{ baris.kanan }}"),
        ),
        ("kelompok in daftar.kelompok", "baris in kelompok.baris"),
        "{{ kelompok.unit }}",
    )
    *_, left, right = table.rows[0].cells
    for extra in left.merge(right).paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    signed_on = next(each for each in table.rows if "baris.nama" in each.cells[1].text)
    signed_on.height, signed_on.height_rule = Mm(10), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in signed_on.cells:
        cell.vertical_alignment = VERTICAL.CENTER
