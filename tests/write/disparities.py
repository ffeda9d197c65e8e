"""Shared SOPs side by side, built by hand."""

from collections import Counter
from collections.abc import Sequence

from pipeline.model.disparity import AlignedCell, AlignedStep, Disparity
from pipeline.model.sop import Sop

Texts = Sequence[str | None]
_PLAIN = {"activity": "Menerima", "actors": "Petugas", "requirements": "Surat", "duration": "5 menit", "output": "Map"}


def cell(field: str, texts: Texts) -> AlignedCell:
    """A cell whose texts mean the same only where they are the same; none is proposed where two are as common."""
    counts = Counter(each for each in texts if each is not None).most_common()
    order = [text for text, _ in counts]
    tied = len(counts) > 1 and counts[0][1] == counts[1][1]
    return AlignedCell(
        field=field, texts=tuple(texts), groups=tuple(-1 if each is None else order.index(each) for each in texts),
        proposed="" if tied else order[0],
    )  # fmt: skip


def aligned(positions: Sequence[int | None], part_of: int | None = None, **texts: Texts) -> AlignedStep:
    """A step at these positions; a cell that is not given reads the same in each SOP that has the step."""
    having = sum(each is not None for each in positions)
    cells = {field: [None if at is None else word for at in positions] for field, word in _PLAIN.items()}
    return AlignedStep(
        steps=tuple(positions), cells=tuple(cell(field, texts.get(field, same)) for field, same in cells.items()),
        kept=2 * having > len(positions), part_of=part_of,
    )  # fmt: skip


def shared(title: str, sops: Sequence[Sop], units: Sequence[str], *steps: AlignedStep) -> Disparity:
    """One SOP of several units."""
    return Disparity(title=title, sops=tuple(sops), units=tuple(units), steps=steps)
