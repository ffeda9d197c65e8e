"""Keterangan comes first and Output before Waktu: each cell is read under its own heading."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import ACTORS, MARK, identity


def draft() -> bytes:
    more = cell(merge="continue")
    top = [cell(each, merge="restart") for each in ("Ket", "No", "Aktifitas")]
    head = (
        row(*top, cell("Mutu/Baku", span=3), cell("PELAKSANAAN", span=3)),
        row(more, more, more, "Persyaratan/ Perlengkapan", "Output", "Waktu", *ACTORS),
    )
    rows = (
        row("", "1", "Mengajukan permohonan", "Surat permohonan", "Berkas", "5 menit", MARK, "", ""),
        row("Sesuai daftar", "2", "Memeriksa berkas", "Berkas", "Berkas lengkap", "15 menit", "", MARK, ""),
        row("", "3", "Menandatangani surat", "Konsep surat", "Surat", "1 hari kerja", "", "", MARK),
    )
    widths = (1400, 600, 4000, 2400, 2400, 1400, 1500, 1500, 1500)
    return DraftBuilder().raw(identity()).paragraph().raw(table(widths, *head, *rows)).build()
