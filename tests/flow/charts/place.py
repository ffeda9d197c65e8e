"""A procedure over measured cells -> the graph as it is drawn and every shape where a person would put it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from math import dist

from pipeline.model.sop import NodeKind
from tests.flow.charts.form import Form
from tests.flow.charts.layout import Arrow, Label, Measures, Point, Symbol, Thing

MM = 72 / 25.4
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LABEL = (24.0, 10.0)
# How far from its column's edge a lane runs.
_GAPS = (4.0, 7.0, 10.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """How somebody draws.

    `presets` are flowchart, rounded or ellipse (what stands in for them), custom (freeforms) or cut (capsules too, by
    straight cuts). `route` is what an arrow to another column likes best: z (down, across, down), l (across, down),
    s (across, down, across) or u (by a lane to the top). `pieces` draws elbows as straight lines, `blocks` straight
    arrows as block arrows; `head` is end, start or none; `short` is how many millimetres each end stays away; `labels`
    are a box, arrow (the connector's own text), cell (typed in the diamond's cell) or neighbour (in the cell beside
    it); `words` stand in the shape, in the cell behind it or nowhere; `signs` says whether off-page connectors carry a
    letter. `turned` symbols were drawn upright and turned; arrows `around` are turned by half; an arrow back `joins`
    the line into its target instead of the target itself; `answers` are the words for ya and tidak.
    """

    presets: str = "flowchart"
    route: str = "z"
    pieces: bool = False
    blocks: bool = False
    head: str = "end"
    short: float = 0.0
    labels: str = "box"
    words: str = "shape"
    signs: bool = True
    turned: bool = False
    around: bool = False
    freeform: bool = False
    curved: bool = False
    joins: bool = False
    answers: tuple[str, str] = ("Ya", "Tidak")

    def said(self, label: str) -> str:
        """Return how this hand writes an answer."""
        return {"ya": self.answers[0], "tidak": self.answers[1]}.get(label, label)


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow of the graph between two symbols by their positions."""

    source: int
    target: int
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as drawn: the graph, all things, and the words that are typed in actor cells by step and actor."""

    symbols: tuple[Symbol, ...]
    edges: tuple[Edge, ...]
    arrows: tuple[Arrow, ...]
    labels: tuple[Label, ...]
    typed: tuple[tuple[int, int, str], ...]

    @property
    def things(self) -> tuple[Thing, ...]:
        """All that is drawn, symbols first."""
        return (*self.symbols, *self.arrows, *self.labels)


@cache
def drawing(form: Form, hand: Hand, measures: Measures) -> Drawing:
    """Return a procedure drawn by this hand over the measured cells."""
    symbols = [
        _symbol(measures, each.kind, number, each.actor, each.text if hand.words != "none" else "")
        for number, step in enumerate(form.content.steps, start=1)
        for each in step.symbols
    ]
    at = {
        (number, index): position
        for position, (number, index) in enumerate(
            (number, index)
            for number, step in enumerate(form.content.steps, start=1)
            for index in range(len(step.symbols))
        )
    }
    edges = [Edge(at[way.source], at[way.target], way.label) for way in form.content.ways]
    edges = list(_over_pages(edges, symbols, measures, len(form.content.actors), hand))
    drawn = [edge for edge in edges if symbols[edge.source].page == symbols[edge.target].page]
    # Beside each other there is one way only: whoever has more goes round it.
    drawn.sort(key=lambda edge: symbols[edge.source].step != symbols[edge.target].step)
    paths: list[tuple[Point, ...]] = []
    sheets: dict[int, _Sheet] = {}
    for symbol in symbols:
        sheets.setdefault(symbol.page, _Sheet([], [])).symbols.append(symbol)
    for edge in drawn:
        one = symbols[edge.source]
        paths.append(_path(one, symbols[edge.target], measures, sheets[one.page], hand))
        sheets[one.page].paths.append(paths[-1])
    if hand.joins:
        paths = [_joining(edge, path, drawn, paths, symbols) for edge, path in zip(drawn, paths, strict=True)]
    arrows = [_arrow(edge, path, symbols, hand) for edge, path in zip(drawn, paths, strict=True)]
    labels, typed = [], []
    for edge, path in zip(drawn, paths, strict=True):
        if edge.label and hand.labels == "box":
            edge_of_actors = measures.actor(len(form.content.actors) - 1)[1]
            labels.append(_label(hand.said(edge.label), path, symbols[edge.source], edge_of_actors))
        elif edge.label and hand.labels in ("cell", "neighbour"):
            typed.append((symbols[edge.source], path, hand.said(edge.label)))
    shown = tuple(_typed(typed, symbols, len(form.content.actors), beside=hand.labels == "neighbour"))
    if hand.words == "cell":
        shown += tuple((each.step, each.actor, each.text) for each in symbols if each.text)
    cut = [piece for arrow in arrows for piece in _pieces(arrow, hand)]
    return Drawing(tuple(symbols), tuple(edges), tuple(cut), tuple(labels), shown)


def _symbol(measures: Measures, kind: NodeKind, step: int, actor: int, text: str) -> Symbol:
    left, right = measures.actor(actor)
    part = measures.row(step)
    room, tall = right - left, part.bottom - part.top
    wide, high = {
        NodeKind.TERMINATOR: (min(room * 0.68, 54.0), min(18.0, tall * 0.5)),
        NodeKind.PROCESS: (min(room * 0.62, 48.0), min(18.0, tall * 0.5)),
        NodeKind.DECISION: (min(room * 0.74, 60.0), min(26.0, tall * 0.7)),
        NodeKind.CONNECTOR: (16.0, min(16.0, tall * 0.5)),
    }[kind]
    x, y = (left + right - wide) / 2, (part.top + part.bottom - high) / 2
    return Symbol(kind, step, actor, text, part.page, x, y, wide, high)


def _over_pages(
    edges: Sequence[Edge], symbols: list[Symbol], measures: Measures, actors: int, hand: Hand
) -> Iterator[Edge]:
    """Yield the edges, those over a page break by way of a pair of connectors, which are put beside their symbols."""
    pairs = 0
    for edge in edges:
        one, other = symbols[edge.source], symbols[edge.target]
        if one.page == other.page:
            yield edge
            continue
        sign = _SIGNS[pairs % 26] * (1 + pairs // 26) if hand.signs else ""
        pairs += 1
        ends = []
        for each, towards in ((one, other), (other, one)):
            column = _free(each, towards.actor, symbols, actors)
            ends.append(len(symbols))
            symbols.append(_symbol(measures, NodeKind.CONNECTOR, each.step, column, sign))
        yield Edge(edge.source, ends[0], edge.label)
        yield Edge(ends[0], ends[1], "")
        yield Edge(ends[1], edge.target, "")


def _free(symbol: Symbol, towards: int, symbols: Sequence[Symbol], actors: int) -> int:
    """The nearest column without a symbol in a symbol's row, on the side of the other end where there is a choice."""
    taken = {each.actor for each in symbols if each.step == symbol.step}
    free = [index for index in range(actors) if index not in taken]
    side = -1 if towards < symbol.actor else 1
    return min(free, key=lambda index: (abs(index - symbol.actor), -side * (index - symbol.actor)))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is drawn on a page so far."""

    symbols: list[Symbol]
    paths: list[tuple[Point, ...]]


def _path(one: Symbol, other: Symbol, measures: Measures, sheet: _Sheet, hand: Hand) -> tuple[Point, ...]:
    """The way that meets least on it; among equals what the hand likes best."""
    ways = list(_ways(one, other, measures))
    liking = {name: at for at, name in enumerate(dict.fromkeys(("i", hand.route, "z", "l", "s", "c", "u")))}
    costs = [(_cost(path, one, other, sheet) + liking[name], at) for at, (name, path) in enumerate(ways)]
    return ways[min(costs)[1]][1]


def _ways(one: Symbol, other: Symbol, measures: Measures) -> Iterator[tuple[str, tuple[Point, ...]]]:
    down, level = other.y - (one.y + one.height), one.step == other.step
    if level:
        side, back = ("right", "left") if other.x > one.x else ("left", "right")
        start, end = one.port(side), other.port(back)
        yield "i", (start, (end[0], start[1]))
        return
    if down > 0:
        start, end = one.port("bottom"), other.port("top")
        if abs(start[0] - end[0]) < 1:
            yield "i", (start, end)
        else:
            for y in (other.y - min(down / 2, 7.0), one.y + one.height + min(down / 2, 7.0)):
                yield "z", (start, (start[0], y), (end[0], y), end)
            side = "right" if end[0] > start[0] else "left"
            yield "l", (one.port(side), (end[0], one.middle[1]), end)
    if one.actor != other.actor:
        side, back = ("right", "left") if other.x > one.x else ("left", "right")
        start, end = one.port(side), other.port(back)
        for lane in _lanes(measures, one, other, between=True):
            yield "s", (start, (lane, start[1]), (lane, end[1]), end)
    for side in ("left", "right"):
        start, end = one.port(side), other.port(side)
        for lane in _lanes(measures, one, other, between=False, side=side):
            yield "c", (start, (lane, start[1]), (lane, end[1]), end)
            top = other.port("top")
            yield "u", (start, (lane, start[1]), (lane, top[1] - 6), (top[0], top[1] - 6), top)


def _lanes(measures: Measures, one: Symbol, other: Symbol, *, between: bool, side: str = "") -> Iterator[float]:
    low, high = sorted((one.actor, other.actor))
    for gap in _GAPS:
        if between:
            yield measures.actor(low)[1] - gap
            yield measures.actor(high)[0] + gap
        elif side == "left":
            yield measures.actor(low)[0] + gap
        else:
            yield measures.actor(high)[1] - gap


def _cost(path: Sequence[Point], one: Symbol, other: Symbol, sheet: _Sheet) -> float:
    cost = 0.0
    stretches = list(pairwise(path))
    for at, stretch in enumerate(stretches):
        for symbol in sheet.symbols:
            own = (symbol is one and at == 0) or (symbol is other and at == len(stretches) - 1)
            near = 1.0 if symbol is one or symbol is other else 3.0
            cost += 100 * (not own and _hits(stretch, symbol, near))
        for drawn in sheet.paths:
            cost += sum(_meeting(stretch, each) for each in pairwise(drawn))
        # Too short to be seen.
        cost += 30 if dist(*stretch) < 4 and len(stretches) > 1 else 0
    for drawn in sheet.paths:
        # Two arrows may end in one point; out of one point, or in where another leaves, nobody sees which is which.
        cost += 60 * (dist(drawn[0], path[0]) < 2) + 40 * (dist(drawn[-1], path[0]) < 2)
        cost += 40 * (dist(drawn[0], path[-1]) < 2) + 4 * (dist(drawn[-1], path[-1]) < 2)
    return cost


def _hits(stretch: tuple[Point, Point], symbol: Symbol, around: float) -> bool:
    (x1, y1), (x2, y2) = stretch
    beside = max(x1, x2) <= symbol.x - around or min(x1, x2) >= symbol.x + symbol.width + around
    return not (beside or max(y1, y2) <= symbol.y - around or min(y1, y2) >= symbol.y + symbol.height + around)


def _meeting(one: tuple[Point, Point], other: tuple[Point, Point]) -> float:
    across, down = (_shared(one[0][at], one[1][at], other[0][at], other[1][at]) for at in (0, 1))
    if across <= -2.5 or down <= -2.5:
        return 0.0
    upright = [abs(line[0][0] - line[1][0]) < 0.1 for line in (one, other)]
    if upright[0] != upright[1]:
        return 4.0 if min(across, down) > 0 else 0.0
    return 40.0 if (down if upright[0] else across) > 0 else 0.0


def _shared(a: float, b: float, c: float, d: float) -> float:
    """How long two stretches of a line share it; less than nothing where they are apart."""
    return min(max(a, b), max(c, d)) - max(min(a, b), min(c, d))


def _joining(
    edge: Edge,
    path: tuple[Point, ...],
    drawn: Sequence[Edge],
    paths: Sequence[tuple[Point, ...]],
    symbols: Sequence[Symbol],
) -> tuple[Point, ...]:
    """The way of an arrow back that ends on the line into its target from above; unchanged where there is none."""
    top = symbols[edge.target].port("top")
    lines = [other for each, other in zip(drawn, paths, strict=True) if each is not edge and dist(other[-1], top) < 1]
    if symbols[edge.source].step <= symbols[edge.target].step or not lines or len(path) < 4:
        return path
    level = (lines[0][-2][1] + top[1]) / 2
    return path[0], path[1], (path[1][0], level), (top[0], level)


def _arrow(edge: Edge, path: tuple[Point, ...], symbols: Sequence[Symbol], hand: Hand) -> Arrow:
    # Word hangs a shape on the paragraph beside its top.
    upper = min(symbols[edge.source], symbols[edge.target], key=lambda each: each.step)
    points = _shortened(path, hand.short * MM)
    head_first = hand.head == "start"
    return Arrow(
        points=points[::-1] if head_first else points,
        page=upper.page,
        step=upper.step,
        actor=upper.actor,
        head=hand.head,
        words=hand.said(edge.label) if hand.labels == "arrow" else "",
        source=edge.source,
        target=edge.target,
        block=hand.blocks and len(points) == 2,
    )


def _shortened(path: tuple[Point, ...], by: float) -> tuple[Point, ...]:
    def toward(start: Point, end: Point) -> Point:
        length = dist(start, end)
        share = min(by, length / 4) / length
        return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])

    if not by:
        return path
    return (toward(path[0], path[1]), *path[1:-1], toward(path[-1], path[-2]))


def _pieces(arrow: Arrow, hand: Hand) -> Iterator[Arrow]:
    if not hand.pieces or len(arrow.points) == 2:
        yield arrow
        return
    stretches = list(pairwise(arrow.points))
    for at, points in enumerate(stretches):
        first, last = at == 0, at == len(stretches) - 1
        head = arrow.head if (last and arrow.head == "end") or (first and arrow.head == "start") else "none"
        yield replace(arrow, points=points, head=head, words=arrow.words if first else "", source=None, target=None)


def _label(text: str, path: Sequence[Point], one: Symbol, rightmost: float) -> Label:
    (x, y), (x2, y2) = path[0], path[1]
    wide, tall = _LABEL
    if abs(x - x2) < 0.1:
        spot = (x + 3, y + 0.5 if y2 > y else y - tall - 0.5)
    else:
        # Where the way goes up from its lane, the words stand below the exit, or the lane runs through them.
        rises = len(path) > 2 and path[2][1] < y
        spot = (min(x + 1, rightmost - wide) if x2 > x else x - wide - 1, y + 1 if rises else y - tall)
    return Label(text, one.page, one.step, one.actor, *spot, wide, tall)


def _typed(
    answers: Sequence[tuple[Symbol, Sequence[Point], str]], symbols: Sequence[Symbol], actors: int, *, beside: bool
) -> Iterator[tuple[int, int, str]]:
    """Yield the answers as they are typed: beside the exit where a cell is free, else in the diamond's own cell."""
    taken = {(each.step, each.actor) for each in symbols}
    own: dict[tuple[int, int], list[tuple[float, str]]] = {}
    for symbol, path, words in answers:
        across = path[1][0] - path[0][0]
        cell = (symbol.step, symbol.actor + (1 if across > 0.1 else -1))
        if beside and abs(across) > 0.1 and 0 <= cell[1] < actors and cell not in taken:
            yield *cell, words
        else:
            own.setdefault((symbol.step, symbol.actor), []).append((path[1][1] - path[0][1], words))
    for (step, actor), words in own.items():
        # Who types in the diamond's cell writes the answers above and below it.
        ordered = [word for _, word in sorted(words)]
        yield step, actor, ("\n" * 4).join(ordered if len(ordered) > 1 else ["", *ordered])
