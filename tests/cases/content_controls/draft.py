"""Content controls at all five levels: around runs, a paragraph of a cell, a whole table, a row and a cell."""

from tests.builder import DraftBuilder, cell, control, paragraph, row, run
from tests.cases.form import FIELDS, STEPS, headings, identity, steps


def draft() -> bytes:
    fields = FIELDS | {
        "Nomor SOP": control(run("012/SOP/PENMAD/2025")),
        "Tanggal Efektif": control(control(paragraph("1 Agustus 2025"))),
    }
    in_cells = row("3", control(cell("Menandatangani surat rekomendasi")), "", "", "√", *_standards(), "")
    table = control(steps(STEPS[0], control(STEPS[1]), in_cells, head=headings()))
    return DraftBuilder().raw(identity(fields)).raw(table).build()


def _standards() -> tuple[str, str, str]:
    return (
        control(cell("Konsep surat")),
        control(cell(control(paragraph(control(run("1 hari kerja")))))),
        "Surat rekomendasi",
    )
