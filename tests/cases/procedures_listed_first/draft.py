"""A faculty's file: a numbered list of procedures in front, a dash for a number, a JUDUL SOP that begins Prosedur."""

from tests.builder import DraftBuilder, items
from tests.cases.form import FIELDS, fields_table, lists_table, steps


def draft() -> bytes:
    fields = {
        "NOMOR SOP": "-",
        "TGL. PEMBUATAN": "2 Mei 2017",
        "TGL. REVISI": "",
        "TGL. EFEKTIF": "9 Mei 2017",
        "DISAHKAN OLEH": FIELDS["Disahkan oleh"],
        "JUDUL SOP": "Prosedur Pengajuan Peminjaman Ruang",
    }
    listed = items("Prosedur Pengajuan Peminjaman Ruang", "Prosedur Pengadaan Alat Tulis", "Prosedur Perbaikan Sarana")
    return (
        DraftBuilder().paragraph("DAFTAR PROSEDUR").raw(listed).raw(fields_table(fields)).raw(lists_table())
        .raw(steps()).build()
    )  # fmt: skip
