"""A page laid out with tables: the fields stand in a table of their own in a cell beside the letterhead."""

from tests.builder import DraftBuilder, cell, nested_table, row, table
from tests.cases.form import FIELDS, INSTITUTION, lists_table, steps


def draft() -> bytes:
    inner = nested_table((3400, 5100), *(row(label, value) for label, value in FIELDS.items()))
    block = table((8640, 8640), row(INSTITUTION, cell(inner)))
    return DraftBuilder().raw(block).raw(lists_table()).raw(steps()).build()
