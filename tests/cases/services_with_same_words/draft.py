"""A narrative of two services says the same under the same labels of each: both are told."""

from functools import reduce

from tests.builder import DraftBuilder

SERVICE = ("Dasar Hukum: Undang-Undang Nomor 1 Tahun 1974", "Tujuan: Tertib administrasi", "Unit Terkait: Petugas PTSP")


def draft() -> bytes:
    lines = (
        "STANDAR OPERASIONAL PROSEDUR", "A. Layanan Legalisasi", *SERVICE, "B. Layanan Rekomendasi", *SERVICE,
        "Pemohon datang ke loket dan menyerahkan berkas.",
    )  # fmt: skip
    return reduce(DraftBuilder.paragraph, lines, DraftBuilder()).build()
