"""What is to change in a workbook, and what became of it."""

from dataclasses import dataclass

# A cell: sheet, row, column.
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """A cell that should read `text`; rows and columns count from 1, as they stand in the office's file.

    `date` is the same text as a date (2025-02-03) where it is one, for a cell that holds dates. A `count` is an order
    or a total: where a formula gives it, the formula stays and only the value that it gives is put beside it.
    """

    sheet: str
    row: int
    column: int
    text: str
    date: str = ""
    count: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A row to put in below the row `after`, in the style of the row `like`; `cells` are (column, text).

    `repeats` are the columns whose text is that of the row `like`, `order` is the column where rows are counted,
    `apart` that cells merged above it end there, `high` is a row whose text is as long, so that its height fits.
    `recounted` are the orders below, that count on.
    """

    sheet: str
    after: int
    like: int
    cells: tuple[tuple[int, str], ...]
    repeats: tuple[int, ...] = ()
    apart: bool = False
    order: int | None = None
    high: int | None = None
    recounted: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A corrected workbook, none where nothing could be written; `left` says what was not done or is to be looked at.

    The sentences are Indonesian. `touched` are the cells that changed or are new, where they now stand; the value of
    those `known` is right even where a formula gives it.
    """

    data: bytes | None
    left: tuple[str, ...] = ()
    touched: frozenset[Place] = frozenset()
    known: frozenset[Place] = frozenset()
