"""Several actors in one step: a mark in each column, and one mark in a cell merged over two columns."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import MARK, STEPS, identity, steps


def draft() -> bytes:
    rows = steps(
        STEPS[0],
        row("2", "Memeriksa berkas", "", MARK, MARK, "Berkas permohonan", "10-15 menit", "Berkas lengkap", ""),
        row("3", "Membahas hasil", cell(MARK, span=2), MARK, "Berkas lengkap", "1 jam", "Catatan rapat", ""),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()
