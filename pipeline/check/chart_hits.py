"""A fault of a chart -> a hit: which step and which actor, which symbols and arrows, in words and by id."""

from collections.abc import Iterable, Sequence

from pipeline.check.graph import Way
from pipeline.check.rule import Hit
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Edge, LooseArrow, Node, NodeKind, Sop

Ends = tuple[str, str]


def named(sop: Sop, node: Node) -> str:
    """Return how a sentence names a symbol: `langkah 5 (Kasi Penmad)`."""
    connector = "penghubung halaman di " if node.kind is NodeKind.CONNECTOR else ""
    actor = f" ({node.actor})" if node.actor else ""
    return f"{connector}langkah {number(sop, node.step)}{actor}"


def number(sop: Sop, step: int) -> str:
    """Return the number that a step is printed with, its position where it has none."""
    return sop.steps[step - 1].number or str(step)


def listed(words: Sequence[str], joint: str = "dan") -> str:
    """Return words as a sentence lists them: `2, 4, dan 5`; with `atau` as a question offers them."""
    if len(words) < 3:
        return f" {joint} ".join(words)
    return f"{', '.join(words[:-1])}, {joint} {words[-1]}"


def offered(sop: Sop, nodes: Iterable[Node]) -> str:
    """Return symbols as a question offers them: `langkah 4 (Kasi) atau langkah 5 (Kepala Kantor)`, each once."""
    return listed(list(dict.fromkeys(named(sop, each) for each in nodes)), "atau")


def numbers(sop: Sop, steps: Iterable[int]) -> str:
    """Return the numbers of some steps as a sentence lists them."""
    return listed([number(sop, each) for each in sorted(set(steps))])


def at_symbol(sop: Sop, node: Node, what: str, *others: Node, edges: tuple[Ends, ...] = (), question: str = "") -> Hit:
    """Return a hit on a symbol; others that it concerns are marked with it."""
    return Hit(
        message=_sentence(f"{named(sop, node)}: {what}"), where=f"steps/{node.step}/flow", place=node.place,
        found=sop.steps[node.step - 1].activity, nodes=(node.id, *(each.id for each in others)), edges=edges,
        question=question,
    )  # fmt: skip


def at_way(sop: Sop, way: Way, what: str, question: str = "") -> Hit:
    """Return a hit on an arrow, told at the symbol that it leaves."""
    return Hit(
        message=_sentence(f"{named(sop, way.source)}: {what}"), where=f"steps/{way.source.step}/flow",
        place=_place(way.edges[0].place, way.source), found=sop.steps[way.source.step - 1].activity,
        nodes=(way.source.id, way.target.id), edges=way.pairs, question=question,
    )  # fmt: skip


def at_edge(sop: Sop, edge: Edge, what: str, question: str = "") -> Hit:
    """Return a hit on an edge as it was read, connectors included."""
    ends = {each.id: each for each in sop.flow.nodes}
    source = ends[edge.source]
    return Hit(
        message=_sentence(f"{named(sop, source)}: {what}"), where=f"steps/{source.step}/flow",
        place=_place(edge.place, source), found=sop.steps[source.step - 1].activity,
        nodes=(edge.source, edge.target), edges=((edge.source, edge.target),), question=question,
    )  # fmt: skip


def at_loose(sop: Sop, arrow: LooseArrow, node: Node | None, what: str, question: str = "") -> Hit:
    """Return a hit on an arrow that joins no two symbols, told at the one that it meets or at the row it stands in."""
    step = node.step if node else _row(sop, arrow.place)
    name = named(sop, node) if node else f"langkah {number(sop, step)}" if step else ""
    return Hit(
        message=_sentence(f"{name}: {what}" if name else what),
        where=f"steps/{step}/flow" if step else "flow", place=arrow.place,
        found=sop.steps[step - 1].activity if step else "", nodes=(node.id,) if node else (), question=question,
    )  # fmt: skip


def _row(sop: Sop, place: DocxPlace) -> int:
    """The step in whose row a place is, 0 for none."""
    for at, step in enumerate(sop.steps, start=1):
        if place.row is not None and (step.place.part, step.place.table, step.place.row) == (
            place.part, place.table, place.row,
        ):  # fmt: skip
            return at
    return 0


def _place(place: DocxPlace, node: Node) -> DocxPlace:
    """Where an arrow stands; that of its symbol where the reader kept none."""
    return node.place if place == DocxPlace() else place


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith("?") else ".")
