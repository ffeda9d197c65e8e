"""Three labels, each with its value after a colon, stand in one cell; the signature below them in another."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, INSTITUTION, lists_table, steps


def draft() -> bytes:
    labels = list(FIELDS)
    more = cell(merge="continue")
    block = table(
        (8640, 8640),
        row(cell(INSTITUTION, merge="restart"), "\n".join(f"{each} : {FIELDS[each]}" for each in labels[:3])),
        row(more, "\n".join(f"{each} : {FIELDS[each]}" for each in labels[3:5])),
        row(cell(f"NAMA SOP : {FIELDS['Nama SOP']}", span=2)),
    )
    return DraftBuilder().raw(block).raw(lists_table()).raw(steps()).build()
