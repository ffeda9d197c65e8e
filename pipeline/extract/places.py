"""Places -> the part of a file that they belong to: each fact of a draft is one SOP's, and none is nobody's."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from pipeline.extract.parts import Part
from pipeline.model.draft import Paragraph, Table
from pipeline.model.place import DocxPlace

_NEVER = (1 << 30, 0)


def owner_of(parts: Sequence[Part]) -> Callable[[DocxPlace], int]:
    """Return what tells the part, counted from 0, of a place.

    Tables and paragraphs are numbered in the order of the file, so a fact whose own block is gone (a deleted table)
    still has its part. What stands outside the body, in margins and notes, is the first part's: it counts once.
    """
    tables, paragraphs = [_NEVER] * len(parts), [_NEVER] * len(parts)
    outer: dict[int | None, tuple[int, int]] = {}
    for at, part in enumerate(parts):
        for piece in part.pieces:
            block = piece.block
            if isinstance(block, Paragraph):
                paragraphs[at] = min(paragraphs[at], (block.place.paragraph or 0, 0))
                continue
            tables[at] = min(tables[at], (block.place.table or 0, piece.first + 1))
            outer.update(_nested(block))
    for at in range(len(parts) - 2, -1, -1):
        tables[at], paragraphs[at] = min(tables[at], tables[at + 1]), min(paragraphs[at], paragraphs[at + 1])

    def owner(place: DocxPlace) -> int:
        if place.part != "body":
            return 0
        if place.table:
            return max(0, bisect_right(tables, outer.get(place.table, (place.table, place.row or 1))) - 1)
        return max(0, bisect_right(paragraphs, (place.paragraph or 0, 0)) - 1)

    return owner


def _nested(table: Table) -> Iterator[tuple[int | None, tuple[int, int]]]:
    """Yield each table inside a table with the outermost one's number and row."""
    for at, row in enumerate(table.rows, start=1):
        inside = [each for cell in row.cells for each in cell.tables]
        while inside:
            each = inside.pop()
            yield each.place.table, (table.place.table or 0, at)
            inside.extend(inner for one in each.rows for cell in one.cells for inner in cell.tables)
