"""The block names only the position that approves; who holds it stands below the steps, in brackets and without NIP."""

from functools import reduce

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps

SIGNED = (
    "Tirtawangi, ........ Januari 2025", "Kepala Kantor Kementerian Agama", "Kota Tirtawangi", "", "",
    "(Ahmad Contoh)", "NIP. ....................",
)  # fmt: skip


def draft() -> bytes:
    fields = FIELDS | {"Disahkan oleh": "Kepala Kantor"}
    return reduce(DraftBuilder.paragraph, SIGNED, DraftBuilder().raw(identity(fields)).raw(steps())).build()
