"""FL106 - a chart is drawn with the five symbols and no other."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.chart_hits import at_symbol, listed, numbers
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import FLOW, NODES, drawn, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Node, NodeKind, Sop
from pipeline.settings import Settings

# What people draw in place of one of the five, by Word's name. A rectangle and a diamond look like the symbols that
# they stand for; a pentagon on its side is still a pentagon. A rounded rectangle is how many hands draw the capsule;
# where one stands for an activity it is read as a capsule in the middle of the flow, and FL104 asks about it.
_FORMS = {
    "ellipse": "elips",
    "flowChartAlternateProcess": "kotak bersudut tumpul",
    "flowChartPredefinedProcess": "kotak bergaris tepi ganda",
    "flowChartDocument": "simbol dokumen",
    "flowChartMultidocument": "simbol dokumen",
    "flowChartInputOutput": "jajar genjang",
    "parallelogram": "jajar genjang",
    "flowChartManualOperation": "trapesium",
    "flowChartManualInput": "simbol masukan manual",
    "flowChartMagneticDisk": "tabung",
    "can": "tabung",
    "flowChartConnector": "lingkaran",
}
_RIGHT = {
    NodeKind.TERMINATOR: "kapsul", NodeKind.PROCESS: "kotak", NodeKind.DECISION: "belah ketupat",
    NodeKind.CONNECTOR: "segi lima (penghubung halaman)",
}  # fmt: skip


def five_symbols(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield one hit for each foreign form of a chart, with the steps that it is drawn for and what to draw instead."""
    found: dict[tuple[str, NodeKind], list[Node]] = defaultdict(list)
    for node in sop.flow.nodes:
        if node.drawn in _FORMS:
            found[_FORMS[node.drawn], node.kind].append(node)
    for (form, kind), (first, *others) in found.items():
        more = f", begitu pula di langkah {numbers(sop, (each.step for each in others))}" if others else ""
        yield at_symbol(sop, first, f"simbol digambar sebagai {form}{more}; gunakan {_RIGHT[kind]}", *others)


_BOX = drawn("( = (", "1>2 2>3").flow
_DOCUMENT = replace(_BOX.nodes[1], drawn="flowChartDocument")
RULE = Rule(
    code="FL106",
    title="Hanya lima simbol",
    why="Simbol yang seragam dibaca sama oleh semua unit; bentuk lain menimbulkan tafsir sendiri-sendiri.",
    source="PermenPANRB 35/2012: diagram alir bercabang hanya memakai lima simbol, yaitu "
    + listed(("kapsul", "kotak", "belah ketupat", "anak panah", "segi lima penghubung halaman"))
    + ".",
    fix="Ganti bentuknya di Word (Format Bentuk, Ubah Bentuk) dengan simbol yang disebut.",
    question="Apa maksud simbol ini: kegiatan, keputusan, awal atau akhir alur, atau pindah halaman?",
    severity=Severity.NOTE,
    check=five_symbols,
    good=(
        Example(
            shows="simbol diagram alir bawaan Word",
            sops=(sop(flow=replace(FLOW, nodes=(replace(NODES[0], drawn="flowChartTerminator"), *NODES[1:]))),),
        ),
    ),
    bad=(
        Example(
            shows="elips sebagai kapsul",
            sops=(
                sop(
                    flow=replace(
                        FLOW,
                        nodes=(replace(NODES[0], drawn="ellipse"), NODES[1], replace(NODES[2], drawn="ellipse")),
                    )
                ),
            ),
            hits=("Langkah 1 (Pemohon): simbol digambar sebagai elips, begitu pula di langkah 3; gunakan kapsul.",),
        ),
        Example(
            shows="simbol dokumen sebagai kegiatan",
            sops=(drawn("( = (", "1>2 2>3", flow=replace(_BOX, nodes=(_BOX.nodes[0], _DOCUMENT, _BOX.nodes[2]))),),
            hits=("Langkah 2 (Petugas PTSP): simbol digambar sebagai simbol dokumen; gunakan kotak.",),
        ),
    ),
)
