"""Where a SOP deviates from its counterparts: what the rules on disparity say of one cell, in one place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.likeness.meaning import asked_for, lacking
from pipeline.model.disparity import AlignedCell, AlignedStep, Disparity
from pipeline.model.sop import Sop, Step
from pipeline.text import fold, quoted

# So many units are named; of more it is said how many there are.
_NAMED = 4


class Said(NamedTuple):
    """One difference in words: a clause, the step (from 1) and field where it stands, and what the office asks."""

    text: str
    position: int
    field: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """A cell of a SOP that is not what the consensus takes, or one of several of which none is more common.

    `variants` are the other texts with the units that have them; `clear` says that the first one is the consensus.
    """

    sop: Sop
    position: int
    field: str
    found: str
    clear: bool
    variants: tuple[tuple[str, tuple[str, ...]], ...]
    others: tuple[tuple[Sop, int], ...]

    @property
    def step(self) -> Step:
        """The step that the cell belongs to."""
        return self.sop.steps[self.position - 1]


def deviations(disparity: Disparity, at: int, field: str) -> Iterator[Deviation]:
    """Yield each cell of a field that deviates in SOP `at`, in the order of the steps; an empty one does not."""
    for row in disparity.steps:
        cell = row.cell(field)
        groups = {group for group, text in zip(cell.groups, cell.texts, strict=True) if text}
        if len(groups) < 2:
            continue
        if cell.texts[at] and not (cell.proposed and cell.groups[at] == 0):
            yield _deviation(disparity, row, cell, at)


def _deviation(disparity: Disparity, row: AlignedStep, cell: AlignedCell, at: int) -> Deviation:
    own = cell.groups[at]
    clear = bool(cell.proposed)
    wanted = (
        (0,) if clear else sorted({each for each, text in zip(cell.groups, cell.texts, strict=True) if text} - {own})
    )
    variants = []
    for group in wanted:
        having = [each for each, other in enumerate(cell.groups) if other == group and cell.texts[each]]
        text = (
            cell.proposed
            if clear
            else min((cell.texts[each] or "" for each in having), key=lambda each: (len(each), each))
        )
        variants.append((text, tuple(disparity.units[each] for each in having)))
    others = [each for each, group in enumerate(cell.groups) if group in wanted]
    return Deviation(
        sop=disparity.sops[at], position=row.steps[at] or 0, field=cell.field, found=cell.texts[at] or "", clear=clear,
        variants=tuple(variants), others=tuple((disparity.sops[each], row.steps[each] or 0) for each in others),
    )  # fmt: skip


def more_and_less(deviation: Deviation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the requirements that only this SOP asks for, and those that all compared ones ask for and it does not."""
    ours = asked_for(deviation.sop.steps, deviation.position - 1)
    theirs = [(asked_for(sop.steps, at - 1), sop.steps[at - 1].activity) for sop, at in deviation.others]
    more = tuple(each for each in ours if all(lacking((each,), (*asked, said)) for asked, said in theirs))
    first, said = theirs[0][0], deviation.step.activity
    less = tuple(
        each for each in lacking(first, (*ours, said))
        if all(not lacking((each,), (*asked, activity)) for asked, activity in theirs)
    )  # fmt: skip
    return more, less


def named(units: Sequence[str]) -> str:
    """Return units as a list in a sentence."""
    shown = [fold(each.replace("_", " ")) for each in units]
    if len(shown) > _NAMED:
        shown = [*shown[: _NAMED - 1], f"{len(shown) - _NAMED + 1} unit lain"]
    if len(shown) <= 2:
        return " dan ".join(shown)
    return f"{', '.join(shown[:-1])}, dan {shown[-1]}"


def other_ways(deviation: Deviation) -> str:
    """Return the other texts with their units: `“10 menit” di KUA A dan KUA B, “15 menit” di KUA C`."""
    return ", ".join(f"{quoted(text)} di {named(units)}" for text, units in deviation.variants)


def which_way(deviation: Deviation, thing: str) -> str:
    """Return what the office asks: whether the unit takes the consensus, or which of the ways all units take."""
    if deviation.clear:
        text, units = deviation.variants[0]
        return f"Pakai {quoted(text)} seperti {named(units)}?"
    ways = ", ".join(quoted(text) for text in (deviation.found, *(text for text, _ in deviation.variants)))
    return f"{thing} mana yang dipakai semua unit: {ways}?"


def actors_differ(disparity: Disparity, at: int) -> Iterator[Said]:
    """Yield each step of SOP `at` whose actors are others; other spellings of a position are the same."""
    for each in deviations(disparity, at, "actors"):
        yield _said(each, f"pelaksana {quoted(each.found)}, sedangkan {other_ways(each)}", which_way(each, "Pelaksana"))


def standards_differ(disparity: Disparity, at: int) -> Iterator[Said]:
    """Yield each time, output and list of requirements of SOP `at` that is another one.

    Other words for the same are no difference; an empty cell is ST101's matter.
    """
    for each in deviations(disparity, at, "requirements"):
        more, less = more_and_less(each)
        if more or less:
            yield _said(each, _asks(each, more, less), _whether(each, more, less))
    for field, word in (("duration", "waktu"), ("output", "output")):
        for each in deviations(disparity, at, field):
            text = f"{word} {quoted(each.found)}, sedangkan {other_ways(each)}"
            yield _said(each, text, which_way(each, word.capitalize()))


def _said(each: Deviation, text: str, question: str) -> Said:
    number = each.step.number or each.position
    return Said(text=f"langkah {number}: {text}", position=each.position, field=each.field, question=question)


def _asks(each: Deviation, more: tuple[str, ...], less: tuple[str, ...]) -> str:
    units = named([unit for _, units in each.variants for unit in units])
    says = [f"meminta {_list(more)} yang tidak diminta {units}"] if more else []
    says += [f"tidak meminta {_list(less)} yang diminta {units}"] if less else []
    return f"kelengkapan {'; '.join(says)}"


def _whether(each: Deviation, more: tuple[str, ...], less: tuple[str, ...]) -> str:
    units = named([unit for _, units in each.variants for unit in units])
    if not each.clear:
        return "Kelengkapan mana yang diminta semua unit?"
    if more:
        return f"Hapus {_list(more)} seperti {units}?"
    return f"Tambahkan {_list(less)} seperti {units}?"


def _list(items: tuple[str, ...]) -> str:
    return ", ".join(quoted(each) for each in items)
