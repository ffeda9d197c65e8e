"""A workbook as a person sees it: texts in rows, and what is hidden, merged or not calculated; no meaning yet."""

from dataclasses import dataclass
from typing import NamedTuple


class Merged(NamedTuple):
    """Cells that are merged into one; rows and columns count from 1, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSheet:
    """One sheet; `rows` begin with row 1 and column A, all numbers count from 1.

    `hidden_rows` were hidden by hand; `filtered_rows` only do not answer a filter that is set. `unvalued` are the cells
    (row, column) whose formula nobody has calculated or that show an error.
    """

    name: str
    hidden: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    filtered_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()
    unvalued: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """The sheets of a file, in their order, and the hash of its content.

    `blind` says that only its values could be read: not what is hidden, nor which formulas nobody has calculated.
    """

    file: str
    sheets: tuple[WorkSheet, ...]
    sha256: str = ""
    blind: bool = False


def letters(column: int) -> str:
    """Return the name of a column as the spreadsheet shows it: 1 is A, 28 is AB."""
    name = ""
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
