"""A SOP's blocks and grid -> where each cell stands and where each drawing is drawn, on one endless page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.flow.heights import block_tops, paragraph_height, row_height
from pipeline.model.draft import Block, Cell, Draft, Drawing, Section, Shape, Table
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
    """A shape at its place on the page, with the drawing that holds it."""

    shape: Shape
    drawing: Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The page of one SOP: rows, actor columns and the shapes over them."""

    bands: tuple[Band, ...]
    columns: tuple[Column, ...]
    placed: tuple[Placed, ...]
    corners: Mapping[DocxPlace, tuple[float, float]]

    def cell_at(self, place: DocxPlace) -> tuple[float, float] | None:
        """Return left and top of a cell's first line, or none for a cell outside the step tables."""
        return self.corners.get(place._replace(paragraph=None))


def lay_out(draft: Draft, grid: StepGrid) -> Layout:
    """Return the layout of one SOP of a draft."""
    blocks = draft.blocks[grid.first_block : grid.last_block]
    section = _section(draft, grid)
    tops = block_tops(blocks, section.width - section.left - section.right)
    bands: list[Band] = []
    corners: dict[DocxPlace, tuple[float, float]] = {}
    steps = {(each.table, each.row): each.step for each in grid.rows}
    for index, table in enumerate(grid.tables):
        y = tops[_index(blocks, table)]
        for at, row in enumerate(table.rows):
            height = row_height(table, row)
            bands.append(Band(top=y, bottom=y + height, step=steps.get((index, at), 0), place=row.place))
            corners.update((cell.place, (_left(table, cell.column) + table.margin, y)) for cell in row.cells)
            y += height
    partial = Layout(bands=tuple(bands), columns=tuple(_columns(grid)), placed=(), corners=corners)
    return replace(partial, placed=tuple(_placed(grid.drawings, blocks, tops, partial, section)))


def _section(draft: Draft, grid: StepGrid) -> Section:
    index = grid.tables[0].section if grid.tables else 0
    if draft.sections:
        return draft.sections[min(index, len(draft.sections) - 1)]
    return Section(width=612, height=792, top=72, left=72, right=72, bottom=72)


def _index(blocks: Sequence[Block], table: Table) -> int:
    return next(at for at, block in enumerate(blocks) if block is table)


def _left(table: Table, column: int) -> float:
    # Word hangs a table's cell margin out to the left of the text's edge.
    return table.left - table.margin + sum(table.widths[:column])


def _columns(grid: StepGrid) -> Iterator[Column]:
    for actor in grid.actors:
        table = grid.tables[0]
        yield Column(left=_left(table, actor.column), right=_left(table, actor.column + actor.span), actor=actor.name)


def _placed(
    drawings: Sequence[Drawing], blocks: Sequence[Block], tops: Sequence[float], layout: Layout, section: Section
) -> Iterator[Placed]:
    at = {block.place: index for index, block in enumerate(blocks) if not isinstance(block, Table)}
    for drawing in drawings:
        if drawing.place.table is not None:
            origin = _origin_in_cell(drawing, blocks, layout)
        else:
            origin = _origin_in_text(drawing, blocks, tops, at.get(drawing.place), section)
        if origin is None:
            continue
        for shape in drawing.shapes:
            moved = shape._replace(
                x=shape.x + origin[0],
                y=shape.y + origin[1],
                points=tuple((x + origin[0], y + origin[1]) for x, y in shape.points),
            )
            yield Placed(shape=moved, drawing=drawing)


def _origin_in_cell(drawing: Drawing, blocks: Sequence[Block], layout: Layout) -> tuple[float, float] | None:
    cell = layout.cell_at(drawing.place)
    if cell is None:
        return None
    below = _offset_in_cell(blocks, drawing.place)
    return cell[0] + drawing.anchor.dx, cell[1] + below + drawing.anchor.dy


def _origin_in_text(
    drawing: Drawing, blocks: Sequence[Block], tops: Sequence[float], index: int | None, section: Section
) -> tuple[float, float] | None:
    if index is None:
        return None
    anchor = drawing.anchor
    frame_h, frame_v = anchor.h.partition(":")[0], anchor.v.partition(":")[0]
    x = anchor.dx - (section.left if frame_h == "page" else 0.0)
    if frame_v in ("page", "margin"):
        top = tops[_page_start(blocks, index)]
        return x, top + anchor.dy - (section.top if frame_v == "page" else 0.0)
    return x, tops[index] + anchor.dy


def _page_start(blocks: Sequence[Block], index: int) -> int:
    for at in range(index, -1, -1):
        block = blocks[at]
        if not isinstance(block, Table) and block.page_break:
            return at
    return 0


def _offset_in_cell(blocks: Sequence[Block], place: DocxPlace) -> float:
    """How far below the cell's top its anchor paragraph begins."""
    if not place.paragraph or place.paragraph == 1:
        return 0.0
    table = next((b for b in blocks if isinstance(b, Table) and b.place.table == place.table), None)
    cell = None if table is None else _cell(table, place)
    if table is None or cell is None:
        return 0.0
    width = sum(table.widths[cell.column : cell.column + cell.span]) - 2 * table.margin
    return sum(paragraph_height(each, width) for each in cell.paragraphs[: place.paragraph - 1])


def _cell(table: Table, place: DocxPlace) -> Cell | None:
    if place.row is None or place.row > len(table.rows):
        return None
    return next((each for each in table.rows[place.row - 1].cells if each.place.column == place.column), None)
