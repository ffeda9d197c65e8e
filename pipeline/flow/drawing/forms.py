"""The forms of the symbols: their sizes, where an arrow may leave or enter them, and their place in a cell."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.chart import DrawnSymbol, Point
from pipeline.model.sop import Flow, Node, NodeKind

# Right, down, left, up; the sides of a symbol and the ways that an arrow runs.
RIGHT, DOWN, LEFT, UP = range(4)
STEP = ((1, 0), (0, 1), (-1, 0), (0, -1))
# Between symbols that share a cell, and at its sides: at most this, and at most this share of the cell's width.
_APART, _APART_SHARE = 8.0, 0.09
_SMALLEST = 8.0
# How far the round ends of a capsule reach in, as a share of its width (ECMA-376, flowChartTerminator).
_ROUND = 3475 / 21600


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The width and height of each kind of symbol in one chart."""

    box: tuple[float, float]
    decision: tuple[float, float]
    connector: tuple[float, float]

    def of(self, kind: NodeKind) -> tuple[float, float]:
        """Return width and height of a kind; a capsule is as large as a box."""
        if kind is NodeKind.DECISION:
            return self.decision
        return self.connector if kind is NodeKind.CONNECTOR else self.box

    @property
    def tallest(self) -> float:
        """The height of the tallest kind."""
        return max(self.box[1], self.decision[1], self.connector[1])


def sizes(flow: Flow, column: float, connector: tuple[float, float]) -> Sizes:
    """Return the sizes for a chart whose actors' columns are so wide; between symbols are arrows and answers."""
    written = any(each.text for each in flow.nodes if each.kind is not NodeKind.CONNECTOR)
    # Words within the symbols need room for three short lines; without them the official small forms do.
    share, widest, height, taller = (0.68, 64.0, 27.0, 36.0) if written else (0.58, 54.0, 18.0, 25.0)
    width = max(_SMALLEST, min(widest, column * share))
    return Sizes(
        box=(width, min(height, width)),
        decision=(width, min(taller, width * 0.9)),
        connector=connector,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """A point on a symbol's border with its side; `odd` are those beside the middle of a side."""

    x: float
    y: float
    side: int
    odd: bool = False


def ports(symbol: DrawnSymbol, *, many: bool) -> Iterator[Port]:
    """Yield the middles of a symbol's sides, and where it has many arrows also two points beside each."""
    x, y = symbol.x + symbol.width / 2, symbol.y + symbol.height / 2
    half, rise = symbol.width / 2, symbol.height / 2
    yield Port(x=x, y=y + rise, side=DOWN)
    yield Port(x=x + half, y=y, side=RIGHT)
    yield Port(x=x - half, y=y, side=LEFT)
    yield Port(x=x, y=y - rise, side=UP)
    if not many or symbol.node.kind is NodeKind.CONNECTOR:
        return
    for share in (-0.5, 0.5):
        down, across = _reach(symbol.node.kind, share)
        for side, to in ((DOWN, 1), (UP, -1)):
            yield Port(x=x + half * share, y=y + to * rise * down, side=side, odd=True)
        for side, to in ((RIGHT, 1), (LEFT, -1)):
            yield Port(x=x + to * half * across, y=y + rise * share, side=side, odd=True)


def _reach(kind: NodeKind, share: float) -> tuple[float, float]:
    """How far a border is from the middle, down and across, at a share of the half to the side, as shares."""
    if kind is NodeKind.DECISION:
        return 1 - abs(share), 1 - abs(share)
    if kind is NodeKind.TERMINATOR:
        # Both ends are half an ellipse.
        return 1.0, 1 - 2 * _ROUND * (1 - math.sqrt(1 - share * share))
    return 1.0, 1.0


def outline(symbol: DrawnSymbol) -> tuple[Point, ...]:
    """Return the corners of a symbol's form; of a capsule those of the box around it."""
    left, top = symbol.x, symbol.y
    right, bottom = left + symbol.width, top + symbol.height
    x, y = (left + right) / 2, (top + bottom) / 2
    if symbol.node.kind is NodeKind.DECISION:
        return (x, top), (right, y), (x, bottom), (left, y)
    if symbol.node.kind is NodeKind.CONNECTOR:
        shoulder = top + symbol.height * 0.8
        return (left, top), (right, top), (right, shoulder), (x, bottom), (left, shoulder)
    return (left, top), (right, top), (right, bottom), (left, bottom)


def side_by_side(
    nodes: Sequence[Node], cell: tuple[float, float, float, float], measures: Sizes, page: int
) -> Iterator[DrawnSymbol]:
    """Yield the symbols of a cell (left, top, width, height), centred; several side by side, narrower if need be."""
    left, top, width, height = cell
    count = len(nodes)
    apart = min(_APART, width * _APART_SHARE)
    room = (width - apart * (count + 1)) / count
    widths = [min(measures.of(each.kind)[0], room) for each in nodes]
    gap = (width - sum(widths)) / (count + 1)
    x = left + gap
    for node, across in zip(nodes, widths, strict=True):
        down = measures.of(node.kind)[1]
        yield DrawnSymbol(node=node, page=page, x=x, y=top + (height - down) / 2, width=across, height=down)
        x += across + gap


def cells(nodes: Sequence[Node]) -> Mapping[tuple[int, str], list[Node]]:
    """Return the nodes by the step and the actor that they belong to."""
    found: dict[tuple[int, str], list[Node]] = {}
    for each in nodes:
        found.setdefault((max(each.step, 1), each.actor), []).append(each)
    return found
