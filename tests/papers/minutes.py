"""The template of `notula.docx`."""

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt

from tests.papers.form import CAPTION, FIGURE, Column, Form
from tests.papers.signatures import labelled, signatures

_WIDTH = 170


def minutes() -> bytes:
    """Return the template."""
    form = Form("Notula Rapat Pleno SOP")
    form.page(landscape=False, margins=(15, 20, 20, 25))
    form.footer("Notula Rapat Pleno SOP {{ kop.kantor }}")
    form.letterhead()
    form.text("Notula", "Title")
    form.text("{{ rapat.acara }}", "Title").paragraph_format.space_after = Pt(10)
    labelled(
        form,
        (
            ("Hari/tanggal", "{{ rapat.hari_tanggal }}"),
            ("Waktu", "{{ rapat.waktu }}"),
            ("Tempat", "{{ rapat.tempat }}"),
            ("Ketua rapat", "{{ ketua.nama }} ({{ ketua.jabatan }})"),
            ("Notulis", "{{ notulis.nama }}"),
            ("Peserta", "{{ peserta }}"),
        ),
        CAPTION,
        30,
    )
    form.text("A. Pembukaan", "Heading 1")
    form.command("for kalimat in pembukaan")
    form.text("{{ kalimat }}").alignment = WD_ALIGN_PARAGRAPH.LEFT
    form.command("endfor")
    form.text("B. Pemaparan dan pembahasan", "Heading 1")
    form.command("for bagian in unit")
    _unit(form)
    form.command("endfor")
    form.text("C. Saran dan keputusan", "Heading 1")
    form.command("for kalimat in kesimpulan")
    form.text("{{ kalimat }}").alignment = WD_ALIGN_PARAGRAPH.LEFT
    form.command("endfor")
    form.text("D. Penutup", "Heading 1")
    form.text("{{ penutup }}", keep=True).paragraph_format.space_after = Pt(14)
    signatures(
        form,
        ("", "Ketua Rapat,", "{{ ketua.jabatan }}", "{{ ketua.nama }}", "NIP {{ ketua.nip }}"),
        ("{{ tempat_tanggal }}", "{{ notulis.jabatan }},", "", "{{ notulis.nama }}", "NIP {{ notulis.nip }}"),
        _WIDTH,
    )
    return form.data()


def _unit(form: Form) -> None:
    form.text("{{ bagian.nomor }}. {{ bagian.unit }}", "Heading 2")
    form.text("Waktu menurut susunan acara: {{ bagian.waktu }}.", CAPTION, only_if="bagian.waktu", keep=True)
    form.text("{{ bagian.pengantar }}", CAPTION, keep=True)
    form.command("if bagian.bahasan")
    form.table(
        (
            Column("No.", 10, "{{ baris.nomor }}", FIGURE),
            Column("SOP", 38, "{{ baris.sop }}"),
            Column("Pokok bahasan", 50, "{{ baris.pokok }}"),
            Column("Pembahasan (nama pembicara)", 36, ""),
            Column("Keputusan", 36, "{{ baris.keputusan }}"),
        ),
        "baris in bagian.bahasan",
    )
    form.command("endif")
    note = form.text("Koreksi dan masukan peserta:\t", CAPTION, keep=True)
    note.paragraph_format.space_before = Pt(6)
    for line in (note, form.text("\t", CAPTION)):
        line.paragraph_format.tab_stops.add_tab_stop(Mm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
