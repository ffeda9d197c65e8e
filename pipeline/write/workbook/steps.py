"""Outcome -> the sheet Langkah: what is done, by whom, in how many minutes."""

from pipeline.durations import minutes
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Sop, Step
from pipeline.write.workbook.sheet import Cell, Rows, Sheet, columns_of, count, joined, words

_STEP_COLUMNS = columns_of(
    (
        ("Berkas", 24), ("Nama SOP", 30), ("No", 7), ("Kegiatan", 42), ("Pelaksana", 20), ("Kelengkapan", 27),
        ("Waktu", 13), ("Waktu (menit)", 10), ("Output", 25), ("Keterangan", 22),
    ),
    frozenset({"No", "Waktu (menit)"}),
)  # fmt: skip


def steps_sheet(outcome: Outcome) -> Sheet:
    """Return every step of every SOP, in the order of the drafts."""
    hours = f"{outcome.hours_per_day:g}".replace(".", ",")
    return Sheet(
        name="Langkah",
        about="Setiap langkah dari setiap naskah, seperti tertulis. Waktu (menit) memakai batas atas "
        f"rentang dan {hours} jam per hari; kosong bila waktu tidak terukur atau berupa minggu, bulan, atau "
        "tahun.",
        none="Tidak ada langkah yang terbaca.",
        columns=_STEP_COLUMNS,
        rows=Rows(
            [(sop, step) for sop in outcome.sops for step in sop.steps],
            lambda each: _step(*each, outcome.hours_per_day),
        ),
    )


def _step(sop: Sop, step: Step, hours_per_day: float) -> tuple[Cell, ...]:
    return (
        words(sop.file),
        words(sop.title),
        _number(step.number),
        words(step.activity),
        words(joined(step.actors)),
        words(step.requirements),
        words(step.duration.text if step.duration else ""),
        count(_minutes(step, hours_per_day)),
        words(step.output),
        words(step.note),
    )


def _number(written: str) -> Cell:
    """Return a plain number as a number, so that it sorts as one, and all else as it is written."""
    plain = written.isascii() and written.isdigit() and len(written) <= 4 and str(int(written)) == written
    return count(int(written)) if plain else words(written)


def _minutes(step: Step, hours_per_day: float) -> float | None:
    return minutes(step.duration, hours_per_day) if step.duration else None
