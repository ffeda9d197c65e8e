"""Two sign below the steps, set beside each other with tabs; label and value of a line are parted by a tab too."""

from functools import reduce

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, identity, steps

SIGNED = (
    "\t\tDitetapkan di\t: Tirtawangi", "\t\tPada tanggal\t: 2 Januari 2025", "Kepala Seksi\t\tKepala Kantor,", "", "",
    "Ani Contoh, S.E.\t\tDra. Siti Contoh, M.Pd.I", "NIP. 197801012005012001\t\tNIP. 19700101 199503 2 001",
)  # fmt: skip


def draft() -> bytes:
    fields = {name: value for name, value in FIELDS.items() if name != "Disahkan oleh"}
    return reduce(DraftBuilder.paragraph, SIGNED, DraftBuilder().raw(identity(fields)).raw(steps())).build()
