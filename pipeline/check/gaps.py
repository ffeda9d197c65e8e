"""Where a flow breaks off, each break once: what another fault of the chart explains is left to the rule that names it.

An arrow that is missing leaves one symbol without an exit and another without an entry; both are one gap. A loose
arrow, a decision with one exit, a step without a symbol explain a break, as does an arrow that points the wrong way.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.check.digraph import step_graph
from pipeline.check.graph import FlowGraph, Way
from pipeline.model.sop import Node, NodeKind

# A decision answers ya or tidak.
EXITS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A break: `after` is the symbol that nothing leaves, `before` the one that nothing reaches; one may be none."""

    after: Node | None
    before: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """A chart's gaps, its arrows that point the wrong way, and its loops without a way out, as numbers of steps."""

    gaps: tuple[Gap, ...]
    turned: tuple[Way, ...]
    loops: tuple[frozenset[int], ...]


def answers(chart: FlowGraph, node: Node) -> tuple[Way, ...]:
    """Return the exits of a decision; an arrow without a word to another actor of its own row is none beside two."""
    exits = chart.exits(node)
    meant = tuple(way for way in exits if way.outward or way.label or way.target.kind is NodeKind.TERMINATOR)
    return meant if len(meant) >= EXITS else exits


def missing_exits(chart: FlowGraph, node: Node) -> int:
    """Return how many exits a decision lacks; one whose arrow is loose or doubtful is there."""
    drawn = len(answers(chart, node)) + sum(each is not None and each.id == node.id for each in chart.astray)
    return max(0, EXITS - drawn - (node.id in chart.open_out and drawn < EXITS))


@lru_cache(maxsize=32)
def breaks(chart: FlowGraph) -> Breaks:
    """Return where the flow of a chart breaks off or goes in circles."""
    ends = _ends(chart)
    unreached = _unreached(chart)
    turned = tuple(_turned(chart, ends, unreached))
    for way in turned:
        ends.pop(way.target.step, None)
        unreached.pop(way.source.step, None)
    _explain(chart, ends, unreached, frozenset(way.target.id for way in turned))
    gaps = []
    for step, after in ends.items():
        # A capsule ends the flow unless the step below it hangs in the air.
        soft = any(each.kind is NodeKind.TERMINATOR for each in chart.rows[step])
        below = next((each for each in unreached if each > step), None)
        if below is None and soft:
            continue
        before = None if below is None else unreached.pop(below)
        # What the undrawn step between the two would join, it will join once it is drawn.
        if below is None or not _undrawn(chart, step, below):
            gaps.append(Gap(after=after, before=before))
    gaps += [Gap(after=None, before=each) for each in unreached.values()]
    return Breaks(gaps=tuple(gaps), turned=turned, loops=tuple(_loops(chart)))


def after_tidak(chart: FlowGraph) -> frozenset[int]:
    """Return the steps that are only carried out after a decision said tidak, as those that mend what was refused."""
    positive = step_graph(
        chart.drawn,
        ((way.source.step, way.target.step) for way in chart.ways() if way.answer != "tidak" and not way.back),
    )
    carried_out = positive.behind(chart.drawn[0])
    return frozenset(chart.drawn) - {chart.drawn[0]} - carried_out


def met_again(chart: FlowGraph, steps: Collection[int]) -> int | None:
    """Return the first step to which the ways from all of some steps come, none where they do not meet."""
    reached = [{each, *chart.steps.behind(each)} for each in steps]
    return min(set.intersection(*reached), default=None)


def _ends(chart: FlowGraph) -> dict[int, Node]:
    """The steps that no arrow leaves, the last one aside, with the symbol that should be left."""
    found = {}
    for step in chart.drawn[:-1]:
        row = chart.rows[step]
        if chart.steps.after[step] or any(each.id in chart.open_out for each in row):
            continue
        if not any(each.kind is NodeKind.DECISION and missing_exits(chart, each) for each in row):
            found[step] = row[-1]
    return found


def _unreached(chart: FlowGraph) -> dict[int, Node]:
    """The steps that no arrow reaches from elsewhere, as the first of each loop, with the symbol to be reached."""
    found = {}
    for members in chart.steps.circles():
        entered = any(each not in members for step in members for each in chart.steps.before[step])
        if entered or chart.drawn[0] in members:
            continue
        if not any(each.id in chart.open_in for step in members for each in chart.rows[step]):
            step = min(members)
            found[step] = chart.rows[step][0]
    return dict(sorted(found.items()))


def _turned(chart: FlowGraph, ends: Iterable[int], unreached: Iterable[int]) -> Iterable[Way]:
    """The arrows from an unreached step back to one that lacks an exit: their heads stand at the wrong end."""
    lacking = {*ends, *(each.step for each in chart.decisions() if missing_exits(chart, each))}
    for step in unreached:
        ways = [way for node in chart.rows[step] if node.kind is not NodeKind.DECISION for way in chart.exits(node)]
        yield from (way for way in ways if way.back and way.target.step in lacking)


def _explain(chart: FlowGraph, ends: dict[int, Node], unreached: dict[int, Node], explained: frozenset[str]) -> None:
    """Take out what another fault explains: each arrow or exit that is missing elsewhere explains one break."""
    for decision in chart.decisions():
        forward = [way for way in chart.exits(decision) if not way.back]
        if decision.id not in explained and (missing_exits(chart, decision) or not forward):
            _take(unreached, decision.step)
    for source in chart.astray:
        _take(unreached, source.step if source else 0)
    for target in chart.adrift:
        _take(ends, -target.step if target else 0)


def _take(found: dict[int, Node], near: int) -> None:
    """Take out the nearest step after one, before one where the number is negative, else any."""
    if near < 0:
        nearest = max((each for each in found if each < -near), default=None)
    else:
        nearest = min((each for each in found if each > near), default=None)
    if nearest is not None:
        del found[nearest]


def _undrawn(chart: FlowGraph, above: int, below: int) -> bool:
    return any(step not in chart.rows for step in range(above + 1, below))


def _loops(chart: FlowGraph) -> Iterable[frozenset[int]]:
    """The groups of steps that lead only to each other."""
    for members in chart.steps.circles():
        left = any(after not in members for step in members for after in chart.steps.after[step])
        if len(members) == 1 or left:
            continue
        row = [node for step in members for node in chart.rows[step]]
        ended = any(each.kind is NodeKind.TERMINATOR and not chart.exits(each) for each in row)
        lacking = any(
            missing_exits(chart, each) or all(way.back for way in chart.exits(each))
            for each in row
            if each.kind is NodeKind.DECISION
        )
        if not (ended or lacking or any(each.id in chart.open_out for each in row)):
            yield members
