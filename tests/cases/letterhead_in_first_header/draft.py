"""The letterhead stands in the header of the first page alone, the fields in the body."""

from tests.builder import Block, DraftBuilder, paragraph, row, table
from tests.cases.form import FIELDS, INSTITUTION, lists_table, steps


def draft() -> bytes:
    letterhead = Block("".join(paragraph(each) for each in INSTITUTION.split("\n")))
    block = table((6000, 11280), *(row(label, value) for label, value in FIELDS.items()))
    return (
        DraftBuilder()
        .header(letterhead, pages="first")
        .header(paragraph())
        .raw(block)
        .raw(lists_table())
        .raw(steps())
        .build()
    )
