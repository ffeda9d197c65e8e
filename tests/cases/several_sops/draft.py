"""Three SOPs in one file: on a new page or not, one with its identity block printed again before the step table."""

from tests.builder import Block, DraftBuilder, paragraph
from tests.cases.form import FIELDS, identity, step, steps


def draft() -> bytes:
    second = FIELDS | {"Nomor SOP": "013/SOP/PENMAD/2025", "Nama SOP": "SOP Pelayanan Legalisasi Ijazah"}
    third = FIELDS | {"Nomor SOP": "014/SOP/PENMAD/2025", "Nama SOP": "SOP Penyusunan Laporan Bulanan"}
    legalise = step("1", "Membubuhkan cap legalisasi", 2, "Ijazah asli", "10 menit", "Salinan ijazah")
    report = step("1", "Menghimpun data bulanan", 3, "Data madrasah", "2 hari", "Laporan bulanan")
    return (
        DraftBuilder()
        .raw(identity())
        .raw(steps())
        .paragraph(page_break=True)
        .raw(identity(second))
        .raw(steps(legalise))
        .raw(identity(third))
        .paragraph(page_break=True)
        .raw(Block(identity(third) + paragraph()))
        .raw(steps(report))
        .build()
    )
