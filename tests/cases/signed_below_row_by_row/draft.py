"""Two sign below the steps, each line in a row of its own; the head at the right signs where it is put in force."""

from tests.builder import DraftBuilder, paragraph, row, table
from tests.cases.form import FIELDS, identity, steps

ROWS = (
    ("Disusun oleh", "Ditetapkan di Tirtawangi"),
    ("Kepala Seksi Pendidikan Madrasah", "Kepala Kantor"),
    ("", ""),
    ("cap/ttd", "dto."),
    ("Ani Contoh, S.E.", "Dra. Siti Contoh, M.Pd.I"),
    ("NIP. 197801012005012001", "NIP. 197001011995032001"),
)


def draft() -> bytes:
    fields = {name: value for name, value in FIELDS.items() if name != "Disahkan oleh"}
    signed = table((8640, 8640), *(row(*each) for each in ROWS))
    return DraftBuilder().raw(identity(fields)).raw(steps()).raw(paragraph()).raw(signed).build()
