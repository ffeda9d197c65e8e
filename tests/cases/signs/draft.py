"""Signs among the words: an arrow and a box of a symbol font, a tab after a label, blanks that do not break."""

from tests.builder import NO_BREAK_HYPHEN, SOFT_HYPHEN, DraftBuilder, cell, paragraph, row, sym, table
from tests.cases.form import FIELDS, INSTITUTION, MARK, STEPS, lists_table, steps


def draft() -> bytes:
    fields = FIELDS | {
        "Nomor SOP": "\t:\t012/SOP/PENMAD/2025",
        "Disahkan oleh": FIELDS["Disahkan oleh"].replace("NIP. ", "NIP.\u00a0"),
    }
    rows = [
        row(cell("" if at else INSTITUTION, merge="continue" if at else "restart"), f"{label}\u00a0", value)
        for at, (label, value) in enumerate(fields.items())
    ]
    second = row(
        "2", paragraph("Meme", SOFT_HYPHEN, "riksa kelengkapan berkas"), "", MARK, "",
        paragraph(sym("F0A8"), " Berkas permohonan"), paragraph("10", NO_BREAK_HYPHEN, "15\u00a0menit"),
        paragraph("Berkas ", sym("F0E0"), " lengkap"), "Sesuai\tdaftar",
    )  # fmt: skip
    block = table((8640, 3456, 5184), *rows)
    return DraftBuilder().raw(block).raw(lists_table()).raw(steps(STEPS[0], second, STEPS[2])).build()
