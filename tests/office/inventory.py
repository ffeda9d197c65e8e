"""content/*.toml -> inventory.xlsx, the master inventory as the office typed it by hand."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from itertools import groupby
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule, Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from tests.office.content import InventoryLine, UnitContent, WrittenSop, units

INDUK, KUA, REF = "Induk", "KUA", "Ref"
KUA_UNIT, KUA_SATKER = "KUA Kecamatan", "Seluruh KUA Kecamatan"
TITLES = (
    "DAFTAR INVENTARISASI STANDAR OPERASIONAL PROSEDUR (SOP)",
    "KANTOR KEMENTERIAN AGAMA KOTA TIRTAWANGI",
    "TAHUN 2025",
)
INDUK_FIRST, KUA_FIRST = 8, 6
KUA_TITLES = (
    "Daftar Inventarisasi Standar Operasional Prosedur (SOP)",
    "Kantor Urusan Agama Kecamatan se-Kota Tirtawangi",
    "Tahun 2025",
)
KUA_HEADINGS = ("No.", "Nomor SOP", "Nama SOP", "Satker", "Keterangan")
SIGNATURE = (
    (0, "Tirtawangi, 22 September 2025"),
    (1, "Kepala Subbagian Tata Usaha,"),
    (5, "Ningrum Kartikasari, S.Sos., M.M."),
    (6, "NIP 197603082003121991"),
)
STATUSES = ("Berlaku", "Revisi", "Baru", "Dicabut", "Dialihkan")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
MADE = datetime(2025, 9, 22, 9, 30)  # noqa: DTZ001 - the file format knows no time zone
F4 = "14"  # Excel has no 215 x 330 mm; Folio is the size that offices pick for it

BLACK = Side(style="thin", color="000000")
RULED = Border(left=BLACK, right=BLACK, top=BLACK, bottom=BLACK)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
PLAIN, BOLD, ITALIC = (
    Font(name="Arial", size=10, bold=bold, italic=italic)
    for bold, italic in ((False, False), (True, False), (True, True))
)
BLUE, GREY = (PatternFill("solid", fgColor=color) for color in ("DDEBF7", "D9D9D9"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A row that opens a unit, or with no letter a sub-group of one."""

    row: int
    letter: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A row that names a SOP; title and number as typed, stray blanks included."""

    row: int
    serial: int
    code: str
    unit: str
    title: str
    number: str
    dates: tuple[date | str, date | str, date | str]
    line: InventoryLine


def write_inventory(path: Path) -> None:
    """Write the master inventory to the path, the same bytes for the same content."""
    workbook = Workbook()
    content = units()
    _write_induk(workbook.active, tuple(_lay_out_induk(content)))
    _write_kua(workbook.create_sheet(KUA), tuple(_lay_out_kua(content)))
    _write_ref(workbook.create_sheet(REF), content)
    save(workbook, path)


def expected_rows() -> tuple[tuple[str, int, InventoryLine, str], ...]:
    """Return (sheet, spreadsheet row, line, unit) of every inventory row, in reading order.

    The line is the content's own: its cells differ from it only in white space, which folds.
    """
    content = units()
    sheets = ((INDUK, _lay_out_induk(content)), (KUA, _lay_out_kua(content)))
    return tuple(
        (sheet, placed.row, placed.line, placed.unit)
        for sheet, rows in sheets
        for placed in rows
        if isinstance(placed, Listed)
    )


def save(workbook: Workbook, path: Path) -> None:
    """Write the workbook without the clock in it: the same sheets are the same bytes."""
    workbook.properties.creator = workbook.properties.lastModifiedBy = "Subbagian Tata Usaha"
    workbook.properties.created = workbook.properties.modified = MADE
    loose = BytesIO()
    # Workbook.save would set `modified` to now.
    ExcelWriter(workbook, ZipFile(loose, "w")).save()
    with ZipFile(loose) as parts, ZipFile(path, "w") as archive:
        for name in parts.namelist():
            part = ZipInfo(name, MADE.timetuple()[:6])
            part.create_system = 0  # otherwise Windows and Linux write different bytes
            archive.writestr(part, parts.read(name), ZIP_DEFLATED)


def _lay_out_induk(content: tuple[UnitContent, ...]) -> Iterator[Heading | Listed]:
    drafts = {sop.row: sop for unit in reversed(content) for sop in reversed(unit.sops)}
    row, nth = INDUK_FIRST, 0
    for position, unit in enumerate(_on_induk(content)):
        yield Heading(row=row, letter="ABCDEFGHIJ"[position], text=unit.unit.upper())
        row += 1
        group = ""
        for serial, line in enumerate(unit.inventory, 1):
            if line.group != group:
                if not line.group:
                    raise ValueError(f"{line.key} would stand under the sub-group {group!r}")
                group = line.group
                yield Heading(row=row, letter="", text=group)
                row += 1
            yield Listed(
                row=row,
                serial=serial,
                # Several SOPs hang below one process of the map, hence three rows a code.
                code=f"MORA.{5 + position:02}.{1 + (serial - 1) // 3:02}",
                unit=unit.unit,
                title=_typed(line.title, nth),
                number=line.number + " " * (nth % 14 == 9),
                dates=_dates(drafts.get(line.key), nth),
                line=line,
            )
            row, nth = row + 1, nth + 1


def _lay_out_kua(content: tuple[UnitContent, ...]) -> Iterator[Listed]:
    lines = (line for unit in content if unit.unit == KUA_UNIT for line in unit.inventory)
    for nth, line in enumerate(lines):
        if line.group:
            raise ValueError(f"{line.key}: the sheet {KUA} has no sub-groups")
        yield Listed(
            row=KUA_FIRST + nth,
            serial=nth + 1,
            code="",
            unit=KUA_UNIT,
            title=_typed(line.title, nth),
            number=line.number,
            dates=("", "", ""),
            line=line,
        )


def _on_induk(content: tuple[UnitContent, ...]) -> tuple[UnitContent, ...]:
    return tuple(unit for unit in content if unit.inventory and unit.unit != KUA_UNIT)


def _typed(title: str, nth: int) -> str:
    """Return the title as a hurried hand types it into the nth row."""
    if nth % 9 == 3:
        space = min(
            (found.start() for found in re.finditer(" ", title)),
            key=lambda at: abs(at - len(title) // 2),
        )
        return f"{title[:space]}\n{title[space + 1 :]}"
    if nth % 8 == 6:
        return f"{title}  "
    return re.sub(r"(\S+ \S+) ", r"\1  ", title, count=1) if nth == 8 else title


def _dates(draft: WrittenSop | None, nth: int) -> tuple[date | str, date | str, date | str]:
    """Return the nth row's three dates: a third of the rows has any, half of these typed."""
    if draft is None or nth % 3 != 1:
        return "", "", ""
    try:
        written = (draft.created, draft.revised or draft.created, draft.effective)
        created, revised, effective = map(date.fromisoformat, written)
    except ValueError:
        return "", "", ""
    # A date that is wrong in the draft was planted there, not in the inventory.
    if not created <= revised <= effective:
        return "", "", ""
    if nth % 6 == 1:
        return created, revised if draft.revised else "", effective
    return (
        _in_words(created),
        _in_words(revised) if draft.revised else "-",
        _in_words(effective),
    )


def _in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _responsible(unit: str) -> str:
    return f"Kepala {unit}" if unit.startswith(("Seksi", "Subbagian")) else unit


def _write_induk(sheet: Worksheet, rows: tuple[Heading | Listed, ...]) -> None:
    sheet.title = INDUK
    set_widths(sheet, (5, 14, 22, 46, 25, 15, 12, 15, 26, 20, 14))
    write_titles(sheet, TITLES, "J")
    _write_induk_header(sheet)
    for placed in rows:
        if isinstance(placed, Heading):
            _write_heading(sheet, placed)
        else:
            _write_listed(sheet, placed)
    listed = [placed for placed in rows if isinstance(placed, Listed)]
    _join_units(sheet, listed)
    last = rows[-1].row if rows else INDUK_FIRST
    _write_total(sheet, last + 1, ("A", "D", "E", "J"), len(listed) + 2)
    _write_signature(sheet, last + 3)
    _add_rules(sheet, last)
    sheet.column_dimensions["K"].hidden = True
    set_up_print(sheet, header="5:7", area=f"A1:J{last + 3 + SIGNATURE[-1][0]}")
    sheet.freeze_panes = f"A{INDUK_FIRST}"


def _write_induk_header(sheet: Worksheet) -> None:
    tall = {"A": "NO", "B": "KODE PROBIS", "C": "UNIT KERJA", "D": "NAMA SOP", "E": "NOMOR SOP"}
    tall |= {"I": "PENANGGUNG JAWAB", "J": "KET"}
    cells: dict[str, str | int] = {f"{column}5": text for column, text in tall.items()}
    cells |= {"F5": "TANGGAL", "F6": "PEMBUATAN", "G6": "REVISI", "H6": "EFEKTIF"}
    cells |= {f"{column}7": number for number, column in enumerate("ABCDEFGHIJ", 1)}
    for place, text in cells.items():
        sheet[place] = text
    rule(sheet, "A5:J6", BOLD, MIDDLE, BLUE)
    rule(sheet, "A7:J7", Font(name="Arial", size=8, italic=True), MIDDLE, GREY)
    for column in tall:
        sheet.merge_cells(f"{column}5:{column}6")
    sheet.merge_cells("F5:H5")
    sheet["K6"] = "bantu"
    sheet["K6"].font = Font(name="Arial", size=8, color="808080")
    sheet["B5"].comment = Comment(
        "Kode mengikuti ringkasan peta proses bisnis dari Kanwil. Mohon jangan diubah.",
        "Subbag TU",
        height=70,
        width=220,
    )
    for row, height in ((5, 20), (6, 20), (7, 12)):
        sheet.row_dimensions[row].height = height


def _write_heading(sheet: Worksheet, heading: Heading) -> None:
    row = heading.row
    sheet.cell(row, 1, heading.letter or None)
    sheet.cell(row, 2, heading.text)
    font, fill = (BOLD, GREY) if heading.letter else (ITALIC, None)
    rule(sheet, f"A{row}:J{row}", font, LEFT, fill)
    sheet.cell(row, 1).alignment = MIDDLE
    sheet.merge_cells(f"B{row}:J{row}")
    sheet.row_dimensions[row].height = 18


def _write_listed(sheet: Worksheet, placed: Listed) -> None:
    row, line = placed.row, placed.line
    unit, responsible = placed.unit, _responsible(placed.unit)
    start = (placed.serial, placed.code, unit if placed.serial == 1 else "", placed.title)
    cells = (*start, placed.number, *placed.dates, responsible, line.note)
    for column, value in enumerate(cells, 1):
        sheet.cell(row, column, value if value != "" else None)
    rule(sheet, f"A{row}:J{row}", PLAIN, LEFT)
    for column in (1, 2, 6, 7, 8):
        sheet.cell(row, column).alignment = MIDDLE
    for column in (6, 7, 8):
        sheet.cell(row, column).number_format = "dd/mm/yyyy"
    sheet.cell(row, 11, line.key.upper()).font = Font(name="Arial", size=8, color="808080")
    fit_height(sheet, row, ((placed.title, 46), (responsible, 26), (line.note, 20)))


def _join_units(sheet: Worksheet, listed: Iterable[Listed]) -> None:
    """Merge the unit's cell down in every other unit; in the others it stays blank below."""
    by_unit = groupby(listed, key=lambda placed: placed.unit)
    for position, (_, rows) in enumerate(by_unit):
        if position % 2:
            continue
        # A sub-group's heading lies across the column, so a merge ends above it.
        runs = groupby(enumerate(rows), key=lambda each: each[1].row - each[0])
        for _, run in runs:
            inside = [placed.row for _, placed in run]
            if len(inside) > 1:
                sheet.merge_cells(f"C{inside[0]}:C{inside[-1]}")
            sheet.cell(inside[0], 3).alignment = Alignment(vertical="top", wrap_text=True)


def _write_total(sheet: Worksheet, row: int, columns: tuple[str, str, str, str], count: int) -> None:
    left, label_end, number, right = columns
    sheet[f"{left}{row}"], sheet[f"{number}{row}"] = "JUMLAH", count
    rule(sheet, f"{left}{row}:{right}{row}", BOLD, MIDDLE, GREY)
    sheet[f"{number}{row}"].number_format = '0 "SOP"'
    sheet.merge_cells(f"{left}{row}:{label_end}{row}")
    sheet.merge_cells(f"{number}{row}:{right}{row}")
    sheet.row_dimensions[row].height = 20


def _write_signature(sheet: Worksheet, top: int) -> None:
    for offset, text in SIGNATURE:
        cell = sheet[f"H{top + offset}"]
        cell.value, cell.font = text, PLAIN
    sheet[f"H{top + SIGNATURE[2][0]}"].font = Font(name="Arial", size=10, bold=True, underline="single")


def _add_rules(sheet: Worksheet, last: int) -> None:
    """Add what the office set up once: a list to pick from and two colours."""
    notes, numbers = f"J{INDUK_FIRST}:J{last}", f"E{INDUK_FIRST}:E{last}"
    statuses = DataValidation(type="list", formula1=f"{REF}!$B$2:$B${1 + len(STATUSES)}", allow_blank=True)
    # The office also writes free remarks here, so Excel must not refuse them.
    statuses.showErrorMessage = False
    statuses.add(notes)
    sheet.add_data_validation(statuses)
    green, red = PatternFill(bgColor="E2EFDA"), Font(color="C00000")
    baru = FormulaRule(formula=[f'LEFT($J{INDUK_FIRST},4)="Baru"'], fill=green)
    sheet.conditional_formatting.add(notes, baru)
    twice = Rule(type="duplicateValues", dxf=DifferentialStyle(font=red))
    sheet.conditional_formatting.add(numbers, twice)


def _write_kua(sheet: Worksheet, rows: tuple[Listed, ...]) -> None:
    set_widths(sheet, (6, 26, 64, 26, 30))
    write_titles(sheet, KUA_TITLES, "E")
    header = KUA_FIRST - 1
    for column, text in enumerate(KUA_HEADINGS, 1):
        sheet.cell(header, column, text)
    rule(sheet, f"A{header}:E{header}", BOLD, MIDDLE, BLUE)
    sheet.row_dimensions[header].height = 22
    for placed in rows:
        row, line = placed.row, placed.line
        cells = (placed.serial, placed.number or None, placed.title, None, line.note or None)
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column, value)
        rule(sheet, f"A{row}:E{row}", PLAIN, LEFT)
        sheet.cell(row, 1).alignment = MIDDLE
        fit_height(sheet, row, ((placed.title, 64), (line.note, 30)))
    last = KUA_FIRST + len(rows) - 1
    if rows:
        sheet.cell(KUA_FIRST, 4, KUA_SATKER).alignment = MIDDLE
        sheet.merge_cells(f"D{KUA_FIRST}:D{last}")
    _write_total(sheet, last + 1, ("A", "B", "C", "E"), len(rows))
    set_up_print(sheet, header=f"{header}:{header}", area=f"A1:E{last + 1}")
    sheet.freeze_panes = f"A{KUA_FIRST}"


def _write_ref(sheet: Worksheet, content: tuple[UnitContent, ...]) -> None:
    names = [unit.unit for unit in content if unit.inventory]
    for column, values in enumerate((("Unit", *names), ("Status", *STATUSES)), 1):
        for row, value in enumerate(values, 1):
            sheet.cell(row, column, value).font = BOLD if row == 1 else PLAIN
    set_widths(sheet, (56, 14))
    sheet.sheet_state = "hidden"


def set_widths(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    """Set the columns' widths from A on, in characters."""
    for letter, width in zip("ABCDEFGHIJK", widths, strict=False):
        sheet.column_dimensions[letter].width = width


def write_titles(sheet: Worksheet, titles: Iterable[str], right: str) -> None:
    """Write the titles from row 1 on, each merged from column A to the right one."""
    for row, text in enumerate(titles, 1):
        sheet.cell(row, 1, text).font = Font(name="Arial", size=12, bold=True)
        sheet.cell(row, 1).alignment = MIDDLE
        sheet.merge_cells(f"A{row}:{right}{row}")
        sheet.row_dimensions[row].height = 18


def rule(
    sheet: Worksheet,
    cells: str,
    font: Font,
    alignment: Alignment,
    fill: PatternFill | None = None,
) -> None:
    """Draw the borders of the cells and set how they look."""
    for row in sheet[cells]:
        for cell in row:
            cell.border, cell.font, cell.alignment = RULED, font, alignment
            if fill is not None:
                cell.fill = fill


def fit_height(sheet: Worksheet, row: int, texts: Iterable[tuple[str, int]]) -> None:
    """Set the row's height to the tallest of its (text, column width) pairs."""
    tallest = max(
        # Arial 10 is a tenth narrower than the digits that a column's width is counted in.
        sum(max(1, math.ceil(len(piece) / (1.1 * width))) for piece in text.split("\n"))
        for text, width in texts
    )
    sheet.row_dimensions[row].height = 5 + 13 * tallest


def set_up_print(sheet: Worksheet, *, header: str, area: str) -> None:
    """Set the sheet to landscape F4, one page wide, with its header rows on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", F4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows, sheet.print_area = header, area
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.6
    sheet.oddFooter.right.text = "Halaman &P dari &N"
    sheet.oddFooter.right.size = 8
