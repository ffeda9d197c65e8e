"""Label and value in one cell, after a colon: fields on one line, lists and the signature on the lines below it."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, INSTITUTION, lists_table, steps


def draft() -> bytes:
    lines = [f"{label} : {value}" for label, value in FIELDS.items()]
    rows = [
        row(cell("" if at else INSTITUTION, merge="continue" if at else "restart"), line)
        for at, line in enumerate(lines)
    ]
    return DraftBuilder().raw(table((8640, 8640), *rows)).raw(lists_table()).raw(steps()).build()
