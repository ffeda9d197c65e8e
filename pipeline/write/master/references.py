"""The references in formulas: taken out of the rest, moved with rows that were put in, carried to another cell.

The language of formulas is ECMA-376, part 1, section 18.17.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.model.workbook import letters

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}"
_TOKEN = re.compile(
    rf"""
    (?P<string>"(?:[^"]|"")*")
    | (?P<sheet>(?:'(?:[^']|'')*'|(?:\[[^\[\]]+\])?[^\W\d][\w.]*(?::[^\W\d][\w.]*)?)!)
    | (?P<columns>\[(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*\])
    | (?P<area>{_CELL}(?::{_CELL})?(?![\w(.!\[])
      | \$?[1-9][0-9]{{0,6}}:\$?[1-9][0-9]{{0,6}}(?![\w.])
      | \$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}(?![\w(.!]))
    | (?P<other>[^\W\d][\w.\\?]*|[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ENDS = re.compile(r"(\$?)([A-Za-z]{0,3})(\$?)([0-9]*)")


@dataclass(frozen=True, slots=True)
class Shift:
    """Rows put into a sheet: how many after which row, rows ascending as they were before."""

    sheet: str
    after: tuple[int, ...]
    counts: tuple[int, ...]

    def row(self, row: int) -> int:
        """Return where a row stands afterwards."""
        return row + sum(self.counts[: bisect_left(self.after, row)])

    def last(self, row: int) -> int:
        """Return where an area ends afterwards that ended with this row: what was put in right below is part of it."""
        return row + sum(self.counts[: bisect_right(self.after, row)])


def tokens(formula: str) -> Iterator[tuple[str, str, str]]:
    """Yield the pieces of a formula as (kind, sheet that an area names or nothing, text); together they are all of it.

    Kinds are string, sheet (its prefix), columns (of a table), area and other.
    """
    sheet = ""
    for match in _TOKEN.finditer(formula):
        kind, text = match.lastgroup or "other", match[0]
        yield kind, sheet if kind == "area" else "", text
        sheet = sheet_named(text[:-1]) if kind == "sheet" else ""


def references(formula: str, change: Callable[[str, str], str]) -> str:
    """Return the formula with each area as `change` gives it, of (sheet as written or nothing, area as written)."""
    return "".join(change(sheet, text) if kind == "area" else text for kind, sheet, text in tokens(formula))


def sheet_named(written: str) -> str:
    """Return the sheet that a prefix of a reference names, without its quotation marks."""
    return written[1:-1].replace("''", "'") if written.startswith("'") else written


def shifted(formula: str, shift: Shift, home: str, row: int = 0) -> str:
    """Return a formula that stands on the sheet `home` (in `row`, where it is a cell's) as it reads after the shift."""

    def change(sheet: str, area: str) -> str:
        if (sheet or home).casefold() != shift.sheet.casefold():
            return area
        return shifted_area(area, shift, row if home.casefold() == shift.sheet.casefold() else 0)

    return references(formula, change)


def shifted_area(area: str, shift: Shift, row: int = 0) -> str:
    """Return an area (D8, D8:D20, 5:7, B:C) as it reads after the shift, asked by a formula in `row`, if any."""
    first, colon, last = area.partition(":")
    a, b = _end(first), _end(last)
    if a[3] == "":
        return area
    top = _written(a, shift.row(int(a[3])))
    if not colon:
        return top
    bottom = int(b[3])
    # A count that runs down to the row of its own formula goes no further.
    grows = bottom != row or b[2]
    return f"{top}:{_written(b, shift.last(bottom) if grows else shift.row(bottom))}"


def shifted_ranges(sqref: str, shift: Shift) -> str:
    """Return the ranges of a format or a validation, parted by blanks; one that ends at the neighbour row grows."""
    found = []
    for each in sqref.split():
        first, colon, last = each.partition(":")
        bottom = _end(last or first)
        if bottom[3] == "":
            found.append(each)
            continue
        top = _end(first)
        start, end = shift.row(int(top[3])), shift.last(int(bottom[3]))
        one = not colon and start == end
        found.append(_written(top, start) if one else f"{_written(top, start)}:{_written(bottom, end)}")
    return " ".join(found)


def carried(formula: str, rows: int, columns: int) -> str:
    """Return a formula as it reads when it is copied so many rows down and columns to the right."""

    def change(_sheet: str, area: str) -> str:
        return ":".join(_carried_end(each, rows, columns) for each in area.split(":"))

    return references(formula, change)


def area_of(written: str) -> tuple[int, int, int, int]:
    """Return (top, left, bottom, right) of an area; whole rows and columns reach to the sheet's ends."""
    first, _, last = written.partition(":")
    a, b = _end(first), _end(last or first)
    return (
        int(a[3] or 1), number_of(a[1]) if a[1] else 1,
        int(b[3] or LAST_ROW), number_of(b[1]) if b[1] else LAST_COLUMN,
    )  # fmt: skip


@cache
def number_of(name: str) -> int:
    """Return the number of a column from its letters."""
    column = 0
    for letter in name.upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return column


def _end(written: str) -> tuple[str, str, str, str]:
    match = _ENDS.fullmatch(written)
    if match is None:
        return "", "", "", ""
    fixed, column, fixed_row, row = match.groups()
    # Of a whole row ($5) the one dollar sign belongs to the row.
    return ("", "", fixed or fixed_row, row) if not column else (fixed, column, fixed_row, row)


def _written(end: tuple[str, str, str, str], row: int) -> str:
    return f"{end[0]}{end[1]}{end[2]}{row}"


def _carried_end(written: str, rows: int, columns: int) -> str:
    fixed, column, fixed_row, row = _end(written)
    at = int(row) + rows if row and not fixed_row else int(row or 1)
    across = number_of(column) + columns if column and not fixed else number_of(column or "A")
    if not (1 <= at <= LAST_ROW and 1 <= across <= LAST_COLUMN):
        return "#REF!"
    return f"{fixed}{letters(across) if column else ''}{fixed_row}{at if row else ''}"
