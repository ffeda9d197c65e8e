"""The end of a paragraph struck out under tracked changes: two paragraphs are one entry, one sentence, one value."""

from tests.builder import Block, DraftBuilder, paragraph, row, tracked
from tests.cases.form import FIELDS, MARK, STEPS, fields_table, lists_table, steps


def draft() -> bytes:
    title = Block(paragraph("SOP Penerbitan Rekomendasi ", mark="del") + paragraph("Pindah Siswa"))
    fields = FIELDS | {"Nama SOP": title}
    laws = (
        paragraph("1. Undang-Undang Nomor 20 ", mark="del"),
        paragraph("Tahun 2003"),
        paragraph(tracked(insert="2. Peraturan Menteri Agama Nomor 90 Tahun 2013"), mark="ins"),
    )
    lists = lists_table({"Dasar Hukum": laws})
    activity = Block(paragraph("Memeriksa kelengkapan ", mark="del") + paragraph("berkas", tracked(delete=" kembali")))
    second = row("2", activity, "", MARK, "", "Berkas permohonan", "10-15 menit", "Berkas lengkap", "Sesuai daftar")
    return DraftBuilder().raw(fields_table(fields)).raw(lists).raw(steps(STEPS[0], second, STEPS[2])).build()
