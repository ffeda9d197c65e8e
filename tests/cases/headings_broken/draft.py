"""Narrow columns: headings turned upward, broken into syllables by blanks and lines; they mean the same."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import STEPS, identity, steps


def draft() -> bytes:
    top, more = "restart", cell(merge="continue")
    actors = ("Pemo-\nhon", "Petugas\nPTSP", "Kepala Seksi")
    head = (
        row(
            cell("N\no", merge=top), cell("Kegi atan", merge=top), cell("Pelak sana", span=3),
            cell("Mutu\nBaku", span=3), cell("Kete rangan", merge=top),
        ),
        row(more, more, *(cell(each, turned=True) for each in (*actors, "Keleng kapan", "Wak\ntu", "Out put")), more),
    )  # fmt: skip
    return DraftBuilder().raw(identity()).raw(steps(*STEPS, head=head)).build()
