"""Arrows that were read with doubt, as questions; and what a person answered, put into the chart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.ids import stable_id
from pipeline.model.decision import ArrowQuestion, Decision, Verdict
from pipeline.model.sop import DOUBTFUL, Edge, Flow, LooseArrow, Node, Sop
from pipeline.text import fold, key

_NOBODY = "tanpa pelaksana"


def arrow_questions(sops: Sequence[Sop]) -> tuple[ArrowQuestion, ...]:
    """Return each doubtful arrow with what it was read as and what it may be instead."""
    return tuple(asked for sop in sops for _, asked in _asked(sop))


def with_arrows(sops: Sequence[Sop], decisions: Mapping[str, Decision]) -> tuple[Sop, ...]:
    """Return the SOPs with each answered arrow as the answer says: surely so, otherwise, or with an open end."""
    return tuple(_answered(sop, decisions) for sop in sops)


def _answered(sop: Sop, decisions: Mapping[str, Decision]) -> Sop:
    answers = {id(edge): (asked, decisions[asked.id]) for edge, asked in _asked(sop) if asked.id in decisions}
    if not answers:
        return sop
    edges: list[Edge] = []
    loose = list(sop.flow.loose)
    for edge in sop.flow.edges:
        asked, decision = answers.get(id(edge), (None, None))
        if asked is None or decision is None:
            edges.append(edge)
        elif decision.verdict is Verdict.REJECT:
            loose.append(LooseArrow(source=edge.source, target=None, place=edge.place))
        else:
            edges.append(_settled(edge, asked, decision))
    flow: Flow = replace(sop.flow, edges=tuple(edges), loose=tuple(loose))
    return replace(sop, flow=flow)


def _settled(edge: Edge, asked: ArrowQuestion, decision: Decision) -> Edge:
    sure = replace(edge, sure=1.0, otherwise=None)
    if decision.verdict is Verdict.CHANGE and key(decision.value) == key(asked.read):
        return sure
    if decision.verdict is Verdict.CHANGE and edge.otherwise and key(decision.value) == key(asked.instead):
        source, target = edge.otherwise
        return replace(sure, source=source, target=target)
    return edge


def _asked(sop: Sop) -> Iterator[tuple[Edge, ArrowQuestion]]:
    nodes = {each.id: each for each in sop.flow.nodes}
    seen: dict[str, int] = {}
    for edge in sop.flow.edges:
        if edge.sure >= DOUBTFUL:
            continue
        read = _words((edge.source, edge.target), nodes)
        instead = _words(edge.otherwise, nodes) if edge.otherwise else ""
        # Two arrows between the same symbols are told apart by their order.
        seen[read] = seen.get(read, 0) + 1
        yield edge, ArrowQuestion(
            id=stable_id("A", key(sop.folder), key(sop.title), key(read), key(instead), str(seen[read])),
            title=sop.title, file=sop.file, part=sop.part, read=read, instead=instead, sure=edge.sure,
        )  # fmt: skip


def _words(ends: tuple[str, str], nodes: Mapping[str, Node]) -> str:
    source, target = (nodes[each] for each in ends)
    return f"panah dari {_spot(source)} ke {_spot(target)}"


def _spot(node: Node) -> str:
    return f"langkah {node.step} ({fold(node.actor) or _NOBODY})"
