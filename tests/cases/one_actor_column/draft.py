"""A header of one row with a single column Pelaksana; who acts is typed into its cells."""

from tests.builder import DraftBuilder, row
from tests.cases.form import identity


def draft() -> bytes:
    return (
        DraftBuilder()
        .raw(identity())
        .paragraph()
        .table(
            (600, 5000, 2400, 2800, 1600, 2880, 2000),
            row("No.", "Aktivitas", "Pelaksana", "Persyaratan", "Waktu", "Output", "Ket."),
            row("1.", "Mengajukan permohonan", "Pemohon", "Surat permohonan", "5 menit", "Berkas", ""),
            row("2.", "Memeriksa berkas", "Petugas PTSP", "Berkas", "15 menit", "Berkas lengkap", ""),
            row("3.", "Menandatangani surat", "Kepala Seksi", "Konsep surat", "1 hari kerja", "Surat", "Asli"),
        )
        .build()
    )
