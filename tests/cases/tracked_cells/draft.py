"""A cell struck out and a cell put in under tracked changes: accepted, the row has its nine cells again."""

from tests.builder import DraftBuilder, cell, row, tracked
from tests.cases.form import MARK, STEPS, identity, steps


def draft() -> bytes:
    second = row(
        "2", "Memeriksa kelengkapan berkas", "", MARK, "",
        cell(tracked(delete="Map kuning"), change="cellDel"),
        cell(tracked(insert="Berkas permohonan"), change="cellIns"),
        "10-15 menit", "Berkas lengkap", "Sesuai daftar",
    )  # fmt: skip
    return DraftBuilder().raw(identity()).raw(steps(STEPS[0], second, STEPS[2])).build()
