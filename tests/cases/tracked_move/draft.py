"""A list entry and a remark that were moved under tracked changes: each is read once, where it stands now."""

from tests.builder import DraftBuilder, moved, paragraph, row
from tests.cases.form import FIELDS, MARK, STEPS, fields_table, lists_table, steps

_SECOND = "2. Peraturan Menteri Agama Nomor 90 Tahun 2013"
_NOTE = "Sesuai daftar"


def draft() -> bytes:
    laws = (
        paragraph(moved(_SECOND, away=True), mark="moveFrom"),
        paragraph("1. Undang-Undang Nomor 20 Tahun 2003"),
        paragraph(moved(_SECOND, away=False), mark="moveTo"),
    )
    lists = lists_table({"Dasar Hukum": laws})
    first = row(
        "1", "Mengajukan permohonan rekomendasi pindah", MARK, "", "",
        "Surat permohonan", "5 menit", "Berkas permohonan", moved(_NOTE, away=True),
    )  # fmt: skip
    second = row(
        "2", "Memeriksa kelengkapan berkas", "", MARK, "",
        "Berkas permohonan", "10-15 menit", "Berkas lengkap", moved(_NOTE, away=False),
    )  # fmt: skip
    return DraftBuilder().raw(fields_table(FIELDS)).raw(lists).raw(steps(first, second, STEPS[2])).build()
