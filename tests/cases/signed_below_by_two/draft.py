"""Two sign below the steps in a table without lines, the head who knows at the left and the drafter at the right."""

from tests.builder import DraftBuilder, paragraph, row
from tests.cases.form import FIELDS, identity, steps

HEAD = "Mengetahui,\nKepala Kantor\n\n\nDra. Siti Contoh, M.Pd.I\nNIP. 197001011995032001"
DRAFTER = "Tirtawangi, 2 Januari 2025\nPenyusun\n\n\nBudi Contoh, S.Kom\nNIP. 198901012015031001"


def draft() -> bytes:
    block = identity(FIELDS | {"Disahkan oleh": ""})
    return DraftBuilder().raw(block).raw(steps()).raw(paragraph()).table((8640, 8640), row(HEAD, DRAFTER)).build()
