"""Paragraphs, rows and tables -> how tall they print: estimated, because Word stores no layout."""

from collections.abc import Sequence
from functools import lru_cache

from pipeline.flow.widths import units
from pipeline.model.draft import Block, Merge, Paragraph, Row, Table


# Offices write the same few thousand words all day.
@lru_cache(maxsize=16_384)
def _units(word: str, font: str) -> float:
    return units(word, font)


def line_count(text: str, size: float, width: float, font: str = "") -> int:
    """Return into how many lines a text wraps; an empty one still takes one."""
    lines = 0
    points, name = size / 1000, font.lower()
    blank = _units(" ", name) * points
    for printed in text.split("\n"):
        lines += 1
        used = 0.0
        for word in printed.split():
            needed = _units(word, name) * points
            if used and used + needed > width:
                lines += 1
                used = 0.0
            if needed > width > 0:
                more, needed = _broken(word, points, name, width)
                lines += more
            used += needed + blank
    return lines


def _broken(word: str, points: float, font: str, width: float) -> tuple[int, float]:
    """How many lines more a word takes that is wider than its column, and how wide its last line is."""
    lines, used = 0, 0.0
    for letter in word:
        needed = _units(letter, font) * points
        if used and used + needed > width:
            lines += 1
            used = 0.0
        used += needed
    return lines, used


def line_width(text: str, size: float, font: str = "") -> float:
    """Return how wide a text prints that stands on one line."""
    return units(text, font.lower()) * size / 1000


def paragraph_height(paragraph: Paragraph, width: float) -> float:
    """Return the height of a paragraph set in a column of this width."""
    look = paragraph.look
    return line_count(paragraph.text, look.size, width, look.font) * look.line + look.space


def row_height(table: Table, row: Row) -> float:
    """Return the height of a table's row."""
    if row.exact and row.height:
        return row.height
    needed = row.height
    for cell in row.cells:
        if cell.merge is not Merge.NONE:
            continue
        width = sum(table.widths[cell.column : cell.column + cell.span]) - 2 * table.margin
        inner = sum(paragraph_height(each, width) for each in cell.paragraphs)
        inner += sum(table_height(each) for each in cell.tables)
        needed = max(needed, inner)
    return needed


def table_height(table: Table) -> float:
    """Return the height of a table."""
    return sum(row_height(table, row) for row in table.rows)


def block_tops(blocks: Sequence[Block], width: float) -> tuple[float, ...]:
    """Return where each block begins, as if all stood on one endless page."""
    tops, at = [], 0.0
    for block in blocks:
        tops.append(at)
        at += table_height(block) if isinstance(block, Table) else paragraph_height(block, width)
    return tuple(tops)
