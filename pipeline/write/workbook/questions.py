"""Outcome -> the sheet Pertanyaan: pairs that only a person can decide."""

from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Item
from pipeline.write.candidates import Candidate, candidates
from pipeline.write.workbook.sheet import Cell, Column, Sheet, decision, entry, joined, share, words


def questions_sheet(outcome: Outcome) -> Sheet:
    """Return the doubtful lines of the reconciliation, each with all its candidates."""
    doubtful = tuple(each for each in outcome.reconciliation.items if each.doubtful)
    most = max((2, *(len(candidates(each)) for each in doubtful)))
    return Sheet(
        name="Pertanyaan",
        about="Pasangan naskah dan induk yang meragukan. Bila status di Inventaris cocok, calon 1 adalah "
        "pasangan yang kini dipakai. Pilih calon yang benar pada Keputusan.",
        none="Tidak ada pasangan yang meragukan.",
        columns=_columns(most),
        rows=tuple(_row(each, most) for each in doubtful),
    )


def _columns(most: int) -> tuple[Column, ...]:
    numbers = range(1, most + 1)
    choices = (*(f"calon {each}" for each in numbers), "bukan semuanya", "bahas")
    return (
        Column(heading="Nama SOP naskah", width=34),
        Column(heading="Berkas", width=23),
        *(
            column
            for each in numbers
            for column in (
                Column(heading=f"Calon pasangan {each}", width=30),
                Column(heading=f"Skor {each}", width=9, figures=True),
            )
        ),
        Column(heading="Alasan", width=28),
        *decision(choices),
    )


def _row(item: Item, most: int) -> tuple[Cell, ...]:
    found = candidates(item)
    padded = (*found, *((Candidate("", None),) * (most - len(found))))
    return (
        words(joined(each.title for each in item.drafts) or "(belum ada naskah)"),
        words(joined(each.file for each in item.drafts)),
        *(cell for title, score in padded for cell in (words(title), share(score))),
        words(item.why),
        entry(),
        entry(),
    )
