"""Different headers for the first page and for even ones, and a footer: their words are kept beside the values."""

from tests.builder import DraftBuilder, paragraph
from tests.cases.form import identity, steps


def draft() -> bytes:
    return (
        DraftBuilder()
        .header(paragraph("Dokumen terkendali"), pages="first")
        .header(paragraph("Rekomendasi pindah siswa"))
        .header(paragraph("Madrasah hebat bermartabat"), pages="even")
        .footer(paragraph("Jalan Melati Nomor 7 Tirtawangi"))
        .raw(identity())
        .raw(steps())
        .build()
    )
