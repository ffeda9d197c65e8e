"""The template of `susunan-acara.docx`."""

from docx.shared import Pt

from tests.papers.form import CAPTION, Column, Form
from tests.papers.letter import MARGINS, labelled, signed


def programme() -> bytes:
    """Return the template."""
    form = Form("Susunan Acara Rapat Pleno SOP")
    form.page(landscape=False, margins=MARGINS)
    form.footer("Susunan Acara Rapat Pleno SOP")
    form.letterhead()
    form.text("Susunan Acara", "Title")
    form.text("{{ rapat.acara }}", "Title")
    form.text("{{ kop.kantor }} Tahun {{ tahun }}", "Title").paragraph_format.space_after = Pt(10)
    labelled(
        form,
        (
            ("Hari/tanggal", "{{ rapat.hari_tanggal }}"), ("Waktu", "{{ rapat.waktu }}"),
            ("Tempat", "{{ rapat.tempat }}"),
        ),
        label=26,
    )  # fmt: skip
    form.grouped(
        (
            Column("Waktu ({{ zona }})", 24, "{{ baris.waktu }}"),
            Column("Acara", 98, "{{ baris.acara }}"),
            Column("Penanggung jawab/Penyaji", 48, "{{ baris.penyaji }}"),
        ),
        ("satu_hari in hari", "baris in satu_hari.acara"),
        "{{ satu_hari.hari_tanggal }}",
    )
    form.command("if catatan")
    form.text("Catatan:", CAPTION, keep=True).paragraph_format.space_before = Pt(8)
    form.command("for kalimat in catatan")
    form.text("{{ kalimat }}", CAPTION)
    form.command("endfor")
    form.command("endif")
    closing = form.text(
        "Susunan acara ini dapat disesuaikan oleh pimpinan rapat menurut jalannya pembahasan.", CAPTION, keep=True
    )
    closing.paragraph_format.space_before = Pt(8)
    signed(form, "{{ tempat_tanggal }}")
    return form.data()
