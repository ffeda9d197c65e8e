"""Corrected cells -> the XML of their sheet, nothing but those cells changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pipeline.model.workbook import letters
from pipeline.write.master.cells import Formats, cell_xml, held_as, holds_number
from pipeline.write.master.changes import CellChange
from pipeline.write.master.grid import Grid
from pipeline.write.master.references import area_of
from pipeline.write.spans import Element, Part


@dataclass(slots=True)
class Changed:
    """A sheet part with its corrected cells, those done, and what was left as it is."""

    data: bytes
    done: list[CellChange] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def with_cells(data: bytes, changes: Iterable[CellChange], formats: Formats) -> Changed:
    """Return the sheet with these cells changed; raises NotSound."""
    part = Part(data)
    grid = Grid(part)
    found = Changed(data)
    blocks = [
        area_of(formula.attributes.get("ref", ""))
        for _, _, formula in grid.formulas()
        if formula.attributes.get("t") in ("array", "dataTable")
    ]
    settled = {grid.seen_at(each.row, each.column): each for each in changes}
    for row, of_row in groupby(sorted(settled), key=lambda place: place[0]):
        added: list[tuple[int, bytes]] = []
        for _, column in of_row:
            change, cell = settled[row, column], grid.cell(row, column)
            why = _untouchable(cell, row, column, blocks, count=change.count)
            if why:
                found.left.append(f"Lembar {change.sheet}, sel {letters(column)}{row}: {why}")
                continue
            found.done.append(change)
            if cell is None:
                held = held_as(change.text, change.date, "", formats, number=False)
                added.append((column, cell_xml(grid.tag("c"), f"{letters(column)}{row}", "", held)))
            else:
                _change(part, cell, f"{letters(column)}{row}", change, formats)
        _add(grid, row, added)
    _widen(part, [grid.seen_at(each.row, each.column) for each in found.done])
    found.data = part.result()
    return found


def _untouchable(
    cell: Element | None, row: int, column: int, blocks: Sequence[tuple[int, int, int, int]], *, count: bool
) -> str:
    if any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in blocks):
        return "isinya bagian dari rumus larik, jadi tidak diubah; perbaiki di Excel."
    if cell is not None and cell.find("f") is not None and not count:
        return "berisi rumus, jadi tidak diubah; perbaiki rumusnya, atau sel yang dirujuknya, di Excel."
    return ""


def _change(part: Part, cell: Element, reference: str, change: CellChange, formats: Formats) -> None:
    if cell.find("f") is not None:
        value = cell.find("v")
        if value is not None and not part.is_empty_tag(value):
            part.replace_text(value, change.text)
        return
    style = cell.attributes.get("s", "")
    held = held_as(change.text, change.date, style, formats, number=holds_number(cell))
    part.replace(cell.start, cell.end, cell_xml(cell.tag, reference, style, held))


def _add(grid: Grid, row: int, added: Sequence[tuple[int, bytes]]) -> None:
    """Put in the cells that the file does not hold, and their row where it is missing too."""
    if not added:
        return
    part = grid.part
    element = grid.rows.get(row)
    if element is None:
        tag = grid.tag("row")
        inner = b"".join(xml for _, xml in added)
        following = next((each for number, each in grid.rows.items() if number > row), None)
        at = following.start if following else grid.data.close
        part.insert_in(grid.data, at, f'<{tag} r="{row}">'.encode() + inner + f"</{tag}>".encode())
        return
    cells = grid.cells(row)
    if part.is_empty_tag(element):
        part.insert_in(element, element.close, b"".join(xml for _, xml in added))
    else:
        for column, xml in added:
            following = next((each for at, each in cells.items() if at > column), None)
            # Behind the cells a row may hold extensions.
            last = max((each.end for each in cells.values()), default=element.inner)
            at = following.start if following else last
            part.insert_in(element, at, xml)
    if "spans" in element.attributes and not part.is_empty_tag(element):
        held = [*cells, *(column for column, _ in added)]
        part.set_attribute(element, "spans", f"{min(held)}:{max(held)}")


def _widen(part: Part, places: Sequence[tuple[int, int]]) -> None:
    """Let the sheet's dimension hold each cell."""
    dimension = part.root.find("dimension")
    if dimension is None or not dimension.attributes.get("ref") or not places:
        return
    top, left, bottom, right = area_of(dimension.attributes["ref"])
    rows, columns = [row for row, _ in places], [column for _, column in places]
    wide = (min(top, *rows), min(left, *columns), max(bottom, *rows), max(right, *columns))
    if wide != (top, left, bottom, right):
        ref = f"{letters(wide[1])}{wide[0]}:{letters(wide[3])}{wide[2]}"
        part.set_attribute(dimension, "ref", ref)
