"""FL114 - what is decided is drawn as a diamond."""

from collections.abc import Iterator

from pipeline.check.chart_hits import at_symbol
from pipeline.check.graph import FlowGraph, charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import drawn, sop, step
from pipeline.model.finding import Severity
from pipeline.model.sop import Node, NodeKind, Sop
from pipeline.settings import Settings
from pipeline.text import key


def decision_as_box(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each box or capsule with several exits of which one says ya or tidak, and each that asks a question."""
    chart = charted(sop)
    if chart is None:
        return
    for node in chart.nodes.values():
        if node.kind is NodeKind.DECISION:
            continue
        form = "kapsul" if node.kind is NodeKind.TERMINATOR else "kotak"
        answered = [way for way in chart.exits(node) if way.answer]
        if answered and len(chart.exits(node)) > 1:
            edges = tuple(pair for way in answered for pair in way.pairs)
            what = f"panah yang keluar berlabel Ya/Tidak, tetapi simbolnya {form}; gunakan belah ketupat"
            yield at_symbol(sop, node, what, edges=edges)
        elif _asks(sop, chart, node):
            yield at_symbol(
                sop, node, f"kegiatan ini berupa pertanyaan, tetapi simbolnya {form}; gunakan belah ketupat"
            )


def _asks(sop: Sop, chart: FlowGraph, node: Node) -> bool:
    """Whether a symbol asks by its own words, or by the step's where no diamond of the row does."""
    if node.text:
        return _question(node.text)
    beside = any(each.kind is NodeKind.DECISION for each in chart.rows[node.step])
    return not beside and _question(sop.steps[node.step - 1].activity)


def _question(text: str) -> bool:
    return text.rstrip().endswith("?") or key(text).startswith("apakah ")


_ROW = step(2, activity="Apakah berkas lengkap?")
_PLAIN = drawn("( = (", "1>2 2>3")
RULE = Rule(
    code="FL114",
    title="Keputusan digambar bukan sebagai belah ketupat",
    why="Pembaca mengenali keputusan dari belah ketupatnya; keputusan yang digambar sebagai kotak terbaca sebagai "
    "kegiatan.",
    source="PermenPANRB 35/2012: belah ketupat untuk pengambilan keputusan, kotak untuk kegiatan.",
    fix="Ganti bentuknya di Word dengan belah ketupat (Bagan Alur: Keputusan) dan beri label Ya dan Tidak pada kedua "
    "panahnya.",
    question="Apakah langkah ini keputusan dengan jawaban Ya dan Tidak, atau kegiatan biasa?",
    severity=Severity.WARNING,
    check=decision_as_box,
    good=(
        Example(shows="belah ketupat", sops=(sop(),)),
        Example(shows="label pada satu-satunya panah", sops=(drawn("( = (", "1>2 2>3:ya"),)),
    ),
    bad=(
        Example(
            shows="kotak dengan Ya dan Tidak",
            sops=(drawn("( = (", "1>2 2>3:ya 2>1:tidak"),),
            hits=(
                "Langkah 2 (Petugas PTSP): panah yang keluar berlabel Ya/Tidak, tetapi simbolnya kotak; gunakan belah "
                "ketupat.",
            ),
        ),
        Example(
            shows="pertanyaan dalam kotak",
            sops=(drawn("( = (", "1>2 2>3", steps=(_PLAIN.steps[0], _ROW, _PLAIN.steps[2])),),
            hits=(
                "Langkah 2 (Petugas PTSP): kegiatan ini berupa pertanyaan, tetapi simbolnya kotak; gunakan belah "
                "ketupat.",
            ),
        ),
    ),
)
