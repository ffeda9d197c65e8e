"""The block names the head, who signs below the steps once more beside the drafter: the block counts."""

from tests.builder import DraftBuilder, paragraph, row, table
from tests.cases.form import SIGNED, identity, steps

DRAFTER = "Penyusun\n\n\nBudi Contoh, S.Kom\nNIP. 198901012015031001"


def draft() -> bytes:
    signed = table((8640, 8640), row(f"Mengetahui\n{SIGNED}", f"Tirtawangi, 2 Juli 2025\n{DRAFTER}"))
    return DraftBuilder().raw(identity()).raw(steps()).raw(paragraph()).raw(signed).build()
