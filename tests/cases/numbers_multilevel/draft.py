"""Word numbers the steps on two levels, 1. and 1.1: each step has the number that is printed."""

from tests.builder import DraftBuilder, Row, items, row
from tests.cases.form import MARK, identity, steps


def draft() -> bytes:
    rows = steps(
        _step(0, "Menerima permohonan"),
        _step(1, "Mencatat permohonan"),
        _step(1, "Memeriksa kelengkapan berkas"),
        _step(0, "Menyusun konsep surat"),
        _step(1, "Memaraf konsep surat"),
    )
    return DraftBuilder().list_of(("decimal", "%1."), ("decimal", "%1.%2")).raw(identity()).raw(rows).build()


def _step(level: int, activity: str) -> Row:
    number = items("", number=2, level=level)
    return row(number, activity, "", MARK, "", "Berkas permohonan", "5 menit", "Surat rekomendasi", "")
