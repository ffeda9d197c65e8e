"""A step cut in two by the page: the second table repeats no header and begins with the rest of a sentence."""

from tests.builder import PAGE_BREAK, DraftBuilder, row, table
from tests.cases.form import STEP_WIDTHS, STEPS, identity, steps


def draft() -> bytes:
    rest = table(
        STEP_WIDTHS,
        row("", "dan mengembalikan yang kurang kepada pemohon", "", "", "", "", "", "Tanda terima", ""),
        STEPS[2],
    )
    return DraftBuilder().raw(identity()).raw(steps(*STEPS[:2])).paragraph(PAGE_BREAK).raw(rest).build()
