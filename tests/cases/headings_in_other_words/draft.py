"""Headings of two names of one column, and others that offices use: Aktivitas/Langkah, Hasil/Output, Target Waktu."""

from tests.builder import DraftBuilder, cell, row
from tests.cases.form import ACTORS, identity, steps


def draft() -> bytes:
    first, more = (lambda text: cell(text, merge="restart")), cell(merge="continue")
    head = (
        row(
            first("No. Kegiatan"), first("Aktivitas/Langkah"), cell("Pelaksana", span=3), cell("Mutu Baku", span=3),
            first("Ket."),
        ),
        row(more, more, *ACTORS, "Syarat/Perlengkapan", "Target Waktu (menit)", "Hasil/Output", more),
    )  # fmt: skip
    return DraftBuilder().raw(identity()).raw(steps(head=head)).build()
