"""A chart laid over its step table -> the runs that draw it, by the cell whose paragraph holds them.

Word moves a shape with the paragraph that holds it: a symbol hangs in its own cell, an arrow and its label in the first
actor's cell of the row in which they begin, so that all of a row moves with the row.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pipeline.flow.drawing.labels import label_size
from pipeline.flow.heights import line_count
from pipeline.model.chart import Chart, DrawnArrow, DrawnSymbol, Point
from pipeline.model.sop import Node, NodeKind
from pipeline.write.flow_words import KINDS, NOBODY
from pipeline.write.word_drawn import Drawn
from pipeline.write.word_paths import route
from pipeline.write.word_shapes import runs

# The row and the column of a cell, both from 0, of the chart's own.
CellAt = tuple[int, int]

_PRESETS = {
    NodeKind.TERMINATOR: "flowChartTerminator",
    NodeKind.PROCESS: "flowChartProcess",
    NodeKind.DECISION: "flowChartDecision",
    NodeKind.CONNECTOR: "flowChartOffpageConnector",
}
# The share of a form's width and height that its words have (ECMA-376, presetShapeDefinitions).
_INNER = {
    NodeKind.TERMINATOR: (0.90, 0.70),
    NodeKind.PROCESS: (1.0, 1.0),
    NodeKind.DECISION: (0.5, 0.5),
    NodeKind.CONNECTOR: (1.0, 0.8),
}
LABEL_SIZE = 7.0
_SIZES = (7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0)
_LINE = 1.16
_LABEL_HEIGHT = 10.0
_ANSWERS = {"ya": "Ya", "tidak": "Tidak"}


def chart_runs(chart: Chart, font: str) -> Mapping[CellAt, str]:
    """Return the runs of a chart by cell; a chart without rows or without actor columns has nothing to hold them."""
    rows = _Rows(chart)
    if not rows.hold:
        return {}
    hung = sorted(_hung(chart, rows, font), key=lambda each: each[0])
    found: dict[CellAt, list[str]] = defaultdict(list)
    for (at, _), run in zip(hung, runs(each for _, each in hung), strict=True):
        found[at].append(run)
    return {at: "".join(each) for at, each in found.items()}


class _Rows:
    """Where the rows and columns of a chart are."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.first = next((at for at, each in enumerate(chart.columns) if each.actor), None)

    @property
    def hold(self) -> bool:
        """Whether there is a cell to draw in at all."""
        return self.first is not None and bool(self.chart.rows)

    def row(self, page: int, y: float) -> int:
        """The row of a page that a height belongs to; above the first one it is the first."""
        own = [at for at, each in enumerate(self.chart.rows) if each.page == page]
        return max((at for at in own if self.chart.rows[at].top <= y), default=own[0])

    def column(self, x: float) -> int:
        """The actor's column over which a point stands, or the nearest."""
        actors = [(at, each) for at, each in enumerate(self.chart.columns) if each.actor]
        return min(actors, key=lambda each: max(each[1].left - x, x - each[1].left - each[1].width))[0]

    def first_actor(self) -> int:
        """The column that holds arrows and labels."""
        return self.first or 0


def _hung(chart: Chart, rows: _Rows, font: str) -> Iterator[tuple[CellAt, Drawn]]:
    """Yield each thing with its cell. Arrows lie below symbols and labels above them, by their number."""
    nodes = {each.node.id: each.node for each in chart.symbols}
    number = 0
    for arrow in chart.arrows:
        number += 1
        at = rows.row(arrow.page, min(y for _, y in arrow.points)), rows.first_actor()
        yield at, _arrow(arrow, nodes, chart, at, number)
    for symbol in chart.symbols:
        number += 1
        x, y = symbol.x + symbol.width / 2, symbol.y + symbol.height / 2
        at = rows.row(symbol.page, y), rows.column(x)
        yield at, _symbol(symbol, chart, at, number, font)
    for arrow in chart.arrows:
        if arrow.edge.label:
            number += 1
            middle = arrow.label_at or _on_the_way(arrow)
            at = rows.row(arrow.page, middle[1] - _LABEL_HEIGHT / 2), rows.first_actor()
            yield at, _label(arrow.edge.label, middle, chart, at, number)


def _symbol(symbol: DrawnSymbol, chart: Chart, at: CellAt, number: int, font: str) -> Drawn:
    node = symbol.node
    said = f" “{node.text}”" if node.text else ""
    return Drawn(
        number=number,
        name=f"Simbol {number}",
        told=f"{KINDS[node.kind].capitalize()}{said}, {_where(node)}",
        x=symbol.x - chart.columns[at[1]].left,
        y=symbol.y - chart.rows[at[0]].top,
        width=symbol.width,
        height=symbol.height,
        preset=_PRESETS[node.kind],
        text=node.text,
        size=_fitting(symbol, font),
    )


def _fitting(symbol: DrawnSymbol, font: str) -> float:
    """The largest size at which the words fit into their form, unbroken if possible; else the smallest."""
    across, down = _INNER[symbol.node.kind]
    width, height = symbol.width * across, symbol.height * down
    text = symbol.node.text
    fits = [each for each in _SIZES if line_count(text, each, width, font) * each * _LINE <= height]
    whole = [each for each in fits if all(line_count(word, each, width, font) == 1 for word in text.split())]
    return next(iter(whole or fits), _SIZES[-1])


def _arrow(arrow: DrawnArrow, nodes: Mapping[str, Node], chart: Chart, at: CellAt, number: int) -> Drawn:
    way = route(arrow.points)
    source, target = nodes[arrow.edge.source], nodes[arrow.edge.target]
    said = f": {arrow.edge.label}" if arrow.edge.label else ""
    return Drawn(
        number=number,
        name=f"Panah {number}",
        told=f"Panah dari {_where(source)}, ke {_where(target)}{said}",
        x=way.x - chart.columns[at[1]].left,
        y=way.y - chart.rows[at[0]].top,
        width=way.width,
        height=way.height,
        preset=way.preset,
        route=way,
    )


def _on_the_way(arrow: DrawnArrow) -> Point:
    """The middle of an arrow's first stretch: an answer without a free place stands on its line rather than nowhere."""
    (x, y), (to_x, to_y) = arrow.points[:2]
    return (x + to_x) / 2, (y + to_y) / 2


def _label(text: str, middle: Point, chart: Chart, at: CellAt, number: int) -> Drawn:
    words = _ANSWERS.get(text, text)
    # A line that is a hair too narrow would break; nothing is seen of the frame.
    width = label_size(words, LABEL_SIZE)[0] * 1.15 + 2
    return Drawn(
        number=number,
        name=f"Jawaban {number}",
        told=f"Jawaban: {words}",
        x=middle[0] - width / 2 - chart.columns[at[1]].left,
        y=middle[1] - _LABEL_HEIGHT / 2 - chart.rows[at[0]].top,
        width=width,
        height=_LABEL_HEIGHT,
        preset="rect",
        text=words,
        size=LABEL_SIZE,
        label=True,
    )


def _where(node: Node) -> str:
    return f"langkah {node.step}, {node.actor or NOBODY}"
