"""A SOP with open actors, its grid and its draft -> the SOP with its flow and the actors of each step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.flow.arrows import join, label, pair_off_page
from pipeline.flow.heights import paragraph_height
from pipeline.flow.layout import Layout, lay_out
from pipeline.flow.symbols import Note, is_note, see
from pipeline.model.draft import Cell, Draft, Merge, Table, Unread
from pipeline.model.grid import StepGrid
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Actor, Flow, Node, NodeKind, Sop
from pipeline.text import fold, key, plain
from pipeline.vocabulary import MARKS, NO, YES

# Anything but a logo or a stamp is at least this wide, in points.
_CHART = 120.0
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
    if seen.symbols:
        notes = (*seen.notes, *_typed_notes(written, layout))
        joined, loose = join(seen.arrows, seen.symbols)
        named = label(joined, notes, seen.symbols)
        edges = (*(each.edge for each in named), *pair_off_page(named, seen.symbols))
        nodes = tuple(replace(each.node, text=each.node.text or _behind(each.node, written)) for each in seen.symbols)
        flow = Flow(source="drawing", nodes=nodes, edges=edges, unread=(*seen.unread, *loose))
    else:
        flow = _marks(written, sop) or _picture(draft, grid) or Flow(source="none", unread=seen.unread)
    flow = replace(flow, unread=(*flow.unread, *_loose_words(draft, sop, grid, layout, seen.notes, flow)))
    return _with_actors(sop, flow, grid, written)


def _written(grid: StepGrid) -> Iterator[_Written]:
    for row in grid.rows:
        if not row.step:
            continue
        table = grid.tables[row.table]
        for cell in table.rows[row.row].cells:
            actor = next((a for a in grid.actors if a.column <= cell.column < a.column + a.span), None)
            if actor is None or cell.merge is Merge.CONTINUE:
                continue
            for index, paragraph in enumerate(cell.paragraphs):
                for text in paragraph.text.split("\n"):
                    if fold(text):
                        yield _Written(
                            step=row.step, actor=actor, text=fold(text), cell=cell, table=table, paragraph=index
                        )


def _is_answer(text: str) -> bool:
    return key(text) in YES or key(text) in NO


def _typed_notes(written: Sequence[_Written], layout: Layout) -> Iterator[Note]:
    for each in written:
        corner = layout.cell_at(each.cell.place)
        if not _is_answer(each.text) or corner is None:
            continue
        width = sum(each.table.widths[each.cell.column : each.cell.column + each.cell.span]) - 2 * each.table.margin
        above = sum(paragraph_height(one, width) for one in each.cell.paragraphs[: each.paragraph])
        yield Note(text=each.text, at=(corner[0] + width / 2, corner[1] + above + 6.0), place=each.cell.place)


def _loose_words(
    draft: Draft, sop: Sop, grid: StepGrid, layout: Layout, notes: Sequence[Note], flow: Flow
) -> Iterator[Unread]:
    """Yield the words of text boxes that are no symbol's and no arrow's: they float where no field is."""
    labels = {each.label for each in flow.edges}
    for note in notes:
        if not is_note(note.text) and note.text not in labels:
            yield Unread(what=f"kotak teks: {note.text}", place=note.place)
    over_the_table = {id(each.drawing) for each in layout.placed}
    for drawing in draft.drawings:
        if id(drawing) in over_the_table or not _is_own(drawing.place, draft, sop, grid):
            continue
        for shape in drawing.shapes:
            if fold(shape.text):
                yield Unread(what=f"kotak teks: {fold(shape.text)}", place=drawing.place)


def _is_own(place: DocxPlace, draft: Draft, sop: Sop, grid: StepGrid) -> bool:
    """Whether a place is this SOP's; what stands in the margins counts once, with the file's first."""
    if place.part != "body":
        return sop.part == 1
    blocks = draft.blocks[grid.first_block : grid.last_block]
    return any(b.place.table == place.table if place.table else b.place == place for b in blocks)


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
    for each in written:
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
    for drawing in draft.drawings:
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


def _with_actors(sop: Sop, flow: Flow, grid: StepGrid, written: Sequence[_Written]) -> Sop:
    order = {actor.name: index for index, actor in enumerate(grid.actors)}
    named: dict[int, set[str]] = {}
    for node in flow.nodes:
        if node.kind is not NodeKind.CONNECTOR:
            named.setdefault(node.step, set()).add(node.actor)
    if flow.source == "drawing":
        # A mark typed where no symbol was drawn still names an actor.
        for each in written:
            if _mark(each.text):
                named.setdefault(each.step, set()).add(each.actor.name)
    steps = tuple(
        replace(step, actors=tuple(sorted(named.get(index, ()), key=order.__getitem__)))
        for index, step in enumerate(sop.steps, start=1)
    )
    return replace(sop, steps=steps, flow=flow, unread=(*sop.unread, *flow.unread))
