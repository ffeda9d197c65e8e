"""The master inventory's workbook -> its rows, and every row passed over with the reason."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import python_calamine as calamine

from pipeline.errors import InventoryUnreadable
from pipeline.model.inventory import Inventory, InventoryRow, PassedOver, TypedTotal
from pipeline.model.place import XlsxPlace
from pipeline.read.kinds import is_encrypted
from pipeline.text import fold, is_placeholder, key, plain
from pipeline.vocabulary import INVENTORY_COLUMNS, TOTALS, UNIT_STARTS, UNITS

_KNOWN = {key(each): name for name, spellings in INVENTORY_COLUMNS.items() for each in spellings}
# Headings that are a column of their own only where no better one is there.
_WEAK = ("sop", "uraian", "judul", "nomor", "kode")
# What a sheet may be called; in a row these words may also head a group inside a unit.
_UNIT_NAMES = {key(each) for name, synonyms in UNITS for each in (name, *synonyms)}
_MARKER = re.compile(r"[A-Z]\.?|[IVXL]+\.?")
_FIELDS = ("created", "revised", "effective", "approved_by", "owner", "status", "code")


@dataclass(slots=True)
class _Sheet:
    """What is known of a sheet while its rows are read."""

    name: str
    columns: dict[str, int]
    unit: str = ""
    group: str = ""
    own_unit: str = ""
    since_total: int = 0
    rows: list[InventoryRow] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    totals: list[TypedTotal] = field(default_factory=list)


def read_inventory(data: bytes, file: str) -> Inventory:
    """Return the inventory in a workbook's bytes; raises InventoryUnreadable when it holds no list of SOPs."""
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (calamine.CalamineError, OSError, ValueError) as error:
        what = "tidak dapat dibuka. Buka di Excel lalu simpan ulang sebagai .xlsx."
        if is_encrypted(data):
            what = "dilindungi sandi. Buka di Excel, hapus sandinya, lalu simpan ulang."
        raise InventoryUnreadable(f"Panduan induk {file} {what}") from error
    sheets = []
    for meta in book.sheets_metadata:
        if meta.typ != calamine.SheetTypeEnum.WorkSheet or meta.visible != calamine.SheetVisibleEnum.Visible:
            continue
        found = _sheet(meta.name, book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False))
        if found is not None:
            sheets.append(found)
    if not any(each.rows for each in sheets):
        raise InventoryUnreadable(
            f"Panduan induk {file} tidak memuat tabel dengan kolom nama SOP. "
            "Pastikan judul kolomnya “NAMA SOP” atau serupa."
        )
    return Inventory(
        file=file,
        rows=tuple(row for each in sheets for row in each.rows),
        passed_over=tuple(row for each in sheets for row in each.passed_over),
        totals=tuple(total for each in sheets for total in each.totals),
    )


def read_inventory_file(path: Path) -> Inventory:
    """Return the inventory in a file; raises InventoryUnreadable."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InventoryUnreadable(f"Panduan induk {path} tidak dapat dibaca: {error.strerror}.") from error
    return read_inventory(data, path.name)


def _sheet(name: str, rows: Sequence[Sequence[object]]) -> _Sheet | None:
    texts = [[_text(value) for value in row] for row in rows]
    header = _header(texts)
    if header is None:
        return None
    at, columns = header
    sheet = _Sheet(name=name, columns=columns)
    for index, row in enumerate(texts[:at]):
        _pass(sheet, index, row, "di atas kepala tabel")
    ended = False
    for index in range(at, len(texts)):
        row = texts[index]
        if not any(row):
            continue
        ended = _take(sheet, index, row, ended=ended)
    return sheet


def _text(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return fold(str(value))


def _header(texts: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """The first body row and which field stands in which column, or none for a sheet without such a table."""
    for index, row in enumerate(texts):
        named = _named(row)
        if "title" not in named or len(named) < 2:
            continue
        rows = 1
        # Sub-headings stand under a group ("TANGGAL") where the title's own column is blank or merged.
        while rows < 3 and index + rows < len(texts):
            below = texts[index + rows]
            lower = _named(below)
            if "title" in lower or not lower or below[named["title"]]:
                break
            for field_name, column in lower.items():
                named.setdefault(field_name, column)
            rows += 1
        named.pop("dates", None)
        return index + rows, named
    return None


def _named(row: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for weak in (False, True):
        for column, text in enumerate(row):
            name = _KNOWN.get(key(text))
            if name is not None and (key(text) in _WEAK) is weak and name not in found and column not in found.values():
                found[name] = column
    return found


def _take(sheet: _Sheet, index: int, row: list[str], *, ended: bool) -> bool:
    """Take one row for what it is; returns whether the list has come to its end with a total."""

    def cell(name: str) -> str:
        column = sheet.columns.get(name)
        return "" if column is None or column >= len(row) or is_placeholder(row[column]) else row[column]

    filled = [each for each in row if each]
    first = key(filled[0])
    title = cell("title")
    order = cell("order")
    if first.startswith(TOTALS):
        _total(sheet, index, row)
        return True
    if _is_numbering(filled):
        _pass(sheet, index, row, "baris nomor kolom")
        return ended
    if _KNOWN.get(first) is not None and len(filled) > 1 and _named(row).get("title") is not None:
        _pass(sheet, index, row, "kepala tabel yang diulang")
        return ended
    named = (
        bool(title)
        and not _MARKER.fullmatch(order)
        and (
            bool(order)
            or bool(cell("number"))
            or first == "sop"
            or ("order" not in sheet.columns and not ended and len(filled) > 1)
        )
    )
    if title and (named or (first.startswith("sop ") and not ended)):
        if cell("unit"):
            sheet.own_unit = cell("unit")
        sheet.rows.append(_row(sheet, index, row, cell("title"), cell("number"), cell("note")))
        sheet.since_total += 1
        return False
    # After the total of a unit the next unit may begin: `B | SUBBAGIAN TATA USAHA`.
    if ended and not _names_unit(filled[-1]):
        _pass(sheet, index, row, "di bawah jumlah (tempat, tanggal, tanda tangan)")
        return True
    if len(set(filled)) <= 2 and not cell("number"):
        _group(sheet, index, row, filled, order)
        return False
    _pass(sheet, index, row, "tidak memuat nama SOP")
    return ended


def _is_numbering(filled: Sequence[str]) -> bool:
    numbers = [int(each) for each in filled if each.isdigit()]
    return len(filled) >= 3 and len(numbers) == len(filled) and numbers == sorted(set(numbers)) and numbers[0] <= 2


def _row(sheet: _Sheet, index: int, row: Sequence[str], title: str, number: str, note: str) -> InventoryRow:
    return InventoryRow(
        title=title,
        number=number,
        unit=sheet.own_unit
        or sheet.unit
        or (sheet.name if _names_unit(sheet.name) or key(sheet.name) in _UNIT_NAMES else ""),
        group=sheet.group,
        note=note,
        cells=tuple(
            (name, row[column])
            for name in _FIELDS
            if (column := sheet.columns.get(name)) is not None and column < len(row) and row[column]
        ),
        place=XlsxPlace(sheet=sheet.name, row=index + 1),
        columns=tuple((name, column + 1) for name, column in sheet.columns.items()),
    )


def _names_unit(text: str) -> bool:
    return plain(text).startswith(UNIT_STARTS)


def _group(sheet: _Sheet, index: int, row: Sequence[str], filled: Sequence[str], order: str) -> None:
    text = filled[-1]
    marked = _MARKER.fullmatch(filled[0]) is not None and len(filled) > 1
    is_unit = _names_unit(text) or (marked and (not sheet.unit or order.isalpha()))
    if is_unit:
        sheet.unit, sheet.group, sheet.own_unit = text, "", ""
    else:
        sheet.group = text
    _pass(sheet, index, row, "judul unit kerja" if is_unit else "judul kelompok")


def _total(sheet: _Sheet, index: int, row: Sequence[str]) -> None:
    typed = next((int(number) for each in row for number in re.findall(r"\d+", each)), None)
    place = XlsxPlace(sheet=sheet.name, row=index + 1)
    counted = sheet.since_total
    if typed is None:
        sheet.passed_over.append(PassedOver(place=place, text=" | ".join(filter(None, row)), why="jumlah tanpa angka"))
        return
    if typed == len(sheet.rows):
        # A grand total after totals of its own counts the whole sheet.
        counted = len(sheet.rows)
    sheet.totals.append(TypedTotal(place=place, typed=typed, counted=counted))
    sheet.since_total = 0


def _pass(sheet: _Sheet, index: int, row: Sequence[str], why: str) -> None:
    text = " | ".join(each for each in row if each)
    if text:
        sheet.passed_over.append(PassedOver(place=XlsxPlace(sheet=sheet.name, row=index + 1), text=text, why=why))
