"""A column that the form does not know (Risiko) and a second Keterangan: their cells are told, no step loses a word."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import identity


def draft() -> bytes:
    more = cell(merge="continue")
    names = ("No", "Kegiatan")
    body = table(
        (600, 4000, 1300, 1300, 2000, 1200, 2000, 1800, 1500, 1500),
        row(
            *(cell(each, merge="restart") for each in names), cell("Pelaksana", span=2), cell("Mutu Baku", span=3),
            cell("Risiko", merge="restart"), cell("Keterangan", merge="restart"), cell("Paraf", merge="restart"),
        ),
        row(more, more, "Staf", "Kasi", "Kelengkapan", "Waktu", "Output", more, more, more),
        row("1", "Mencatat surat", "√", "", "Surat", "5 menit", "Buku", "Surat hilang", "setiap hari", "paraf staf"),
        row("2", "Menelaah surat", "", "√", "Buku", "1 jam", "Telaahan", "Terlambat", "", ""),
    )  # fmt: skip
    return DraftBuilder().raw(identity()).paragraph().raw(body).build()
