"""Fifteen actor columns, one step for each, and one in which all of them act."""

from tests.builder import DraftBuilder, Row, cell, row, table
from tests.cases.form import MARK, identity

_ACTORS = tuple(f"Petugas {each}" for each in "ABCDEFGHIJKLMNO")


def draft() -> bytes:
    top, more = "restart", cell(merge="continue")
    head = (
        row(
            cell("No", merge=top), cell("Kegiatan", merge=top), cell("Pelaksana", span=15), cell("Mutu Baku", span=3),
            cell("Ket", merge=top),
        ),
        row(more, more, *_ACTORS, "Kelengkapan", "Waktu", "Output", more),
    )  # fmt: skip
    rows = [_step(at, f"Meneliti berkas bagian {'ABCDEFGHIJKLMNO'[at - 1]}", {at}) for at in range(1, 16)]
    everybody = _step(16, "Membahas hasil penelitian", set(range(1, 16)))
    widths = (500, 3000, *[560] * 15, 1800, 1200, 1800, 580)
    return DraftBuilder().raw(identity()).paragraph().raw(table(widths, *head, *rows, everybody)).build()


def _step(number: int, activity: str, actors: set[int]) -> Row:
    marks = [MARK if at in actors else "" for at in range(1, 16)]
    return row(str(number), activity, *marks, "Berkas", "5 menit", "Catatan", "")
