"""A remark stands over the label in the same paragraph and holds the value's words: it is told all the same."""

from tests.builder import DraftBuilder, cell, row, run, table
from tests.cases.form import FIELDS, lists_table, steps


def draft() -> bytes:
    rows = [row(cell(f"{label} : {value}")) for label, value in FIELDS.items() if label != "Nomor SOP"]
    number = row(cell(run("Lampiran 01 buku besar\nNomor SOP : 01")))
    return DraftBuilder().raw(table((17280,), number, *rows)).raw(lists_table()).raw(steps()).build()
