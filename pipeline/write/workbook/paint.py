"""Sheets -> Excel: tables, drop-downs, notes and the page set-up, all in one style."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import Worksheet

from pipeline.write.workbook.lines import RowHeight
from pipeline.write.workbook.pages import set_page, spread
from pipeline.write.workbook.sheet import FORMULA_STARTS, Cell, Column, Cut, Look, Sheet, clean, plain
from pipeline.write.workbook.signals import signal
from pipeline.write.workbook.stream import Streamed
from pipeline.write.workbook.widths import column_pixels

GREEN, INK, FAINT, LINE = "#1B6B4A", "#1F2A26", "#5F6B66", "#C9D0CC"
PALE, ENTRY, RED = "#DDEFE6", "#F6F7F2", "#B3261E"
LIST_SHEET = "Daftar"
# What a sheet's name takes at most beside the way back to the first sheet.
_NAME_PIXELS = 190
# What stays allowed on a protected sheet. Excel sorts no range with a locked cell in it, so that is not offered.
_ALLOWED = {"autofilter": True, "format_columns": True, "format_rows": True}

Lists = tuple[tuple[str, ...], ...]
Properties = Mapping[str, str | int | float | bool]

FONT: Properties = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top"}
RULED: Properties = {**FONT, "text_wrap": True, "bottom": 1, "bottom_color": LINE}
HEADER: Properties = {
    "font_name": "Calibri", "font_size": 10, "bold": True, "font_color": "#FFFFFF", "bg_color": GREEN,
    "text_wrap": True, "valign": "top", "right": 1, "right_color": "#FFFFFF",
}  # fmt: skip
TITLE: Properties = {**FONT, "font_size": 14, "bold": True, "font_color": GREEN}
ABOUT: Properties = {**FONT, "font_color": FAINT}
REMARK: Properties = {**FONT, "bold": True, "font_color": RED}
LINK: Properties = {**FONT, "font_color": GREEN, "underline": 1}
_LOOKS: Mapping[Look, Properties] = {
    Look.TEXT: {},
    Look.STRONG: {"bold": True},
    Look.FAINT: {"font_size": 8, "font_color": FAINT},
    Look.CHANGED: {"bg_color": PALE, "bold": True, "font_color": GREEN},
    Look.ALARM: {"font_color": RED, "bold": True},
    Look.ENTRY: {"bg_color": ENTRY, "left": 1, "left_color": LINE, "locked": False},
    Look.NUMBER: {"num_format": "#,##0_)", "align": "right"},
    Look.DECIMAL: {"num_format": "#,##0.0#_)", "align": "right"},
    Look.PERCENT: {"num_format": "0%_)", "align": "right"},
    # The months are Indonesian whatever language the computer speaks.
    Look.DATE: {"num_format": "[$-421]d mmmm yyyy", "align": "left"},
}
# What most cells have besides their value and look: no note, no cut, no link.
_PLAIN = Cell()[2:]


@dataclass(slots=True)
class Brush:
    """The workbook in the making and its formats, each made once; `home` is the sheet that others lead back to."""

    book: Workbook
    office: str
    home: str = ""
    formats: dict[tuple[tuple[str, str | int | float | bool], ...], Format] = field(default_factory=dict)
    looks: dict[tuple[Look, bool, bool], Format] = field(default_factory=dict)

    def format(self, properties: Properties) -> Format:
        """Return the format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(dict(properties))
        return self.formats[key]

    def look(self, cell: Cell) -> Format:
        """Return the format of a cell of a table."""
        known = cell.look, isinstance(cell.value, str) and cell.value.startswith(FORMULA_STARTS), bool(cell.link)
        found = self.looks.get(known)
        if found is None:
            linked: Properties = {"font_color": GREEN, "underline": 1} if cell.link else {}
            found = self.looks[known] = self.format({**RULED, **_LOOKS[cell.look], **linked, **_guard(cell.value)})
        return found


def _guard(value: object) -> Properties:
    """Return the quote prefix of a text that a spreadsheet may take for a formula."""
    # Without it a text "=1+1" turns into a formula as soon as somebody edits the cell.
    return {"quote_prefix": True} if isinstance(value, str) and value.startswith(FORMULA_STARTS) else {}


def lists_of(sheets: tuple[Sheet, ...]) -> Lists:
    """Return the lists that drop-downs of these sheets offer, each once."""
    return tuple(dict.fromkeys(each.choices for sheet in sheets for each in sheet.columns if each.choices))


def paint(sheet: Sheet, lists: Lists, brush: Brush) -> None:
    """Add the sheet to the workbook."""
    fill(add(sheet, brush), sheet, lists, brush)


def add(sheet: Sheet, brush: Brush) -> Streamed:
    """Add a worksheet for the sheet to the workbook, empty as yet."""
    made: Streamed = brush.book.add_worksheet(sheet.name, worksheet_class=Streamed)
    return made


def fill(made: Streamed, sheet: Sheet, lists: Lists, brush: Brush) -> list[Cut]:
    """Paint the sheet on its worksheet; returns the cells that were cut."""
    _title(made, sheet, brush)
    first = sheet.header + 1
    # An Excel table has at least one row, so an empty one shows a blank row.
    last = sheet.header + max(1, len(sheet.rows))
    add_table(made, (sheet.header, 0, last), f"Tabel{sheet.name.replace(' ', '')}", sheet.columns, brush)
    cuts = _rows(made, first, sheet, brush)
    for index, each in enumerate(sheet.columns):
        made.set_column(index, index, each.width)
        if each.choices:
            _drop_down(made, (first, last, index), each, lists)
    made.set_row_pixels(sheet.header, 40)
    made.freeze_panes(first, 0)
    made.ignore_errors({"number_stored_as_text": xl_range(first, 0, last, len(sheet.columns) - 1)})
    signal(made, sheet, (first, last), brush.format)
    if sheet.decides:
        # Without a password: it guards against slips, and who must sort or add can take it off.
        made.protect("", dict(_ALLOWED))
    set_page(made, brush.office)
    spread(made, sheet, last)
    return cuts


def _rows(made: Streamed, first: int, sheet: Sheet, brush: Brush) -> list[Cut]:
    """Paint the rows of the table; returns the cells that were cut."""
    cuts: list[Cut] = []
    height = RowHeight(sheet.columns)
    made.begin(first, brush.look)
    for row, cells in enumerate(sheet.rows, start=first):
        pixels = height.pixels(cells)
        made.add_row(row, pixels, cells)
        for column, cell in enumerate(cells):
            if cell[2:] != _PLAIN:
                _besides(made, (row, column), cell, pixels)
                if cell.cut:
                    cuts.append((sheet.name, sheet.columns[column].heading, row - first))
    return cuts


def _besides(made: Worksheet, at: tuple[int, int], cell: Cell, pixels: int) -> None:
    """Add what stands beside a cell's value: where a click on it leads, its note."""
    if cell.link:
        made.write_url(*at, cell.link, None, str(cell.value))
    if cell.note:
        # The note's frame is measured over the rows that it lies on.
        made.set_row_pixels(at[0], pixels)
        made.write_comment(
            *at, cell.note,
            {"author": "sop-pleno", "font_name": "Calibri", "font_size": 9, "color": "#FFFFFF", "width": 300,
             "height": 36 + 14 * (len(cell.note) // 46 + cell.note.count("\n"))},
        )  # fmt: skip


def _title(made: Worksheet, sheet: Sheet, brush: Brush) -> None:
    """Paint what stands above the table: the sheet's name, the way back, what it holds."""
    made.set_row_pixels(0, 28)
    made.write_string(0, 0, sheet.name, brush.format(TITLE))
    if brush.home:
        made.write_url(
            0, _beside(sheet), f"internal:'{brush.home}'!A1", brush.format({**LINK, "valign": "vcenter"}),
            f"‹ {brush.home}", f"Kembali ke lembar {brush.home}",
        )  # fmt: skip
    for row, text in enumerate(sheet.told, start=1):
        made.write_string(row, 0, text, brush.format(ABOUT))
    for row, text in enumerate(sheet.remarks, start=1 + len(sheet.told)):
        made.write_string(row, 0, text, brush.format(REMARK))


def _beside(sheet: Sheet) -> int:
    """The first column that the sheet's name does not run over."""
    at = 0
    for index, each in enumerate(sheet.columns):
        if at >= _NAME_PIXELS:
            return index
        at += column_pixels(each.width)
    return len(sheet.columns)


def add_table(made: Worksheet, at: tuple[int, int, int], name: str, columns: tuple[Column, ...], brush: Brush) -> None:
    """Lay an Excel table over the rows from `at` (header row, first column, last row)."""
    header, left, last = at
    # A unit's name, as a draft spells it, can be the heading of a column.
    figures: Properties = {**HEADER, "align": "right", "indent": 1}
    looks = [{**(figures if each.figures else HEADER), **_guard(each.heading)} for each in columns]
    made.add_table(
        header, left, last, left + len(columns) - 1,
        {
            "name": name, "style": None,
            "columns": [
                {"header": plain(clean(each.heading)), "header_format": brush.format(look)}
                for each, look in zip(columns, looks, strict=True)
            ],
        },
    )  # fmt: skip


def put(made: Worksheet, row: int, column: int, cell: Cell, brush: Brush) -> None:
    """Write a cell of a small table by its kind, never by what its text looks like."""
    look = brush.look(cell)
    if cell.value is None or cell.value == "":
        made.write_blank(row, column, None, look)
    elif isinstance(cell.value, str):
        made.write_string(row, column, plain(cell.value), look)
    else:
        made.write_number(row, column, cell.value, look)


def paint_lists(lists: Lists, brush: Brush) -> None:
    """Add the hidden sheet that drop-downs point at."""
    # A list typed into the drop-down itself may hold only 255 characters, or Excel drops it as damage.
    made = brush.book.add_worksheet(LIST_SHEET)
    for column, choices in enumerate(lists):
        made.write_column(0, column, (f"Pilihan {column + 1}", *choices))
    made.very_hidden()


def _drop_down(made: Worksheet, at: tuple[int, int, int], column: Column, lists: Lists) -> None:
    first, last, index = at
    letter = xl_col_to_name(lists.index(column.choices))
    made.data_validation(
        first, index, last, index,
        {
            "validate": "list", "source": f"={LIST_SHEET}!${letter}$2:${letter}${len(column.choices) + 1}",
            "input_title": column.heading, "input_message": column.ask,
            "error_title": "Pilihan tidak dikenal",
            "error_message": f"Pilih salah satu: {', '.join(column.choices)}."[:255],
        },
    )  # fmt: skip
