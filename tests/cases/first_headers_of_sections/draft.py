"""Two sections with a header of their own for the first page, where the identity block stands, and one for the others.

The second section takes over the header of the other pages.
"""

from tests.builder import DraftBuilder, paragraph
from tests.cases.form import FIELDS, identity, step, steps


def draft() -> bytes:
    second = FIELDS | {"Nomor SOP": "013/SOP/PENMAD/2025", "Nama SOP": "SOP Pelayanan Legalisasi Ijazah"}
    legalise = step("1", "Membubuhkan cap legalisasi", 2, "Ijazah asli", "10 menit", "Salinan ijazah")
    return (
        DraftBuilder()
        .header(paragraph("Seksi Pendidikan Madrasah melayani"))
        .header(identity(), pages="first")
        .raw(steps())
        .section()
        .header(identity(second), pages="first")
        .raw(steps(legalise))
        .build()
    )
