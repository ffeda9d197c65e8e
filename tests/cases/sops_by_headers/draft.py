"""Two SOPs, each in a section of its own: the identity blocks stand in the headers, steps and symbols in the body."""

from tests.builder import DraftBuilder, text_box
from tests.cases.form import drawn_steps, identity, steps

SECOND = {
    "Nomor SOP": "013/SOP/PENMAD/2025", "Tanggal Pembuatan": "7 Juli 2025", "Tanggal Revisi": "1 September 2025",
    "Tanggal Efektif": "15 Agustus 2025",
    "Disahkan oleh": "Kepala Seksi\n\nAhmad Umpama, S.Ag., M.A.\nNIP. 198002022006041002",
    "Nama SOP": "SOP Pelayanan Legalisasi Ijazah",
}  # fmt: skip


def draft() -> bytes:
    return (
        DraftBuilder()
        .header(identity())
        .raw(steps())
        .section()
        .header(identity(SECOND))
        .raw(drawn_steps(lambda word: text_box(word, preset="flowChartProcess")))
        .build()
    )
