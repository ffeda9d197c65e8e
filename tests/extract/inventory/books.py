"""Workbooks built cell by cell, and what is read from them."""

import io
from collections.abc import Callable, Sequence

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.extract.inventory.understand import understand_inventory
from pipeline.model.inventory import Inventory
from pipeline.read.workbook import read_workbook
from pipeline.settings import DEFAULTS, Settings

Rows = Sequence[Sequence[object]]
Touch = Callable[[Worksheet], None]


def workbook(sheets: dict[str, Rows], touch: Touch | None = None) -> bytes:
    """Return the bytes of a workbook with these rows; `touch` changes its first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if touch is not None:
        touch(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def understood(data: bytes, file: str = "inventory.xlsx", settings: Settings = DEFAULTS) -> Inventory:
    return understand_inventory(read_workbook(data, file), settings)


def read(sheets: dict[str, Rows], touch: Touch | None = None, settings: Settings = DEFAULTS) -> Inventory:
    return understood(workbook(sheets, touch), settings=settings)


def rows(inventory: Inventory) -> list[tuple[int, str, str, str, str]]:
    """Return (row, title, number, unit, group) of each SOP."""
    return [(each.place.row, each.title, each.number, each.unit, each.group) for each in inventory.rows]


def passed(inventory: Inventory) -> list[tuple[int, str]]:
    """Return (row, reason) of each row passed over."""
    return [(each.place.row, each.why) for each in inventory.passed_over]
