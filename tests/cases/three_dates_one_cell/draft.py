"""Three date labels in one cell and their three dates in the next, paired line by line."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps


def draft() -> bytes:
    fields = {
        "Nomor SOP": FIELDS["Nomor SOP"],
        "Tanggal Pembuatan\nTanggal Revisi\nTanggal Efektif": "2 Juli 2025\n15 Juli 2025\n1 Agustus 2025",
        "Disahkan oleh": FIELDS["Disahkan oleh"],
        "Nama SOP": FIELDS["Nama SOP"],
    }
    return DraftBuilder().raw(identity(fields)).raw(steps()).build()
