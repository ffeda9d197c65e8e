"""A flowchart -> the graph that the rules of the family FL ask, made once a SOP.

A pair of off-page connectors counts as one arrow over the page break, so that no rule has to know of pages. The symbols
of one row are one step that several actors carry out: `steps` is the same graph with a node a step.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.check.digraph import StepGraph, step_graph
from pipeline.model.sop import DOUBTFUL, Edge, Flow, Node, NodeKind, Sop
from pipeline.text import key
from pipeline.vocabulary import NO, YES

_YES, _NO = frozenset(YES), frozenset(NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """An arrow between two symbols that are no connectors; over a page break it is several edges."""

    source: Node
    target: Node
    label: str
    edges: tuple[Edge, ...]

    @property
    def back(self) -> bool:
        """Whether it leads to an earlier row."""
        return self.target.step < self.source.step

    @property
    def outward(self) -> bool:
        """Whether it leaves the row."""
        return self.target.step != self.source.step

    @property
    def doubtful(self) -> bool:
        """Whether the reader was not sure of it."""
        return any(each.sure < DOUBTFUL for each in self.edges)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The ends of its edges, as a hit names them."""
        return tuple((each.source, each.target) for each in self.edges)

    @property
    def answer(self) -> str:
        """What its label says: ya, tidak, or empty where it is neither."""
        word = key(self.label)
        return "ya" if word in _YES else "tidak" if word in _NO else ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FlowGraph:
    """A chart's symbols without connectors, in their order, and what joins them.

    `steps` is the graph over the numbers of steps; `rows` are the symbols of each step, `leaving` and `coming` the ways
    of each symbol.

    `open_out` and `open_in` are the symbols at which an arrow begins or ends whose other end is not known: a loose one,
    one to a connector without a partner, the second best reading of a doubtful one. `astray` are the symbols from which
    an arrow leads nowhere, `adrift` those to which one comes from nowhere, none where it joins nothing at all.
    """

    nodes: Mapping[str, Node]
    steps: StepGraph
    rows: Mapping[int, tuple[Node, ...]]
    leaving: Mapping[str, tuple[Way, ...]]
    coming: Mapping[str, tuple[Way, ...]]
    open_out: frozenset[str]
    open_in: frozenset[str]
    astray: tuple[Node | None, ...]
    adrift: tuple[Node | None, ...]

    def exits(self, node: Node) -> tuple[Way, ...]:
        """Return the ways that leave a symbol."""
        return self.leaving[node.id]

    def entries(self, node: Node) -> tuple[Way, ...]:
        """Return the ways that come to a symbol."""
        return self.coming[node.id]

    def ways(self) -> Iterator[Way]:
        """Yield all ways, by their source."""
        for node in self.nodes.values():
            yield from self.exits(node)

    def decisions(self) -> Iterator[Node]:
        """Yield the diamonds."""
        return (each for each in self.nodes.values() if each.kind is NodeKind.DECISION)

    @property
    def drawn(self) -> tuple[int, ...]:
        """The steps that have a symbol, in their order."""
        return tuple(self.rows)

    @property
    def first(self) -> tuple[Node, ...]:
        """The symbols of the first step that has one."""
        return self.rows[self.drawn[0]] if self.rows else ()

    @property
    def last(self) -> tuple[Node, ...]:
        """The symbols of the last step that has one."""
        return self.rows[self.drawn[-1]] if self.rows else ()


def charted(sop: Sop) -> FlowGraph | None:
    """Return the graph of a SOP's chart; none where it has no drawn symbols, or no arrow at all to speak of."""
    if sop.flow.source != "drawing" or not sop.steps:
        return None
    found = _graph(_Same(sop.flow))
    arrows = any(found.leaving.values()) or found.astray or found.adrift
    return found if found.rows and arrows else None


class _Same:
    """A flow, told from others by what it is and not by what it holds: hashing that takes longer than the rules do."""

    __slots__ = ("flow",)

    def __init__(self, flow: Flow) -> None:
        self.flow = flow

    def __hash__(self) -> int:
        return id(self.flow)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.flow is self.flow


@lru_cache(maxsize=32)
def _graph(same: _Same) -> FlowGraph:
    """The graph of a flow; the rules that ask for it in turn get the same."""
    flow = same.flow
    known = {each.id: each for each in flow.nodes}
    ways = _Ways(known)
    for edge in flow.edges:
        ways.add(Way(source=known[edge.source], target=known[edge.target], label=edge.label, edges=(edge,)))
    leaving, arriving = _contract(ways, [each for each in flow.nodes if each.kind is NodeKind.CONNECTOR])
    nodes = {each.id: each for each in flow.nodes if each.kind is not NodeKind.CONNECTOR}
    rows: dict[int, list[Node]] = defaultdict(list)
    for node in sorted(nodes.values(), key=lambda each: each.step):
        rows[node.step].append(node)
    arrows = ((way.source.step, way.target.step) for node in nodes for way in ways.leaving[node] if way.outward)
    astray = (*(each.source for each in flow.loose if each.target is None), *leaving)
    adrift = (*(each.target for each in flow.loose if each.source is None), *arriving)
    second = [each.otherwise for each in flow.edges if each.sure < DOUBTFUL and each.otherwise]
    return FlowGraph(
        nodes=nodes, steps=step_graph(rows, arrows), rows={step: tuple(each) for step, each in rows.items()},
        leaving={node: tuple(ways.leaving[node]) for node in nodes},
        coming={node: tuple(ways.coming[node]) for node in nodes},
        open_out=frozenset((*(each for each in astray if each), *(source for source, _ in second))),
        open_in=frozenset((*(each for each in adrift if each), *(target for _, target in second))),
        astray=tuple(known.get(each or "") for each in astray), adrift=tuple(known.get(each or "") for each in adrift),
    )  # fmt: skip


class _Ways:
    """The ways of each symbol while the connectors are being taken out."""

    def __init__(self, symbols: Iterable[str]) -> None:
        self.leaving: dict[str, list[Way]] = {each: [] for each in symbols}
        self.coming: dict[str, list[Way]] = {each: [] for each in self.leaving}

    def add(self, way: Way) -> None:
        self.leaving[way.source.id].append(way)
        self.coming[way.target.id].append(way)

    def take_out(self, symbol: str) -> tuple[list[Way], list[Way]]:
        """Take a symbol out with its ways, and return those that came to it and those that left it."""
        into, out = self.coming.pop(symbol), self.leaving.pop(symbol)
        for way in into:
            if way.source.id != symbol:
                self.leaving[way.source.id].remove(way)
        for way in out:
            if way.target.id != symbol:
                self.coming[way.target.id].remove(way)
        return into, out


def _contract(ways: _Ways, connectors: list[Node]) -> tuple[list[str], list[str]]:
    """Take the connectors out, joining what comes to them with what leaves them.

    Returned are the symbols whose arrow ends at a connector without a partner, and those whose arrow begins at one.
    """
    leaving: list[str] = []
    arriving: list[str] = []
    for each in connectors:
        into, out = ways.take_out(each.id)
        leaving += [way.source.id for way in into if not out]
        arriving += [way.target.id for way in out if not into]
        for first in into:
            for second in out:
                # Two connectors that lead to each other would never come to an end.
                if each.id not in (first.source.id, second.target.id):
                    _join(ways, first, second)
    taken = {each.id for each in connectors}
    return [each for each in leaving if each not in taken], [each for each in arriving if each not in taken]


def _join(ways: _Ways, first: Way, second: Way) -> None:
    """Add the way that two make over a connector, once for each label."""
    label = first.label or second.label
    known = ((way.target.id, way.label) for way in ways.leaving[first.source.id])
    if (second.target.id, label) not in known:
        ways.add(Way(source=first.source, target=second.target, label=label, edges=first.edges + second.edges))
