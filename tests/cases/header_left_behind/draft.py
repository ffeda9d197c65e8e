"""The second SOP's header stands on its first page alone; on its other pages the first SOP's header was left."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, step, steps


def draft() -> bytes:
    second = FIELDS | {"Nomor SOP": "013/SOP/PENMAD/2025", "Nama SOP": "SOP Pelayanan Legalisasi Ijazah"}
    legalise = step("1", "Membubuhkan cap legalisasi", 2, "Ijazah asli", "10 menit", "Salinan ijazah")
    return (
        DraftBuilder()
        .header(identity())
        .raw(steps())
        .section()
        .header(identity(second), pages="first")
        .raw(steps(legalise))
        .build()
    )
