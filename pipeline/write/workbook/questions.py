"""Outcome -> the sheet Pertanyaan: pairs and arrows that only a person can decide."""

from collections.abc import Iterator, Sequence

from pipeline.model.decision import ArrowQuestion, Verdict
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Item
from pipeline.wording import CANDIDATE, CANDIDATE_HEADING, NO_CANDIDATE, VERDICT_WORDS
from pipeline.write.candidates import Candidate, candidates
from pipeline.write.workbook.decided import Decided
from pipeline.write.workbook.sheet import CHANGE, Cell, Column, Sheet, decision, joined, share, words


def questions_sheet(outcome: Outcome) -> Sheet:
    """Return the doubtful lines of the reconciliation and the doubtful arrows, each with all its candidates."""
    asked = tuple(each for each in outcome.reconciliation.items if each.question)
    most = max((2, *(len(candidates(each)) for each in asked)))
    decided = Decided(outcome)
    return Sheet(
        name="Pertanyaan",
        about="Pasangan naskah dan induk, serta panah diagram alir, yang meragukan atau sudah dipastikan. Calon 1 "
        "adalah yang kini dipakai. Pilih calon yang benar pada Keputusan. Bila SOP yang benar tidak ada di antara "
        "calon, pilih ubah dan tulis nama SOP dalam induk pada Ubah menjadi.",
        none="Tidak ada pasangan atau panah yang meragukan.",
        columns=_columns(most),
        rows=(
            *(_row(each, most, decided) for each in asked),
            *(_arrow(each, most, decided) for each in outcome.arrows),
        ),
    )


def _columns(most: int) -> tuple[Column, ...]:
    numbers = range(1, most + 1)
    choices = (*(CANDIDATE.format(each) for each in numbers), NO_CANDIDATE, CHANGE, VERDICT_WORDS[Verdict.DISCUSS])
    return (
        Column(heading="Tentang", width=10),
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
    return (
        words("pasangan"),
        words(joined(each.title for each in item.drafts) or "(belum ada naskah)"),
        words(joined(each.file for each in item.drafts)),
        *_offered(found, most),
        words(item.why),
        *decided.answer(item.question, [each.title for each in found]),
    )


def _arrow(asked: ArrowQuestion, most: int, decided: Decided) -> tuple[Cell, ...]:
    found = [Candidate(asked.read, asked.sure), *([Candidate(asked.instead, None)] if asked.instead else [])]
    return (
        words("panah"),
        words(asked.title),
        words(asked.file),
        *_offered(found, most),
        words("Ujung panah ini terbaca tidak pasti; cocokkan dengan gambar di naskah."),
        *decided.answer(asked.id, [each.title for each in found]),
    )


def _offered(found: Sequence[Candidate], most: int) -> Iterator[Cell]:
    for title, score in (*found, *((Candidate("", None),) * (most - len(found)))):
        yield words(title)
        yield share(score)
