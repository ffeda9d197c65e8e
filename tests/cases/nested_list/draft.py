"""Within a step's cell stand a table of papers and a lettered list: all of it is that cell's text."""

from tests.builder import Block, DraftBuilder, cell, items, nested_table, paragraph, row
from tests.cases.form import MARK, STEPS, identity, steps


def draft() -> bytes:
    papers = nested_table((300, 1700), row("-", "Ijazah"), row("-", "Rapor"))
    activity = Block(paragraph("Memeriksa kelengkapan berkas:") + items("kartu keluarga", "surat pindah", number=2))
    second = row(
        "2", cell(activity), "", MARK, "", cell("Berkas permohonan", papers), "10-15 menit", "Berkas lengkap", ""
    )
    draft = DraftBuilder().list_of(("lowerLetter", "%1)"))
    return draft.raw(identity()).raw(steps(STEPS[0], second, STEPS[2])).build()
