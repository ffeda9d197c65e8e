"""Three sections: the second takes over the first one's header and goes on with its steps, the third is another SOP."""

from tests.builder import DraftBuilder, paragraph, table
from tests.cases.form import FIELDS, STEP_WIDTHS, STEPS, identity, step, steps


def draft() -> bytes:
    third = FIELDS | {"Nomor SOP": "014/SOP/PENMAD/2025", "Nama SOP": "SOP Penyusunan Laporan Bulanan"}
    fourth = step("4", "Menyerahkan surat rekomendasi", 2, "Surat rekomendasi", "5 menit", "Tanda terima")
    report = step("1", "Menghimpun data bulanan", 3, "Data madrasah", "2 hari", "Laporan bulanan")
    return (
        DraftBuilder()
        .header(identity())
        .footer(paragraph("Dokumen terkendali"))
        .raw(steps(*STEPS))
        .section()
        .raw(table(STEP_WIDTHS, fourth))
        .section()
        .header(identity(third))
        .raw(steps(report))
        .build()
    )
