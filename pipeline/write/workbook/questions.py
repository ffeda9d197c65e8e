"""Outcome -> the sheet Pertanyaan: pairs that only a person can decide."""

from pipeline.model.decision import Verdict
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Item
from pipeline.wording import CANDIDATE, CANDIDATE_HEADING, NO_CANDIDATE, VERDICT_WORDS
from pipeline.write.candidates import Candidate, candidates
from pipeline.write.workbook.decided import Decided
from pipeline.write.workbook.sheet import CHANGE, Cell, Column, Sheet, decision, joined, share, words


def questions_sheet(outcome: Outcome) -> Sheet:
    """Return the doubtful lines of the reconciliation, each with all its candidates."""
    asked = tuple(each for each in outcome.reconciliation.items if each.question)
    most = max((2, *(len(candidates(each)) for each in asked)))
    decided = Decided(outcome)
    return Sheet(
        name="Pertanyaan",
        about="Pasangan naskah dan induk yang meragukan atau sudah dipastikan. Bila status di Inventaris cocok, calon "
        "1 adalah pasangan yang kini dipakai. Pilih calon yang benar pada Keputusan; bila tidak ada di antaranya, "
        "pilih ubah dan tulis nama SOP dalam induk pada Ubah menjadi.",
        none="Tidak ada pasangan yang meragukan.",
        columns=_columns(most),
        rows=tuple(_row(each, most, decided) for each in asked),
    )


def _columns(most: int) -> tuple[Column, ...]:
    numbers = range(1, most + 1)
    choices = (*(CANDIDATE.format(each) for each in numbers), NO_CANDIDATE, CHANGE, VERDICT_WORDS[Verdict.DISCUSS])
    return (
        Column(heading="Nama SOP naskah", width=34),
        Column(heading="Berkas", width=23),
        *(
            column
            for each in numbers
            for column in (
                Column(heading=CANDIDATE_HEADING.format(each), width=30),
                Column(heading=f"Skor {each}", width=9, figures=True),
            )
        ),
        Column(heading="Alasan", width=28),
        *decision(choices),
    )


def _row(item: Item, most: int, decided: Decided) -> tuple[Cell, ...]:
    found = candidates(item)
    padded = (*found, *((Candidate("", None),) * (most - len(found))))
    return (
        words(joined(each.title for each in item.drafts) or "(belum ada naskah)"),
        words(joined(each.file for each in item.drafts)),
        *(cell for title, score in padded for cell in (words(title), share(score))),
        words(item.why),
        *decided.answer(item.question, [each.title for each in found]),
    )
