"""A book: cover, foreword, list of contents with dots, then two SOPs; the front is told and no SOP of its own."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, step, steps


def draft() -> bytes:
    second = FIELDS | {"Nomor SOP": "013/SOP/PENMAD/2025", "Nama SOP": "SOP Penyusunan Laporan Bulanan"}
    report = step("1", "Menghimpun data bulanan", 3, "Data madrasah", "2 hari", "Laporan bulanan")
    return (
        DraftBuilder()
        .paragraph("STANDAR OPERASIONAL PROSEDUR")
        .paragraph("SEKSI PENDIDIKAN PENDIDIKAN MADRASAH")
        .paragraph("TAHUN 2025")
        .paragraph("KATA PENGANTAR", page_break=True)
        .paragraph("Puji syukur kami panjatkan atas tersusunnya buku ini.")
        .paragraph("Tirtawangi, Nopember 2019")
        .paragraph("DAFTAR ISI", page_break=True)
        .paragraph("SOP Penerbitan Rekomendasi Pindah Siswa ............ 1")
        .paragraph("SOP Penyusunan Laporan Bulanan ............ 3")
        .paragraph(page_break=True)
        .raw(identity())
        .raw(steps())
        .paragraph(page_break=True)
        .raw(identity(second))
        .raw(steps(report))
        .build()
    )
