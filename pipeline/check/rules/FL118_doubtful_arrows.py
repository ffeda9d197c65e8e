"""FL118 - an arrow that was read with doubt is asked about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.check.chart_hits import at_edge, named, numbers, offered
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import EDGES, FLOW, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import DOUBTFUL, Edge, Node, Sop
from pipeline.settings import Settings

Ends = tuple[Node, Node]


def doubtful_arrows(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield a question for each arrow whose ends or direction are not clear, with what it may be instead."""
    known = {each.id: each for each in sop.flow.nodes}
    headless = [each for each in sop.flow.edges if each.headless]
    if headless:
        yield _headless(sop, headless, known)
    for edge in sop.flow.edges:
        if edge.sure >= DOUBTFUL:
            continue
        what = f"panah ke {named(sop, known[edge.target])} terbaca tidak pasti; benarkah"
        if edge.otherwise is None:
            asked = f"Benarkah panah ini dari {named(sop, known[edge.source])} ke {named(sop, known[edge.target])}?"
            yield at_edge(sop, edge, f"{what}?", asked)
        else:
            source, target = (known[each] for each in edge.otherwise)
            asked = _asked(sop, (known[edge.source], known[edge.target]), (source, target))
            yield at_edge(sop, edge, f"{what}, atau maksudnya {_instead(sop, edge, source, target)}?", asked)


def _asked(sop: Sop, read: Ends, instead: Ends) -> str:
    """The question that names what the reader wavers between."""
    if read[0].id == instead[0].id:
        return f"Ke mana panah ini: {offered(sop, (read[1], instead[1]))}?"
    if read[1].id == instead[1].id:
        return f"Dari mana panah ini: {offered(sop, (read[0], instead[0]))}?"
    first, second = (f"dari {named(sop, source)} ke {named(sop, target)}" for source, target in (read, instead))
    return f"Bagaimana arah panah ini: {first}, atau {second}?"


def _instead(sop: Sop, edge: Edge, source: Node, target: Node) -> str:
    if source.id == edge.target and target.id == edge.source:
        return "sebaliknya"
    if source.id == edge.source:
        return f"ke {named(sop, target)}"
    return f"dari {named(sop, source)} ke {named(sop, target)}"


def _headless(sop: Sop, edges: Sequence[Edge], known: Mapping[str, Node]) -> Hit:
    """One question for all: whoever leaves out the heads leaves them out everywhere."""
    whole = len(edges) == len(sop.flow.edges)
    steps = numbers(sop, (known[each.source].step for each in edges))
    count = "semua panah" if whole else f"panah dari langkah {steps}"
    return Hit(
        message=f"Arah {count} tidak terlihat (tanpa kepala atau berkepala dua), dibaca menurut gambarnya; benarkah?",
        where="flow", place=edges[0].place, edges=tuple((each.source, each.target) for each in edges),
        question=f"Benarkah {count} mengikuti urutan langkah seperti yang terbaca?",
    )  # fmt: skip


_DOUBTED = replace(EDGES[0], sure=0.4)
RULE = Rule(
    code="FL118",
    title="Panah yang terbaca tidak pasti",
    why="Ujung panah yang jauh dari simbol, atau panah tanpa kepala, dapat dibaca dengan lebih dari satu cara.",
    source="Praktik: yang tidak pasti ditanyakan, tidak ditebak diam-diam.",
    fix="Cocokkan dengan gambar di naskah; tempelkan kedua ujung panah pada simbolnya supaya tidak salah baca.",
    question="Dari langkah mana dan ke langkah mana panah ini?",
    severity=Severity.NOTE,
    check=doubtful_arrows,
    good=(Example(shows="ujung panah menempel pada simbol", sops=(sop(),)),),
    bad=(
        Example(
            shows="ujung panah di antara dua simbol",
            sops=(sop(flow=replace(FLOW, edges=(replace(_DOUBTED, otherwise=("n1", "n3")), *EDGES[1:]))),),
            hits=(
                "Langkah 1 (Pemohon): panah ke langkah 2 (Petugas PTSP) terbaca tidak pasti; benarkah, atau maksudnya "
                "ke "
                "langkah 3 (Kepala Kantor)?",
            ),
        ),
        Example(
            shows="arah tidak jelas",
            sops=(sop(flow=replace(FLOW, edges=(replace(_DOUBTED, otherwise=("n2", "n1")), *EDGES[1:]))),),
            hits=(
                "Langkah 1 (Pemohon): panah ke langkah 2 (Petugas PTSP) terbaca tidak pasti; benarkah, atau maksudnya "
                "sebaliknya?",
            ),
        ),
        Example(
            shows="panah tanpa kepala",
            sops=(sop(flow=replace(FLOW, edges=tuple(replace(each, headless=True, sure=0.6) for each in EDGES))),),
            hits=(
                "Arah semua panah tidak terlihat (tanpa kepala atau berkepala dua), dibaca menurut gambarnya; "
                "benarkah?",
            ),
        ),
        Example(
            shows="ujung yang jauh dari simbol",
            sops=(sop(flow=replace(FLOW, edges=(_DOUBTED, *EDGES[1:]))),),
            hits=("Langkah 1 (Pemohon): panah ke langkah 2 (Petugas PTSP) terbaca tidak pasti; benarkah?",),
        ),
    ),
)
