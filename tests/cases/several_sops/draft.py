"""Three SOPs in one file, parted by their identity blocks: the second on a new page, the third right below it."""

from tests.builder import DraftBuilder
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
        .raw(steps(report))
        .build()
    )
