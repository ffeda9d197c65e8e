"""Part of the identity stands in a text box over the letterhead, a label and its value on each line."""

from tests.builder import Block, DraftBuilder, paragraph, text_box
from tests.cases.form import FIELDS, identity, steps

_BOXED = ("Nomor SOP", "Tanggal Pembuatan", "Tanggal Efektif")


def draft() -> bytes:
    lines = Block("".join(paragraph(f"{label} : {FIELDS[label]}") for label in _BOXED))
    rest = {label: value for label, value in FIELDS.items() if label not in _BOXED}
    return DraftBuilder().paragraph(text_box(lines)).raw(identity(rest)).raw(steps()).build()
