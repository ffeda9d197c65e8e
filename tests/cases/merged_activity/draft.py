"""An activity's cell goes over two rows, each with its own actor and output: one step, both rows' words in it."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import MARK, STEPS, identity, steps


def draft() -> bytes:
    top, more = "restart", cell(merge="continue")
    rows = steps(
        STEPS[0],
        row(
            cell("2", merge=top), cell("Memeriksa dan mencatat berkas", merge=top), "", MARK, "",
            "Berkas permohonan", cell("30 menit", merge=top), "Berkas lengkap", "",
        ),
        row(more, more, "", "", MARK, "Buku agenda", more, "Catatan agenda", "Oleh kepala seksi"),
        STEPS[2],
    )  # fmt: skip
    return DraftBuilder().raw(identity()).raw(rows).build()
