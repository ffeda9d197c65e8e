"""Three SOPs in a file all bear the number 01; a bare title above each block, or below it, tells them apart."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, fields_table, lists_table, steps


def draft() -> bytes:
    fields = {label: value for label, value in FIELDS.items() if label != "Nama SOP"} | {"Nomor SOP": "01"}
    block = fields_table(fields | {"Disahkan oleh": "Kakankemenag"})
    built = DraftBuilder()
    for title in ("PENYULUHAN AGAMA", "PENERANGAN AGAMA"):
        built = built.paragraph(f"STANDAR OPRASIONAL PROSEDUR {title}").raw(block).raw(lists_table()).raw(steps())
    below = built.raw(block).paragraph("STANDAR OPRASIONAL PROSEDUR PEMBINAAN KEMASJIDAN")
    return below.raw(lists_table()).raw(steps()).build()
