"""The cells of identity tables -> each with its labels, in the order of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.extract.labels import BULLET, Label, labels_in, may_go_on
from pipeline.model.draft import Block, Cell, Merge, Paragraph, Table
from pipeline.model.place import DocxPlace
from pipeline.model.sop import LISTS
from pipeline.text import fold

# Nested tables are counted apart from those of the page.
_NESTED = 1_000_000
# In a narrow cell a label is broken over as many lines.
_MOST_LINES = 4


class Line(NamedTuple):
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
    has_label: bool
    text: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written here."""
        return not self.text


def boxes(blocks: Sequence[Block], until: dict[int, int]) -> tuple[Box, ...]:
    """Return the boxes of the blocks; `until` gives for a block the row at which its step table begins."""
    found: list[Box] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if block.text and not block.text.isspace():
                found.append(_box((block,), block.place, -1 - index))
        else:
            found.extend(_table(block, index, until.get(index, len(block.rows))))
    return tuple(found)


def _table(table: Table, index: int, rows: int) -> Iterator[Box]:
    for at, row in enumerate(table.rows[:rows]):
        for cell in row.cells:
            if cell.merge is not Merge.CONTINUE:
                yield _box(
                    cell.paragraphs, cell.place, index, (at, _last_row(table, at, cell)),
                    (cell.column, cell.column + cell.span - 1),
                )  # fmt: skip
            for nested in cell.tables:
                # A nested table stands by itself: its labels and values are each other's neighbours.
                own = (index + 1) * _NESTED + (nested.place.table or 0)
                yield from _table(nested, own, len(nested.rows))


def _last_row(table: Table, at: int, cell: Cell) -> int:
    last = at
    if cell.merge is Merge.START:
        for row in table.rows[at + 1 :]:
            below = next((each for each in row.cells if each.column == cell.column), None)
            if below is None or below.merge is not Merge.CONTINUE:
                break
            last += 1
    return last


def _box(
    paragraphs: Sequence[Paragraph], place: DocxPlace, table: int,
    rows: tuple[int, int] = (0, 0), columns: tuple[int, int] = (0, 0),
) -> Box:  # fmt: skip
    lines = tuple(_lines(paragraphs, _Standing(in_table=table >= 0)))
    return Box(
        lines=lines, place=place, table=table, row=rows[0], last_row=rows[1], column=columns[0],
        last_column=columns[1], has_label=any(each.labels for each in lines),
        text=" ".join(each.text for each in lines if each.text),
    )  # fmt: skip


def _lines(paragraphs: Sequence[Paragraph], standing: "_Standing") -> Iterator[Line]:
    """Yield the lines of a cell, each with the labels that can stand at its place in the cell."""
    printed = [
        Line(text=fold(text) if text else "", labels=(), listed=each.listed, item=first == 0, place=each.place)
        for each in paragraphs
        for first, text in enumerate(each.text.split("\n"))
    ]
    last = max((at for at, each in enumerate(printed) if each.text), default=-1)
    at = 0
    while at < len(printed):
        line = printed[at]
        at += 1
        if line.text == ":" and standing.owner is not None:
            # The colon of a label that fills its line.
            line = line._replace(text="")
        elif line.text:
            text, count = _whole_label(printed, at - 1)
            labels = standing.allowed(text, line, last=at + count - 2 == last)
            standing.after(labels, line)
            if labels:
                line = line._replace(text=text, labels=labels)
                at += count - 1
        yield line


def _whole_label(printed: Sequence[Line], at: int) -> tuple[str, int]:
    """The text of a label that a narrow cell breaks over lines (Tanggal / Pembuatan), and how many lines it takes."""
    text = printed[at].text
    best = (text, 1)
    if not may_go_on(text):
        return best
    for count in range(2, min(_MOST_LINES, len(printed) - at) + 1):
        following = printed[at + count - 1]
        if not may_go_on(text) or not following.text or following.listed:
            break
        text = f"{text} {following.text}"
        labels = labels_in(text)
        if len(labels) == 1 and labels[0].sure == 1.0 and (labels[0].colon or not labels[0].rest):
            best = (text, count)
    return best


@dataclass(slots=True)
class _Standing:
    """What was read of a cell so far, which tells where a label can stand and where only running text does."""

    in_table: bool
    begun: bool = False
    owner: Label | None = None
    in_list: bool = False

    def allowed(self, text: str, line: Line, *, last: bool) -> tuple[Label, ...]:
        """Return the labels of a line, or none where it is an entry of a list or goes on with a sentence."""
        bullet = BULLET.match(text)
        if bullet is not None or line.listed:
            # Outside a table a heading may carry a number ("A. Dasar Hukum"); within, only entries of lists do.
            labels = () if self.in_table or self.begun else labels_in(text[bullet.end() :] if bullet else text)
            return labels if all(each.sure == 1.0 and not each.rest for each in labels) else ()
        labels = labels_in(text)
        if not labels or not self.begun or (self.owner is not None and not self.in_list):
            return labels
        certain = all(each.sure == 1.0 for each in labels)
        alone = all(not each.rest for each in labels)
        if alone:
            # A label under its value may be misspelt too.
            return labels if certain or (last and self.owner is None) else ()
        return labels if certain and all(each.colon and each.field for each in labels) else ()

    def after(self, labels: Sequence[Label], line: Line) -> None:
        """Take in a line that holds these labels, or text."""
        self.begun = self.begun or bool(line.text)
        if labels:
            self.owner = labels[-1]
            self.in_list = self.owner.field in LISTS and bool(self.owner.rest)
        elif self.owner is not None:
            self.in_list = self.in_list or self.owner.field in LISTS
