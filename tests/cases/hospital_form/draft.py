"""The form of hospitals, SPO: other labels and a numbered procedure; kind other, what is known is read."""

from tests.builder import DraftBuilder, cell, items, row, table


def draft() -> bytes:
    signed = "DITETAPKAN OLEH\nDIREKTUR\n\n\ndr. Budi Contoh, M.Kes\nNIP. 197001011995031001"
    head = table(
        (4320, 4320, 4320, 4320),
        row(cell("RSUD TIRTAWANGI", merge="restart"), cell("PENCUCIAN LINEN", span=3)),
        row(
            cell(merge="continue"), "NO. DOKUMEN\n12/SPO/LINEN/2019", "NO. REVISI\n01", "HALAMAN\n1/1",
        ),
        row("STANDAR PROSEDUR OPERASIONAL", "TANGGAL TERBIT\n4 Maret 2019", cell(signed, span=2)),
    )  # fmt: skip
    body = table(
        (4320, 12960),
        row("PENGERTIAN", "Kegiatan mencuci linen kotor rumah sakit"),
        row("TUJUAN", "Tersedianya linen bersih"),
        row("KEBIJAKAN", "Keputusan Direktur tentang pelayanan linen"),
        row("PROSEDUR", items("Petugas memakai sarung tangan", "Petugas memilah linen", "Petugas mencuci linen")),
        row("UNIT TERKAIT", "Instalasi rawat inap"),
    )
    return DraftBuilder().raw(head).paragraph().raw(body).build()
