"""Right of the letterhead stand two fields a row: label, value, label, value."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, INSTITUTION, lists_table, steps


def draft() -> bytes:
    pairs = list(FIELDS.items())
    rows = [
        row(
            cell("" if at else INSTITUTION, merge="continue" if at else "restart"),
            *(text for pair in pairs[at : at + 2] for text in pair),
        )
        for at in range(0, 6, 2)
    ]
    return DraftBuilder().raw(table((5280, 3000, 3000, 3000, 3000), *rows)).raw(lists_table()).raw(steps()).build()
