"""Rows and pages: where a page ends, and the pairs of off-page connectors for the arrows that go over its end.

A connector stands where the arrow would leave its page: in a strip below the last row of the page or above its first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from string import ascii_uppercase

from pipeline.flow.drawing.sheet import Sheet
from pipeline.model.chart import ChartColumn
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Flow, Node, NodeKind

# How much taller and wider than a connector its place in the strip is.
_AIR, _BESIDE = 10.0, 6.0
# The strips of a page change its rows and they the strips; it settles long before.
_ROUNDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What is known of the rows before they have pages: their steps and heights, and the row of each node."""

    steps: tuple[int, ...]
    heights: tuple[float, ...]
    of_node: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where a connector stands: in which strip of its page, and which of how many in its column and layer."""

    node: Node
    page: int
    below: bool
    layer: int
    column: int
    position: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The page of each row, the strips above and below the rows of a page with their connectors, and the edges.

    `ends` are the two connectors of an edge over a page's end, by the edge's place in the flow: none where a connector
    of the flow itself is meant. `told` are the edges that a pair of the flow's own connectors stands for.
    """

    of_row: tuple[int, ...]
    strips: Mapping[int, tuple[float, float]]
    slots: tuple[Slot, ...]
    ends: Mapping[int, tuple[str | None, str | None]]
    told: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Crossing:
    """All edges from one page to one symbol of another; a sign is shared by both connectors."""

    edges: tuple[int, ...]
    pages: tuple[int, int]
    actors: tuple[str, str]
    sign: str
    ids: tuple[str | None, str | None]


def pages(flow: Flow, rows: Rows, table: Sequence[ChartColumn], sheet: Sheet, header: float) -> Pages:
    """Return which row stands on which page, and what is drawn for the arrows over a page's end."""
    if sheet.height is None:
        return Pages(of_row=(0,) * len(rows.steps), strips={}, slots=(), ends={}, told=frozenset())
    reserved: dict[int, tuple[float, float]] = {}
    found = _with(reserved, flow, rows, table, sheet, header)
    for _ in range(_ROUNDS):
        grown = {page: _most(reserved.get(page), found.strips.get(page)) for page in {*reserved, *found.strips}}
        if grown == reserved:
            break
        reserved = grown
        found = _with(reserved, flow, rows, table, sheet, header)
    return found


def _with(
    reserved: Mapping[int, tuple[float, float]],
    flow: Flow,
    rows: Rows,
    table: Sequence[ChartColumn],
    sheet: Sheet,
    header: float,
) -> Pages:
    """The pages if so much is kept free on each for strips."""
    of_row = _broken(rows.heights, header, sheet, reserved)
    crossings, told = _crossings(flow, rows, of_row)
    slots = tuple(_slots(crossings, rows, of_row, table, sheet.connector[0]))
    ends = {edge: each.ids for each in crossings for edge in each.edges}
    return Pages(of_row=of_row, strips=_needed(slots, sheet.connector[1]), slots=slots, ends=ends, told=told)


def _most(one: tuple[float, float] | None, other: tuple[float, float] | None) -> tuple[float, float]:
    (above, below), (too_above, too_below) = one or (0.0, 0.0), other or (0.0, 0.0)
    return max(above, too_above), max(below, too_below)


def _broken(
    heights: Sequence[float], header: float, sheet: Sheet, strips: Mapping[int, tuple[float, float]]
) -> tuple[int, ...]:
    """The page of each row: a row that does not fit begins the next; one taller than a page has it for itself."""
    found: list[int] = []
    page, used = 0, 0.0
    for height in heights:
        offered = sheet.first if page == 0 and sheet.first is not None else sheet.height or 0.0
        room = offered - header - sum(strips.get(page, (0.0, 0.0)))
        if found and used and used + height > room:
            page, used = page + 1, 0.0
        used += height
        found.append(page)
    return tuple(found)


def _crossings(flow: Flow, rows: Rows, of_row: Sequence[int]) -> tuple[tuple[_Crossing, ...], frozenset[int]]:
    nodes = {each.id: each for each in flow.nodes}
    leaving = Counter(each.source for each in flow.edges)
    arriving = Counter(each.target for each in flow.edges)
    told, groups = set(), dict[tuple[str, int, str], list[int]]()
    for at, edge in enumerate(flow.edges):
        if not {edge.source, edge.target} <= nodes.keys():
            continue
        source, target = nodes[edge.source], nodes[edge.target]
        page = of_row[rows.of_node[source.id]]
        if page == of_row[rows.of_node[target.id]]:
            continue
        if source.kind is target.kind is NodeKind.CONNECTOR:
            told.add(at)
            continue
        own = source.id if _serves(source, leaving) else ""
        groups.setdefault((target.id, page, own), []).append(at)
    signs, names = _signs(flow.nodes), _names(nodes)
    found = []
    for (name, page, own), edges in groups.items():
        source, target = nodes[flow.edges[edges[0]].source], nodes[name]
        out = None if own else next(names)
        back = None if not own and _serves(target, arriving) else next(names)
        sign = source.text if own else target.text if back is None else next(signs)
        found.append(
            _Crossing(
                edges=tuple(edges), pages=(page, of_row[rows.of_node[name]]), actors=(source.actor, target.actor),
                sign=sign, ids=(out, back),
            )
        )  # fmt: skip
    return tuple(found), frozenset(told)


def _serves(node: Node, arrows: Counter[str]) -> bool:
    """Whether a connector of the flow can be one of a pair: it has a sign, and no other arrow at that end."""
    return node.kind is NodeKind.CONNECTOR and bool(node.text) and arrows[node.id] == 1


def _signs(nodes: Sequence[Node]) -> Iterator[str]:
    """A, B, … Z, AA, AB …, without those that the flow has already."""
    used = {each.text.strip().upper() for each in nodes if each.kind is NodeKind.CONNECTOR}
    for length in count(1):
        for number in range(26**length):
            letters = (ascii_uppercase[number // 26**place % 26] for place in reversed(range(length)))
            sign = "".join(letters)
            if sign not in used:
                yield sign


def _names(nodes: Mapping[str, Node]) -> Iterator[str]:
    return (name for name in (f"c{number}" for number in count(1)) if name not in nodes)


def _slots(
    crossings: Sequence[_Crossing], rows: Rows, of_row: Sequence[int], table: Sequence[ChartColumn], width: float
) -> Iterator[Slot]:
    """The places of all connectors: in the column of the symbol that they stand for, or next to it where it is full."""
    actors = [at for at, each in enumerate(table) if each.actor]
    room = {at: max(1, int(table[at].width // (width + _BESIDE))) for at in actors}
    by_name = {table[at].heading: at for at in actors}
    taken: dict[tuple[int, bool, int, int], list[Node]] = defaultdict(list)
    for each in crossings:
        forward = each.pages[0] < each.pages[1]
        for at, below in ((0, forward), (1, not forward)):
            name = each.ids[at]
            if name is None:
                continue
            page, wanted = each.pages[at], by_name[each.actors[at]]
            own = [row for row, on in enumerate(of_row) if on == page]
            layer, column = next(
                (layer, column)
                for layer in count()
                for column in sorted(actors, key=lambda other: (abs(other - wanted), other))[:3]
                if len(taken[page, below, layer, column]) < room[column]
            )
            taken[page, below, layer, column].append(
                Node(
                    id=name, kind=NodeKind.CONNECTOR, step=rows.steps[own[-1 if below else 0]],
                    actor=table[column].heading, text=each.sign, place=DocxPlace(),
                )
            )  # fmt: skip
    for (page, below, layer, column), nodes in taken.items():
        for position, node in enumerate(nodes):
            yield Slot(
                node=node, page=page, below=below, layer=layer, column=column, position=position, count=len(nodes)
            )


def _needed(slots: Sequence[Slot], height: float) -> dict[int, tuple[float, float]]:
    """The heights of the strips of each page."""
    layers: dict[tuple[int, bool], int] = defaultdict(int)
    for each in slots:
        layers[each.page, each.below] = max(layers[each.page, each.below], each.layer + 1)
    found = {page: [0.0, 0.0] for page, _ in layers}
    for (page, below), many in layers.items():
        found[page][below] = many * (height + _AIR)
    return {page: (above, below) for page, (above, below) in found.items()}
