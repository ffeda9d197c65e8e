"""The cells of identity tables -> each with its labels, in the order of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.labels import Label, labels_in
from pipeline.model.draft import Block, Cell, Merge, Paragraph, Table
from pipeline.model.place import DocxPlace
from pipeline.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line of a cell or a paragraph; `item` says that a new paragraph begins here."""

    text: str
    labels: tuple[Label, ...]
    listed: bool
    item: bool
    place: DocxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A cell, or a paragraph outside any table, with its lines; rows and columns count from 0."""

    lines: tuple[Line, ...]
    place: DocxPlace
    table: int
    row: int
    last_row: int
    column: int
    last_column: int

    @property
    def has_label(self) -> bool:
        """Whether any line holds a label."""
        return any(each.labels for each in self.lines)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written here."""
        return not any(each.text for each in self.lines)


def boxes(blocks: Sequence[Block], until: dict[int, int]) -> tuple[Box, ...]:
    """Return the boxes of the blocks; `until` gives for a block the row at which its step table begins."""
    found: list[Box] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            lines = _lines((block,))
            if any(each.text for each in lines):
                found.append(
                    Box(lines=lines, place=block.place, table=-1 - index, row=0, last_row=0, column=0, last_column=0)
                )
        else:
            found.extend(_table(block, index, until.get(index, len(block.rows))))
    return tuple(found)


def _table(table: Table, index: int, rows: int) -> Iterator[Box]:
    for at, row in enumerate(table.rows[:rows]):
        for cell in row.cells:
            if cell.merge is not Merge.CONTINUE:
                yield _box(cell, index, at, _last_row(table, at, cell))
            for nested in cell.tables:
                # A nested table stands by itself: its labels and values are each other's neighbours.
                yield from _table(
                    nested, index * 1000 + nested.place.table if nested.place.table else index, len(nested.rows)
                )


def _last_row(table: Table, at: int, cell: Cell) -> int:
    last = at
    if cell.merge is Merge.START:
        for row in table.rows[at + 1 :]:
            below = next((each for each in row.cells if each.column == cell.column), None)
            if below is None or below.merge is not Merge.CONTINUE:
                break
            last += 1
    return last


def _box(cell: Cell, table: int, row: int, last_row: int) -> Box:
    return Box(
        lines=_lines(cell.paragraphs), place=cell.place, table=table, row=row, last_row=last_row,
        column=cell.column, last_column=cell.column + cell.span - 1,
    )  # fmt: skip


def _lines(paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    found = tuple(
        Line(text=fold(text), labels=labels_in(text), listed=paragraph.listed, item=first == 0, place=paragraph.place)
        for paragraph in paragraphs
        for first, text in enumerate(paragraph.text.split("\n"))
    )
    filled = [each for each in found if each.text]
    if 2 <= len(filled) <= 3 and not any(each.labels for each in filled):
        # A narrow cell breaks its label over lines: Tanggal / Pembuatan.
        whole = " ".join(each.text for each in filled)
        labels = tuple(each for each in labels_in(whole) if each.sure == 1.0 and not each.rest)
        if len(labels) == 1:
            return (Line(text=whole, labels=labels, listed=False, item=True, place=filled[0].place),)
    return found
