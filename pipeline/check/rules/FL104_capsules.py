"""FL104 - the first and the last symbol are capsules, and no other is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.check.chart_hits import at_symbol, named, numbers
from pipeline.check.graph import FlowGraph, charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import drawn, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Node, NodeKind, Sop
from pipeline.settings import Settings

_DRAWN = {NodeKind.PROCESS: "kotak", NodeKind.DECISION: "belah ketupat"}


def capsules(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield the first and the last symbol that is no capsule, and each capsule that the flow passes through."""
    chart = charted(sop)
    if chart is None:
        return
    # A step that is not drawn may be the one that the flow begins or ends with.
    if chart.drawn[0] == 1 and not _capsule(chart.first):
        first = chart.first[0]
        asked = f"Apakah alur memang dimulai di {named(sop, first)}, atau ada langkah sebelumnya yang belum digambar?"
        yield at_symbol(sop, first, f"alur dimulai dengan {_DRAWN[first.kind]}, seharusnya kapsul", question=asked)
    between = [
        node for node in chart.nodes.values()
        if node.kind is NodeKind.TERMINATOR and node not in (*chart.first, *chart.last) and _passed(chart, node)
    ]  # fmt: skip
    if between:
        yield _between(sop, between)
    if chart.drawn[-1] == len(sop.steps) and not _capsule(chart.last) and _ends(chart):
        last = next(node for node in reversed(chart.last) if not any(way.outward for way in chart.exits(node)))
        asked = f"Apakah alur memang berakhir di {named(sop, last)}, atau ada langkah sesudahnya yang belum digambar?"
        yield at_symbol(sop, last, f"alur berakhir pada {_DRAWN[last.kind]}, seharusnya kapsul", question=asked)


def _between(sop: Sop, nodes: Sequence[Node]) -> Hit:
    """One hit for all: whoever draws activities as rounded boxes does so everywhere."""
    first, *others = nodes
    more = f", begitu pula di langkah {numbers(sop, (each.step for each in others))}" if others else ""
    round_box = first.drawn == "roundRect"
    form = "kotak bersudut bulat ini terbaca sebagai kapsul dan" if round_box else "kapsul ini"
    return at_symbol(
        sop, first, f"{form} berada di tengah alur{more}; kapsul hanya untuk awal dan akhir", *others,
        question=f"Apakah langkah {numbers(sop, (each.step for each in nodes))} kegiatan biasa (kotak), atau memang "
        "awal atau akhir alur?",
    )  # fmt: skip


def _capsule(row: Sequence[Node]) -> bool:
    return any(each.kind is NodeKind.TERMINATOR for each in row)


def _passed(chart: FlowGraph, node: Node) -> bool:
    return bool(chart.entries(node) or node.id in chart.open_in) and bool(
        any(way.outward for way in chart.exits(node)) or node.id in chart.open_out
    )


def _ends(chart: FlowGraph) -> bool:
    """Whether the flow ends with the last row; a decision there has other faults than its form."""
    left = chart.steps.after[chart.drawn[-1]] or any(each.id in chart.open_out for each in chart.last)
    return not left and all(each.kind is NodeKind.PROCESS for each in chart.last)


def _rounded(symbols: str, ways: str) -> Sop:
    plain = drawn(symbols, ways)
    nodes = tuple(replace(each, drawn="roundRect") for each in plain.flow.nodes)
    return replace(plain, flow=replace(plain.flow, nodes=nodes))


RULE = Rule(
    code="FL104",
    title="Kapsul di awal dan di akhir",
    why="Kapsul menunjukkan kegiatan pertama dan terakhir; bentuk lain membuat awal dan akhir alur tidak terlihat.",
    source="PermenPANRB 35/2012: simbol kapsul (terminator) untuk kegiatan mulai dan berakhir, kotak untuk kegiatan "
    "lain.",
    fix="Pakai kapsul untuk kegiatan pertama dan terakhir, dan kotak untuk kegiatan di antaranya.",
    question="Apakah langkah ini awal atau akhir alur?",
    severity=Severity.WARNING,
    check=capsules,
    good=(Example(shows="kapsul di awal dan di akhir", sops=(sop(),)),),
    bad=(
        Example(
            shows="awal dan akhir berupa kotak",
            sops=(drawn("= = =", "1>2 2>3"),),
            hits=(
                "Langkah 1 (Pemohon): alur dimulai dengan kotak, seharusnya kapsul.",
                "Langkah 3 (Petugas PTSP): alur berakhir pada kotak, seharusnya kapsul.",
            ),
        ),
        Example(
            shows="kapsul di tengah",
            sops=(drawn("( ( = (", "1>2 2>3 3>4"),),
            hits=("Langkah 2 (Petugas PTSP): kapsul ini berada di tengah alur; kapsul hanya untuk awal dan akhir.",),
        ),
        Example(
            shows="semua simbol berupa kotak bersudut bulat",
            sops=(_rounded("( ( ( (", "1>2 2>3 3>4"),),
            hits=(
                "Langkah 2 (Petugas PTSP): kotak bersudut bulat ini terbaca sebagai kapsul dan berada di tengah alur, "
                "begitu pula di langkah 3; kapsul hanya untuk awal dan akhir.",
            ),
        ),
    ),
)
