"""Several entries typed on one line, `1. … 2. …`, are several entries; a number within a law's name parts nothing."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, fields_table, steps


def draft() -> bytes:
    laws = "1. Undang-Undang Nomor 20 Tahun 2003 2. Peraturan Menteri Agama Nomor 90 Tahun 2013"
    block = table(
        (8640, 8640),
        row(cell("Dasar Hukum:", laws), "Kualifikasi Pelaksana: 1. Memahami administrasi 2. Mampu mengetik"),
        row("Keterkaitan:\nSOP Pengelolaan Surat Masuk", "Peralatan/Perlengkapan:\na. Komputer b. Pencetak c. ATK"),
        row("Peringatan:\n1. Berkas dikembalikan", "Pencatatan dan Pendataan:\n- Buku agenda\n- Berkas digital"),
    )
    return DraftBuilder().raw(fields_table(FIELDS)).paragraph().raw(block).raw(steps()).build()
