"""An aligned step -> how each SOP stands to the consensus; the report and the workbook say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.disparity import AlignedCell, AlignedStep, Disparity
from pipeline.wording import FIELD_WORDS

PRESENCE = "keberadaan langkah"


class Standing(StrEnum):
    """How a text stands to the consensus, in the words of the office."""

    SAME = "sama"
    DIFFERENT = "berbeda"
    MISSING = "tidak ada"
    OPEN = "perlu diputuskan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What one SOP has: its text and its standing; `variant` counts the meanings from 1, 0 where it has none."""

    text: str
    standing: Standing
    variant: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing compared in a step: what each SOP has, parallel to the SOPs, and what the consensus takes.

    `field` is the step's, empty for whether a SOP has the step at all.
    """

    field: str
    label: str
    standing: Standing
    proposed: str
    held: tuple[Held, ...]


def lines_of(step: AlignedStep, disparity: Disparity) -> tuple[Line, ...]:
    """Return what is compared in a step: first whether the SOPs have it, then its cells."""
    return _presence(step, disparity.steps), *(_line(each, step) for each in step.cells)


def _presence(step: AlignedStep, steps: Sequence[AlignedStep]) -> Line:
    having, whole = sum(each is not None for each in step.steps), len(step.steps)
    tied = 2 * having == whole
    among = f"{having} dari {whole} unit"
    if having == whole:
        standing, proposed = Standing.SAME, "dipakai, ada di semua unit"
    elif tied:
        standing, proposed = Standing.OPEN, ""
    else:
        standing = Standing.MISSING
        proposed = f"dipakai, ada di {among}" if step.kept else f"tidak dipakai, hanya ada di {among}"
    elsewhere = steps[step.part_of - 1].steps if step.part_of else (None,) * whole
    return Line(
        field="",
        label=PRESENCE,
        standing=standing,
        proposed=proposed,
        held=tuple(_has(at, other, step, tied=tied) for at, other in zip(step.steps, elsewhere, strict=True)),
    )


def _has(at: int | None, elsewhere: int | None, step: AlignedStep, *, tied: bool) -> Held:
    if at is not None:
        standing = Standing.OPEN if tied else Standing.SAME if step.kept else Standing.DIFFERENT
        return Held(text=f"langkah {at}", standing=standing, variant=1)
    standing = Standing.OPEN if tied else Standing.MISSING if step.kept else Standing.SAME
    text = f"menjadi satu dengan langkah {elsewhere}" if elsewhere else Standing.MISSING.value
    return Held(text=text, standing=standing, variant=2)


def _line(cell: AlignedCell, step: AlignedStep) -> Line:
    standing = Standing.SAME
    # What a single SOP has is the same as nothing.
    if sum(text is not None for text in cell.texts) == 1:
        standing = Standing.MISSING
    elif cell.differs:
        standing = Standing.DIFFERENT if cell.proposed else Standing.OPEN
    return Line(
        field=cell.field,
        label=FIELD_WORDS[cell.field],
        standing=standing,
        proposed=f"bila dipakai: {cell.proposed}" if cell.proposed and _dropped(step) else cell.proposed,
        held=tuple(_held(text, group, standing) for text, group in zip(cell.texts, cell.groups, strict=True)),
    )


def _dropped(step: AlignedStep) -> bool:
    return not step.kept and 2 * sum(each is not None for each in step.steps) != len(step.steps)


def _held(text: str | None, group: int, line: Standing) -> Held:
    if text is None:
        return Held(text=Standing.MISSING.value, standing=Standing.MISSING, variant=0)
    open_ = line is Standing.OPEN
    standing = Standing.OPEN if open_ else Standing.DIFFERENT if group else Standing.SAME
    return Held(text=text or "kosong", standing=standing, variant=group + 1)
