"""Three SOPs: the first and the third have their identity blocks in the body, the second only in its section's header.

The last section's header gives a number too, but its own block counts.
"""

from tests.builder import DraftBuilder, paragraph
from tests.cases.form import FIELDS, identity, step, steps


def draft() -> bytes:
    second = FIELDS | {"Nomor SOP": "013/SOP/PENMAD/2025", "Nama SOP": "SOP Pelayanan Legalisasi Ijazah"}
    third = FIELDS | {"Nomor SOP": "014/SOP/PENMAD/2025", "Nama SOP": "SOP Penyusunan Laporan Bulanan"}
    legalise = step("1", "Membubuhkan cap legalisasi", 2, "Ijazah asli", "10 menit", "Salinan ijazah")
    report = step("1", "Menghimpun data bulanan", 3, "Data madrasah", "2 hari", "Laporan bulanan")
    return (
        DraftBuilder()
        .header(paragraph("Dokumen terkendali"))
        .raw(identity())
        .raw(steps())
        .section()
        .header(identity(second))
        .paragraph("Berlaku bagi madrasah negeri dan swasta")
        .raw(steps(legalise))
        .section()
        .header(paragraph("Nomor SOP: 099/SOP/LAMA/2019"), paragraph("Halaman awal laporan"))
        .raw(identity(third))
        .raw(steps(report))
        .build()
    )
