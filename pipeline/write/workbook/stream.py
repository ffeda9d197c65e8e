"""A worksheet whose many rows go to a file as they come: kept as xlsxwriter's cells they would take gigabytes."""

import tempfile
from collections.abc import Callable
from datetime import date
from xml.sax.saxutils import escape

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from pipeline.write.workbook.lines import ONE_LINE
from pipeline.write.workbook.sheet import FORMULA_STARTS, Cell, Look, Row, is_markup

_EPOCH = date(1899, 12, 30)


class _Forgetful(dict[tuple[int, int], str]):
    """Holds nothing: xlsxwriter notes every cell of a table, to see a second table that overlaps it; there is one."""

    def __setitem__(self, at: tuple[int, int], told: str) -> None:
        """Leave it."""


class Streamed(Worksheet):  # type: ignore[misc]
    """A worksheet that is written as xlsxwriter does it down to its headings, and row by row below them."""

    def __init__(self) -> None:
        """A worksheet without rows as yet."""
        super().__init__()
        self._first = 0
        self._styles: dict[tuple[Look, bool, bool], int] = {}
        self.table_cells = _Forgetful()

    def begin(self, first: int, look: Callable[[Cell], Format]) -> None:
        """Begin the rows at `first`, from 0, whose cells look as `look` says; what stands above is written as ever."""
        self._first, self._look = first, look
        self._rows = tempfile.TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115 - closed once read

    def add_row(self, row: int, pixels: int, cells: Row) -> None:
        """Write the next row, so many pixels high, its values by their kind, never by what a text looks like."""
        at, shared = row + 1, self.str_table._get_shared_string_index
        height = "" if pixels == ONE_LINE else f' ht="{pixels * 0.75:g}" customHeight="1"'
        made = [f'<row r="{at}"{height}>']
        for name, cell in zip(_NAMES, cells, strict=False):
            value = cell.value
            if value is None or value == "":
                made.append(f'<c r="{name}{at}" s="{self._style(cell, "")}"/>')
            elif isinstance(value, str) and is_markup(value):
                style, text = self._style(cell, value), escape(value)
                made.append(f'<c r="{name}{at}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>')
            elif isinstance(value, str):
                made.append(f'<c r="{name}{at}" s="{self._style(cell, value)}" t="s"><v>{shared(value)}</v></c>')
            else:
                number = (value - _EPOCH).days if isinstance(value, date) else value
                made.append(f'<c r="{name}{at}" s="{self._style(cell, "")}"><v>{number:.16g}</v></c>')
        made.append("</row>")
        self._rows.write("".join(made))

    def _style(self, cell: Cell, text: str) -> int:
        known = cell.look, text.startswith(FORMULA_STARTS), cell.link != ""
        style = self._styles.get(known)
        if style is None:
            style = self._styles[known] = self._look(cell)._get_xf_index()
        return style

    def _write_rows(self) -> None:
        last: int = self.dim_rowmax  # type: ignore[has-type]
        self.dim_rowmax = self._first - 1
        super()._write_rows()
        self.dim_rowmax = last
        self._rows.seek(0)
        while piece := self._rows.read(1 << 20):
            self.fh.write(piece)
        self._rows.close()


_NAMES = tuple(xl_col_to_name(each) for each in range(16_384))  # as many as a sheet can have
