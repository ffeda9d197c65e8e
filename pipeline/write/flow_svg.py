"""The flowchart of a SOP as it was understood -> a small SVG: a column per actor, a row per step."""

import math
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from pipeline.model.sop import Edge, Node, NodeKind, Sop

_LEFT, _COLUMN, _HEAD, _ROW = 204.0, 98.0, 34.0, 38.0
# Width and height of each symbol.
_SIZE = {
    NodeKind.TERMINATOR: (48.0, 18.0),
    NodeKind.PROCESS: (48.0, 18.0),
    NodeKind.DECISION: (46.0, 26.0),
    NodeKind.CONNECTOR: (18.0, 20.0),
}
# An arrow whose ends were guessed is drawn dashed; below this the reader was not sure.
SURE = 0.6
_CENTRED = 'text-anchor="middle"'
_INK = 'fill="currentColor" stroke="none"'

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """Where a symbol is drawn: its centre, its size and its cell of the grid."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    row: int
    column: int

    def side(self, direction: int, dy: float = 0.0) -> Point:
        """Return the point of the outline right (1) or left (-1) of the centre, `dy` below it."""
        half = self.width / 2
        if self.node.kind is NodeKind.DECISION:
            half *= 1 - abs(dy) / (self.height / 2)
        elif self.node.kind is NodeKind.TERMINATOR:
            radius = min(self.height / 2, half)
            half += math.sqrt(max(radius**2 - dy**2, 0.0)) - radius
        return self.x + direction * half, self.y + dy


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrow:
    """An edge with its corners; the last corner is the tip."""

    edge: Edge
    points: tuple[Point, ...]


def flow_svg(sop: Sop) -> str:
    """Return the chart as an SVG element, all text in it escaped; empty where there are no symbols."""
    if not sop.flow.nodes:
        return ""
    columns = _columns(sop)
    rows = max(1, len(sop.steps), *(each.step for each in sop.flow.nodes))
    boxes = _boxes(sop.flow.nodes, columns)
    arrows = tuple(_arrows(sop.flow.edges, boxes))
    width, height = _LEFT + len(columns) * _COLUMN + 8, _HEAD + rows * _ROW + 4
    parts = [
        f'<svg class="flow" role="img" viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}" '
        f'height="{_n(height)}" font-size="9" fill="none" stroke="currentColor" stroke-width="1">',
        f"<title>Diagram alir: {len(boxes)} simbol, {len(arrows)} panah</title>",
        f"<desc>{escape(_told(sop))}</desc>",
        _grid(width, height, rows, columns),
        *_step_words(sop),
        *(_symbol(each) for each in boxes.values()),
        *_lines(arrows),
        *(_label(each) for each in arrows if each.edge.label),
        "</svg>",
    ]
    return "".join(parts)


def _columns(sop: Sop) -> tuple[str, ...]:
    """Return the actors by column; a symbol outside every known column gets one of its own at the end."""
    known = dict.fromkeys(each.name for each in sop.actors)
    known.update(dict.fromkeys(each.actor for each in sop.flow.nodes))
    return tuple(known)


def _boxes(nodes: Sequence[Node], columns: Sequence[str]) -> dict[str, _Box]:
    """Return the symbols by id; those that share a cell stand side by side, narrower."""
    cells: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for node in nodes:
        cells[node.step, node.actor].append(node)
    boxes: dict[str, _Box] = {}
    for (step, actor), inside in cells.items():
        column, share = columns.index(actor), (_COLUMN - 12) / len(inside)
        for index, node in enumerate(inside):
            boxes[node.id] = _Box(
                node=node,
                x=_LEFT + column * _COLUMN + 6 + share * (index + 0.5),
                y=_HEAD + (max(step, 1) - 0.5) * _ROW,
                width=min(_SIZE[node.kind][0], share - 5),
                height=_SIZE[node.kind][1],
                row=max(step, 1),
                column=column,
            )
    return boxes


def _arrows(edges: Sequence[Edge], boxes: dict[str, _Box]) -> Iterator[_Arrow]:
    """Yield the arrows in their order; the direct ways are laid first, the others go round them."""
    ends = [
        (edge, boxes[edge.source], boxes[edge.target]) for edge in edges if {edge.source, edge.target} <= boxes.keys()
    ]
    direct = [_direct(source, target, boxes) for _, source, target in ends]
    lanes: dict[int, int] = defaultdict(int)
    taken: dict[str, set[int]] = defaultdict(set)
    for route, (_, source, _) in zip(direct, ends, strict=True):
        if route and route[0][0] != source.x:
            taken[source.node.id].add(1 if route[0][0] > source.x else -1)
    for route, (edge, source, target) in zip(direct, ends, strict=True):
        yield _Arrow(edge=edge, points=route or _around(source, target, lanes, taken[source.node.id]))


def _direct(source: _Box, target: _Box, boxes: dict[str, _Box]) -> tuple[Point, ...] | None:
    """Return straight down, or sideways and down, where no other symbol stands in the way; else none."""
    others = [each for each in boxes.values() if each not in (source, target)]
    if source.row == target.row and source.x != target.x:
        to = 1 if target.x > source.x else -1
        low, high = sorted((source.x, target.x))
        if any(each.row == source.row and low < each.x < high for each in others):
            return None
        return source.side(to), target.side(-to)
    between = any(each.x == target.x and source.row < each.row < target.row for each in others)
    if target.row <= source.row or between:
        return None
    top = (target.x, target.y - target.height / 2)
    if source.x == target.x:
        return (source.x, source.y + source.height / 2), top
    to = 1 if target.x > source.x else -1
    low, high = sorted((source.x, target.x))
    if any(each.row == source.row and low < each.x <= high for each in others):
        return None
    return source.side(to), (target.x, source.y), top


def _around(source: _Box, target: _Box, lanes: dict[int, int], taken: set[int]) -> tuple[Point, ...]:
    """Return a way along the gap between two columns, each arrow in a lane and at a side of its own."""
    to = -1 if target.column < source.column else 1
    to = -to if to in taken and -to not in taken else to
    taken.add(to)
    gap = source.column + (1 if to > 0 else 0)
    lane = lanes[gap]
    lanes[gap] += 1
    # Lanes lie left and right of the gap's middle in turn, at most 12 points away from it.
    shift = (lane % 7 + 1) // 2 * 4.0 * (1 if lane % 2 else -1)
    x = _LEFT + gap * _COLUMN + shift
    end = target.side(1 if x > target.x else -1, -6.0 if target.row <= source.row else 5.0)
    start = source.side(to)
    return start, (x, start[1]), (x, end[1]), end


def _grid(width: float, height: float, rows: int, columns: Sequence[str]) -> str:
    across = "".join(f"M0 {_n(_HEAD + row * _ROW)}H{_n(width)}" for row in range(rows + 1))
    down = "".join(f"M{_n(_LEFT + at * _COLUMN)} 0V{_n(height)}" for at in range(len(columns) + 1))
    heads = "".join(
        _words(_LEFT + (at + 0.5) * _COLUMN, _HEAD / 2, _wrapped(name, 19, 3), f'{_CENTRED} font-weight="600"')
        for at, name in enumerate(columns)
    )
    return f'<path class="grid" stroke-opacity=".22" d="{across}{down}"/>{heads}'


def _step_words(sop: Sop) -> Iterator[str]:
    for row, step in enumerate(sop.steps):
        middle = _HEAD + (row + 0.5) * _ROW
        yield _words(16, middle, (step.number or str(row + 1),), 'text-anchor="end"')
        yield _words(24, middle, _wrapped(step.activity, 35, 3), "")


def _words(x: float, middle: float, text: Sequence[str], attributes: str) -> str:
    top = middle + 3.2 - (len(text) - 1) * 5.2
    lines = ((_n(top + index * 10.4), escape(line)) for index, line in enumerate(text))
    spans = "".join(f'<tspan x="{_n(x)}" y="{y}">{line}</tspan>' for y, line in lines)
    return f"<text {_INK} {attributes}>{spans}</text>"


def _wrapped(text: str, width: int, lines: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(text, width, max_lines=lines, placeholder="…")) or ("",)


def _symbol(box: _Box) -> str:
    left, top, w, h = box.x - box.width / 2, box.y - box.height / 2, box.width, box.height
    if box.node.kind is NodeKind.DECISION:
        half = f"{_n(w / 2)} {_n(h / 2)}"
        outline = f"M{_n(left)} {_n(box.y)}l{_n(w / 2)} {_n(-h / 2)} {half} {_n(-w / 2)} {_n(h / 2)}z"
        shape = f'<path class="node" d="{outline}"/>'
    elif box.node.kind is NodeKind.CONNECTOR:
        point = f"l{_n(-w / 2)} {_n(h * 0.4)} {_n(-w / 2)} {_n(-h * 0.4)}"
        outline = f"M{_n(left)} {_n(top)}h{_n(w)}v{_n(h * 0.6)}{point}z"
        shape = f'<path class="node" d="{outline}"/>'
    else:
        corner = f' rx="{_n(h / 2)}"' if box.node.kind is NodeKind.TERMINATOR else ""
        shape = f'<rect class="node" x="{_n(left)}" y="{_n(top)}" width="{_n(w)}" height="{_n(h)}"{corner}/>'
    text = box.node.text.strip()
    if not text:
        return shape
    return shape + _words(box.x, box.y, _wrapped(text, max(2, int(w / 5)), 1), _CENTRED)


def _lines(arrows: Sequence[_Arrow]) -> Iterator[str]:
    """Yield the sure arrows, the guessed ones dashed, and all tips as one path each."""
    for dashes, sure in (("", True), (' stroke-dasharray="4 3"', False)):
        paths = "".join(_path(each.points) for each in arrows if (each.edge.sure >= SURE) is sure)
        if paths:
            yield f'<path class="edge"{dashes} d="{paths}"/>'
    tips = "".join(_tip(*each.points[-2:]) for each in arrows)
    if tips:
        yield f'<path fill="currentColor" stroke="none" d="{tips}"/>'


def _path(points: Sequence[Point]) -> str:
    (x, y), *rest = points
    words = [f"M{_n(x)} {_n(y)}"]
    for to_x, to_y in rest:
        slanted = f"L{_n(to_x)} {_n(to_y)}"
        words.append(f"V{_n(to_y)}" if to_x == x else f"H{_n(to_x)}" if to_y == y else slanted)
        x, y = to_x, to_y
    return "".join(words)


def _tip(before: Point, tip: Point) -> str:
    across, down = tip[0] - before[0], tip[1] - before[1]
    at = f"M{_n(tip[0])} {_n(tip[1])}"
    if abs(down) > abs(across):
        back = -6 if down > 0 else 6
        return f"{at}l-3 {back}h6z"
    back = -6 if across > 0 else 6
    return f"{at}l{back} -3v6z"


def _label(arrow: _Arrow) -> str:
    (x, y), (to_x, _), *_ = arrow.points
    text = escape(textwrap.shorten(arrow.edge.label, 18, placeholder="…"))
    if to_x == x:
        return f'<text class="label" {_INK} x="{_n(x + 4)}" y="{_n(y + 8)}">{text}</text>'
    anchor, step = ("start", 3) if to_x > x else ("end", -3)
    where = f'text-anchor="{anchor}" x="{_n(x + step)}" y="{_n(y - 3)}"'
    return f'<text class="label" {_INK} {where}>{text}</text>'


def _told(sop: Sop) -> str:
    """Return the arrows in words, for those who do not see the chart."""
    step_of = {each.id: each.step for each in sop.flow.nodes}
    told = []
    for edge in sop.flow.edges:
        if edge.source in step_of and edge.target in step_of:
            answer = f" ({edge.label})" if edge.label else ""
            told.append(f"langkah {step_of[edge.source]}{answer} ke langkah {step_of[edge.target]}")
    return "; ".join(told) or "tanpa panah yang terbaca"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
