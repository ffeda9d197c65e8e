"""FL119 - in a drawn chart each step is drawn."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.chart_hits import listed, number
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import FLOW, NODES, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Edge, NodeKind, Sop
from pipeline.settings import Settings


def mark_among_symbols(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each step of a drawn chart that has a typed mark and no symbol; one with neither is ST103's matter."""
    if sop.flow.source != "drawing":
        return
    drawn = {each.step for each in sop.flow.nodes if each.kind is not NodeKind.CONNECTOR}
    for position, each in enumerate(sop.steps, start=1):
        if each.actors and position not in drawn:
            yield Hit(
                message=f"Langkah {number(sop, position)} ({listed(each.actors)}): hanya diberi tanda ketik, "
                "sedangkan langkah "
                "lain digambar; gambar simbol dan panahnya.",
                where=f"steps/{position}/flow", place=each.place, found=each.activity,
                question=f"Simbol apa yang digambar untuk langkah {number(sop, position)} ({listed(each.actors)}): "
                "kotak atau belah ketupat, dan dari mana serta ke mana panahnya?",
            )  # fmt: skip


_OVER = Edge(source="n1", target="n3", label="")
RULE = Rule(
    code="FL119",
    title="Tanda ketik di antara simbol",
    why="Langkah yang hanya diberi tanda tidak terhubung dengan panah, sehingga terlewati dalam alurnya.",
    source="PermenPANRB 35/2012: setiap kegiatan digambarkan dengan simbolnya pada kolom pelaksana.",
    fix="Ganti tanda itu dengan simbol, lalu hubungkan dengan langkah sebelum dan sesudahnya.",
    question="Simbol apa yang digambar untuk langkah ini, dan dari mana serta ke mana panahnya?",
    severity=Severity.WARNING,
    check=mark_among_symbols,
    good=(Example(shows="semua langkah digambar", sops=(sop(),)),),
    bad=(
        Example(
            shows="satu langkah diberi tanda centang",
            sops=(sop(flow=replace(FLOW, nodes=(NODES[0], NODES[2]), edges=(_OVER,))),),
            hits=(
                "Langkah 2 (Petugas PTSP): hanya diberi tanda ketik, sedangkan langkah lain digambar; gambar simbol "
                "dan "
                "panahnya.",
            ),
        ),
    ),
)
