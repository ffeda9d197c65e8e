"""The bytes of a workbook, whatever program wrote it -> its sheets as a person sees them."""

import csv
import hashlib
import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import python_calamine as calamine

from pipeline.errors import DraftUnreadable, InventoryUnreadable
from pipeline.model.workbook import Merged, Workbook, WorkSheet
from pipeline.read.convert import Foreign, convert, find_office
from pipeline.read.kinds import is_encrypted
from pipeline.read.sheet_facts import MAX_CELLS, Facts, sheet_facts
from pipeline.text import fold

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
_RESAVE = "tidak dapat dibuka. Buka di Excel lalu simpan ulang sebagai .xlsx."
_PASSWORD = "dilindungi sandi. Buka di Excel, hapus sandinya, lalu simpan ulang."
_SWOLLEN = (
    "mengembang jauh melebihi daftar biasa (diduga bom zip, atau ada isi tersesat di ujung lembar). "
    "Salin tabelnya ke berkas baru, lalu simpan sebagai .xlsx."
)
# What a workbook is called where it cannot be read.
INVENTORY = "Panduan induk"
_DELIMITERS = ";\t,"
# How a file in the binary format of Excel 97 to 2003 begins.
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_workbook(data: bytes, file: str, what: str = INVENTORY) -> Workbook:
    """Return the workbook in the bytes; raises InventoryUnreadable with what a person can do about it.

    `what` is what the office calls it in that sentence.
    """
    if Path(file).suffix.lower() == ".csv":
        return Workbook(file=file, sheets=(_comma_separated(data, file, what),), sha256=_hash(data))
    if is_encrypted(data):
        raise InventoryUnreadable(f"{what} {file} {_PASSWORD}")
    own, blind = _hash(data), False
    if data.startswith(_OLD):
        converted = _as_xlsx(data)
        data, blind = converted or data, converted is None
    try:
        facts = sheet_facts(data) if data.startswith(b"PK") else {}
    except DraftUnreadable as error:
        why = {"RD001": _PASSWORD, "RD006": _SWOLLEN, "RD007": _SWOLLEN}.get(error.code, _RESAVE)
        raise InventoryUnreadable(f"{what} {file} {why}") from error
    if any(each.rows * each.columns > MAX_CELLS for each in facts.values()):
        raise InventoryUnreadable(f"{what} {file} {_SWOLLEN}")
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = tuple(_sheets(book, facts))
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise InventoryUnreadable(f"{what} {file} {_RESAVE}") from error
    return Workbook(file=file, sheets=sheets, sha256=own, blind=blind)


def _as_xlsx(data: bytes) -> bytes | None:
    """The old binary format as .xlsx, whose XML tells what values do not; none where that cannot be made."""
    # LibreOffice makes a workbook of anything, taking for text what it cannot read.
    try:
        calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (calamine.CalamineError, OSError, ValueError):
        return None
    office = find_office()
    made = convert([Foreign(data, "xls")], office, into="xlsx")[0] if office else None
    return made if isinstance(made, bytes) else None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_workbook_file(path: Path, what: str = INVENTORY) -> Workbook:
    """Return the workbook in a file, called `what` where it cannot be read; raises InventoryUnreadable."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InventoryUnreadable(f"{what} {path} tidak dapat dibaca: {error.strerror}.") from error
    return read_workbook(data, path.name, what)


def _sheets(book: calamine.CalamineWorkbook, facts: dict[str, Facts]) -> Iterator[WorkSheet]:
    for meta in book.sheets_metadata:
        if meta.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(meta.name)
        known = facts.get(meta.name, Facts())
        rows = [tuple(map(cell_text, row)) for row in sheet.to_python(skip_empty_area=False)]
        for (row, column), text in known.shown.items():
            if row <= len(rows) and column <= len(rows[row - 1]):
                cells = rows[row - 1]
                rows[row - 1] = (*cells[: column - 1], fold(text), *cells[column:])
        # A row that holds nothing but a formula without a value is empty in another way.
        dead = max((row for row, _ in known.unvalued), default=0)
        rows.extend([()] * (dead - len(rows)))
        while len(rows) > dead and not any(rows[-1]):
            rows.pop()
        merged = known.merged or [
            Merged(top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ]
        yield WorkSheet(
            name=meta.name,
            hidden=meta.visible != calamine.SheetVisibleEnum.Visible,
            rows=tuple(rows),
            hidden_rows=frozenset(known.hidden_rows),
            filtered_rows=frozenset(known.filtered_rows),
            hidden_columns=frozenset(known.hidden_columns),
            merged=tuple(merged),
            unvalued=tuple(known.unvalued),
        )


def cell_text(value: object) -> str:
    """Return a cell's value as text: whole numbers without a fraction, days as ISO 8601, texts folded."""
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else fold(str(value))


def _comma_separated(data: bytes, file: str, what: str) -> WorkSheet:
    text = _decoded(data)
    if text is None or not text.strip():
        raise InventoryUnreadable(
            f"{what} {file} bukan teks CSV yang dapat dibaca. Buka di Excel lalu simpan ulang sebagai .xlsx."
        )
    lines = text.splitlines(keepends=True)
    # Excel writes its separator into a first line of its own, where another program asks for it.
    named = lines[0].strip().strip('"').lower() if lines else ""
    delimiter = named[4:] if named.startswith("sep=") and len(named) == 5 else _delimiter(text)
    rows = [tuple(map(fold, row)) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    if named.startswith("sep="):
        rows[0] = ()
    width = max(map(len, rows), default=0)
    return WorkSheet(name=Path(file).stem, rows=tuple((*row, *[""] * (width - len(row))) for row in rows))


def _decoded(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _delimiter(text: str) -> str:
    """The delimiter that parts most lines into the same number of cells; commas also stand inside titles."""

    def evenness(delimiter: str) -> tuple[int, int]:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths = [len(row) for row in rows if len(row) > 1]
        most = max(widths, key=widths.count, default=1)
        return widths.count(most), most

    return max(_DELIMITERS, key=evenness)
