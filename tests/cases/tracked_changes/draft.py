"""Tracked changes are read as accepted: what was put in counts, what was struck out is gone, moved text comes once."""

from tests.builder import DraftBuilder, Inline, paragraph, row, run, tracked
from tests.cases.form import FIELDS, STEPS, identity, steps

_MARK = 'w:id="3" w:author="Penelaah" w:date="2025-07-01T08:00:00Z"'


def draft() -> bytes:
    fields = FIELDS | {
        "Nomor SOP": paragraph("012/SOP/", tracked(delete="MAPENDA", insert="PENMAD"), "/2025"),
        "Tanggal Revisi": tracked(delete="-", insert="15 Juli 2025"),
        "Nama SOP": paragraph(
            "SOP Penerbitan ", tracked(insert="Rekomendasi "), "Pindah", tracked(delete=" Sekolah"), " Siswa"
        ),
    }
    moved = row(
        "2",
        paragraph(_moved("moveTo", "Memeriksa "), "kelengkapan", tracked(delete=" dan keabsahan"), " berkas"),
        "",
        "√",
        "",
        "Berkas permohonan",
        paragraph(tracked(delete="30", insert="10-15"), " menit"),
        paragraph("Berkas ", _moved("moveFrom", "Memeriksa "), tracked(insert="lengkap")),
        tracked(insert="Sesuai daftar"),
    )
    return DraftBuilder().raw(identity(fields)).raw(steps(STEPS[0], moved, STEPS[2])).build()


def _moved(tag: str, text: str) -> Inline:
    return Inline(f"<w:{tag} {_MARK}>{run(text)}</w:{tag}>")
