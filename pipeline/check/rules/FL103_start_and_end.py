"""FL103 - a flow has one start, and it comes to an end."""

from collections.abc import Iterator

from pipeline.check.chart_hits import at_symbol, named, offered
from pipeline.check.gaps import breaks
from pipeline.check.graph import FlowGraph, charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import drawn, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import NodeKind, Sop
from pipeline.settings import Settings


def start_and_end(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each capsule that begins the flow a second time, and a hit for a flow that nothing ends."""
    chart = charted(sop)
    if chart is None:
        return
    for gap in breaks(chart).gaps:
        node = gap.before
        if gap.after is None and node and node.kind is NodeKind.TERMINATOR and chart.exits(node):
            first = chart.first[0]
            yield at_symbol(
                sop,
                node,
                f"kapsul ini mengawali alur sekali lagi, padahal alur sudah dimulai di {named(sop, first)}",
                first,
                question=f"Alur dimulai di mana: {offered(sop, (first, node))}?",
            )
    yield from _endless(sop, chart)


def _endless(sop: Sop, chart: FlowGraph) -> Iterator[Hit]:
    """A flow whose last step leads back, and that ends nowhere else: told at that step."""
    step = chart.drawn[-1]
    if any(step in loop for loop in breaks(chart).loops) and all(chart.steps.after[each] for each in chart.drawn):
        back = next(way for node in chart.rows[step] for way in chart.exits(node) if way.outward)
        yield at_symbol(
            sop, back.source,
            f"alur tidak pernah berakhir; dari langkah terakhir ini panah kembali ke {named(sop, back.target)} dan "
            "tidak ada "
            "kapsul akhir",
            edges=back.pairs,
            question="Kapan alur ini berakhir, dan di langkah mana?",
        )  # fmt: skip


RULE = Rule(
    code="FL103",
    title="Awal dan akhir alur",
    why="Pelaksana harus tahu dari mana pekerjaan dimulai dan kapan pekerjaan selesai.",
    source="PermenPANRB 35/2012: simbol kapsul menandai kegiatan mulai dan kegiatan berakhir.",
    fix="Mulai alur dari satu kapsul, dan akhiri dengan kapsul yang tidak mempunyai panah keluar.",
    question="Di langkah mana alur ini dimulai, dan di langkah mana berakhir?",
    severity=Severity.ERROR,
    check=start_and_end,
    good=(
        Example(shows="satu awal dan satu akhir", sops=(sop(),)),
        Example(shows="Tidak berakhir pada kapsul sendiri", sops=(drawn("( ?( = (", "1>2 2>3:ya 2>2b:tidak 3>4"),)),
    ),
    bad=(
        Example(
            shows="dua awal",
            sops=(drawn("( = ( = (", "1>2 2>4 3>4 4>5"),),
            hits=(
                "Langkah 3 (Petugas PTSP): kapsul ini mengawali alur sekali lagi, padahal alur sudah dimulai di "
                "langkah 1 "
                "(Pemohon).",
            ),
        ),
        Example(
            shows="tidak pernah berakhir",
            sops=(drawn("( = = =", "1>2 2>3 3>4 4>2"),),
            hits=(
                "Langkah 4 (Kepala Kantor): alur tidak pernah berakhir; dari langkah terakhir ini panah kembali ke "
                "langkah 2 "
                "(Petugas PTSP) dan tidak ada kapsul akhir.",
            ),
        ),
    ),
)
