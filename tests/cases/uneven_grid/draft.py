"""Rows off the grid: a cell over two actor columns, a row that begins later, a table within a cell."""

from tests.builder import DraftBuilder, cell, nested_table, row
from tests.cases.form import FIELDS, MARK, STEPS, identity, steps


def draft() -> bytes:
    number, *_ = FIELDS
    inner = nested_table((1700, 3400), row("Tanggal Efektif", "1 Agustus 2025"))
    fields = FIELDS | {"Tanggal Efektif": inner}
    fields = {label: value for label, value in fields.items() if label != "Tanggal Efektif"} | {number: FIELDS[number]}
    rows = steps(
        STEPS[0],
        row("2", "Memeriksa kelengkapan berkas", cell(MARK, span=2), "", cell("Berkas permohonan", nested_table((1000,), row("Ijazah"))), "15 menit", "Berkas lengkap", ""),
        row("Surat keterangan", "", "", "", before=5),
        STEPS[2],
    )
    return DraftBuilder().raw(identity(fields | {"": inner})).raw(rows).build()
