"""The signatures stand in the last rows of the step table itself, below the total: they are no steps."""

from tests.builder import DraftBuilder, Row, cell, row
from tests.cases.form import FIELDS, STEPS, identity, steps

ROWS = (
    ("Mengetahui", "Tirtawangi, 2 Januari 2025"),
    ("Kepala Kantor", "Kepala Seksi"),
    ("\n\n", ""),
    ("Dra. Siti Contoh, M.Pd.I", "Ani Contoh, S.E."),
    ("NIP. 197001011995032001", "NIP. 197801012005012001"),
)


def draft() -> bytes:
    fields = {name: value for name, value in FIELDS.items() if name != "Disahkan oleh"}
    total = row(cell("Jumlah waktu", span=6), "20 menit", "", "")
    signed: list[Row] = [row(cell(left, span=4), cell(right, span=5)) for left, right in ROWS]
    return DraftBuilder().raw(identity(fields)).raw(steps(*STEPS, total, *signed)).build()
