"""Each value stands in the cell below its label, three fields beside each other."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import FIELDS, INSTITUTION, lists_table, steps


def draft() -> bytes:
    labels = list(FIELDS)
    rows = [row(cell(INSTITUTION, span=3))]
    for some in (labels[:3], labels[3:]):
        rows += [row(*some), row(*(FIELDS[each] for each in some))]
    return DraftBuilder().table((5760, 5760, 5760), *rows).raw(lists_table()).raw(steps()).build()
