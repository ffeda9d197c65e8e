"""A text and a column's width -> the lines it takes, and from them the height of a row."""

from functools import lru_cache

from xlsxwriter.utility import xl_pixel_width

from pipeline.write.workbook.sheet import Cell, Column, Look

ONE_LINE = 20
_LINE, _PADDING, _HIGHEST = 17, 3, 545
# xlsxwriter knows the widths of Calibri 11; a printer's are never quite the screen's, hence the last factor.
_SCALES = {Look.FAINT: 8 / 11, Look.STRONG: 10 / 11 * 1.06, Look.CHANGED: 10 / 11 * 1.06, Look.ALARM: 10 / 11 * 1.06}
_SAFETY = 1.04
# No letter of Calibri 11 is wider.
_WIDEST = 14

# Drafts say the same words again and again.
_width = lru_cache(maxsize=100_000)(xl_pixel_width)


def row_pixels(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> int:
    """Return the height at which every cell shows all its lines; Excel allows no more than 546 pixels."""
    # LibreOffice opens every row of a file like ours at the default height, whatever its cells hold.
    lines = max(
        _lines(cell.value, column.width * 7 - 4, _SCALES.get(cell.look, 10 / 11)) if isinstance(cell.value, str) else 1
        for cell, column in zip(cells, columns, strict=True)
    )
    return ONE_LINE if lines == 1 else min(lines * _LINE + _PADDING, _HIGHEST)


def _lines(text: str, width: float, scale: float) -> int:
    return sum(_wrapped(line, width / scale / _SAFETY) for line in text.split("\n"))


def _wrapped(line: str, width: float) -> int:
    """Return the lines that one paragraph takes when its words are filled in one by one."""
    if len(line) * _WIDEST <= width:
        return 1
    lines, at, blank = 1, 0.0, _width(" ")
    for word in line.split(" "):
        wide = _width(word)
        if at and at + blank + wide > width:
            lines, at = lines + 1, 0.0
        elif at:
            at += blank
        at += wide
        # A word wider than its column is broken where the column ends.
        while at > width:
            lines, at = lines + 1, at - width
        if lines * _LINE > _HIGHEST:
            break
    return lines
