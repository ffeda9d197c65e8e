"""Blocks -> pieces, each of one SOP: a table that holds a second identity block below its steps is cut there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.approval import is_nip
from pipeline.extract.cells import boxes
from pipeline.extract.headings import Columns, heading_of, read_columns
from pipeline.extract.labels import labels_in
from pipeline.model.draft import Block, Cell, Paragraph, Row, Table
from pipeline.model.sop import FieldName
from pipeline.text import fold, key
from pipeline.vocabulary import LETTERHEAD, LETTERHEAD_MORE, TITLE_PREFIXES, UNIT_STARTS

# "Nomor" and "Judul" stand in many forms; with one of these words the label can only be a SOP's own.
_OWN = re.compile(r"\b(?:sop|pos|dokumen|prosedur)\b", re.IGNORECASE)
_LONGEST_LABEL_CELL = 400
_FIRST_NUMBER = re.compile(r"\(?(\d{1,3})(?!\d)")
_PAGE_NUMBER = re.compile(r"(?:\d{1,3}|[ivxl]{1,6})", re.IGNORECASE)
_NO_TITLE = ("lampiran", "keterangan", "catatan", "daftar isi", "kata pengantar", "jumlah", "total")
_MOST_WORDS = 16
_ORDER_HEADINGS = ("no", "nomor", "no urut", "nomor urut", "urut")
_LISTED_HEADINGS = (
    "nama sop",
    "judul sop",
    "nama prosedur",
    "judul",
    "standar operasional prosedur",
    "jenis sop",
    "uraian sop",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph, or the rows of a table from `first` up to `last` (not included); `columns` count all its rows.

    `listing` says that a table lists SOPs (a table of contents) and is none itself.
    """

    index: int
    block: Block
    first: int = 0
    last: int = 0
    columns: Columns | None = None
    listing: bool = False

    @property
    def whole(self) -> Block:
        """The paragraph, or a table of these rows."""
        return self.block if isinstance(self.block, Paragraph) else rows_of(self.block, self.first, self.last)

    @property
    def above_steps(self) -> Block:
        """The paragraph, or a table of the rows above the step table's header; all rows where there is none."""
        if isinstance(self.block, Paragraph):
            return self.block
        return rows_of(self.block, self.first, self.last if self.columns is None else self.columns.first)

    @property
    def text(self) -> str:
        """The folded text of a paragraph; empty for a table."""
        return fold(self.block.text) if isinstance(self.block, Paragraph) else ""

    @property
    def first_number(self) -> int | None:
        """The number of the first step under this piece's own header, or none where it has no header or no numbers."""
        if self.columns is None or isinstance(self.block, Paragraph):
            return None
        start = self.columns.first + self.columns.rows
        return first_number(self.block.rows[start : self.last], self.columns.column("number"))


def rows_of(table: Table, first: int, last: int) -> Table:
    """Return the table with only these rows; each keeps the place where it stands in the file."""
    if first == 0 and last >= len(table.rows):
        return table
    return replace(table, rows=table.rows[first:last])


def first_number(rows: Sequence[Row], column: int | None) -> int | None:
    """Return the first number in a column of step rows, or none; a row that counts the columns is passed over."""
    for row in rows:
        filled = [fold(cell.text) for cell in row.cells if fold(cell.text)]
        counts_columns = len(filled) >= 4 and all(each.strip("()").isdigit() for each in filled)
        cell = next((each for each in row.cells if each.column == column), None)
        found = None if cell is None or counts_columns else _FIRST_NUMBER.match(_printed(cell))
        if found is not None:
            return int(found[1])
    return None


def pieces_of(blocks: Sequence[Block]) -> tuple[Piece, ...]:
    """Return the pieces of a file in their order."""
    found: list[Piece] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            found.append(Piece(index=index, block=block))
        else:
            found.extend(_cut(index, block))
    return tuple(found)


def _cut(index: int, table: Table) -> Iterator[Piece]:
    first = 0
    while True:
        rest = rows_of(table, first, len(table.rows))
        found = read_columns(rest)
        if found is None:
            listing = first == 0 and _is_listing(table)
            yield Piece(index=index, block=table, first=first, last=len(table.rows), listing=listing)
            return
        columns = found if first == 0 else replace(found, first=found.first + first)
        cut = _next_identity(table, columns.first + columns.rows)
        yield Piece(index=index, block=table, first=first, last=cut, columns=columns)
        if cut == len(table.rows):
            return
        first = cut


def _next_identity(table: Table, start: int) -> int:
    """The row, below a step table's header, at which an identity block begins; the number of rows where none does."""
    for at in range(start, len(table.rows)):
        # A step may speak of the number of a SOP; its row begins with its own.
        if not _names_sop(table.rows[at]) or _is_counted(table.rows[at]):
            continue
        labelled = {
            label.field
            for box in boxes((rows_of(table, at, min(at + 8, len(table.rows))),), {})
            for line in box.lines
            for label in line.labels
        }
        if len(labelled - {None}) >= 2:
            lead = at
            while lead > start and _is_lead_row(table.rows[lead - 1]):
                lead -= 1
            return lead
    return len(table.rows)


def _names_sop(row: Row) -> bool:
    return any(
        is_own(label.written)
        for cell in row.cells
        if (text := cell.text) and len(text) < _LONGEST_LABEL_CELL and _OWN.search(text)
        for line in text.split("\n")
        for label in labels_in(fold(line))
        if label.field in (FieldName.NUMBER, FieldName.TITLE)
    )


def is_own(label: str) -> bool:
    """Return whether a label for a number or a title can only be a SOP's ("Nomor SOP", not "Nomor")."""
    return _OWN.search(label) is not None


def _is_lead_row(row: Row) -> bool:
    filled = [fold(cell.text) for cell in row.cells if fold(cell.text)]
    return all(is_headline(each) for each in filled)


def is_headline(text: str) -> bool:
    """Return whether a line can stand over an identity block: blank, a letterhead's line, a bare title, capitals."""
    words = key(text)
    if not words:
        return True
    if len(words.split()) > _MOST_WORDS or words.startswith(_NO_TITLE) or text.endswith((".", ";")) or is_nip(text):
        return False
    return text.isupper() or words.startswith((*LETTERHEAD, *LETTERHEAD_MORE, *UNIT_STARTS)) or is_titled(text)


def is_titled(text: str) -> bool:
    """Return whether a line begins as bare titles do: SOP, or its long form."""
    words = key(text)
    return any(words == each or words.startswith(f"{each} ") for each in TITLE_PREFIXES)


def _printed(cell: Cell) -> str:
    """The first line of a cell with the number that Word puts before it."""
    for each in cell.paragraphs:
        if fold(each.text) or each.marker:
            return f"{each.marker} {fold(each.text)}".strip()
    return ""


def _is_listing(table: Table) -> bool:
    """Whether a table lists SOPs: a row of headings with an order and a title column, or rows that end in a page."""
    for at, row in enumerate(table.rows[:3]):
        names = [key(cell.text) for cell in row.cells if fold(cell.text)]
        if len(names) >= 2 and names[0] in _ORDER_HEADINGS and any(each in _LISTED_HEADINGS for each in names[1:]):
            return any(_is_counted(below) for below in table.rows[at + 1 :])
    paged = [row for row in table.rows if _ends_in_page(row)]
    return len(paged) >= 2 and len(paged) * 5 >= len(table.rows) * 4


def _is_counted(row: Row) -> bool:
    first = row.cells[0] if row.cells else None
    if first is None:
        return False
    return _FIRST_NUMBER.match(_printed(first)) is not None or any(each.listed for each in first.paragraphs)


def _ends_in_page(row: Row) -> bool:
    filled = [fold(cell.text) for cell in row.cells if fold(cell.text)]
    return (
        2 <= len(filled) <= 3
        and _PAGE_NUMBER.fullmatch(filled[-1]) is not None
        and is_titled(filled[-2])
        and all(heading_of(each) is None for each in filled)
    )
