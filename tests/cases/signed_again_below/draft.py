"""Signed twice: label Disahkan oleh in the block and again below the chart with another person."""

from tests.builder import DraftBuilder, row, table
from tests.cases.form import identity, steps


def draft() -> bytes:
    below = table(
        (8640, 8640), row("Disahkan oleh", "Kepala Subbagian\n\n\nBudi Contoh, S.Kom\nNIP. 198901012015031001")
    )
    return (
        DraftBuilder()
        .raw(identity())
        .raw(steps())
        .paragraph("Lampiran: daftar periksa")
        .raw(below)
        .paragraph("Selesai dibahas")
        .build()
    )
