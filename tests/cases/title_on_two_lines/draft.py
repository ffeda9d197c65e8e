"""The title has no label: two bare lines over the block, the second without the word SOP."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    fields = {label: value for label, value in FIELDS.items() if label != "Nama SOP"}
    return (
        DraftBuilder()
        .paragraph("STANDAR OPERASIONAL PROSEDUR")
        .paragraph("PENERBITAN REKOMENDASI PINDAH SISWA")
        .raw(identity(fields))
        .raw(steps())
        .build()
    )
