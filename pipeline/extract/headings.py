"""The first rows of a table -> which column is which, or none when it is no step table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.durations import unit_in_heading
from pipeline.model.draft import Cell, Merge, Row, Table
from pipeline.model.sop import Actor, PrintedLabel
from pipeline.text import fold, key
from pipeline.vocabulary import HEADINGS

_ASIDE = re.compile(r"\([^)]*\)")
_KNOWN = {key(each): name for name, spellings in HEADINGS.items() for each in spellings}
# Narrow columns break words anywhere ("Keleng kapan"); without blanks they are themselves again.
_SOLID = {each.replace(" ", ""): name for each, name in _KNOWN.items()}
_WRITING = {key(each).replace(" ", ""): each for spellings in HEADINGS.values() for each in spellings}
# A heading of so many letters is still itself with a slip of the finger.
_LONG = 8
_MISSPELLABLE = tuple(each for each in _SOLID if len(each) >= _LONG)
# "Waktu/menit", "Waktu dalam menit": a heading with its unit behind it, without brackets.
_TIMES = tuple(sorted((each for each, name in _KNOWN.items() if name == "duration"), key=len, reverse=True))
_OR = re.compile(r"[/|,]|\b(?:dan|atau)\b", re.IGNORECASE)
_IN = ("dalam", "satuan", "per", "atau")
GROUPS = ("actors", "standards")
_STANDARDS = ("requirements", "duration", "output", "standards")
_LONGEST_HEADING = 60
_MOST_ROWS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A step table's columns: `first` is its first header row and `rows` how many there are."""

    first: int
    rows: int
    ranges: tuple[tuple[str, int, int], ...]
    actors: tuple[Actor, ...]
    unit_of_time: str | None
    printed: tuple[tuple[str, ...], ...] = ()
    headings: tuple[PrintedLabel, ...] = ()

    def column(self, heading: str) -> int | None:
        """Return the first grid column under a heading."""
        return next((first for name, first, _ in self.ranges if name == heading), None)


class _Known(NamedTuple):
    """A known heading, and its spelling where the printed one is only near it."""

    name: str
    meant: str = ""


def heading_of(text: str) -> str | None:
    """Return which heading a cell's text is, or none."""
    found = _known(text)
    return None if found is None else found.name


@lru_cache(maxsize=8192)
def _known(text: str) -> _Known | None:
    if not text or len(text) > _LONGEST_HEADING:
        return None
    wanted = key(text)
    bare = key(_ASIDE.sub(" ", text)) if "(" in text else wanted
    solid = bare.replace(" ", "")
    found = _KNOWN.get(wanted) or _KNOWN.get(bare) or _SOLID.get(wanted.replace(" ", "")) or _SOLID.get(solid)
    if found is None and _behind_time(wanted):
        found = "duration"
    both = {_KNOWN.get(key(each)) for each in _OR.split(text)}
    if found is None and len(both) == 1:
        # "Aktivitas/Langkah": two names of one column.
        found = both.pop()
    if found is not None:
        return _Known(found)
    if len(solid) < _LONG - 1 or not solid.isalpha():
        return None
    best = process.extractOne(solid, _MISSPELLABLE, scorer=OSA.distance, score_cutoff=1)
    return None if best is None else _Known(_SOLID[best[0]], _WRITING[best[0]])


def _behind_time(words: str) -> str:
    """The unit, or units, that a heading has behind its word for time; empty where something else stands there."""
    name = next((each for each in _TIMES if words.startswith(f"{each} ")), None)
    rest = "" if name is None else words[len(name) + 1 :]
    units = [each for each in rest.split() if each not in _IN]
    known = unit_in_heading(f"({rest})") is not None or all(unit_in_heading(f"({each})") is not None for each in units)
    return rest if units and known else ""


def _unit_of_time(text: str) -> str | None:
    """The one unit that a heading gives the numbers below it, or none."""
    return unit_in_heading(text) or unit_in_heading(f"({_behind_time(key(text))})")


def read_columns(table: Table) -> Columns | None:
    """Return the columns of a step table, or none when the table is something else."""
    for first, row in enumerate(table.rows):
        named = {heading_of(cell.text) for cell in row.cells} - {None}
        if "activity" in named and len(named) >= 3:
            # In some hands the groups stand in a row of their own above the headings.
            above = first
            while above > 0 and _holds_only_headings(table.rows[above - 1]):
                above -= 1
            return _columns(table, above, first - above + _header_rows(table, first))
    return None


def _holds_only_headings(row: Row) -> bool:
    filled = [cell.text for cell in row.cells if fold(cell.text)]
    return bool(filled) and all(heading_of(each) is not None for each in filled)


def wording(row: Row) -> tuple[str, ...]:
    """Return what a row says, cell by cell, as headings compare: a header printed again says the same."""
    return tuple(key(cell.text) for cell in row.cells)


def _header_rows(table: Table, first: int) -> int:
    """How many rows the header has from here on: as many as the activity's heading covers, or as groups ask for."""
    activity = next(cell for cell in table.rows[first].cells if heading_of(cell.text) == "activity")
    rows = 1
    if activity.merge is Merge.START:
        while first + rows < len(table.rows) and _continues(table.rows[first + rows], activity.column):
            rows += 1
        return rows
    groups = [cell for cell in table.rows[first].cells if heading_of(cell.text) in GROUPS]
    while groups and first + rows < len(table.rows) and rows < _MOST_ROWS:
        if not _is_subheading(table.rows[first + rows], activity, groups):
            break
        rows += 1
    return rows


def _continues(row: Row, column: int) -> bool:
    return any(cell.column == column and cell.merge is Merge.CONTINUE for cell in row.cells)


def _is_subheading(row: Row, activity: Cell, groups: Sequence[Cell]) -> bool:
    """Whether a row below the first of a header goes on with it: nothing stands under the activity's heading."""
    filled = [cell for cell in row.cells if fold(cell.text)]
    if not filled or any(_overlaps(cell, activity) for cell in filled):
        return False
    known = any(heading_of(cell.text) is not None for cell in filled)
    return known or all(any(_covers(group, cell) for group in groups) for cell in filled)


def _overlaps(cell: Cell, other: Cell) -> bool:
    return cell.column < other.column + other.span and other.column < cell.column + cell.span


def _covers(group: Cell, cell: Cell) -> bool:
    return group.column <= cell.column and cell.column + cell.span <= group.column + group.span


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
        if is_actor and (heading is None or heading == "actors"):
            actors.append(Actor(name=text, column=cell.column, span=cell.span, place=cell.place))
            ranges.append(("actor", cell.column, cell.column + cell.span))
        elif heading is not None and all(name != heading for name, _, _ in ranges):
            ranges.append((heading, cell.column, cell.column + cell.span))
            unit = _unit_of_time(cell.text) if heading == "duration" else unit
    return Columns(
        first=first, rows=rows, ranges=tuple(ranges), actors=tuple(a for a in actors if a.name), unit_of_time=unit,
        printed=tuple(wording(row) for row in header), headings=tuple(_headings(header, actors)),
    )  # fmt: skip


def _headings(header: Sequence[Row], actors: Sequence[Actor]) -> Iterator[PrintedLabel]:
    """Yield the headings of a header as they are printed; an actor may be called like a heading."""
    own = {each.place for each in actors}
    for row in header:
        for cell in row.cells:
            found = None if cell.place in own else _known(cell.text)
            if found is not None:
                yield PrintedLabel(field=found.name, text=fold(cell.text), place=cell.place, meant=found.meant)


def _actor_range(table: Table, header: Sequence[Row], group: Cell | None) -> tuple[int, int] | None:
    """The grid columns of the actors: those under their group's heading."""
    if group is not None and len(header) > 1:
        return group.column, group.column + group.span
    # Without a group heading the actors stand between the activity and the first column of mutu baku.
    cells = [(heading_of(c.text), c) for c in _lowest(header)]
    start = next((c.column + c.span for name, c in cells if name == "activity"), 0)
    end = next((c.column for name, c in cells if name in _STANDARDS and c.column >= start), len(table.widths))
    if group is not None and not start <= group.column < end:
        return group.column, group.column + group.span
    return (start, end) if start < end else None


def _lowest(header: Sequence[Row]) -> list[Cell]:
    """The lowest heading cell of each grid column that has text, from left to right."""
    at: dict[int, Cell] = {}
    # The first cell of its name is the group; an actor below it can be called Pelaksana as well.
    named = [(heading_of(cell.text), cell) for row in header for cell in row.cells]
    groups = [next((cell for name, cell in named if name == group), None) for group in GROUPS]
    for row in header:
        for cell in row.cells:
            if cell.merge is Merge.CONTINUE:
                continue
            is_group = any(cell is each for each in groups)
            for column in range(cell.column, cell.column + cell.span):
                covered = at.get(column)
                if covered is None or not fold(covered.text) or (fold(cell.text) and not is_group):
                    at[column] = cell
    seen: list[Cell] = []
    for column in sorted(at):
        if not seen or seen[-1] is not at[column]:
            seen.append(at[column])
    return seen
