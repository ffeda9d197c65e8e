"""Beside the label of a list each entry has a row of its own: the cells below the label are merged or blank."""

from tests.builder import Block, DraftBuilder, cell, paragraph, row, table
from tests.cases.form import LISTS, identity, steps


def draft() -> bytes:
    rows = [
        row(cell("" if at else label, merge=merge and ("continue" if at else merge)), entry)
        for (label, entries), merge in zip(LISTS.items(), ("restart", "", "", "", "", ""), strict=True)
        for at, entry in enumerate(entries)
    ]
    return DraftBuilder().raw(identity(lists=Block(paragraph() + table((5760, 11520), *rows)))).raw(steps()).build()
