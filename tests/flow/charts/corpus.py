"""The golden drafts: how each is set, drawn and written, and the draft itself with every shape moved at will."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from random import Random  # noqa: TID251 - always seeded

from pipeline.model.sop import NodeKind
from tests.flow.charts.drawingml import Pen
from tests.flow.charts.form import Form, Hook, Parts, draft
from tests.flow.charts.layout import Arrow, Frame, Measures, Part, Symbol, Thing, cell_frame, page_frame
from tests.flow.charts.place import MM, Drawing, Hand, drawing
from tests.flow.charts.still import still
from tests.flow.charts.vml import OldPen

GOLDEN = Path(__file__).parent / "golden"
# How marks stand in the cells instead of shapes: a sign of Wingdings, or one that is typed.
_PAIR = NodeKind.CONNECTOR
MARK_RUNS = {
    "wingdings": '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    **{sign: f"<w:r><w:t>{sign}</w:t></w:r>" for sign in ("√", "v", "●")},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A golden draft: its name, the encoding that it stands for, how it is set, drawn, written and anchored.

    `writer` is drawingml, fallback (with VML), vml, vml-plain, group, nested, scaled, vml-group, canvas
    or canvas-copied (numbers of shapes used again on the next page); a mark, or
    picture, smartart or object where `source` is marks or picture. `anchor` is cell (each thing in its own cell), other
    (in the cell of the activity), one (all of a page in one cell), page-in-cell, or the frames of a paragraph of the
    text as `column paragraph`; `spread` hangs the things on all paragraphs of their page in turn, else
    all hang on its `first` one.
    """

    name: str
    encoding: str
    form: Form
    hand: Hand = field(default_factory=Hand)
    writer: str = "drawingml"
    anchor: str = "cell"
    spread: bool = False
    first: int = 1
    source: str = "drawing"


@dataclass(frozen=True, slots=True)
class Graph:
    """What a careful person reads: nodes as (kind, step, actor, text), edges as (source, target, label)."""

    source: str
    nodes: tuple[tuple[str, int, str, str], ...]
    edges: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Golden:
    """A recipe with its frozen measures and graph."""

    recipe: Recipe
    measures: Measures
    graph: Graph

    def build(self, millimetres: float = 0.0, seed: int = 0) -> bytes:
        """Return the .docx, every shape moved by up to so many millimetres across and down, by a seed."""
        made = drawing(self.recipe.form, self.recipe.hand, self.measures)
        things = tuple(_moved(made.things, f"{self.recipe.name} {millimetres} {seed}", millimetres))
        typed = {(step, actor): words for step, actor, words in made.typed}
        hung, parts = _hung(self.recipe, self.measures, things)
        return draft(self.recipe.form, hung, typed=typed, parts=parts, starts=self._starts())

    def _starts(self) -> frozenset[int]:
        """The steps that begin a page, where the draft tells them."""
        pages = [parts[0].page for parts in self.measures.rows] if self.recipe.form.told else []
        return frozenset(step for step, (one, other) in enumerate(pairwise(pages), start=2) if one != other)


def graph_of(recipe: Recipe, made: Drawing) -> Graph:
    """Return the graph that a drawing shows."""
    actors = recipe.form.content.actors
    if recipe.source == "picture":
        return Graph(recipe.source, (), ())
    if recipe.source == "marks":
        # A mark has no kind and no arrows.
        marks = (("process", each.step, actors[each.actor], "") for each in made.symbols if each.kind is not _PAIR)
        return Graph(recipe.source, tuple(marks), ())
    return Graph(
        recipe.source,
        tuple((each.kind.value, each.step, actors[each.actor], each.text) for each in made.symbols),
        tuple((each.source, each.target, _answer(recipe.hand.said(each.label))) for each in made.edges),
    )


def _answer(words: str) -> str:
    """The label that the contract gives to an answer."""
    return {"ya": "ya", "y": "ya", "tidak": "tidak", "t": "tidak"}.get(words.lower(), words)


def golden(recipe: Recipe) -> Golden:
    """Return a recipe with what golden/NAME.json froze for it."""
    kept = json.loads((GOLDEN / f"{recipe.name}.json").read_text(encoding="utf-8"))
    return Golden(recipe, _read_measures(kept["measures"]), _read_graph(kept["graph"]))


def frozen(recipe: Recipe, measures: Measures) -> str:
    """Return the text of golden/NAME.json."""
    graph = graph_of(recipe, drawing(recipe.form, recipe.hand, measures))
    kept = {
        "measures": {
            "columns": measures.columns,
            "rows": [[list(part) for part in parts] for parts in measures.rows],
            "hooks": measures.hooks,
        },
        "graph": {"source": graph.source, "nodes": graph.nodes, "edges": graph.edges},
    }
    return "{" + ",\n".join(f'"{name}": {{\n{_lines(each)}\n}}' for name, each in kept.items()) + "}\n"


def _lines(kept: Mapping[str, object]) -> str:
    return ",\n".join(f'  "{name}": {json.dumps(each, ensure_ascii=False)}' for name, each in kept.items())


def _read_measures(kept: dict[str, list[list[list[float]]]]) -> Measures:
    rows = tuple(tuple(Part(int(page), top, bottom) for page, top, bottom in parts) for parts in kept["rows"])
    return Measures(tuple(kept["columns"]), rows, tuple(tuple(each) for each in kept["hooks"]))


def _read_graph(kept: dict[str, object]) -> Graph:
    return Graph(kept["source"], tuple(map(tuple, kept["nodes"])), tuple(map(tuple, kept["edges"])))


def _moved(things: tuple[Thing, ...], seed: str, millimetres: float) -> Iterator[Thing]:
    chance = Random(seed)
    for thing in things:
        across, down = (millimetres * MM * chance.uniform(-1, 1) for _ in range(2))
        if isinstance(thing, Arrow):
            yield replace(thing, points=tuple((x + across, y + down) for x, y in thing.points))
        else:
            yield replace(thing, x=thing.x + across, y=thing.y + down)


def _hung(recipe: Recipe, measures: Measures, things: tuple[Thing, ...]) -> tuple[dict[Hook, list[str]], Parts]:
    if recipe.source == "picture":
        return _still(recipe, measures)
    if recipe.source == "marks":
        marked = [each for each in things if isinstance(each, Symbol) and each.kind is not _PAIR]
        return {_cell_of(each): [MARK_RUNS[recipe.writer]] for each in marked}, {}
    hung: dict[Hook, list[str]] = {}
    if recipe.writer in ("drawingml", "fallback", "vml", "vml-plain"):
        pen, old = Pen(recipe.hand), OldPen(recipe.hand, plain=recipe.writer == "vml-plain")
        for at, thing in enumerate(things):
            frame = _frame(recipe, measures, thing, at)
            made = pen.alone(thing, frame) if not recipe.writer.startswith("vml") else ""
            pict = old.alone(thing, frame) if recipe.writer != "drawingml" else ""
            hung.setdefault(frame.hook, []).append(_run("wps", made, pict))
        return hung, {}
    pen = Pen(recipe.hand)
    for page in sorted({thing.page for thing in things}):
        own = tuple(thing for thing in things if thing.page == page)
        frame = _frame(recipe, measures, own[0], 0)
        # A chart that was copied and changed keeps the numbers of its shapes.
        drawn_by = Pen(recipe.hand) if recipe.writer == "canvas-copied" else pen
        hung.setdefault(frame.hook, []).append(_together(recipe, drawn_by, own, things, frame))
    return hung, {}


def _together(recipe: Recipe, pen: Pen, own: tuple[Thing, ...], things: tuple[Thing, ...], frame: Frame) -> str:
    """A run with all things of a page in one group or on one canvas."""
    old = OldPen(recipe.hand).group(own, frame)
    symbols = [thing for thing in things if isinstance(thing, Symbol)]
    match recipe.writer:
        case "vml-group":
            return _run("", "", old)
        case "canvas" | "canvas-copied":
            return _run("wpc", pen.canvas(own, symbols, frame), old)
        case "nested":
            return _run("wpg", pen.group(own, frame, scale=1.6, nested=True), "")
        case "scaled":
            return _run("wpg", pen.group(own, frame, scale=0.5), "")
        case _:
            return _run("wpg", pen.group(own, frame), old)


def _run(needs: str, drawing: str, pict: str) -> str:
    """A run with a DrawingML drawing, with VML alone, or with both where one program reads the one or the other."""
    if not (drawing and pict):
        return f"<w:r>{drawing or pict}</w:r>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{needs}">{drawing}</mc:Choice>'
        f"<mc:Fallback>{pict}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _cell_of(symbol: Symbol) -> Hook:
    return Hook(symbol.step, 2 + symbol.actor)


def _still(recipe: Recipe, measures: Measures) -> tuple[dict[Hook, list[str]], Parts]:
    """The chart as something that holds no shapes: over the actors' columns, an object below the table."""
    hook = recipe.form.hooks if recipe.writer == "object" else 1
    frame = page_frame(recipe.form, measures, Hook(0, hook), "column", "paragraph")
    first, last = measures.row(1), measures.row(len(measures.rows))
    left, right = measures.actor(0)[0], measures.actor(len(recipe.form.content.actors) - 1)[1]
    spot = (left - frame.origin[0], first.top - frame.origin[1])
    made, parts = still(recipe.writer, spot, (right - left, last.bottom - first.top), frame)
    return {frame.hook: [f"<w:r>{made}</w:r>"]}, parts


def _frame(recipe: Recipe, measures: Measures, thing: Thing, at: int) -> Frame:
    form = recipe.form
    match recipe.anchor:
        case "cell":
            return cell_frame(form, measures, thing.step, 2 + thing.actor)
        case "other":
            return cell_frame(form, measures, thing.step, 1)
        case "one":
            first = next(step for step in range(1, len(measures.rows) + 1) if measures.row(step).page == thing.page)
            return cell_frame(form, measures, first, 2)
        case "page-in-cell":
            return page_frame(form, measures, Hook(thing.step, 2 + thing.actor), "page", "page")
    here = [number for number, hook in enumerate(measures.hooks, start=1) if hook[0] == thing.page]
    if not here:
        # A shape stands on the page of its anchor: where no paragraph of the text is, it hangs on its cell.
        return cell_frame(form, measures, thing.step, 2 + thing.actor)
    across, down = recipe.anchor.split()
    hook = here[at % len(here)] if recipe.spread else here[min(recipe.first, len(here)) - 1]
    return page_frame(form, measures, Hook(0, hook), across, down)
