"""Which steps a SOP has, lacks or does at another time than its counterparts: SE105's sentences on steps."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.check.deviations import Said, named
from pipeline.model.disparity import AlignedStep, Disparity
from pipeline.model.sop import Sop
from pipeline.text import quoted


def steps_differ(disparity: Disparity, at: int) -> Iterator[Said]:
    """Yield each step of SOP `at` that most counterparts lack, that most have and it lacks, or that stands elsewhere.

    A step that others write together with its neighbour is no difference.
    """
    rows = [row for row in disparity.steps if row.part_of is None]
    yield from _extra(disparity, rows, at)
    yield from _missing(disparity, rows, at)
    yield from _elsewhere(disparity, rows, at)


def _extra(disparity: Disparity, rows: Sequence[AlignedStep], at: int) -> Iterator[Said]:
    sop = disparity.sops[at]
    own = [(row, step) for row in rows if not row.kept and (step := row.steps[at]) is not None]
    if 2 * len(own) > len(sop.steps) and len(own) > 1:
        # So different a SOP is laid beside the others as a whole.
        units = named([unit for each, unit in enumerate(disparity.units) if each != at])
        yield _said(
            own[0][1],
            f"{len(own)} dari {len(sop.steps)} langkah tidak ada di kebanyakan unit itu, "
            f"mulai dari langkah {_number(sop, own[0][1])}",
            f"Alur mana yang dipakai semua unit: alur ini atau alur {units}?",
        )  # fmt: skip
        return
    for row, step in own:
        lacking = named([unit for unit, other in zip(disparity.units, row.steps, strict=True) if other is None])
        yield _said(
            step,
            f"langkah {_number(sop, step)} {_activity(sop, step)} tidak ada di {lacking}",
            f"Hapus langkah ini seperti {lacking}, atau pakai di semua unit?",
        )  # fmt: skip


def _missing(disparity: Disparity, rows: Sequence[AlignedStep], at: int) -> Iterator[Said]:
    sop = disparity.sops[at]
    before = 0
    for row in rows:
        step = row.steps[at]
        if step is not None:
            before = max(before, step)
        elif row.kept:
            having = named([unit for unit, other in zip(disparity.units, row.steps, strict=True) if other is not None])
            activity = quoted(row.cell("activity").proposed or _first_text(row))
            after = f"setelah langkah {_number(sop, before)}" if before else "pada awal SOP"
            near = max(before, 1)
            yield Said(
                text=f"{after} belum ada langkah {activity} seperti di {having}", position=near, field="activity",
                question=f"Tambahkan langkah {activity} seperti {having}?",
            )  # fmt: skip


def _elsewhere(disparity: Disparity, rows: Sequence[AlignedStep], at: int) -> Iterator[Said]:
    shared = [row for row in rows if sum(step is not None for step in row.steps) > 1]
    if all(_rising([row.steps[each] for row in shared]) for each in range(len(disparity.sops))):
        return
    against = {index: _against(shared, index, at) for index in range(len(shared))}
    told: set[int] = set()
    while True:
        left = {
            index: [other for other in others if other not in told]
            for index, others in against.items()
            if index not in told
        }
        index = max(left, key=lambda each: (len(left[each]), each), default=None)
        if index is None or not left[index]:
            return
        told.add(index)
        yield _moved(disparity, shared, at, index, left[index][0])


def _rising(steps: Sequence[int | None]) -> bool:
    return all(one < other for one, other in pairwise(each for each in steps if each is not None))


def _against(rows: Sequence[AlignedStep], index: int, at: int) -> list[int]:
    """The rows that stand on the other side of one in a SOP than in at least as many others."""
    own = rows[index].steps[at]
    if own is None:
        return []
    found = []
    for other, row in enumerate(rows):
        theirs = row.steps[at]
        if theirs is None or other == index:
            continue
        ways = [
            one < two
            for one, two in zip(rows[index].steps, row.steps, strict=True)
            if one is not None and two is not None
        ]
        if 2 * ways.count(own < theirs) <= len(ways):
            found.append(other)
    return found


def _moved(disparity: Disparity, rows: Sequence[AlignedStep], at: int, index: int, other: int) -> Said:
    sop, row, beside = disparity.sops[at], rows[index], rows[other]
    own, theirs = row.steps[at] or 1, beside.steps[at] or 1
    units = named([
        unit for unit, one, two in zip(disparity.units, row.steps, beside.steps, strict=True)
        if one is not None and two is not None and (one < two) != (own < theirs)
    ])  # fmt: skip
    side, otherwise = ("sebelum", "sesudahnya") if own < theirs else ("sesudah", "sebelumnya")
    return _said(
        own,
        f"langkah {_number(sop, own)} {_activity(sop, own)} dikerjakan {side} {_activity(sop, theirs)}; "
        f"di {units} {otherwise}",
        f"Urutan mana yang dipakai semua unit: urutan ini atau urutan {units}?",
    )  # fmt: skip


def _said(step: int, text: str, question: str) -> Said:
    return Said(text=text, position=step, field="activity", question=question)


def _number(sop: Sop, step: int) -> str:
    return sop.steps[step - 1].number or str(step)


def _activity(sop: Sop, step: int) -> str:
    return quoted(sop.steps[step - 1].activity)


def _first_text(row: AlignedStep) -> str:
    return min((text for text in row.cell("activity").texts if text), default="")
