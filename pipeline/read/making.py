"""Paragraphs, cells, rows and tables in the making: filled while a part is read, closed into the model at its end."""

from dataclasses import dataclass, field

from lxml import etree

from pipeline.model.draft import Block, Cell, Merge, Paragraph, Row, Table, Unread
from pipeline.model.place import DocxPlace
from pipeline.read.numbering import Numbering
from pipeline.read.properties import Manner, Properties
from pipeline.read.xml import W, first, flag, twips, value

_VAL = W + "val"
_ALIGNED = {"center": "center", "right": "right", "end": "right"}


class OpenParagraph:
    """A paragraph in the making: `out` is what it prints, `run` its first run with a text."""

    __slots__ = ("boxes", "element", "out", "place", "run")

    def __init__(self, element: etree._Element, place: DocxPlace) -> None:
        """Begin an empty paragraph."""
        self.element = element
        self.place = place
        self.out: list[str] = []
        self.run: etree._Element | None = None
        self.boxes: list[Holder] | None = None


class OpenTable:
    """A table in the making."""

    __slots__ = ("element", "place", "rows", "section")

    def __init__(self, element: etree._Element, place: DocxPlace, section: int) -> None:
        """Begin a table without rows."""
        self.element = element
        self.place = place
        self.section = section
        self.rows: list[OpenRow] = []


class Holder:
    """What blocks stand in: a body, a header, a note or a text box; `count` numbers its paragraphs."""

    __slots__ = ("blocks", "count", "place")

    def __init__(self, place: DocxPlace) -> None:
        """Begin an empty holder; `place` is that of its blocks, without their own number."""
        self.place = place
        self.blocks: list[OpenParagraph | OpenTable] = []
        self.count = 0


class OpenCell(Holder):
    """A cell in the making: `beside` marks one that Word before 2000 merged into the cell to its left."""

    __slots__ = ("beside", "column", "merge", "span")

    def __init__(self, place: DocxPlace, column: int, span: int, merge: Merge, *, beside: bool) -> None:
        """Begin an empty cell at a grid column."""
        self.place = place
        self.blocks = []
        self.count = 0
        self.column = column
        self.span = span
        self.merge = merge
        self.beside = beside


class OpenRow:
    """A row in the making; `column` is where its next cell begins."""

    __slots__ = ("cells", "column", "place", "properties")

    def __init__(self, place: DocxPlace, properties: etree._Element | None, column: int) -> None:
        """Begin a row without cells."""
        self.place = place
        self.properties = properties
        self.column = column
        self.cells: list[OpenCell] = []


@dataclass(slots=True, kw_only=True)
class Closing:
    """What closing needs to know and finds out: lists are counted in the order of the text."""

    properties: Properties
    numbering: Numbering
    unread: list[Unread] = field(default_factory=list)
    numbered: int = 0
    nested: int = 0

    def block(self, block: OpenParagraph | OpenTable) -> Block:
        """Return a paragraph or a table as it is."""
        return self.paragraph(block) if isinstance(block, OpenParagraph) else self.table(block)

    def paragraph(self, paragraph: OpenParagraph) -> Paragraph:
        """Return a paragraph with its text, its number in a list and its setting."""
        out = paragraph.out
        text = out[0] if len(out) == 1 else "".join(out)
        manner = self.properties.manner(paragraph.element)
        breaks = manner.breaks
        if "\f" in text:
            text, breaks = text.replace("\f", ""), True
        listed, marker = manner.list_id != "0", ""
        if listed:
            marker = self._marker(manner)
        return Paragraph(text, paragraph.place, listed, marker, self.properties.look(manner, paragraph.run), breaks)

    def _marker(self, manner: Manner) -> str:
        """What Word prints before a paragraph of a list."""
        level = manner.level
        if level is None:
            level = self.numbering.level_of_style(manner.list_id, manner.style or "")
        self.numbered += 1
        return self.numbering.marker(manner.list_id, level)

    def table(self, table: OpenTable) -> Table:
        """Return a table on its grid; a cell that continues no merge of the row above begins one."""
        properties = first(table.element, W + "tblPr")
        grid = first(table.element, W + "tblGrid")
        widths = [] if grid is None else [twips(each.get(W + "w")) for each in grid if each.tag == W + "gridCol"]
        merged: set[int] = set()
        rows = tuple([self._row(row, merged) for row in table.rows])
        columns = max([cell.column + cell.span for row in rows for cell in row.cells], default=0)
        margin = value(properties, "tblCellMar left", "w") or value(properties, "tblCellMar start", "w")
        return Table(
            widths=tuple(widths + [0.0] * (columns - len(widths))),
            left=twips(value(properties, "tblInd", "w")),
            margin=twips(margin, 5.4),
            rows=rows,
            place=table.place,
            section=table.section,
            align=_ALIGNED.get(value(properties, "jc") or "", ""),
        )

    def _row(self, row: OpenRow, merged: set[int]) -> Row:
        height, exact, header = 0.0, False, False
        for each in row.properties if row.properties is not None else ():
            if each.tag == W + "trHeight":
                height, exact = twips(each.get(_VAL)), each.get(W + "hRule") == "exact"
            elif each.tag == W + "tblHeader":
                header = flag(row.properties, "tblHeader")
        cells: list[Cell] = []
        for opened in row.cells:
            cell = self._cell(opened)
            if opened.beside and cells:
                before = cells[-1]
                filled = tuple(one for one in cell.paragraphs if one.text)
                cells[-1] = before._replace(
                    span=before.span + cell.span, paragraphs=before.paragraphs + filled,
                    tables=before.tables + cell.tables,
                )  # fmt: skip
                continue
            if cell.merge is Merge.NONE:
                merged.discard(cell.column)
            elif cell.merge is Merge.CONTINUE and cell.column in merged:
                self._behind(cell)
            else:
                merged.add(cell.column)
                cell = cell._replace(merge=Merge.START)
            cells.append(cell)
        return Row(tuple(cells), height, exact, header, row.place)

    def _cell(self, cell: OpenCell) -> Cell:
        blocks = cell.blocks
        if len(blocks) == 1 and type(blocks[0]) is OpenParagraph:
            return Cell(cell.column, cell.span, cell.merge, (self.paragraph(blocks[0]),), (), cell.place)
        closed = [self.block(each) for each in blocks]
        tables = tuple([each for each in closed if isinstance(each, Table)])
        self.nested += len(tables)
        paragraphs = tuple([each for each in closed if isinstance(each, Paragraph)])
        return Cell(cell.column, cell.span, cell.merge, paragraphs, tables, cell.place)

    def _behind(self, cell: Cell) -> None:
        """Word prints nothing of the lower cells of a merge; text left in one is said, not lost."""
        for each in cell.paragraphs:
            if each.text.strip():
                what = f"teks dalam sel gabungan yang tidak tercetak: {each.text.strip()}"
                self.unread.append(Unread(what=what, place=each.place))
