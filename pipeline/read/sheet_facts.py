"""The XML of a spreadsheet -> what its values alone do not tell: hidden, filtered, not calculated, shown otherwise.

Sources: ECMA-376 part 1, sections 18.3.1 (sheet) and 18.8 (formats); OpenDocument 1.3 part 3, section 9.1 (tables).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.model.workbook import Merged
from pipeline.read.package import Package, unpacked
from pipeline.read.seen import pieces, seen

_MAIN = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WHOLE = re.compile(r"\d+(\.0+)?")
_REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# What a sheet may span: ten times the largest inventory that is conceivable.
MAX_CELLS = 20_000_000
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")


@dataclass(slots=True)
class Facts:
    """What is known of one sheet beside its values; `shown` holds the texts that a format makes, by (row, column)."""

    hidden_rows: set[int] = field(default_factory=set)
    filtered_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    unvalued: list[tuple[int, int]] = field(default_factory=list)
    shown: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0


def sheet_facts(data: bytes) -> dict[str, Facts]:
    """Return the facts of each sheet by its name, of a workbook that is a zip; raises DraftUnreadable."""
    package = unpacked(data)
    if package.has("content.xml"):
        root = package.tree("content.xml")
        return {each.get(f"{_TABLE}name", ""): _opendocument(each) for each in root.iter(f"{_TABLE}table")}
    parts = package.relationships("").values()
    book = next((each.target for each in parts if each.kind.endswith("/officeDocument")), "")
    if not book or not book.endswith(".xml"):
        return {}
    formats = _formats(package, book)
    related = package.relationships(book)
    found = {}
    for each in package.tree(book).iterfind("x:sheets/x:sheet", _MAIN):
        part = related.get(each.get(_REL_ID, ""))
        if part is not None and part.kind.endswith("/worksheet"):
            found[each.get("name", "")] = _worksheet(package, part.target, formats)
    return found


def _formats(package: Package, book: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The formats that change what is seen, by the number of the cell's style."""
    part = next((each.target for each in package.relationships(book).values() if each.kind.endswith("/styles")), "")
    root = package.sound_tree(part) if part else None
    if root is None:
        return {}
    listed = root.iterfind("x:numFmts/x:numFmt", _MAIN)
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in listed}
    found = {}
    for at, each in enumerate(root.iterfind("x:cellXfs/x:xf", _MAIN)):
        parts = pieces(codes.get(each.get("numFmtId", ""), ""))
        if parts:
            found[str(at)] = parts
    return found


def _worksheet(package: Package, part: str, formats: Mapping[str, tuple[tuple[str, str], ...]]) -> Facts:
    root = package.tree(part)
    facts = Facts()
    for each in root.iterfind("x:cols/x:col", _MAIN):
        if _set(each, "hidden"):
            last = min(int(each.get("max", "1")), 16_384)
            facts.hidden_columns.update(range(int(each.get("min", "1")), last + 1))
    facts.merged = [_merged(each.get("ref", "")) for each in root.iterfind("x:mergeCells/x:mergeCell", _MAIN)]
    data = root.find("x:sheetData", _MAIN)
    for at, row in enumerate(() if data is None else data, start=1):
        number = int(row.get("r", at))
        facts.rows = max(facts.rows, number)
        if len(row):
            facts.columns = max(facts.columns, _cell(row[-1].get("r", ""))[1], len(row))
        if _set(row, "hidden"):
            facts.hidden_rows.add(number)
    _part_filtered(facts, _filters(package, part, root))
    _look_at_cells(facts, root, formats)
    return facts


def _look_at_cells(facts: Facts, root: etree._Element, formats: Mapping[str, tuple[tuple[str, str], ...]]) -> None:
    for formula in root.iter(f"{_SHEET}f"):
        cell = formula.getparent()
        # A text that was calculated may be empty; a number may not.
        if cell is not None and cell.get("t") not in ("str", "e") and not cell.findtext(f"{_SHEET}v"):
            facts.unvalued.append(_cell(cell.get("r", "")))
    for cell in root.iter(f"{_SHEET}c"):
        kind = cell.get("t", "n")
        if kind == "e":
            facts.unvalued.append(_cell(cell.get("r", "")))
        elif kind == "n" and (parts := formats.get(cell.get("s", ""))) is not None:
            value = cell.findtext(f"{_SHEET}v") or ""
            if _WHOLE.fullmatch(value):
                facts.shown[_cell(cell.get("r", ""))] = seen(value.partition(".")[0], parts)
    facts.unvalued.sort()


def _set(element: etree._Element, name: str) -> bool:
    return element.get(name, "0") in ("1", "true", "on")


def _filters(package: Package, part: str, root: etree._Element) -> Iterator[Merged]:
    """Yield the ranges where a filter is set: of the sheet itself and of its tables."""
    tables = (
        package.sound_tree(each.target) for each in package.relationships(part).values() if each.kind.endswith("/table")
    )
    for each in (root, *(table for table in tables if table is not None)):
        found = each.find("x:autoFilter", _MAIN)
        if found is not None and found.find("x:filterColumn", _MAIN) is not None:
            yield _merged(found.get("ref", ""))


def _part_filtered(facts: Facts, filters: Iterator[Merged]) -> None:
    for each in filters:
        # A filter also takes the rows that were typed below it since.
        facts.filtered_rows |= {row for row in facts.hidden_rows if row > each.top}
    facts.hidden_rows -= facts.filtered_rows


def _cell(reference: str) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _merged(reference: str) -> Merged:
    first, _, last = reference.replace("$", "").partition(":")
    top, left = _cell(first)
    bottom, right = _cell(last or first)
    return Merged(top, left, bottom, right)


def _opendocument(table: etree._Element) -> Facts:
    facts = Facts()
    column = 1
    for each in table.iter(f"{_TABLE}table-column"):
        width = _repeated(each, "columns")
        if each.get(f"{_TABLE}visibility", "visible") != "visible":
            facts.hidden_columns.update(range(column, min(column + width, 16_385)))
        column += width
    row = 1
    for each in table.iter(f"{_TABLE}table-row"):
        height = _repeated(each, "rows")
        _opendocument_row(facts, each, row)
        visible = each.get(f"{_TABLE}visibility", "visible")
        if visible != "visible":
            rows = facts.filtered_rows if visible == "filter" else facts.hidden_rows
            # A tail of empty rows down to the sheet's end is hidden by some templates.
            rows.update(range(row, row + min(height, 10_000)))
        row += height
    return facts


def _repeated(element: etree._Element, what: str) -> int:
    written = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(written) if written.isdigit() else 1


def _opendocument_row(facts: Facts, row: etree._Element, number: int) -> None:
    column = 1
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        kind = cell.get(f"{_OFFICE}value-type")
        width = _repeated(cell, "columns")
        if cell.get(f"{_CALC}value-type") == "error" or (kind is None and cell.get(f"{_TABLE}formula") is not None):
            facts.unvalued.append((number, column))
        down, right = (int(cell.get(f"{_TABLE}number-{what}-spanned", "1")) for what in ("rows", "columns"))
        if down > 1 or right > 1:
            facts.merged.append(Merged(number, column, number + down - 1, column + right - 1))
        if kind == "float":
            shown = "".join(str(each) for each in cell.itertext(f"{_TEXT}p", f"{_TEXT}s", f"{_TEXT}span"))
            if re.search(r"^0\d|[^\d.,\s%\-]", shown):
                facts.shown.update({(number, at): shown for at in range(column, column + width)})
        if kind is not None or len(cell):
            facts.rows = max(facts.rows, number + _repeated(row, "rows") - 1)
            facts.columns = max(facts.columns, column + width - 1)
        column += width
