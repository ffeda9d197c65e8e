"""The template of `laporan-selisih.docx`: two pages for the signature, then an annex for each unit."""

from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.papers.form import (
    CAPTION,
    FIGURE,
    NUMBER,
    SIGNATURE,
    Column,
    Form,
    each_of,
    optional,
)

_FOOT = "Laporan Selisih SOP {{ kop.kantor }}, {{ tanggal }}"
_COUNTS = (
    ("Induk", "induk"), ("Diserahkan", "diserahkan"), ("Cocok", "cocok"), ("Belum", "belum"),
    ("Di luar induk", "di_luar"), ("Ganda", "ganda"), ("Dialihkan", "dialihkan"), ("Siap dibahas", "siap"),
    ("Perlu perbaikan", "perbaikan"), ("Tidak terbaca", "tidak_terbaca"),
)  # fmt: skip


def report() -> bytes:
    """Return the template."""
    form = Form("Laporan Selisih SOP")
    form.page(landscape=False, margins=(15, 20, 20, 25))
    _front(form)
    _adjustments(form)
    _signed(form)
    form.page(landscape=True, margins=(18, 18, 18, 20))
    form.footer(_FOOT)
    _annexes(form)
    return form.data()


def _front(form: Form) -> None:
    form.letterhead()
    form.text("Laporan Selisih", "Title")
    form.text("Standar Operasional Prosedur (SOP)", "Title")
    form.text("{{ kop.kantor }} Tahun {{ tahun }}", "Title")
    form.text("Nomor: ……………/……………/……………/……………", NUMBER)
    form.text(
        "Pada hari {{ saat }}, naskah SOP yang diserahkan unit kerja diperiksa dan dicocokkan dengan dokumen panduan "
        "induk ({{ induk }}). Hasilnya dilaporkan sebagai berikut."
    )
    form.text("A. Ringkasan", "Heading 1")
    form.command("for kalimat in ringkasan")
    form.text("{{ kalimat }}")
    form.command("endfor")
    form.text(
        "Temuan pada naskah sebanyak {{ jumlah.temuan }}: {{ harus_diperbaiki }} harus diperbaiki, "
        "{{ perlu_diperiksa }} perlu diperiksa, dan {{ catatan }} berupa catatan."
    )
    form.text("B. Rekapitulasi tiap unit kerja", "Heading 1")
    columns = (
        Column("No.", 10, "{{ baris.nomor }}", FIGURE),
        Column("Unit kerja", 50, "{{ baris.unit }}"),
        *(Column(heading, 11, f"{{{{ baris.{name} }}}}", FIGURE) for heading, name in _COUNTS),
    )
    total = ("", "{{ jumlah.unit }}", *(f"{{{{ jumlah.{name} }}}}" for _, name in _COUNTS))
    table = form.table(columns, "baris in unit", total=total)
    form.upright(table.rows[0].cells[2:], 26)


def _adjustments(form: Form) -> None:
    form.text("C. Penyesuaian jumlah SOP", "Heading 1")
    form.text("{{ tentang_penyesuaian }}")
    form.command("if penyesuaian")
    form.table(
        (
            Column("No.", 10, "{{ baris.nomor }}", FIGURE),
            Column("Unit kerja", 44, "{{ baris.unit }}"),
            Column("Usulan", 64, "{{ baris.usulan }}"),
            Column("Baris induk kini", 16, "{{ baris.induk }}", FIGURE),
            Column("Naskah kini", 16, "{{ baris.naskah }}", FIGURE),
            Column("Jumlah sesudah\u00adnya", 20, "{{ baris.sesudahnya }}", FIGURE),
        ),
        "baris in penyesuaian",
    )
    form.text("")
    form.command("endif")


def _signed(form: Form) -> None:
    form.text(
        "Rincian tiap unit kerja tercantum dalam lampiran. Demikian laporan ini disusun sebagai bahan rapat pleno SOP.",
        keep=True,
    )
    lines = (
        ("{{ tempat_tanggal }}", 6), ("{{ penandatangan.jabatan }},", 0), ("", 56), ("{{ penandatangan.nama }}", 0),
        ("NIP {{ penandatangan.nip }}", 0),
    )  # fmt: skip
    for words, before in lines:
        line = form.text(words, SIGNATURE, keep=words != lines[-1][0])
        line.paragraph_format.left_indent = Mm(90)
        line.paragraph_format.space_before = Pt(before)
    form.footer(_FOOT)
    form.document.add_section(WD_SECTION.NEW_PAGE)
    # The section ends with the signature itself, or an empty line after it could open a page of its own.
    holder = line._p.getnext()
    line._p.get_or_add_pPr().append(holder.pPr.find(qn("w:sectPr")))
    holder.getparent().remove(holder)


def _annexes(form: Form) -> None:
    form.command("for lampiran_unit in lampiran")
    heading = form.text("Lampiran {{ lampiran_unit.nomor }}: {{ lampiran_unit.hitungan.unit }}", "Heading 1")
    heading.paragraph_format.page_break_before = True
    form.text("{{ lampiran_unit.hitungan.keadaan }} Temuan: {{ lampiran_unit.hitungan.temuan }}.", CAPTION)
    form.text(
        "Induk {{ lampiran_unit.hitungan.induk }}, diserahkan {{ lampiran_unit.hitungan.diserahkan }}, cocok "
        "{{ lampiran_unit.hitungan.cocok }}, belum {{ lampiran_unit.hitungan.belum }}, di luar induk "
        "{{ lampiran_unit.hitungan.di_luar }}, ganda {{ lampiran_unit.hitungan.ganda }}, dialihkan "
        "{{ lampiran_unit.hitungan.dialihkan }}.",
        CAPTION,
    )
    _unreadable(form)
    _items(form)
    _proposals(form)
    _findings(form)
    form.command("else")
    form.text("Tidak ada unit kerja yang dilampirkan.")
    form.command("endfor")


def _unreadable(form: Form) -> None:
    form.command("if lampiran_unit.tidak_terbaca")
    form.text("Berkas yang tidak terbaca", "Heading 2")
    form.table(
        (Column("Berkas", 100, "{{ baris.naskah }}"), Column("Sebab dan saran", 192, "{{ baris.sebab }}")),
        "baris in lampiran_unit.tidak_terbaca",
    )
    form.command("endif")


def _items(form: Form) -> None:
    form.text("Pencocokan dengan panduan induk", "Heading 2")
    form.text("{{ lampiran_unit.cocok }}", CAPTION, only_if="lampiran_unit.cocok")
    form.command("if lampiran_unit.pencocokan")
    form.table(
        (
            Column("No.", 10, "{{ baris.nomor }}", FIGURE),
            Column("Keadaan", 30, "{{ baris.keadaan }}"),
            Column("Nama SOP", 64, ("{{ baris.nama }}", *optional("baris.nomor_sop", "{{ baris.nomor_sop }}"))),
            Column("Letak di induk", 40, "{{ baris.letak_induk }}"),
            Column("Naskah", 48, "{{ baris.naskah }}"),
            Column("Penjelasan", 100, each_of("baris.penjelasan", "kalimat")),
        ),
        "baris in lampiran_unit.pencocokan",
    )
    form.command("elif not lampiran_unit.cocok")
    form.text("Tidak ada SOP dalam panduan induk atau naskah untuk unit ini.", CAPTION)
    form.command("endif")


def _proposals(form: Form) -> None:
    form.command("if lampiran_unit.usulan")
    form.text("Usulan penyesuaian jumlah", "Heading 2")
    form.table(
        (
            Column("No.", 10, "{{ baris.nomor }}", FIGURE),
            Column("Usulan", 34, "{{ baris.usulan }}"),
            Column("Nama SOP", 80, "{{ baris.nama }}"),
            Column("Letak di induk", 40, "{{ baris.letak_induk }}"),
            Column("Naskah", 50, "{{ baris.naskah }}"),
            Column("Penjelasan", 78, "{{ baris.penjelasan }}"),
        ),
        "baris in lampiran_unit.usulan",
    )
    form.command("endif")


def _findings(form: Form) -> None:
    form.text("Temuan pada naskah", "Heading 2")
    form.command("if lampiran_unit.sop")
    form.grouped(
        (
            Column("Kode", 17, "{{ baris.kode }}"),
            Column("Bobot", 24, "{{ baris.bobot }}"),
            Column("Tempat", 43, "{{ baris.tempat }}"),
            Column("Temuan", 68, "{{ baris.temuan }}"),
            Column("Ditemukan", 60, "{{ baris.ditemukan }}"),
            Column(
                "Usulan / menjadi", 80,
                (
                    *optional("baris.menjadi", "{{ baris.menjadi }}"),
                    "{{ baris.usulan }}",
                    *optional("baris.keputusan", "Keputusan: {{ baris.keputusan }}"),
                ),
            ),
        ),
        ("naskah in lampiran_unit.sop", "baris in naskah.temuan"),
        "{{ naskah.nama }}{% if naskah.naskah %} ({{ naskah.naskah }}){% endif %}",
    )  # fmt: skip
    form.command("else")
    form.text("Tidak ada temuan.", CAPTION)
    form.command("endif")
    sound = form.text("{{ lampiran_unit.tanpa_temuan }}", CAPTION, only_if="lampiran_unit.tanpa_temuan")
    sound.paragraph_format.space_before = Pt(6)
    form.text("", CAPTION)
