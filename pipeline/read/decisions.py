"""A copy of the consolidated workbook, edited by whatever program -> what was filled in, row by row.

Rows are known by their id and columns by their headings: both may have been sorted, filtered or moved.
"""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import python_calamine as calamine
from lxml import etree

from pipeline.errors import DecisionsUnreadable, DraftUnreadable
from pipeline.model.decision import DecisionBook, DecisionLine
from pipeline.model.place import XlsxPlace
from pipeline.read.package import Package, unpacked
from pipeline.read.workbook import cell_text
from pipeline.text import fold, key
from pipeline.wording import CANDIDATE_HEADING, DECISION_HEADINGS, ROUND_PROPERTY

_WORD, _VALUE, _NOTE, _ID = map(key, DECISION_HEADINGS)
_CANDIDATE = key(CANDIDATE_HEADING.format(""))
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_SAVED_BY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"
# Who saved it where nobody has since the program did.
_OURSELVES = "sop-pleno"
# The headings stand below the sheet's name, its purpose and a remark.
_FIRST_ROWS = 12


def read_decisions(path: Path, name: str) -> DecisionBook:
    """Return what the workbook at `path`, called `name`, says about decisions.

    Raises DecisionsUnreadable with what a person can do about it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DecisionsUnreadable(f"{name} tidak dapat dibaca: {error.strerror}.") from error
    try:
        package = unpacked(data)
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        lines = tuple(line for sheet in book.sheet_names for line in _lines(sheet, book))
    except (DraftUnreadable, calamine.CalamineError, OSError, ValueError) as error:
        raise DecisionsUnreadable(
            f"{name} bukan buku kerja Excel yang utuh. Simpan ulang sebagai .xlsx, atau pakai salinan di output/arsip."
        ) from error
    return DecisionBook(file=name, round=_round(package), by=_saved_by(package), lines=lines)


def _lines(name: str, book: calamine.CalamineWorkbook) -> Iterator[DecisionLine]:
    sheet = book.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    at = next((at for at, row in enumerate(rows[:_FIRST_ROWS]) if _is_header(row)), None)
    if at is None:
        return
    columns = [key(cell_text(each)) for each in rows[at]]
    candidates = [column for column, each in enumerate(columns) if each.startswith(f"{_CANDIDATE} ")]
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        cells = [cell_text(each) for each in row]
        told = {each: cells[column] for column, each in enumerate(columns) if column < len(cells)}
        line = DecisionLine(
            about=told.get(_ID, ""),
            word=told.get(_WORD, ""),
            value=told.get(_VALUE, ""),
            note=told.get(_NOTE, ""),
            place=XlsxPlace(sheet=name, row=number),
            offered=tuple(cells[column] for column in candidates if column < len(cells) and cells[column]),
        )
        if line.about or line.word or line.value or line.note:
            yield line


def _is_header(row: Sequence[object]) -> bool:
    return {_WORD, _ID} <= {key(each) for each in row if isinstance(each, str)}


def _round(package: Package) -> int:
    """The round that wrote the workbook: Excel and LibreOffice keep a property that they do not know."""
    root = _tree(package, "docProps/custom.xml")
    for each in () if root is None else root.iter(_PROPERTY):
        text = fold("".join(str(part) for part in each.itertext()))
        if each.get("name") == ROUND_PROPERTY and text.isdigit():
            return int(text)
    return 0


def _saved_by(package: Package) -> str:
    root = _tree(package, "docProps/core.xml")
    found = None if root is None else root.findtext(_SAVED_BY)
    name = fold(found or "")
    return "" if name == _OURSELVES else name


def _tree(package: Package, part: str) -> "etree._Element | None":
    return package.sound_tree(part) if package.has(part) else None
