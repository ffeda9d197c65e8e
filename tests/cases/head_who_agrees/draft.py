"""The block says Disusun oleh and Mengetahui, and never Disahkan: the head who knows puts the SOP in force."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, SIGNED, identity, steps


def draft() -> bytes:
    fields = {name: value for name, value in FIELDS.items() if name != "Disahkan oleh"}
    drafter = "Penyusun\n\n\nBudi Contoh, S.Kom\nNIP. 198901012015031001"
    return DraftBuilder().raw(identity(fields | {"Disusun oleh": drafter, "Mengetahui": SIGNED})).raw(steps()).build()
