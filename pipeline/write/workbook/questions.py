"""Outcome -> the sheet Pertanyaan: pairs that only a person can decide."""

from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Item
from pipeline.write.workbook.sheet import Cell, Column, Sheet, decision, entry, joined, share, words

Candidate = tuple[str, float | None]


def questions_sheet(outcome: Outcome) -> Sheet:
    """Return the doubtful lines of the reconciliation, each with all its candidates."""
    doubtful = tuple(each for each in outcome.reconciliation.items if each.doubtful)
    most = max((2, *(len(_candidates(each)) for each in doubtful)))
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
    candidates: tuple[Candidate, ...] = _candidates(item)
    padded = (*candidates, *((("", None),) * (most - len(candidates))))
    return (
        words(joined(each.title for each in item.drafts) or "(belum ada naskah)"),
        words(joined(each.file for each in item.drafts)),
        *(cell for title, score in padded for cell in (words(title), share(score))),
        words(item.why),
        entry(),
        entry(),
    )


def _candidates(item: Item) -> tuple[Candidate, ...]:
    """Return the row in use and its rivals, each title once."""
    rivals: dict[str, float | None] = dict(item.rivals)
    if item.row is None:
        return tuple(rivals.items())
    used = item.row.title
    score = item.score if item.score is not None else rivals.get(used)
    return (used, score), *((title, each) for title, each in rivals.items() if title != used)
