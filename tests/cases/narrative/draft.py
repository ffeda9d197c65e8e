"""A procedure told in sentences, without the form: kind other, a finding says so, and no sentence is lost."""

from tests.builder import DraftBuilder


def draft() -> bytes:
    return (
        DraftBuilder()
        .paragraph("KEMENTERIAN AGAMA REPUBLIK INDONESIA")
        .paragraph("SOP PENGELOLAAN PERPUSTAKAAN MADRASAH")
        .paragraph("Pengunjung mengisi buku tamu di meja petugas.")
        .paragraph("Petugas mencatat buku yang dipinjam paling lama tujuh hari.", numbered=True)
        .paragraph("Buku dikembalikan kepada petugas dan diperiksa keadaannya.", numbered=True)
        .build()
    )
