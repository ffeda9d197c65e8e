"""The rows and cells of a sheet's XML by their numbers, whether the file gives those or leaves them to be counted."""

import re
from collections.abc import Iterator

from pipeline.write.master.references import area_of, number_of
from pipeline.write.spans import Element, NotSound, Part

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>]")
_DIGITS = "0123456789"


def holds_formulas(sheet: bytes) -> bool:
    """Return whether a sheet holds any formula, before its XML is taken apart."""
    return _FORMULA.search(sheet) is not None


class Grid:
    """The rows of a sheet part by their number."""

    def __init__(self, part: Part) -> None:
        """Look at the part; raises NotSound where it holds no rows."""
        data = part.root.find("sheetData")
        if data is None:
            raise NotSound("sheetData")
        self.part = part
        self.data = data
        self.rows: dict[int, Element] = {}
        number = 0
        for each in data.children:
            number = int(each.attributes.get("r", number + 1))
            self.rows[number] = each
        merged = part.root.find("mergeCells")
        self.merged = [area_of(each.attributes.get("ref", "")) for each in merged.children] if merged else []

    def cells(self, row: int) -> dict[int, Element]:
        """Return the cells of a row by their column."""
        found: dict[int, Element] = {}
        column = 0
        for each in self.rows[row].children if row in self.rows else ():
            if each.name == "c":
                reference = each.attributes.get("r")
                column = number_of(reference.rstrip(_DIGITS)) if reference else column + 1
                found[column] = each
        return found

    def cell(self, row: int, column: int) -> Element | None:
        """Return a cell, none where the file holds none."""
        return self.cells(row).get(column)

    def formulas(self) -> Iterator[tuple[int, int, Element]]:
        """Yield row, column and element of each formula."""
        for row in self.rows:
            # Most rows hold none; only where one does are its columns counted.
            if any(cell.find("f") for cell in self.rows[row].children):
                for column, cell in self.cells(row).items():
                    formula = cell.find("f")
                    if formula is not None:
                        yield row, column, formula

    def seen_at(self, row: int, column: int) -> tuple[int, int]:
        """Return the cell that is seen at a place: the first of those merged, else the place itself."""
        for top, left, bottom, right in self.merged:
            if top <= row <= bottom and left <= column <= right:
                return top, left
        return row, column

    def tag(self, name: str) -> str:
        """Return the tag of an element of this part, with the prefix that the part uses."""
        return self.part.root.prefix + name
