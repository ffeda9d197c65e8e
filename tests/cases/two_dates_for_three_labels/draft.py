"""Three date labels in one cell and two dates in the next: dealt out in order, and the guess is said."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    fields = {
        "Nomor SOP": FIELDS["Nomor SOP"],
        "Tanggal Pembuatan Tanggal Revisi Tanggal Efektif": "10 FEBRUARI 2019 1 Maret 2021",
        "Disahkan oleh": FIELDS["Disahkan oleh"],
        "Nama SOP": FIELDS["Nama SOP"],
    }
    return DraftBuilder().raw(identity(fields)).raw(steps()).build()
