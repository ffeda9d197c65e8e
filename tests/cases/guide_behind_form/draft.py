"""Behind the form its guide: sentences, a table of symbols and a drawn example, none of them the SOP's nor unread."""

from tests.builder import PAGE_BREAK, Block, DraftBuilder, paragraph, row, table, text_box
from tests.cases.form import identity, steps


def draft() -> bytes:
    symbols = table(
        (3000, 9000),
        row(paragraph(text_box("", "flowChartTerminator")), "Kapsul: kegiatan pertama dan terakhir"),
        row(paragraph(text_box("", "flowChartDecision")), "Belah ketupat: pilihan Ya atau Tidak"),
    )
    lanes = table(
        (6000, 3000, 3000), row("Contoh kegiatan", "Pemohon", "Petugas"), row("", paragraph(text_box("Ya")), "")
    )
    guide = (
        paragraph(PAGE_BREAK, "Petunjuk Pengisian"),
        paragraph("1. Nama SOP diawali kata SOP dan kata benda pe-…-an."),
        paragraph("2. Satu baris memuat satu kegiatan."),
        symbols,
        paragraph("Contoh:"),
        lanes,
        paragraph("Keterangan: gambar dibuat dengan bentuk Word."),
    )
    return DraftBuilder().raw(identity()).raw(steps()).raw(Block("".join(guide))).build()
