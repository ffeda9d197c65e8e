"""The colon has a narrow cell of its own between label and value, in the fields and in the lists."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import FIELDS, INSTITUTION, LISTS, listed, steps


def draft() -> bytes:
    fields = [
        row(cell("" if at else INSTITUTION, merge="continue" if at else "restart"), label, ":", value)
        for at, (label, value) in enumerate(FIELDS.items())
    ]
    lists = [row(label, ":", cell(*listed(entries))) for label, entries in LISTS.items()]
    return (
        DraftBuilder()
        .table((8640, 3456, 284, 4900), *fields)
        .paragraph()
        .table((4000, 284, 12996), *lists)
        .raw(steps())
        .build()
    )
