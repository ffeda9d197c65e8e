"""A SOP that several units carry out differently -> a question for each step or cell that has to be made the same."""

from collections.abc import Iterator, Sequence

from pipeline.ids import disparity_id
from pipeline.model.agenda import Candidate, Topic, Why
from pipeline.model.disparity import AlignedCell, AlignedStep, Disparity
from pipeline.text import quoted
from pipeline.wording import FIELD_WORDS

_HAVE, _LACK = "langkah ini dipakai", "langkah ini tidak dipakai"


def disparity_topics(disparity: Disparity, units: Sequence[str]) -> Iterator[Topic]:
    """Yield what units have to agree on, step by step; `units` are the presenters, parallel to the SOPs."""
    for step in disparity.steps:
        if None in step.steps:
            yield _step(disparity, step, units)
        for cell in step.cells:
            if cell.differs:
                yield _cell(disparity, step, cell, units)


def _step(disparity: Disparity, step: AlignedStep, units: Sequence[str]) -> Topic:
    having = [unit for unit, at in zip(units, step.steps, strict=True) if at is not None]
    lacking = [unit for unit, at in zip(units, step.steps, strict=True) if at is None]
    sides = [Candidate(text=_HAVE, whose=_told(having)), Candidate(text=_LACK, whose=_told(lacking))]
    background = f"Langkah ini tergabung dalam langkah {step.part_of} pada unit lain." if step.part_of else ""
    return _made(
        disparity, step, "", f"Langkah {quoted(step.activity)} tidak ada di semua unit; dipakaikah langkah itu?",
        sides if step.kept else sides[::-1], units, background,
    )  # fmt: skip


def _cell(disparity: Disparity, step: AlignedStep, cell: AlignedCell, units: Sequence[str]) -> Topic:
    whose: dict[int, list[str]] = {}
    texts: dict[int, str] = {}
    for unit, text, group in zip(units, cell.texts, cell.groups, strict=True):
        if group >= 0:
            whose.setdefault(group, []).append(unit)
            texts.setdefault(group, text or "")
    sides = [Candidate(text=texts[group] or "(kosong)", whose=_told(whose[group])) for group in sorted(whose)]
    what = FIELD_WORDS[cell.field]
    background = f"Diusulkan {quoted(cell.proposed)}." if cell.proposed else "Tidak ada isi yang lebih banyak dipakai."
    asked = f"Langkah {quoted(step.activity)}: {what} mana yang dipakai semua unit?"
    return _made(disparity, step, cell.field, asked, sides, units, background)


def _made(  # noqa: PLR0913
    disparity: Disparity, step: AlignedStep, field: str, asked: str, sides: Sequence[Candidate], units: Sequence[str],
    background: str,
) -> Topic:  # fmt: skip
    # The same id as in the workbook: a decision there answers this.
    about = disparity_id(disparity.title, step.activity, field)
    return Topic(
        about=about, why=Why.DISPARITY, asked=asked, background=background,
        where=FIELD_WORDS[field] if field else FIELD_WORDS["steps"], candidates=tuple(sides), units=tuple(units),
    )  # fmt: skip


def _told(units: Sequence[str]) -> str:
    return ", ".join(units)
