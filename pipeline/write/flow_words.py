"""A flowchart in words: its arrows, its symbols' texts, and every question that the drawing leaves to a person."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model.place import DocxPlace
from pipeline.model.sop import DOUBTFUL, Edge, Flow, LooseArrow, Node, NodeKind, Sop, Step
from pipeline.text import fold

NOBODY = "tanpa pelaksana"
SOURCES = {
    "drawing": "gambar Word", "marks": "tanda ketik; urutan langkah menjadi urutannya",
    "picture": "gambar (tidak terbaca)", "none": "tidak ada",
}  # fmt: skip
KINDS = {
    NodeKind.TERMINATOR: "kapsul", NodeKind.PROCESS: "kotak", NodeKind.DECISION: "keputusan",
    NodeKind.CONNECTOR: "penghubung halaman",
}  # fmt: skip
# What XML 1.0 and a terminal refuse: control characters, lone surrogates and two that are no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a person has to look at: an arrow (`about` is its pair of symbols), a symbol's arrow, or something unread.

    `at` is the symbol that a loose arrow touches, empty where it touches none or the question is another one.
    """

    words: str
    place: DocxPlace
    about: tuple[str, str] | None = None
    at: str = ""


def printable(text: str) -> str:
    """Return the text without the characters that no file of text or XML may hold."""
    return _FORBIDDEN.sub("", text)


def clean(text: str) -> str:
    """Return the text folded and printable."""
    return fold(printable(text))


def arrows(flow: Flow) -> tuple[Edge, ...]:
    """Return the arrows between known symbols; of typed marks, which have none, those of the order of the steps.

    Each mark of a step is then followed by each mark of the next step that has one (contract, `flow.source`).
    """
    if flow.source == "marks" and not flow.edges:
        return tuple(_by_steps(flow.nodes))
    known = {each.id for each in flow.nodes}
    return tuple(each for each in flow.edges if {each.source, each.target} <= known)


def _by_steps(nodes: Sequence[Node]) -> Iterator[Edge]:
    rows: dict[int, list[str]] = {}
    for each in nodes:
        rows.setdefault(each.step, []).append(each.id)
    order = [rows[step] for step in sorted(rows)]
    for before, after in pairwise(order):
        yield from (Edge(source=one, target=other, label="") for one in before for other in after)


def lanes(sop: Sop) -> tuple[str, ...]:
    """Return the headings of the actors' columns in their order, then those that only symbols name."""
    known = dict.fromkeys(each.name for each in sop.actors)
    known.update(dict.fromkeys(each.actor for each in sop.flow.nodes))
    return tuple(known)


def step_of(sop: Sop, node: Node) -> Step | None:
    """Return the step in whose row a symbol stands, none where there is no such row."""
    return sop.steps[node.step - 1] if 1 <= node.step <= len(sop.steps) else None


def activity(sop: Sop, node: Node) -> str:
    """Return the number and the activity of a symbol's step: `3. Meneliti berkas`."""
    step = step_of(sop, node)
    if step is None:
        return f"Langkah {node.step}"
    return f"{clean(step.number) or node.step}. {clean(step.activity)}".rstrip()


def answer(edge: Edge) -> str:
    """Return an arrow's label as it is printed: `Ya`, `Tidak`, or as drawn."""
    word = clean(edge.label)
    return word.capitalize() if word in ("ya", "tidak") else word


def doubtful(edge: Edge) -> bool:
    """Return whether the reader was not sure of an arrow's ends."""
    return edge.sure < DOUBTFUL


def percent(edge: Edge) -> str:
    """Return how sure an arrow is, in words: `45 %`."""
    return f"{edge.sure * 100:.0f} %"


def spot(node: Node) -> str:
    """Return where a symbol stands: `langkah 3 (Operator EMIS)`."""
    return f"langkah {node.step} ({clean(node.actor) or NOBODY})"


def questions(sop: Sop) -> tuple[Question, ...]:
    """Return all that is doubtful in a chart, each once: unsure arrows, doubled and loose ones, what was not read."""
    nodes = {each.id: each for each in sop.flow.nodes}
    loose = {each.place for each in sop.flow.loose}
    unread = dict.fromkeys(each for each in sop.flow.unread if each.place not in loose)
    return (
        *(_unsure(each, nodes) for each in arrows(sop.flow) if doubtful(each)),
        *(_doubled(each, nodes) for each in sop.flow.doubles if {each.source, each.target} <= nodes.keys()),
        *(_loose(each, nodes) for each in sop.flow.loose),
        *(Question(words=f"Tidak terbaca: {clean(each.what)}.", place=each.place) for each in unread),
    )


def _from_to(pair: tuple[str, str], nodes: dict[str, Node]) -> str:
    return f"dari {spot(nodes[pair[0]])} ke {spot(nodes[pair[1]])}"


def _unsure(edge: Edge, nodes: dict[str, Node]) -> Question:
    pair = (edge.source, edge.target)
    words = f"Panah {_from_to(pair, nodes)} belum pasti ({percent(edge)})"
    if edge.otherwise is not None and set(edge.otherwise) <= nodes.keys():
        words += f"; mungkin {_from_to(edge.otherwise, nodes)}"
    return Question(words=f"{words}.", place=edge.place, about=pair)


def _doubled(edge: Edge, nodes: dict[str, Node]) -> Question:
    pair = (edge.source, edge.target)
    return Question(words=f"Panah {_from_to(pair, nodes)} digambar lebih dari satu kali.", place=edge.place, about=pair)


def _loose(arrow: LooseArrow, nodes: dict[str, Node]) -> Question:
    source, target = nodes.get(arrow.source or ""), nodes.get(arrow.target or "")
    if source is not None:
        words = f"Panah dari {spot(source)} tidak sampai ke simbol mana pun."
    elif target is not None:
        words = f"Panah ke {spot(target)} tidak berasal dari simbol mana pun."
    else:
        words = "Ada panah yang kedua ujungnya tidak mengenai simbol."
    at = source or target
    return Question(words=words, place=arrow.place, at=at.id if at else "")
