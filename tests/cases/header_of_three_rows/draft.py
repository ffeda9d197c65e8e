"""A header of three rows: between the group Pelaksana and the actors stand the units that they belong to."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import ACTORS, STEPS, identity, steps


def draft() -> bytes:
    top, more = "restart", cell(merge="continue")
    standards = ("Kelengkapan", "Waktu", "Output")
    head = (
        row(
            cell("No", merge=top), cell("Uraian Prosedur", merge=top), cell("Pelaksana", span=3),
            cell("Mutu Baku", span=3), cell("Keterangan", merge=top),
        ),
        row(more, more, "Luar", cell("Kantor", span=2), *(cell(each, merge=top) for each in standards), more),
        row(more, more, *ACTORS, more, more, more, more),
    )  # fmt: skip
    return DraftBuilder().raw(identity()).raw(steps(*STEPS, head=head)).build()
