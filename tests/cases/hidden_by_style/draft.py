"""Words hidden by a character style are not printed; a paragraph whose end is hidden runs on into the next."""

from tests.builder import Block, DraftBuilder, hidden, paragraph, row
from tests.cases.form import FIELDS, MARK, STEPS, fields_table, lists_table, steps


def draft() -> bytes:
    laws = (
        paragraph("Undang-Undang Nomor 20 ", mark="vanish"),
        paragraph("Tahun 2003"),
        paragraph("Peraturan Menteri Agama Nomor 90 Tahun 2013"),
    )
    lists = lists_table({"Dasar Hukum": laws})
    activity = paragraph("Memeriksa ", hidden("dan menyalin ", style="Rahasia"), "kelengkapan berkas")
    second = row("2", activity, "", MARK, "", "Berkas permohonan", "10-15 menit", "Berkas lengkap", "Sesuai daftar")
    return (
        DraftBuilder()
        .style("Rahasia", "<w:rPr><w:vanish/></w:rPr>", kind="character")
        .style("Bayangan", "<w:rPr><w:vanish/></w:rPr>")
        .raw(fields_table(FIELDS))
        .raw(Block(lists + paragraph("Konsep kedua, bukan untuk dicetak", style="Bayangan")))
        .raw(steps(STEPS[0], second, STEPS[2]))
        .build()
    )
