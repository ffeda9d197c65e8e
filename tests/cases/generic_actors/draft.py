"""Columns Pelaksana 1 to 3 with the actor's name in the cell, Keterangan before mutu baku, two dates left empty."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, identity

IN_BLOCK = FIELDS | {
    "Tanggal Revisi": "", "Tanggal Efektif": "", "Nama SOP": "NIKAH",
    "Disahkan oleh": "Kepala Kemenag Kab. Randusari\n\n\nDrs. H. Umar Contoh, M.H\nNIP. 196701011993031001",
}  # fmt: skip


def draft() -> bytes:
    more = cell(merge="continue")
    names = ("No", "Aktivitas")
    body = table(
        (600, 4000, 1700, 1700, 1700, 1700, 2200, 1300, 2200),
        row(
            *(cell(each, merge="restart") for each in names), cell("Pelaksana", span=3),
            cell("Keterangan", merge="restart"), cell("Mutu Baku", span=3),
        ),
        row(
            more, more, "Pelaksana 1", "Pelaksana 2", "Pelaksana 3", more,
            "Persyaratan/ Perlengkapan", "Waktu", "Output",
        ),
        row("1", "Pendaftaran nikah", "Calon pengantin", "", "", "di loket", "Berkas", "10 menit", "Bukti daftar"),
        row("2", "Pemeriksaan berkas", "", "Penghulu", "", "", "Bukti daftar", "1 jam", "Daftar pemeriksaan"),
        row("3", "Pencatatan", "", "", "Kepala KUA", "", "Daftar", "1 hari", "Kutipan akta"),
    )  # fmt: skip
    return DraftBuilder().raw(identity(IN_BLOCK)).paragraph().raw(body).build()
