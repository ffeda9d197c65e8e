"""A title page without header, then two SOPs by the headers of their sections, the second of them told in prose."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, fields_table, identity, steps


def draft() -> bytes:
    second = FIELDS | {"Nomor SOP": "013/SOP/PENMAD/2025", "Nama SOP": "SOP Pelayanan Legalisasi Ijazah"}
    return (
        DraftBuilder()
        .paragraph("STANDAR OPERASIONAL PROSEDUR")
        .paragraph("KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI")
        .paragraph("TAHUN 2025")
        .section()
        .header(identity())
        .raw(steps())
        .section()
        .header(fields_table(second))
        .paragraph("Petugas memeriksa ijazah asli dan salinannya.")
        .paragraph("Kepala seksi membubuhkan cap legalisasi.")
        .build()
    )
