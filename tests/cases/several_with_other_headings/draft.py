"""Two SOPs in one file whose step tables have other headings; nobody gave the second a number."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, MARK, STEPS, identity, steps


def draft() -> bytes:
    second = FIELDS | {"Nomor SOP": "", "Nama SOP": "SOP Pelayanan Legalisasi Ijazah"}
    top, more = "restart", cell(merge="continue")
    other = table(
        (600, 4400, 2000, 2000, 2800, 1600, 3880),
        row(cell("NO.", merge=top), cell("AKTIVITAS", merge=top), cell("PELAKSANA", span=2), cell("MUTU BAKU", span=3)),
        row(more, more, "Bupati", "Kepala Kantor", "Persyaratan", "Waktu", "Output"),
        row("1.", "Mengajukan salinan ijazah", MARK, "", "Ijazah asli", "5 menit", "Berkas"),
        row("2.", "Membubuhkan cap legalisasi", "", MARK, "Berkas", "10 menit", "Salinan sah"),
    )
    return (
        DraftBuilder()
        .raw(identity())
        .raw(steps(*STEPS))
        .paragraph(page_break=True)
        .raw(identity(second))
        .paragraph()
        .raw(other)
        .build()
    )
