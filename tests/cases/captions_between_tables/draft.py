"""The procedure is split into tables with a caption over each; the second has no header of its own."""

from tests.builder import DraftBuilder, table
from tests.cases.form import STEP_WIDTHS, STEPS, identity, step, steps


def draft() -> bytes:
    fourth = step("4", "Menyerahkan surat rekomendasi", 2, "Surat rekomendasi", "5 menit", "Tanda terima")
    fifth = step("5", "Mengarsipkan berkas", 2, "Tanda terima", "5 menit", "Arsip")
    return (
        DraftBuilder()
        .raw(identity())
        .paragraph("Tahap I Penerimaan")
        .raw(steps(*STEPS[:2]))
        .paragraph("Tahap II Penerbitan")
        .raw(table(STEP_WIDTHS, STEPS[2], fourth))
        .paragraph("Tahap III Pengarsipan")
        .raw(steps(fifth))
        .build()
    )
