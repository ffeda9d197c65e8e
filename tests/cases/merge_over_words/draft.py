"""Word prints nothing of a cell that goes on from the one above: words left over in it are told, and no value."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import MARK, STEPS, identity, steps


def draft() -> bytes:
    papers = cell("Berkas permohonan", merge="restart")
    rows = steps(
        STEPS[0],
        row("2", "Memeriksa berkas", "", MARK, "", papers, "10-15 menit", "Berkas lengkap", ""),
        row("3", "Mencatat berkas", "", MARK, "", cell("Buku ekspedisi", merge="continue"), "5 menit", "Catatan", ""),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()
