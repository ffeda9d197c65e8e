"""A chart as read against the graph that was drawn: counts of what is right, found and wanted."""

from collections import Counter
from dataclasses import dataclass
from time import perf_counter

from pipeline.extract.assemble import understand
from pipeline.flow.read import with_flow
from pipeline.model.sop import Flow, NodeKind
from pipeline.read.word import read_draft
from tests.flow.charts.corpus import Golden, Graph

# Above this the reader says that it is sure.
SURE = 0.9
# By how many millimetres every shape is moved at most, and how often anew.
SLOPS = (0.0, 2.0, 5.0)
SEEDS = 3
End = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """How many are right, how many were found and how many are there."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 1 where there is nothing to find and nothing was found."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """What one reading of one draft came to; `wrong` and `misnamed` are sure edges between the wrong symbols, or with
    the wrong label."""

    nodes: Count = Count()
    edges: Count = Count()
    wrong: int = 0
    misnamed: int = 0
    source: Count = Count()
    reading: float = 0.0
    chart: float = 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.nodes + other.nodes, self.edges + other.edges, self.wrong + other.wrong,
            self.misnamed + other.misnamed, self.source + other.source, self.reading + other.reading,
            self.chart + other.chart,
        )  # fmt: skip


def score(golden: Golden, millimetres: float, seed: int = 0) -> Score:
    """Return how well the pipeline reads a golden draft with every shape moved by up to so many millimetres."""
    data = golden.build(millimetres, seed)
    begun = perf_counter()
    draft = read_draft(data, f"{golden.recipe.name}.docx")
    read = perf_counter()
    sop, grid = understand(draft, "")[0]
    understood = perf_counter()
    flow = with_flow(draft, sop, grid).flow
    return compared(golden.graph, flow, read - begun, perf_counter() - understood)


def compared(graph: Graph, flow: Flow, reading: float = 0.0, chart: float = 0.0) -> Score:
    """Return a flow against the graph."""
    nodes = Counter((node.kind.value, node.step, node.actor) for node in flow.nodes)
    drawn = Counter((kind, step, actor) for kind, step, actor, _ in graph.nodes)
    ends: list[End] = [_end(*each) for each in graph.nodes]
    wanted = {(ends[source], ends[target]): label for source, target, label in graph.edges}
    by_id = {node.id: _end(node.kind.value, node.step, node.actor, node.text) for node in flow.nodes}
    found = [((by_id[each.source], by_id[each.target]), each.label, each.sure) for each in flow.edges]
    right = sum(wanted.get(pair) == label for pair, label, _ in found)
    sure = [(pair, label) for pair, label, how in found if how > SURE]
    return Score(
        nodes=Count(sum((nodes & drawn).values()), nodes.total(), drawn.total()),
        edges=Count(right, len(found), len(wanted)),
        wrong=sum(pair not in wanted for pair, _ in sure),
        misnamed=sum(pair in wanted and wanted[pair] != label for pair, label in sure),
        source=Count(int(flow.source == graph.source), 1, 1),
        reading=reading,
        chart=chart,
    )


def _end(kind: str, step: int, actor: str, text: str) -> End:
    # A cell can hold a symbol and a connector, never two of the same.
    return (step, actor, f"connector {text}" if kind == NodeKind.CONNECTOR.value else "symbol")
