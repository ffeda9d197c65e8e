"""A SOP's blocks and grid -> where each cell stands and where each drawing is drawn, on one endless page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.flow.anchors import Ground, Span, origin
from pipeline.flow.heights import block_tops, paragraph_height, row_height
from pipeline.flow.pages import pages
from pipeline.model.draft import Block, Cell, Draft, Drawing, Paragraph, Section, Shape, Table
from pipeline.model.grid import StepGrid
from pipeline.model.place import DocxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The vertical extent of a row: `step` is 0 for a row that is no step."""

    top: float
    bottom: float
    step: int
    place: DocxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The horizontal extent of an actor column."""

    left: float
    right: float
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A shape at its place on the page, with the drawing that holds it and its number among the SOP's."""

    shape: Shape
    drawing: Drawing
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The page of one SOP: rows, actor columns and the shapes over them."""

    bands: tuple[Band, ...]
    columns: tuple[Column, ...]
    placed: tuple[Placed, ...]
    cells: Mapping[DocxPlace, tuple[Span, Span, Span]]

    def cell_at(self, place: DocxPlace) -> tuple[float, float] | None:
        """Return left and top of a cell's first line, or none for a cell outside the step tables."""
        found = self.cells.get(place._replace(paragraph=None))
        return None if found is None else (found[2].start, found[1].start)


def lay_out(draft: Draft, grid: StepGrid) -> Layout:
    """Return the layout of one SOP of a draft."""
    blocks = draft.blocks[grid.first_block : grid.last_block]
    section = _section(draft, grid)
    width = section.width - section.left - section.right
    tops = block_tops(blocks, width)
    bands: list[Band] = []
    cells: dict[DocxPlace, tuple[Span, Span, Span]] = {}
    steps = {(each.table, each.row): each.step for each in grid.rows}
    for index, table in enumerate(grid.tables):
        y = tops[_index(blocks, table)]
        for at, row in enumerate(table.rows):
            height = row_height(table, row)
            bands.append(Band(top=y, bottom=y + height, step=steps.get((index, at), 0), place=row.place))
            down = Span(start=y, length=height)
            for cell in row.cells:
                across = Span(
                    start=_left(table, cell.column, width),
                    length=sum(table.widths[cell.column : cell.column + cell.span]),
                )
                text = Span(start=across.start + table.margin, length=across.length - 2 * table.margin)
                cells[cell.place] = across, down, text
            y += height
    partial = Layout(bands=tuple(bands), columns=tuple(_columns(grid, width)), placed=(), cells=cells)
    grounds = _Grounds(draft, blocks, tops, partial, section)
    return replace(partial, placed=tuple(_placed(grid.drawings, grounds)))


def _section(draft: Draft, grid: StepGrid) -> Section:
    index = grid.tables[0].section if grid.tables else 0
    if draft.sections:
        return draft.sections[min(index, len(draft.sections) - 1)]
    return Section(width=612, height=792, top=72, left=72, right=72, bottom=72)


def _index(blocks: Sequence[Block], table: Table) -> int:
    return next(at for at, block in enumerate(blocks) if block is table)


def _left(table: Table, column: int, width: float) -> float:
    before = sum(table.widths[:column])
    if table.align:
        free = width - sum(table.widths)
        return before + (free / 2 if table.align == "center" else free)
    # Word hangs a table's cell margin out to the left of the text's edge.
    return table.left - table.margin + before


def _columns(grid: StepGrid, width: float) -> Iterator[Column]:
    for actor in grid.actors:
        table = grid.tables[0]
        right = _left(table, actor.column + actor.span, width)
        yield Column(left=_left(table, actor.column, width), right=right, actor=actor.name)


def _placed(drawings: Sequence[Drawing], grounds: "_Grounds") -> Iterator[Placed]:
    for number, drawing in enumerate(drawings):
        ground = grounds.of(drawing.place)
        if ground is None:
            continue
        left, top = origin(drawing, ground)
        for shape in drawing.shapes:
            yield Placed(shape=shape._replace(x=shape.x + left, y=shape.y + top), drawing=drawing, number=number)


class _Grounds:
    """What surrounds each place of a SOP at which a drawing may be anchored."""

    def __init__(
        self, draft: Draft, blocks: Sequence[Block], tops: Sequence[float], layout: Layout, section: Section
    ) -> None:
        self._blocks = blocks
        self._tops = tops
        self._layout = layout
        self._section = section
        self._at = {block.place: index for index, block in enumerate(blocks) if not isinstance(block, Table)}
        self._tables = {block.place.table: block for block in blocks if isinstance(block, Table)}
        self._pages = pages(draft, blocks, section)

    def of(self, place: DocxPlace) -> Ground | None:
        """Return what surrounds a place, none where it is outside the SOP's text and step tables."""
        if place.table is None:
            index = self._at.get(place)
            if index is None:
                return None
            top = self._tops[index]
            block = self._blocks[index]
            paragraph = block if isinstance(block, Paragraph) else None
            return Ground(top=top, page=self._pages.at(top), section=self._section, paragraph=paragraph)
        cell = self._layout.cells.get(place._replace(paragraph=None))
        if cell is None:
            return None
        across, down, text = cell
        return Ground(
            top=down.start + self._offset(place, text.length), page=self._pages.at(down.start), section=self._section,
            cell=(across, down), text=text, paragraph=self._paragraph(place),
        )  # fmt: skip

    def _paragraph(self, place: DocxPlace) -> Paragraph | None:
        cell = _cell(self._tables[place.table], place) if place.table in self._tables else None
        at = (place.paragraph or 1) - 1
        return cell.paragraphs[at] if cell is not None and at < len(cell.paragraphs) else None

    def _offset(self, place: DocxPlace, width: float) -> float:
        """How far below the cell's top its anchor paragraph begins."""
        if not place.paragraph or place.paragraph == 1 or place.table not in self._tables:
            return 0.0
        cell = _cell(self._tables[place.table], place)
        if cell is None:
            return 0.0
        return sum(paragraph_height(each, width) for each in cell.paragraphs[: place.paragraph - 1])


def _cell(table: Table, place: DocxPlace) -> Cell | None:
    if place.row is None or place.row > len(table.rows):
        return None
    return next((each for each in table.rows[place.row - 1].cells if each.place.column == place.column), None)
