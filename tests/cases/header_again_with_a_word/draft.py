"""The header is repeated after a page break with one more word in it."""

from tests.builder import DraftBuilder, row
from tests.cases.form import STEPS, identity, steps


def draft() -> bytes:
    rows = steps(
        *STEPS[:2],
        row("No", "Kegiatan", "", "", "", "Kelengkapan", "Waktu", "Output", "lihat lampiran"),
        row("3", "Menyimpan", "", "", "√", "Arsip", "1 jam", "Arsip", ""),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()
