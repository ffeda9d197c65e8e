"""A form is annexed in a section of its own, with its own number and title in the header: no SOP of its own."""

from tests.builder import DraftBuilder, paragraph, row, table
from tests.cases.form import identity, steps


def draft() -> bytes:
    return (
        DraftBuilder()
        .raw(identity())
        .raw(steps())
        .section()
        .header(paragraph("Nomor Dokumen: FR-07/PENMAD"), paragraph("Formulir permohonan pindah"))
        .raw(table((4000, 9000), row("Nama siswa", "diisi pemohon"), row("Madrasah asal", "diisi pemohon")))
        .build()
    )
