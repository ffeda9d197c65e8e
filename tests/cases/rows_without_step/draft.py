"""Rows of a step table that are no steps: the numbers 1 2 3 …, phases, a blank one, a total, a closing remark."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import STEPS, identity, steps


def draft() -> bytes:
    rows = steps(
        row(*(str(at) for at in range(1, 10))),
        row("A", cell("Tahap Persiapan", span=8)),
        STEPS[0],
        row(*[""] * 9),
        row(cell("Tahap Pelaksanaan", span=9)),
        *STEPS[1:],
        row(cell("Jumlah waktu", span=6), "1 hari kerja 20 menit", "", ""),
        row(cell("Keterangan: waktu dihitung sejak berkas diterima lengkap", span=9)),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()
