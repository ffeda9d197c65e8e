"""Marks v in one row with words behind them, a cell merged over two actors, two numbers in a number cell."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import STEPS, identity, steps


def draft() -> bytes:
    rows = steps(
        STEPS[0],
        row(
            "2\n(dua)",
            "Memeriksa kelengkapan berkas",
            cell("√ bersama", span=2),
            "",
            "Berkas",
            "10 menit",
            "Berkas lengkap",
            "",
        ),
        row("2a", "Membahas berkas", "", cell("rapat", span=2), "Berkas", "1 jam", "Notula", ""),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()
