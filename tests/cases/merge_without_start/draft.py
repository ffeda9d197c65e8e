"""A cell that says it goes on downward from a cell that never began: what stands in it is read."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import MARK, STEPS, headings, identity, steps


def draft() -> bytes:
    time = cell("5 menit", merge="continue")
    first = row("1", "Mengajukan permohonan", MARK, "", "", "Surat permohonan", time, "Berkas permohonan", "")
    return DraftBuilder().raw(identity()).raw(steps(first, *STEPS[1:], head=headings())).build()
