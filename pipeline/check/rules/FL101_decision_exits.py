"""FL101 - a decision has two exits, and both say when they are taken."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import EDGES, FLOW, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Node, NodeKind, Sop
from pipeline.settings import Settings


def decision_exits(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each diamond that has not exactly two exits, or an exit without its label."""
    if sop.flow.source != "drawing":
        return
    for node in sop.flow.nodes:
        if node.kind is not NodeKind.DECISION:
            continue
        exits = [edge for edge in sop.flow.edges if edge.source == node.id]
        unlabelled = sum(not edge.label for edge in exits)
        if len(exits) != 2:
            yield _hit(sop, node, f"mempunyai {len(exits)} jalan keluar, seharusnya dua (ya dan tidak)")
        elif unlabelled:
            which = "kedua jalan keluarnya" if unlabelled == 2 else "salah satu jalan keluarnya"
            yield _hit(sop, node, f"belum memberi label Ya/Tidak pada {which}")


def _hit(sop: Sop, node: Node, what: str) -> Hit:
    number = sop.steps[node.step - 1].number or str(node.step)
    return Hit(
        message=f"Langkah {number}: simbol keputusan {what}.", where=f"steps/{node.step}/flow", place=node.place,
        found=sop.steps[node.step - 1].activity,
    )  # fmt: skip


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
            hits=("Langkah 2: simbol keputusan belum memberi label Ya/Tidak pada kedua jalan keluarnya.",),
        ),
        Example(
            shows="satu jalan keluar",
            sops=(sop(flow=replace(FLOW, edges=EDGES[:2])),),
            hits=("Langkah 2: simbol keputusan mempunyai 1 jalan keluar, seharusnya dua (ya dan tidak).",),
        ),
    ),
)
