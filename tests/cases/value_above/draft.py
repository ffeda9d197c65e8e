"""The value stands above its label, small letters under it: each label takes the line over it, not the one below."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, INSTITUTION, SIGNED, lists_table, steps


def draft() -> bytes:
    over = {label: f"{value}\n{label}" for label, value in FIELDS.items()}
    more = cell(merge="continue")
    block = table(
        (8640, 4320, 4320),
        row(cell(INSTITUTION, merge="restart"), over["Nomor SOP"], over["Tanggal Pembuatan"]),
        row(more, over["Tanggal Revisi"], over["Tanggal Efektif"]),
        row(more, cell(f"Disahkan oleh\n{SIGNED}", span=2)),
        row(cell(over["Nama SOP"], span=3)),
    )
    return DraftBuilder().raw(block).raw(lists_table()).raw(steps()).build()
