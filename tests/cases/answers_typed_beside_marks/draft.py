"""Marks with typed answers and words in other actor cells: the marks name the actors, every word is kept or told."""

from tests.builder import DraftBuilder, row
from tests.cases.form import STEPS, identity, steps


def draft() -> bytes:
    rows = steps(
        STEPS[0],
        row("2", "Memeriksa kelengkapan berkas", "Tidak", "√\nYa", "", "Berkas", "10 menit", "Berkas lengkap", ""),
        row("3", "Menandatangani surat", "", "diparaf", "√", "Konsep", "1 hari", "Surat", ""),
    )
    return DraftBuilder().raw(identity()).raw(rows).build()
