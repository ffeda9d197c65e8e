"""Word numbers the steps and begins anew in the second phase: 1, 2 and again 1, 2."""

from tests.builder import DraftBuilder, Row, cell, items, row
from tests.cases.form import MARK, identity, steps


def draft() -> bytes:
    rows = steps(
        row(cell("Tahap Persiapan", span=9)),
        _step(1, "Menerima permohonan"),
        _step(1, "Memeriksa kelengkapan berkas"),
        row(cell("Tahap Penerbitan", span=9)),
        _step(2, "Menyusun konsep surat"),
        _step(2, "Menandatangani surat"),
    )
    return DraftBuilder().restarted(1).raw(identity()).raw(rows).build()


def _step(number: int, activity: str) -> Row:
    own = items("", number=number)
    return row(own, activity, "", MARK, "", "Berkas permohonan", "5 menit", "Surat rekomendasi", "")
