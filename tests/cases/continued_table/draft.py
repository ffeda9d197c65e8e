"""The step table goes on in a second table without a header, and in a third that repeats it."""

from tests.builder import DraftBuilder, paragraph, table
from tests.cases.form import STEP_WIDTHS, STEPS, identity, step, steps


def draft() -> bytes:
    fourth = step("4", "Menyerahkan surat rekomendasi", 2, "Surat rekomendasi", "5 menit", "Tanda terima")
    fifth = step("5", "Mengarsipkan berkas", 2, "Tanda terima", "5 menit", "Arsip")
    return (
        DraftBuilder()
        .raw(identity())
        .raw(steps(*STEPS[:2]))
        .raw(paragraph(page_break=True))
        .raw(table(STEP_WIDTHS, STEPS[2], fourth))
        .raw(paragraph(page_break=True))
        .raw(steps(fifth))
        .build()
    )
