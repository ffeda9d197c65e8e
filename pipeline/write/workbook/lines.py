"""A text and a column's width -> the lines it takes, and from them the height of a row."""

from pipeline.write.workbook.sheet import Cell, Column, Look
from pipeline.write.workbook.widths import SAFETY, TEN_POINTS, WIDEST, width

ONE_LINE = 20
_LINE, _PADDING, _HIGHEST = 17, 3, 545
_BOLD = TEN_POINTS * 1.06
_SCALES = {Look.FAINT: 8 / 11, Look.STRONG: _BOLD, Look.CHANGED: _BOLD, Look.ALARM: _BOLD}


def row_pixels(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> int:
    """Return the height at which every cell shows all its lines; Excel allows no more than 546 pixels."""
    # LibreOffice opens every row of a file like ours at the default height, whatever its cells hold.
    lines = max(
        _lines(cell.value, column.width * 7 - 4, _SCALES.get(cell.look, TEN_POINTS))
        if isinstance(cell.value, str)
        else 1
        for cell, column in zip(cells, columns, strict=True)
    )
    return ONE_LINE if lines == 1 else min(lines * _LINE + _PADDING, _HIGHEST)


def _lines(text: str, room: float, scale: float) -> int:
    return sum(_wrapped(line, room / scale / SAFETY) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    """Return the lines that one paragraph takes when its words are filled in one by one."""
    if len(line) * WIDEST <= room:
        return 1
    lines, at, blank = 1, 0.0, width(" ")
    for word in line.split(" "):
        wide = width(word)
        if at and at + blank + wide > room:
            lines, at = lines + 1, 0.0
        elif at:
            at += blank
        at += wide
        # A word wider than its column is broken where the column ends.
        while at > room:
            lines, at = lines + 1, at - room
        if lines * _LINE > _HIGHEST:
            break
    return lines
