"""The formulas in the cells of a sheet, each as its cell reads it, moved with rows that were put in.

A formula that several cells share (ECMA-376 part 1, 18.3.1.40) is written out where the cells no longer read it alike.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

from pipeline.write.master.grid import Grid
from pipeline.write.master.references import Shift, area_of, carried, shifted
from pipeline.write.spans import Element

Relink = Callable[[int, int, str], str]


class Formula(NamedTuple):
    """A formula as its cell reads it; `shared` where the file writes it once for several."""

    row: int
    column: int
    element: Element
    text: str
    shared: bool


def formulas(grid: Grid) -> Iterator[Formula]:
    """Yield each formula of a sheet."""
    first: dict[str, tuple[str, int, int]] = {}
    for row, column, element in grid.formulas():
        if element.attributes.get("t") != "shared":
            yield Formula(row, column, element, element.text, shared=False)
            continue
        index = element.attributes.get("si", "")
        if element.text:
            first[index] = (element.text, row, column)
        text, top, left = first.get(index, ("", row, column))
        yield Formula(row, column, element, carried(text, row - top, column - left), shared=True)


def move_formulas(grid: Grid, shift: Shift, home: str, relink: Relink) -> None:
    """Move the formulas of the sheet `home`; `relink` has the last word on each, by its row, column and text."""
    own = home.casefold() == shift.sheet.casefold()
    found = list(formulas(grid))
    apart = {
        each.element.attributes.get("si")
        for each in found
        if each.shared and (own or shifted(each.text, shift, home) != each.text)
    }
    for each in found:
        text = relink(each.row, each.column, shifted(each.text, shift, home, each.row))
        if each.shared:
            if each.element.attributes.get("si") in apart:
                _write_out(grid, each, text)
            continue
        if text != each.text:
            grid.part.replace_text(each.element, text)
        if own and each.element.attributes.get("t") == "array" and "ref" in each.element.attributes:
            ref = moved_area(each.element.attributes["ref"], shift)
            if ref != each.element.attributes["ref"]:
                grid.part.set_attribute(each.element, "ref", ref)


def moved_area(area: str, shift: Shift) -> str:
    """Return an area that moves with its rows and takes in no new one at its end."""
    return ":".join(shifted(each, shift, shift.sheet) for each in area.split(":"))


def _write_out(grid: Grid, formula: Formula, text: str) -> None:
    volatile = ' ca="1"' if formula.element.attributes.get("ca") in ("1", "true") else ""
    tag = formula.element.tag
    new = f"<{tag}{volatile}>{escape(text)}</{tag}>".encode()
    grid.part.replace(formula.element.start, formula.element.end, new)


def spans_row(area: str, after: int) -> bool:
    """Return whether rows put in below the row `after` would part an area."""
    top, _, bottom, _ = area_of(area)
    return top <= after < bottom
