"""Outcome -> the sheet Disparitas: the same SOP in several units, a row for each thing compared in each step."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipeline.ids import disparity_id
from pipeline.model.disparity import Disparity
from pipeline.model.outcome import Outcome
from pipeline.text import fold, key
from pipeline.write.side_by_side import Held, Standing, lines_of
from pipeline.write.workbook.decided import Decided
from pipeline.write.workbook.sheet import Cell, Column, Look, Sheet, columns_of, count, cut, decision, words

_FIRST = columns_of((("Nama SOP", 26), ("Langkah", 9), ("Kegiatan", 30), ("Bidang", 19)), frozenset({"Langkah"}))
_JOINT = columns_of((("Usulan bersama", 28), ("Keadaan", 14)))
_UNIT_WIDTH = 24
# Excel wants headings of one table to differ and holds 255 characters in each.
_HEADING = 240
_OWN = frozenset(key(each.heading) for each in (*_FIRST, *_JOINT, *decision()))

# A unit as it is compared, and which of the SOPs of that name it is.
_Unit = tuple[str, int]


def disparities_sheet(outcome: Outcome) -> Sheet:
    """Return every SOP that several units share, in long form, with a column for each of these units."""
    units, decided = _units(outcome.disparities), Decided(outcome)
    return Sheet(
        name="Disparitas",
        about="SOP yang sama dari beberapa unit, satu baris untuk setiap bidang setiap langkah. Saring Keadaan: "
        "sama, berbeda, tidak ada, perlu diputuskan. Usulan bersama adalah isi unit terbanyak.",
        none="Tidak ada SOP yang diserahkan beberapa unit untuk baris induk yang sama.",
        columns=(
            *_FIRST,
            *_JOINT,
            *(Column(heading=each, width=_UNIT_WIDTH) for each in units.values()),
            *decision(),
        ),
        rows=tuple(row for each in outcome.disparities for row in _rows(each, units, decided)),
    )


def _units(disparities: Sequence[Disparity]) -> dict[_Unit, str]:
    """Return the heading of each unit's column, in the order in which they occur."""
    found: dict[_Unit, str] = {}
    taken = set(_OWN)
    for each in disparities:
        for unit, written in zip(_named(each), each.units, strict=True):
            if unit not in found:
                found[unit] = _heading(written, taken)
    return found


def _named(disparity: Disparity) -> Iterator[_Unit]:
    seen: Counter[str] = Counter()
    for written in disparity.units:
        name = key(written) or written
        seen[name] += 1
        yield name, seen[name]


def _heading(written: str, taken: set[str]) -> str:
    name = cut(fold(written), _HEADING) or "(tanpa nama unit)"
    free = next(each for each in (name, *(f"{name} ({at})" for at in range(2, 10_000))) if key(each) not in taken)
    taken.add(key(free))
    return free


def _rows(disparity: Disparity, units: Mapping[_Unit, str], decided: Decided) -> Iterator[tuple[Cell, ...]]:
    own = tuple(_named(disparity))
    for at, step in enumerate(disparity.steps, start=1):
        for line in lines_of(step, disparity):
            held = dict(zip(own, line.held, strict=True))
            yield (
                words(disparity.title),
                count(at),
                words(step.activity),
                words(line.label),
                words(line.proposed, Look.STRONG),
                words(line.standing, Look.TEXT if line.standing is Standing.SAME else Look.STRONG),
                *(_held(held.get(each)) for each in units),
                *decided.cells(disparity_id(disparity.title, step.activity, line.field)),
            )


def _held(held: Held | None) -> Cell:
    # A unit that does not share this SOP has nothing to compare.
    if held is None:
        return words("")
    # That the step is missing is said in the row above.
    if held.variant == 0:
        return words(held.text)
    if held.standing is Standing.OPEN:
        return words(f"? pilihan {held.variant}: {held.text}", Look.STRONG)
    if held.standing is Standing.SAME:
        return words(held.text)
    sign = "✗" if held.standing is Standing.MISSING else "≠"
    return words(f"{sign} {held.text}", Look.ALARM)
