"""The form with all its labels and no value: every field is empty, no label is taken for a value."""

from tests.builder import Block, DraftBuilder, paragraph, row, table
from tests.cases.form import FIELDS, LISTS, fields_table, steps


def draft() -> bytes:
    labels = list(LISTS)
    lists = table((8640, 8640), *(row(*(f"{each}:" for each in labels[at : at + 2])) for at in range(0, 6, 2)))
    empty = row(*[""] * 9)
    return (
        DraftBuilder()
        .raw(fields_table(dict.fromkeys(FIELDS, "")))
        .raw(Block(paragraph() + lists))
        .raw(steps(empty, empty))
        .build()
    )
