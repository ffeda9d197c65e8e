"""The first rows of a table -> which column is which, or none when it is no step table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.durations import unit_in_heading
from pipeline.model.draft import Cell, Merge, Row, Table
from pipeline.model.sop import Actor
from pipeline.text import fold, key
from pipeline.vocabulary import HEADINGS

_ASIDE = re.compile(r"\([^)]*\)")
_KNOWN = {key(each): name for name, spellings in HEADINGS.items() for each in spellings}
# Narrow columns break words anywhere ("Keleng kapan"); without blanks they are themselves again.
_SOLID = {each.replace(" ", ""): name for each, name in _KNOWN.items()}
_GROUPS = ("actors", "standards")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A step table's columns: `first` is its first header row and `rows` how many there are."""

    first: int
    rows: int
    ranges: tuple[tuple[str, int, int], ...]
    actors: tuple[Actor, ...]
    unit_of_time: str | None
    named_in_cell: bool
    printed: tuple[tuple[str, ...], ...] = ()

    def column(self, heading: str) -> int | None:
        """Return the first grid column under a heading."""
        return next((first for name, first, _ in self.ranges if name == heading), None)


@lru_cache(maxsize=4096)
def heading_of(text: str) -> str | None:
    """Return which heading a cell's text is, or none."""
    wanted = key(text)
    bare = key(_ASIDE.sub(" ", text))
    solid = wanted.replace(" ", "")
    return _KNOWN.get(wanted) or _KNOWN.get(bare) or _SOLID.get(solid) or _SOLID.get(bare.replace(" ", ""))


def read_columns(table: Table) -> Columns | None:
    """Return the columns of a step table, or none when the table is something else."""
    for first, row in enumerate(table.rows):
        named = {heading_of(cell.text) for cell in row.cells} - {None}
        if "activity" in named and len(named) >= 3:
            rows = _header_rows(table, first)
            return _columns(table, first, rows)
    return None


def wording(row: Row) -> tuple[str, ...]:
    """Return what a row says, cell by cell, as headings compare: a header printed again says the same."""
    return tuple(key(cell.text) for cell in row.cells)


def _header_rows(table: Table, first: int) -> int:
    """How many rows the header has: as many as the activity's heading covers, or as groups ask for."""
    activity = next(cell for cell in table.rows[first].cells if heading_of(cell.text) == "activity")
    rows = 1
    if activity.merge is Merge.START:
        while first + rows < len(table.rows) and _continues(table.rows[first + rows], activity.column):
            rows += 1
        return rows
    grouped = any(heading_of(cell.text) in _GROUPS and cell.span > 1 for cell in table.rows[first].cells)
    while (
        grouped and first + rows < len(table.rows) and rows < 3 and _is_subheading(table.rows[first + rows], activity)
    ):
        rows += 1
    return rows


def _continues(row: Row, column: int) -> bool:
    return any(cell.column == column and cell.merge is Merge.CONTINUE for cell in row.cells)


def _is_subheading(row: Row, activity: Cell) -> bool:
    below = next((cell for cell in row.cells if cell.column == activity.column), None)
    known = sum(heading_of(cell.text) is not None for cell in row.cells)
    return (below is None or not fold(below.text)) and known >= 1


def _columns(table: Table, first: int, rows: int) -> Columns:
    header = table.rows[first : first + rows]
    group = next((c for row in header for c in row.cells if heading_of(c.text) == "actors"), None)
    lowest = _lowest(header)
    ranges: list[tuple[str, int, int]] = []
    actors: list[Actor] = []
    unit = None
    inside = _actor_range(table, header, group)
    for cell in lowest:
        heading = heading_of(cell.text)
        text = fold(cell.text)
        is_actor = inside is not None and inside[0] <= cell.column < inside[1]
        if is_actor and (heading is None or heading == "actors") and (text or cell.span):
            actors.append(Actor(name=text, column=cell.column, span=cell.span, place=cell.place))
            ranges.append(("actor", cell.column, cell.column + cell.span))
        elif heading is not None and all(name != heading for name, _, _ in ranges):
            ranges.append((heading, cell.column, cell.column + cell.span))
            unit = unit_in_heading(cell.text) if heading == "duration" else unit
    alone = len(actors) == 1 and heading_of(actors[0].name) == "actors"
    return Columns(
        first=first, rows=rows, ranges=tuple(ranges), actors=tuple(a for a in actors if a.name), unit_of_time=unit,
        named_in_cell=alone, printed=tuple(wording(row) for row in header),
    )  # fmt: skip


def _actor_range(table: Table, header: Sequence[Row], group: Cell | None) -> tuple[int, int] | None:
    if group is not None:
        return group.column, group.column + group.span
    # Without a group heading the actors stand between the activity and the first column of mutu baku.
    cells = [(heading_of(c.text), c) for c in _lowest(header)]
    start = next((c.column + c.span for name, c in cells if name == "activity"), None)
    end = next(
        (
            c.column
            for name, c in cells
            if name in ("requirements", "duration", "output", "standards") and c.column >= (start or 0)
        ),
        len(table.widths),
    )
    return None if start is None or end <= start else (start, end)


def _lowest(header: Sequence[Row]) -> list[Cell]:
    """The lowest heading cell of each grid column that has text, from left to right."""
    at: dict[int, Cell] = {}
    for row in header:
        for cell in row.cells:
            if cell.merge is Merge.CONTINUE:
                continue
            is_group = heading_of(cell.text) in _GROUPS
            for column in range(cell.column, cell.column + cell.span):
                covered = at.get(column)
                if covered is None or (fold(cell.text) and not (is_group and covered is not None)):
                    at[column] = cell
    seen: list[Cell] = []
    for column in sorted(at):
        if not seen or seen[-1] is not at[column]:
            seen.append(at[column])
    return seen
