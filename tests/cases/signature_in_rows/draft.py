"""Beside a label merged downward the signature has a row for each line; name and contract number stand on one line."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import FIELDS, INSTITUTION, lists_table, steps


def draft() -> bytes:
    signed = ("Kepala Kantor", "", "ttd.", "Dra. Siti Contoh, M.Pd.I NI PPPK. 197001012023212001")
    values = [
        *((label, value) for label, value in FIELDS.items() if label != "Disahkan oleh"),
        ("Disahkan oleh", signed[0]),
    ]
    rows = [
        *((cell(label, merge="restart" if label == "Disahkan oleh" else ""), value) for label, value in values),
        *((cell(merge="continue"), value) for value in signed[1:]),
    ]
    office = (cell("" if at else INSTITUTION, merge="continue" if at else "restart") for at in range(len(rows)))
    block = table((8640, 3456, 5184), *(row(beside, *each) for beside, each in zip(office, rows, strict=True)))
    return DraftBuilder().raw(block).raw(lists_table()).raw(steps()).build()
