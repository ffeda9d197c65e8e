"""Content controls into which nobody typed: Word shows its advice in grey, and the field has no value."""

from tests.builder import DraftBuilder, cell, control, paragraph, row, run
from tests.cases.form import FIELDS, MARK, STEPS, identity, steps

_ADVICE = "Klik di sini untuk mengetik teks."


def draft() -> bytes:
    fields = FIELDS | {
        "Nomor SOP": control(run(_ADVICE), advice=True),
        "Tanggal Revisi": control(paragraph("Klik di sini untuk memilih tanggal."), advice=True),
    }
    second = row(
        "2", "Memeriksa kelengkapan berkas", "", MARK, "", control(cell(_ADVICE), advice=True),
        "10-15 menit", "Berkas lengkap", paragraph(control(run(_ADVICE), advice=True)),
    )  # fmt: skip
    return DraftBuilder().raw(identity(fields)).raw(steps(STEPS[0], second, STEPS[2])).build()
