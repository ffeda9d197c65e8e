"""FL108 - two symbols are joined by one arrow, not by two."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.chart_hits import at_edge, named
from pipeline.check.gaps import EXITS
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import FLOW, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Edge, NodeKind, Sop
from pipeline.settings import Settings


def doubled_arrows(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each pair of symbols between which an arrow is drawn once more."""
    known = {each.id: each for each in sop.flow.nodes}
    for pair in dict.fromkeys((each.source, each.target) for each in sop.flow.doubles):
        double = next(each for each in sop.flow.doubles if (each.source, each.target) == pair)
        if not _answers(sop, double):
            times = 1 + sum((each.source, each.target) == pair for each in sop.flow.doubles)
            yield at_edge(sop, double, f"panah ke {named(sop, known[double.target])} digambar {times} kali")


def _answers(sop: Sop, double: Edge) -> bool:
    """Whether it is the other answer of a decision that has no third exit: what that means is FL102's matter."""
    node = next(each for each in sop.flow.nodes if each.id == double.source)
    return node.kind is NodeKind.DECISION and sum(each.source == double.source for each in sop.flow.edges) < EXITS


RULE = Rule(
    code="FL108",
    title="Panah ganda",
    why="Dua panah di antara dua simbol yang sama tidak menambah keterangan dan menyulitkan perbaikan gambar.",
    source="PermenPANRB 35/2012: anak panah menunjukkan arah alur dari satu simbol ke simbol lain.",
    fix="Hapus panah yang berlebih.",
    question="Adakah maksud tersendiri dari panah kedua ini, atau dapatkah panah itu dihapus?",
    severity=Severity.NOTE,
    check=doubled_arrows,
    good=(Example(shows="satu panah", sops=(sop(),)),),
    bad=(
        Example(
            shows="dua panah bertumpuk",
            sops=(sop(flow=replace(FLOW, doubles=(Edge(source="n1", target="n2", label=""),))),),
            hits=("Langkah 1 (Pemohon): panah ke langkah 2 (Petugas PTSP) digambar 2 kali.",),
        ),
    ),
)
