"""Two persons sign in one cell, the second below the first: the first is the approval, the second is told."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, SIGNED, identity, steps


def draft() -> bytes:
    signed = f"{SIGNED}\n\nMengetahui Sekretaris\n\nBudi Contoh, S.Kom\nNIP. 198901012015031001"
    return DraftBuilder().raw(identity(FIELDS | {"Disahkan oleh": signed})).raw(steps()).build()
