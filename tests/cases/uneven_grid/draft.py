"""Rows off the grid: a cell over two columns, a row that begins later, tables within cells."""

from tests.builder import DraftBuilder, cell, nested_table, row, table
from tests.cases.form import FIELDS, INSTITUTION, MARK, STEPS, lists_table, steps


def draft() -> bytes:
    dates = [row(label, FIELDS[label]) for label in FIELDS if label.startswith("Tanggal")]
    more = cell(merge="continue")
    block = table(
        (8640, 3456, 5184),
        row(cell(INSTITUTION, merge="restart"), "Nomor SOP", FIELDS["Nomor SOP"]),
        row(more, cell(nested_table((3400, 5100), *dates), span=2)),
        row(more, "Disahkan oleh", FIELDS["Disahkan oleh"]),
        row(cell(f"Nama SOP: {FIELDS['Nama SOP']}", span=3)),
    )
    papers = cell("Berkas permohonan", nested_table((2000,), row("Salinan ijazah")))
    rows = steps(
        STEPS[0],
        row("2", "Memeriksa kelengkapan berkas", "", MARK, "", papers, "15 menit", cell("Berkas lengkap", span=2)),
        row("Surat keterangan", "", "", "", before=5),
        STEPS[2],
    )
    return DraftBuilder().raw(block).raw(lists_table()).raw(rows).build()
