"""A footnote, an endnote and a comment: facts beside the text, and no word of them is in a value."""

from tests.builder import DraftBuilder, note_mark, paragraph, row
from tests.cases.form import FIELDS, MARK, STEPS, identity, steps


def draft() -> bytes:
    fields = FIELDS | {"Nomor SOP": paragraph("012/SOP/PENMAD/2025", note_mark("comment", 1))}
    second = row(
        "2", paragraph("Memeriksa kelengkapan", note_mark("footnote", 1), " berkas"), "", MARK, "",
        "Berkas permohonan", paragraph("10-15 menit", note_mark("endnote", 1)), "Berkas lengkap", "Sesuai daftar",
    )  # fmt: skip
    return (
        DraftBuilder()
        .note("comment", "Mohon disesuaikan dengan buku induk")
        .note("footnote", "Daftar periksa tersedia di loket")
        .note("endnote", "Dihitung sejak antrean dipanggil")
        .raw(identity(fields))
        .raw(steps(STEPS[0], second, STEPS[2]))
        .build()
    )
