"""Word numbers the column No by itself, so no number stands in the file; a phase between leaves the count alone."""

from tests.builder import DraftBuilder, Row, cell, items, row
from tests.cases.form import identity, steps


def draft() -> bytes:
    rows = steps(
        _step("Mengajukan permohonan", 1),
        _step("Memeriksa kelengkapan berkas", 2),
        row(cell("Tahap Penyelesaian", span=9)),
        _step("Menandatangani surat", 3),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()


def _step(activity: str, actor: int) -> Row:
    marks = ["√" if at == actor else "" for at in range(1, 4)]
    return row(items(""), activity, *marks, "Berkas permohonan", "5 menit", "Surat rekomendasi", "")
