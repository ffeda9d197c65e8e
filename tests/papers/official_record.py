"""The template of `berita-acara.docx`."""

from docx.shared import Mm, Pt

from tests.papers.form import BODY, FIGURE, NUMBER, Column, Form
from tests.papers.signatures import signatures

# What PermenPANRB 35/2012 asks when SOPs are evaluated.
_CRITERIA = (
    "mampu mendorong peningkatan kinerja organisasi dan pegawai;",
    "mudah dipahami;",
    "mudah dilaksanakan;",
    "semua pelaksana dapat menjalankan perannya masing-masing sesuai dengan uraian tugas;",
    "mampu mengatasi permasalahan yang berkaitan dengan proses;",
    "mampu menjawab kebutuhan peningkatan kinerja; dan",
    "sinergi antarpelaksana berjalan dengan baik tanpa tugas yang tumpang tindih.",
)


def official_record() -> bytes:
    """Return the template."""
    form = Form("Berita Acara Pelaksanaan Rapat Pleno SOP")
    form.page(landscape=False, margins=(15, 20, 20, 25))
    form.footer("Berita Acara Rapat Pleno SOP {{ kop.kantor }}")
    form.letterhead()
    form.text("Berita Acara", "Title")
    form.text("Pelaksanaan {{ rapat.acara }}", "Title")
    form.text("{{ kop.kantor }}", "Title")
    form.text("Nomor: ……/……/……/{{ tahun }}", NUMBER)
    form.text(
        "{{ pembuka }}, kami yang bertanda tangan di bawah ini menerangkan bahwa {{ rapat.acara }} pada "
        "{{ kop.kantor }} telah dilaksanakan pada hari {{ rapat.hari_tanggal }}, {{ rapat.waktu }}, bertempat di "
        "{{ rapat.tempat }}."
    )
    form.text(
        "Rapat dilaksanakan berdasarkan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor "
        "35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan dan Keputusan "
        "Menteri Agama Nomor 168 Tahun 2010 tentang Pedoman Penyusunan Standar Operasional Prosedur di Lingkungan "
        "Kementerian Agama."
    )
    form.text("SOP dinilai dengan kriteria sebagai berikut:", keep=True)
    for at, words in enumerate(_CRITERIA, start=1):
        line = form.text(f"{at}.\t{words}", keep=at < len(_CRITERIA))
        line.paragraph_format.tab_stops.add_tab_stop(Mm(8))
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(8), Mm(-8)
        line.paragraph_format.space_after = Pt(2)
    _results(form)
    form.text(
        "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.", keep=True
    ).paragraph_format.space_after = Pt(14)
    signatures(
        form,
        ("", "Ketua Rapat,", "{{ ketua.jabatan }}", "{{ ketua.nama }}", "NIP {{ ketua.nip }}"),
        ("{{ tempat_tanggal }}", "{{ notulis.jabatan }},", "", "{{ notulis.nama }}", "NIP {{ notulis.nip }}"),
        170,
    )
    return form.data()


def _results(form: Form) -> None:
    form.command("if unit")
    head = form.text("SOP yang dibahas beserta hasilnya:", keep=True)
    head.paragraph_format.space_before = Pt(6)
    form.grouped(
        (
            Column("No.", 10, "{{ baris.nomor }}", FIGURE),
            Column("Nama SOP", 60, "{{ baris.nama }}"),
            Column("Nomor SOP", 42, "{{ baris.nomor_sop }}"),
            Column("Hasil", 22, "{{ baris.hasil }}"),
            Column("Keterangan", 36, "{{ baris.keterangan }}"),
        ),
        ("bagian in unit", "baris in bagian.sop"),
        "{{ bagian.unit }}",
    )
    form.command("endif")
    gap = form.text("", BODY)
    gap.paragraph_format.space_after, gap.paragraph_format.line_spacing = Pt(0), Pt(6)
    form.command("for kalimat in rekapitulasi")
    form.text("{{ kalimat }}")
    form.command("endfor")
