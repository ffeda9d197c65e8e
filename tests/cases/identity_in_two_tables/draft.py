"""The identity page is split: number and dates in one table, signature and name in the next, a blank line between."""

from tests.builder import DraftBuilder
from tests.cases.form import FIELDS, fields_table, lists_table, steps

_FIRST = ("Nomor SOP", "Tanggal Pembuatan", "Tanggal Revisi", "Tanggal Efektif")


def draft() -> bytes:
    first = {label: FIELDS[label] for label in _FIRST}
    second = {label: value for label, value in FIELDS.items() if label not in _FIRST}
    return (
        DraftBuilder()
        .raw(fields_table(first))
        .paragraph()
        .raw(fields_table(second, institution=""))
        .raw(lists_table())
        .raw(steps())
        .build()
    )
