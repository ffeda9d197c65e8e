"""Word numbers the identity's lists: two levels, bullets, and a list whose numbers are not shown."""

from tests.builder import Block, DraftBuilder, cell, items, paragraph, row, table
from tests.cases.form import FIELDS, LISTS, fields_table, steps


def draft() -> bytes:
    laws = Block(
        items("Undang-Undang:", number=2)
        + items("Nomor 20 Tahun 2003", "Nomor 25 Tahun 2009", number=2, level=1)
        + items("Peraturan Menteri Agama Nomor 90 Tahun 2013", number=2)
    )
    qualified = items(*LISTS["Kualifikasi Pelaksana"], number=3)
    equipment = items(*LISTS["Peralatan/Perlengkapan"], number=4)
    block = table(
        (8640, 8640),
        row(cell("Dasar Hukum:", laws), cell("Kualifikasi Pelaksana:", qualified)),
        row(cell("Keterkaitan:", "SOP Pengelolaan Surat Masuk"), cell("Peralatan/Perlengkapan:", equipment)),
        row("Peringatan:\n-", "Pencatatan dan Pendataan:\nBuku agenda rekomendasi"),
    )
    return (
        DraftBuilder()
        .list_of(("decimal", "%1."), ("lowerLetter", "%2."))
        .list_of(("bullet", "•"))
        .list_of(("none", ""))
        .raw(fields_table(FIELDS))
        .raw(Block(paragraph() + block))
        .raw(steps())
        .build()
    )
