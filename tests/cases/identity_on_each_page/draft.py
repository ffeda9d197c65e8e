"""The identity block is printed again on the second page, shorter, before the step table goes on: one SOP."""

from tests.builder import DraftBuilder, table
from tests.cases.form import FIELDS, STEP_WIDTHS, STEPS, fields_table, headings, identity, step, steps


def draft() -> bytes:
    again = {label: FIELDS[label] for label in ("Nomor SOP", "Nama SOP")}
    fourth = step("4", "Menyerahkan surat rekomendasi", 2, "Surat rekomendasi", "5 menit", "Tanda terima")
    return (
        DraftBuilder()
        .raw(identity())
        .raw(steps(*STEPS))
        .paragraph(page_break=True)
        .raw(fields_table(again))
        .paragraph()
        .raw(table(STEP_WIDTHS, *headings(), fourth))
        .build()
    )
