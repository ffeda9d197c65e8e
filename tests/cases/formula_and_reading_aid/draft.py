"""A formula in a cell is read with its letters; of a word with a reading aid over it the word is read."""

from tests.builder import DraftBuilder, math, paragraph, row, ruby
from tests.cases.form import MARK, STEPS, identity, steps


def draft() -> bytes:
    second = row(
        "2", paragraph("Menghitung nisab ", ruby("zakat", "za-kat")), "", MARK, "",
        paragraph("Rumus ", math("z = 2,5% × n")), "10-15 menit", "Nilai zakat", "",
    )  # fmt: skip
    return DraftBuilder().raw(identity()).raw(steps(STEPS[0], second, STEPS[2])).build()
