"""Cells merged to the right the old way: all stand in the file, the first one covers the others."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import ACTORS, STEPS, identity, steps


def draft() -> bytes:
    top, on = "across", "across on"
    more = cell(merge="continue")
    head = (
        row(
            cell("No", merge="restart"), cell("Kegiatan", merge="restart"),
            cell("Pelaksana", merge=top), cell(merge=on), cell(merge=on),
            cell("Mutu Baku", merge=top), cell(merge=on), cell(merge=on),
            cell("Keterangan", merge="restart"),
        ),
        row(more, more, *ACTORS, "Kelengkapan", "Waktu", "Output", more),
    )  # fmt: skip
    phase = row(cell("Tahap Persiapan", merge=top), *[cell(merge=on)] * 8)
    return DraftBuilder().raw(identity()).raw(steps(phase, *STEPS, head=head)).build()
