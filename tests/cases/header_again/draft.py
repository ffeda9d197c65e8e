"""The header is printed again in the middle of the table, each time with the numbers of the columns under it."""

from tests.builder import DraftBuilder, row
from tests.cases.form import STEPS, headings, identity, step, steps


def draft() -> bytes:
    numbers = row("1", "2", "4", "5", "6", "7", "8", "9", "10")
    fourth = step("4", "Menyerahkan surat rekomendasi", 2, "Surat rekomendasi", "5 menit", "Tanda terima")
    rows = steps(numbers, *STEPS[:2], *headings(), numbers, STEPS[2], fourth)
    return DraftBuilder().raw(identity()).raw(rows).build()
