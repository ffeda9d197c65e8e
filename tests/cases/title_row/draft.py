"""The title has no label: it fills a row of its own over the whole width, below the fields."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, INSTITUTION, lists_table, steps


def draft() -> bytes:
    rows = [
        row(cell("" if at else INSTITUTION, merge="continue" if at else "restart"), label, value)
        for at, (label, value) in enumerate(FIELDS.items())
        if label != "Nama SOP"
    ]
    title = row(cell("SOP PENERBITAN REKOMENDASI PINDAH SISWA", span=3))
    return DraftBuilder().raw(table((8640, 3456, 5184), *rows, title)).raw(lists_table()).raw(steps()).build()
