"""FL101 - a decision has two exits, and both say when they are taken."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.chart_hits import at_symbol
from pipeline.check.gaps import EXITS, answers, breaks, missing_exits
from pipeline.check.graph import charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import EDGES, FLOW, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings


def decision_exits(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each diamond that has not exactly two exits, or an exit without its label."""
    chart = charted(sop)
    if chart is None:
        return
    turned = {way.target.id for way in breaks(chart).turned}
    twice = {edge.source for edge in sop.flow.doubles}
    for node in chart.decisions():
        exits = answers(chart, node)
        edges = tuple(pair for way in exits for pair in way.pairs)
        unlabelled = sum(not way.label for way in exits)
        # An exit that is drawn wrongly is the matter of the rule that says how; so are two to one symbol.
        if len(exits) > EXITS or (missing_exits(chart, node) and node.id not in turned | twice):
            what = f"simbol keputusan mempunyai {len(exits)} jalan keluar, seharusnya dua (ya dan tidak)"
            yield at_symbol(sop, node, what, edges=edges)
        elif len(exits) == EXITS and unlabelled:
            which = "kedua jalan keluarnya" if unlabelled == EXITS else "salah satu jalan keluarnya"
            yield at_symbol(sop, node, f"simbol keputusan belum memberi label Ya/Tidak pada {which}", edges=edges)


RULE = Rule(
    code="FL101",
    title="Jalan keluar keputusan",
    why="Keputusan tanpa dua jalan keluar berlabel tidak memberi tahu pelaksana ke mana alur berlanjut.",
    source="PermenPANRB 35/2012: simbol belah ketupat untuk pengambilan keputusan, jawabannya ya atau tidak.",
    fix="Gambar dua panah dari belah ketupat itu dan beri label Ya dan Tidak.",
    severity=Severity.ERROR,
    check=decision_exits,
    good=(Example(shows="ya dan tidak", sops=(sop(),)),),
    bad=(
        Example(
            shows="tanpa label",
            sops=(sop(flow=replace(FLOW, edges=tuple(replace(each, label="") for each in EDGES))),),
            hits=(
                "Langkah 2 (Petugas PTSP): simbol keputusan belum memberi label Ya/Tidak pada kedua jalan keluarnya.",
            ),
        ),
        Example(
            shows="satu jalan keluar",
            sops=(sop(flow=replace(FLOW, edges=EDGES[:2])),),
            hits=(
                "Langkah 2 (Petugas PTSP): simbol keputusan mempunyai 1 jalan keluar, seharusnya dua (ya dan tidak).",
            ),
        ),
    ),
)
