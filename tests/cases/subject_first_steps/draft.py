"""Steps begin with the actor, mulai and selesai stand in rows of their own."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import identity


def draft() -> bytes:
    more = cell(merge="continue")
    body = table(
        (600, 4200, 1500, 1700, 1500, 2400, 1680, 1900, 1300),
        row(
            *(cell(each, merge="restart") for each in ("No.", "AKTIVITAS")),
            cell("PELAKSANA", span=3), cell("MUTU BAKU", span=3), cell("Ket.", merge="restart"),
        ),
        row(more, more, "Bupati", "Kepala Kantor", "Kasi Kesiagaan", "Persyaratan", "Waktu", "Output", more),
        row("", "mulai", "", "", "", "", "", "", ""),
        row("1", "Kasi Kesiagaan menerima laporan", "", "", "√", "Laporan", "5 menit", "Catatan", ""),
        row("2", "Kepala Kantor menelaah laporan", "", "√", "", "Catatan", "1 jam", "Telaahan", "segera"),
        row("3", "Bupati menerima laporan harian", "√", "", "", "Telaahan", "1 jam", "Arahan", ""),
        row("", "selesai", "", "", "", "", "", "", ""),
    )  # fmt: skip
    return DraftBuilder().raw(identity()).paragraph().raw(body).build()
