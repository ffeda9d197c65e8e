"""FL110 - every symbol but the first is reached by an arrow."""

from collections.abc import Iterator

from pipeline.check.chart_hits import at_symbol, named
from pipeline.check.gaps import breaks
from pipeline.check.graph import FlowGraph, Way, charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import drawn, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Node, NodeKind, Sop
from pipeline.settings import Settings


def unreachable(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each symbol to which no way leads from the start; those behind it are not told again."""
    chart = charted(sop)
    if chart is None:
        return
    for gap in breaks(chart).gaps:
        node = gap.before
        if gap.after is not None or node is None or (node.kind is NodeKind.TERMINATOR and chart.exits(node)):
            continue
        over = _over(chart, node)
        if over is None:
            yield at_symbol(sop, node, "tidak ada panah dari awal alur yang sampai ke simbol ini")
        else:
            what = (
                f"langkah ini dilompati panah dari {named(sop, over.source)} ke {named(sop, over.target)}; tidak ada "
                "panah "
                "yang menuju simbol ini"
            )
            asked = (
                f"Apakah {named(sop, node)} dikerjakan sesudah {named(sop, over.source)}, hanya dalam keadaan "
                "tertentu, atau tidak diperlukan lagi?"
            )
            yield at_symbol(sop, node, what, edges=over.pairs, question=asked)
    yield from (
        at_symbol(sop, node, "simbol ini tidak dihubungkan panah mana pun") for node in _alone(chart)
    )  # fmt: skip


def _over(chart: FlowGraph, node: Node) -> Way | None:
    """The shortest arrow that leads over a symbol's row and is no answer."""
    over = [
        way for way in chart.ways()
        if way.source.step < node.step < way.target.step and way.source.kind is not NodeKind.DECISION
    ]  # fmt: skip
    return min(over, key=lambda way: way.target.step - way.source.step, default=None)


def _alone(chart: FlowGraph) -> Iterator[Node]:
    """The symbols without any arrow beside others of their row that have some."""
    hanging = chart.open_in | chart.open_out
    for row in chart.rows.values():
        bare = [each for each in row if not (chart.exits(each) or chart.entries(each)) and each.id not in hanging]
        if len(bare) < len(row):
            yield from bare


RULE = Rule(
    code="FL110",
    title="Langkah yang tidak terjangkau",
    why="Langkah yang tidak didatangi panah tidak pernah dikerjakan menurut diagram alirnya.",
    source="PermenPANRB 35/2012: setiap kegiatan terhubung dengan anak panah menurut urutan pelaksanaannya.",
    fix="Gambar panah dari langkah sebelumnya ke simbol itu, atau hapus langkahnya bila tidak diperlukan.",
    question="Dari langkah mana alur sampai ke langkah ini?",
    severity=Severity.ERROR,
    check=unreachable,
    good=(
        Example(shows="setiap simbol terjangkau", sops=(sop(),)),
        Example(shows="langkah yang hanya dilalui jawaban Ya", sops=(drawn("( ? = (", "1>2 2>3:ya 2>4:tidak 3>4"),)),
    ),
    bad=(
        Example(
            shows="langkah yang dilompati",
            sops=(drawn("( = = (", "1>2 2>4 3>4"),),
            hits=(
                "Langkah 3 (Petugas PTSP): langkah ini dilompati panah dari langkah 2 (Petugas PTSP) ke langkah 4 "
                "(Kepala "
                "Kantor); tidak ada panah yang menuju simbol ini.",
            ),
        ),
        Example(
            shows="simbol kedua dalam satu langkah tanpa panah",
            sops=(drawn("( == (", "1>2 2>3"),),
            hits=("Langkah 2 (Kepala Kantor): simbol ini tidak dihubungkan panah mana pun.",),
        ),
    ),
)
