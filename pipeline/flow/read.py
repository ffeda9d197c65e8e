"""A SOP with open actors, its grid and its draft -> the SOP with its flow and the actors of each step."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.flow.answers import label
from pipeline.flow.arrows import join, pair_off_page
from pipeline.flow.heights import paragraph_height
from pipeline.flow.layout import Layout, lay_out
from pipeline.flow.symbols import Note, Symbol, answer, see
from pipeline.model.draft import Cell, Draft, Merge, Table, Unread
from pipeline.model.grid import StepGrid
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Actor, Flow, Node, NodeKind, Sop
from pipeline.text import fold, key, plain
from pipeline.vocabulary import EMPTY_BOXES, MARKS, NO, YES

# Anything but a logo or a stamp is at least this wide, in points.
_CHART = 120.0
# The box of a control that nobody ticked marks no actor.
_UNCHECKED = "☐"
_LOOSE = "panah yang ujungnya tidak mengenai simbol"
_TYPED = "tulisan pada kolom pelaksana"
_NOT_SHAPES = {
    "picture": "diagram alir berupa gambar",
    "smartart": "diagram alir berupa SmartArt",
    "chart": "diagram alir berupa grafik",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A text in an actor cell of a step."""

    step: int
    actor: Actor
    text: str
    cell: Cell
    table: Table
    paragraph: int


def with_flow(draft: Draft, sop: Sop, grid: StepGrid) -> Sop:
    """Return the SOP with its flow, and each step with the actors in whose column it has a symbol or a mark."""
    layout = lay_out(draft, grid)
    seen = see(layout)
    written = tuple(_written(grid))
    notes = (*seen.notes, *_typed_notes(written, layout))
    if seen.symbols:
        joints = join(seen.arrows, seen.symbols)
        named = label(joints.joined, notes, seen.symbols)
        edges = (*(each.edge for each in named), *pair_off_page(named, seen.symbols))
        nodes = tuple(replace(each.node, text=each.node.text or _behind(each.node, written)) for each in seen.symbols)
        flow = Flow(
            source="drawing", nodes=nodes, edges=edges, loose=joints.loose, doubles=joints.doubles,
            unread=(*seen.unread, *(Unread(what=_LOOSE, place=each.place) for each in joints.loose)),
        )  # fmt: skip
        beside = tuple(_unmarked(written, seen.symbols))
    else:
        flow = _marks(written, sop) or _picture(draft, grid) or Flow(source="none")
        beside = seen.unread
    return _with_actors(sop, flow, grid, written, (*beside, *_loose_words(grid, layout, notes, flow)))


def _written(grid: StepGrid) -> Iterator[_Written]:
    """Yield the texts in the actor cells of the steps; a cell merged over actors or steps counts for each of them."""
    above: dict[int, Cell] = {}
    step = 0
    for row in grid.rows:
        if not row.step:
            continue
        table = grid.tables[row.table]
        for cell in table.rows[row.row].cells:
            shown = cell
            if cell.merge is Merge.CONTINUE:
                # A row that goes on with its step says nothing new.
                if row.step == step or cell.column not in above:
                    continue
                shown = above[cell.column]
            elif cell.merge is Merge.START:
                above[cell.column] = cell
            else:
                above.pop(cell.column, None)
            for actor in grid.actors:
                if actor.column < cell.column + cell.span and cell.column < actor.column + actor.span:
                    yield from _lines_of(shown, row.step, actor, table)
        step = row.step


def _lines_of(cell: Cell, step: int, actor: Actor, table: Table) -> Iterator[_Written]:
    for index, paragraph in enumerate(cell.paragraphs):
        for text in paragraph.text.split("\n"):
            # An empty box to tick is no mark.
            if fold(text) and fold(text) not in EMPTY_BOXES:
                yield _Written(step=step, actor=actor, text=fold(text), cell=cell, table=table, paragraph=index)


def _is_answer(text: str) -> bool:
    return key(text) in YES or key(text) in NO


def _typed_notes(written: Sequence[_Written], layout: Layout) -> Iterator[Note]:
    # An answer in a cell merged over several columns or rows is printed once.
    printed = {(each.cell.place, each.paragraph, each.text): each for each in reversed(written)}
    for each in reversed(printed.values()):
        corner = layout.cell_at(each.cell.place)
        if not _is_answer(each.text) or corner is None:
            continue
        width = sum(each.table.widths[each.cell.column : each.cell.column + each.cell.span]) - 2 * each.table.margin
        above = sum(paragraph_height(one, width) for one in each.cell.paragraphs[: each.paragraph])
        yield Note(
            text=each.text, at=(corner[0] + width / 2, corner[1] + above + 6.0), place=each.cell.place, typed=True
        )


def _loose_words(grid: StepGrid, layout: Layout, notes: Sequence[Note], flow: Flow) -> Iterator[Unread]:
    """Yield the words of text boxes that are no symbol's and no arrow's: they float where no field is."""
    # Two boxes with the same word are two answers: each arrow has taken one.
    taken = Counter(each.label for each in flow.edges)
    for note in notes:
        word = answer(note.text)
        if taken[word]:
            taken[word] -= 1
        else:
            where = _TYPED if note.typed else "kotak teks"
            yield Unread(what=f"{where}: {note.text}", place=note.place)
    over_the_table = {id(each.drawing) for each in layout.placed}
    for drawing in grid.drawings:
        if id(drawing) in over_the_table:
            continue
        for shape in drawing.shapes:
            if fold(shape.text):
                yield Unread(what=f"kotak teks: {fold(shape.text)}", place=drawing.place)


def _unmarked(written: Sequence[_Written], symbols: Sequence[Symbol]) -> Iterator[Unread]:
    """Yield the words typed in actor cells that stand behind no symbol, or behind one with words of its own."""
    silent = {(each.node.step, each.node.actor) for each in symbols if not each.node.text}
    printed = {(each.cell.place, each.paragraph, each.text): each for each in reversed(written)}
    for each in reversed(printed.values()):
        if (each.step, each.actor.name) not in silent and not _is_answer(each.text) and not _mark(each.text):
            yield Unread(what=f"{_TYPED}: {each.text}", place=each.cell.place)


def _behind(node: Node, written: Sequence[_Written]) -> str:
    """The text of the cell behind a symbol, answers left out."""
    return " ".join(
        each.text
        for each in written
        if each.step == node.step
        and each.actor.name == node.actor
        and not _is_answer(each.text)
        and not _mark(each.text)
    )


def _mark(text: str) -> str | None:
    return MARKS.get(plain(text)) or MARKS.get(text)


def _marks(written: Sequence[_Written], sop: Sop) -> Flow | None:
    """The flow of typed marks: the order of the steps is the order, no arrow is drawn."""
    nodes: list[Node] = []
    # A mark in a cell merged over several actors or steps is one mark.
    printed = {(each.cell.place, each.paragraph, each.text): each for each in reversed(written)}
    for each in reversed(printed.values()):
        if _is_answer(each.text):
            continue
        if nodes and (nodes[-1].step, nodes[-1].actor) == (each.step, each.actor.name):
            nodes[-1] = replace(nodes[-1], text=fold(f"{nodes[-1].text} {each.text}"))
            continue
        kind = _mark(each.text)
        nodes.append(
            Node(
                id=f"n{len(nodes) + 1}",
                kind=NodeKind(kind or "process"),
                step=each.step,
                actor=each.actor.name,
                text="" if kind else each.text,
                place=each.cell.place,
            )
        )
    return Flow(source="marks", nodes=tuple(nodes)) if nodes and sop.steps else None


def _picture(draft: Draft, grid: StepGrid) -> Flow | None:
    tables = {each.place.table for each in grid.tables}
    after = _paragraphs_from(draft, grid)
    for drawing in grid.drawings:
        chart = drawing.width >= _CHART and drawing.kind not in ("shapes", "empty")
        if chart and (drawing.place.table in tables or drawing.place in after):
            what = _NOT_SHAPES.get(drawing.kind, "diagram alir berupa objek tertanam")
            return Flow(source="picture", unread=(Unread(what=what, place=drawing.place),))
    return None


def _paragraphs_from(draft: Draft, grid: StepGrid) -> frozenset[DocxPlace]:
    """The paragraphs of the SOP beside its step tables: those after its first table."""
    blocks = draft.blocks[grid.first_block : grid.last_block]
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Table)), len(blocks))
    return frozenset(block.place for block in blocks[first:] if not isinstance(block, Table))


def _with_actors(sop: Sop, flow: Flow, grid: StepGrid, written: Sequence[_Written], beside: Sequence[Unread]) -> Sop:
    order = {actor.name: index for index, actor in enumerate(grid.actors)}
    named: dict[int, set[str]] = {}
    for node in flow.nodes:
        if node.kind is not NodeKind.CONNECTOR:
            named.setdefault(node.step, set()).add(node.actor)
    for each in written:
        # A mark typed where no symbol was drawn still names an actor.
        if _mark(each.text) or (flow.source == "marks" and not _is_answer(each.text)):
            named.setdefault(each.step, set()).add(each.actor.name)
    steps = tuple(
        replace(step, actors=tuple(sorted(named.get(index, ()), key=order.__getitem__)))
        for index, step in enumerate(sop.steps, start=1)
    )
    # A chart that is a picture is said once, as what it is.
    charts = {each.place for each in flow.unread} if flow.source == "picture" else set()
    unread = (*(each for each in sop.unread if each.place not in charts), *flow.unread, *beside)
    return replace(sop, steps=steps, flow=flow, unread=unread)
