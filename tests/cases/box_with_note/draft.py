"""Remarks in text boxes below the step table, two of them grouped, belong to no field: each is told once."""

from tests.builder import DraftBuilder, grouped_box, text_box
from tests.cases.form import identity, steps


def draft() -> bytes:
    note = text_box("Berkas disimpan selama lima tahun di ruang arsip")
    notes = grouped_box("Loket dibuka pukul delapan", "Loket ditutup pukul tiga")
    return DraftBuilder().raw(identity()).raw(steps()).paragraph().paragraph(note).paragraph(notes).build()
