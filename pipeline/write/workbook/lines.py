"""A text and a column's width -> the lines it takes, and from them the height of a row."""

from pipeline.write.workbook.sheet import Column, Look, Row
from pipeline.write.workbook.widths import SAFETY, TEN_POINTS, WIDEST, width

ONE_LINE = 20
_LINE, _PADDING, _HIGHEST = 17, 3, 545
_BLANK = float(width(" "))
_BOLD = TEN_POINTS * 1.06
_SCALES = {Look.FAINT: 8 / 11, Look.STRONG: _BOLD, Look.CHANGED: _BOLD, Look.ALARM: _BOLD}


class RowHeight:
    """How high rows of these columns are."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        self._rooms = [each.width * 7 - 4 for each in columns]
        # So many letters take one line whatever they are.
        self._sure = [int(each / _BOLD / SAFETY / WIDEST) for each in self._rooms]

    def pixels(self, cells: Row) -> int:
        """Return the height at which every cell shows all its lines; Excel allows no more than 546 pixels."""
        # LibreOffice opens every row of a file like ours at the default height, whatever its cells hold.
        most = 1
        for cell, room, sure in zip(cells, self._rooms, self._sure, strict=True):
            text = cell.value
            if isinstance(text, str) and (len(text) > sure or "\n" in text):
                most = max(most, _lines(text, room, _SCALES.get(cell.look, TEN_POINTS)))
        return ONE_LINE if most == 1 else min(most * _LINE + _PADDING, _HIGHEST)


def _lines(text: str, room: float, scale: float) -> int:
    return sum(_wrapped(line, room / scale / SAFETY) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    """Return the lines that one paragraph takes when its words are filled in one by one."""
    if len(line) * WIDEST <= room:
        return 1
    lines, at = 1, -_BLANK
    for word in line.split(" "):
        wide = width(word)
        behind = at + _BLANK + wide
        if behind <= room:
            at = behind
            continue
        if at > 0:
            lines += 1
        at = wide
        # A word wider than its column is broken where the column ends.
        while at > room:
            lines, at = lines + 1, at - room
        if lines * _LINE > _HIGHEST:
            break
    return lines
