"""Only the drafter signs below the steps, and an annexed form has room for a head: nobody puts the SOP in force."""

from functools import reduce

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps

SIGNED = (
    "Disusun oleh:", "Penyusun,", "", "", "Budi Contoh, S.Kom", "NIP. 198901012015031001",
    "Lampiran: formulir permohonan", "Mengetahui", "Kepala Madrasah", "", "",
    "Ahmad Contoh, S.Ag", "NIP. 197101011995031001",
)  # fmt: skip


def draft() -> bytes:
    fields = {name: value for name, value in FIELDS.items() if name != "Disahkan oleh"}
    return reduce(DraftBuilder.paragraph, SIGNED, DraftBuilder().raw(identity(fields)).raw(steps())).build()
