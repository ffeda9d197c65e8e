"""The template of `lembar-koreksi.docx`, one for each unit."""

from docx.shared import Mm, Pt

from tests.papers.form import CAPTION, FIGURE, SIGNATURE, Column, Form, each_of

_DOTS = "…………………………………"


def correction_sheet() -> bytes:
    """Return the template."""
    form = Form("Lembar Koreksi SOP")
    form.page(landscape=True, margins=(12, 18, 18, 20))
    form.footer("Lembar Koreksi {{ unit }}, {{ tanggal }}")
    form.letterhead()
    form.text("Lembar Koreksi", "Title").paragraph_format.space_after = Pt(8)
    for label, value in (("Unit kerja", "unit"), ("Diperiksa", "saat"), ("Keadaan", "keadaan")):
        line = form.text(f"{label}\t: {{{{ {value} }}}}", CAPTION, only_if=value if value == "keadaan" else "")
        line.paragraph_format.tab_stops.add_tab_stop(Mm(28))
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(30), Mm(-30)
    form.text("{{ keterangan }}", CAPTION).paragraph_format.space_before = Pt(6)
    form.command("if koreksi")
    form.table(
        (
            Column("No.", 10, "{{ baris.nomor }}", FIGURE),
            Column("Nama SOP", 52, "{{ baris.sop }}"),
            Column("Bagian", 38, "{{ baris.bagian }}"),
            Column("Temuan", 74, "{{ baris.temuan }}"),
            Column("Usulan perbaikan", 70, each_of("baris.usulan", "kalimat")),
            Column("Tindak lanjut", 32, "{{ baris.tindak_lanjut }}"),
            Column("Paraf", 16, ""),
        ),
        "baris in koreksi",
    )
    closing = form.text(
        "Kolom tindak lanjut diisi dan diparaf oleh unit, lalu lembar ini diserahkan kembali bersama naskah yang sudah "
        "diperbaiki.",
        CAPTION,
        keep=True,
    )
    closing.paragraph_format.space_before = Pt(8)
    form.command("endif")
    _signatures(form)
    return form.data()


def _signatures(form: Form) -> None:
    """Two places to sign, side by side; the row is never parted, and what is above it stays with it."""
    form.text("{{ tempat_tanggal }}", SIGNATURE, keep=True).paragraph_format.left_indent = Mm(190)
    stops = (
        ("Yang menerima,", "Yang memeriksa,"), ("Penanggung jawab {{ unit }}", "Tim SOP {{ kop.kantor }}"), ("", ""),
        (_DOTS, _DOTS), ("NIP " + _DOTS, "NIP " + _DOTS),
    )  # fmt: skip
    for left, right in stops:
        line = form.text(f"{left}\t{right}" if left else "", SIGNATURE, keep=(left, right) != stops[-1])
        line.paragraph_format.tab_stops.add_tab_stop(Mm(190))
        if not left:
            line.paragraph_format.space_before = Pt(44)
