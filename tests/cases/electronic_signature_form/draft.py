"""An e-SOP template: TGL. labels, a title row, pairs of labels over pairs of lists, "$" where the signature will be."""

from tests.builder import DraftBuilder, cell, items, row, table
from tests.cases.form import steps


def draft() -> bytes:
    kop = "KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR KEMENTERIAN AGAMA KABUPATEN RANDUSARI\nJalan Pahlawan Nomor 1"
    block = table(
        (5760, 2880, 2880, 5760),
        row(cell(kop, span=2, merge="restart"), "NOMOR SOP", ": B-12/Kk.01.02/1/OT.00/08/2025"),
        row(cell(span=2, merge="continue"), "TGL. PEMBUATAN", ": 20 Agustus 2025"),
        row(cell(span=2, merge="continue"), "TGL. REVISI", ": -"),
        row(cell(span=2, merge="continue"), "TGL. EFEKTIF", ": 1 September 2025"),
        row(
            cell(span=2, merge="continue"),
            "DISAHKAN OLEH",
            ": Kepala Kantor\n\n$\n\nDra. Siti Contoh\nNIP 19700101 199503 2 001",
        ),
        row(cell(span=2, merge="continue"), "NAMA SOP", ": PELAYANAN LEGALISASI"),
        row(cell("Dasar Hukum", span=2), cell("Kualifikasi Pelaksana", span=2)),
        row(
            cell(items("UU Nomor 25 Tahun 2009", "PMA Nomor 19 Tahun 2019"), span=2), cell(items("Minimal SMA"), span=2)
        ),
        row(cell("Keterkaitan", span=2), cell("Peralatan / Perlengkapan", span=2)),
        row(cell(items("SOP Surat Masuk"), span=2), cell(items("Komputer", "Cap dinas"), span=2)),
        row(cell("Peringatan", span=2), cell("Pencatatan dan Pendataan", span=2)),
        row(cell("Jika tidak dilaksanakan maka layanan terhambat", span=2), cell("Buku register", span=2)),
    )
    return DraftBuilder().raw(block).raw(steps()).build()
