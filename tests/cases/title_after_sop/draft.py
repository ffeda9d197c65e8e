"""`SOP :` is the title's label, as courts write it."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, INSTITUTION, lists_table, steps


def draft() -> bytes:
    rows = [
        row(cell("" if at else INSTITUTION, merge="continue" if at else "restart"), label, value)
        for at, (label, value) in enumerate(FIELDS.items())
        if label != "Nama SOP"
    ]
    title = row(cell("SOP : Penerbitan Rekomendasi\nPindah Siswa", span=3))
    return DraftBuilder().raw(table((8640, 3456, 5184), *rows, title)).raw(lists_table()).raw(steps()).build()
