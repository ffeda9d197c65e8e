"""Step tables -> Steps, and the grid that the flowchart is read against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.durations import read_duration
from pipeline.extract.headings import Columns, heading_of, wording
from pipeline.model.draft import Cell, Merge, Row, Table, Unread
from pipeline.model.grid import StepRow
from pipeline.model.sop import Step
from pipeline.text import fold, is_placeholder, key
from pipeline.vocabulary import CLOSING, TOTALS

_STANDARDS = ("requirements", "duration", "output", "note")
_NO_STEPS = {
    "phase": "judul tahap",
    "total": "baris jumlah",
    "closing": "keterangan penutup",
    "unknown": "baris tabel langkah yang bukan langkah",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTable:
    """A table with the columns that its own header, or the one before it, names; `start` is its first body row."""

    table: Table
    columns: Columns
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The steps of one SOP, the kind of each row, rows known to be no steps, and rows that are nothing known."""

    steps: tuple[Step, ...]
    rows: tuple[StepRow, ...]
    aside: tuple[Unread, ...]
    unread: tuple[Unread, ...]


def read_steps(tables: Sequence[StepTable], drawn: frozenset[tuple[int, int]]) -> Steps:
    """Return the steps of a SOP's tables; `drawn` holds the (table, row) of each row in which a shape is anchored."""
    steps: list[Step] = []
    rows: list[StepRow] = []
    aside: list[Unread] = []
    unread: list[Unread] = []
    listed = 0
    for index, each in enumerate(tables):
        rows.extend(StepRow(table=index, row=at, step=0) for at in range(each.start))
        for at in range(each.start, len(each.table.rows)):
            row = each.table.rows[at]
            texts = _texts(row, each)
            kind = _kind(row, texts, each, has_drawing=(each.table.place.table or 0, at + 1) in drawn)
            if kind == "more" and steps:
                steps[-1] = _with_more(steps[-1], texts, each.columns)
            elif kind == "step":
                listed += _listed_number(row, each)
                if _continues(row, each) and steps:
                    # 1a and 1b under one merged activity: each is a step of its own, the activity is the same.
                    texts = {**texts, "activity": steps[-1].activity}
                steps.append(_step(row, texts, each.columns, str(listed) if _listed_number(row, each) else ""))
            elif kind in _NO_STEPS:
                text = " | ".join(fold(cell.text) for cell in row.cells if fold(cell.text))
                kept = unread if kind == "unknown" else aside
                kept.append(Unread(what=f"{_NO_STEPS[kind]}: {text}", place=row.place))
            rows.append(StepRow(table=index, row=at, step=len(steps) if kind in ("step", "more") else 0))
    return Steps(steps=tuple(steps), rows=tuple(rows), aside=tuple(aside), unread=tuple(unread))


def _texts(row: Row, source: StepTable) -> dict[str, str]:
    """The folded text of the row under each heading; actor cells under `actor`."""
    texts: dict[str, str] = {}
    for cell in row.cells:
        heading = heading_at(cell, source)
        if heading is not None and cell.merge is not Merge.CONTINUE:
            texts[heading] = fold(f"{texts.get(heading, '')} {_all_text(cell)}")
    return texts


def _all_text(cell: Cell) -> str:
    nested = (inner.text for table in cell.tables for row in table.rows for inner in row.cells)
    return "\n".join((cell.text, *nested))


def heading_at(cell: Cell, source: StepTable) -> str | None:
    """Return the heading over a cell: of the columns that it covers, the one that it covers most of."""
    end = cell.column + cell.span
    for name, first, last in source.columns.ranges:
        if first <= cell.column and end <= last:
            return name
    widths = source.table.widths
    best, most = None, 0.0
    for name, first, last in source.columns.ranges:
        shared = range(max(first, cell.column), min(last, end))
        width = sum(widths[at] if at < len(widths) and widths[at] else 1.0 for at in shared)
        if width > most:
            best, most = name, width
    return best


def _kind(row: Row, texts: dict[str, str], source: StepTable, *, has_drawing: bool) -> str:
    filled = [fold(cell.text) for cell in row.cells if fold(cell.text)]
    if not filled and not has_drawing:
        return "blank"
    if _is_numbering(filled) or _is_header(row) or wording(row) in source.columns.printed:
        return "header"
    activity = texts.get("activity", "")
    first = key(filled[0]) if filled else ""
    wide = max(cell.span for cell in row.cells) * 2 > len(source.table.widths)
    if (
        first.startswith(TOTALS)
        and not texts.get("actor")
        and (wide or not texts.get("number", "").strip(".").isdigit())
    ):
        return "total"
    standards = any(texts.get(name) and not is_placeholder(texts[name]) for name in _STANDARDS)
    numbered = any(each.isdigit() for each in texts.get("number", "")) or _listed_number(row, source)
    if _continues(row, source):
        return "step" if numbered and standards else "more"
    if wide and not standards and not numbered:
        return "closing" if first.startswith(CLOSING) else "phase"
    if activity and (numbered or standards or has_drawing or texts.get("actor")):
        return "step"
    if activity:
        return "closing" if first.startswith(CLOSING) else "phase"
    if standards or texts.get("actor") or has_drawing:
        # A row without number and activity goes on with the step above it.
        return "more" if not numbered else "step"
    return "unknown"


def _is_numbering(filled: Sequence[str]) -> bool:
    numbers = [int(each.strip("()")) for each in filled if each.strip("()").isdigit()]
    return len(filled) >= 4 and len(numbers) == len(filled) and numbers == sorted(set(numbers)) and numbers[0] <= 2


def _is_header(row: Row) -> bool:
    named = [heading_of(cell.text) for cell in row.cells if fold(cell.text)]
    return len(named) >= 2 and sum(each is not None for each in named) * 2 > len(named)


def _continues(row: Row, source: StepTable) -> bool:
    """Whether the activity's cell is the lower part of a merged one."""
    return any(cell.merge is Merge.CONTINUE and heading_at(cell, source) == "activity" for cell in row.cells)


def _listed_number(row: Row, source: StepTable) -> bool:
    return any(
        heading_at(cell, source) == "number" and any(each.listed for each in cell.paragraphs) for cell in row.cells
    )


def _step(row: Row, texts: dict[str, str], columns: Columns, listed: str) -> Step:
    # Where Word numbers the column by itself it stores no text; it counts its own items and no other rows.
    number = texts.get("number", "").rstrip(". ") or listed
    return Step(
        number=number,
        activity=texts.get("activity", ""),
        actors=(),
        requirements=texts.get("requirements", ""),
        duration=read_duration(texts.get("duration", ""), columns.unit_of_time),
        output=texts.get("output", ""),
        note=texts.get("note", ""),
        place=row.place,
        columns=tuple((name, first) for name, first, _ in columns.ranges if name != "actor"),
    )


def _with_more(step: Step, texts: dict[str, str], columns: Columns) -> Step:
    def joined(name: str, before: str) -> str:
        return fold(f"{before} {texts.get(name, '')}")

    duration = joined("duration", step.duration.text if step.duration else "")
    return Step(
        number=step.number,
        activity=joined("activity", step.activity),
        actors=step.actors,
        requirements=joined("requirements", step.requirements),
        duration=read_duration(duration, columns.unit_of_time),
        output=joined("output", step.output),
        note=joined("note", step.note),
        place=step.place,
        columns=step.columns,
    )


def step_cells(source: StepTable, row: Row) -> Iterator[tuple[str, Cell]]:
    """Yield each cell of a row with its heading."""
    for cell in row.cells:
        heading = heading_at(cell, source)
        if heading is not None:
            yield heading, cell
