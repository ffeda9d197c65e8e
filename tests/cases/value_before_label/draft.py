"""The value comes before its label: in the cell to the left of it."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, INSTITUTION, lists_table, steps


def draft() -> bytes:
    rows = [
        row(value, label, cell("" if at else INSTITUTION, merge="continue" if at else "restart"))
        for at, (label, value) in enumerate(FIELDS.items())
    ]
    return DraftBuilder().raw(table((5184, 3456, 8640), *rows)).raw(lists_table()).raw(steps()).build()
