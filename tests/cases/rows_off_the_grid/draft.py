"""Rows that begin later, end earlier and have fewer cells than the grid; each cell stands under its own heading."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import MARK, STEPS, identity, steps


def draft() -> bytes:
    rows = steps(
        STEPS[0],
        row("2", "Memeriksa berkas", "", MARK, "", "Berkas permohonan", "10-15 menit", "Berkas lengkap", after=1),
        row("3", "Mencatat berkas", "", MARK, "", "Buku agenda"),
        row("Menyusun konsep surat", "", MARK, "", "Daftar periksa", "1 jam", "Konsep surat", before=1, after=1),
        row("4", cell("Menandatangani surat"), cell("", span=2), MARK, "Konsep", "1 hari kerja", "Surat", "Asli"),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()
