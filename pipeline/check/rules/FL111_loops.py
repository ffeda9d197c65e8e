"""FL111 - a repetition can be left."""

from collections.abc import Iterator

from pipeline.check.chart_hits import at_symbol, at_way, numbers
from pipeline.check.gaps import breaks
from pipeline.check.graph import charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import drawn, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Sop
from pipeline.settings import Settings


def loops(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each group of steps that lead only to each other, and each arrow back to its own symbol."""
    chart = charted(sop)
    if chart is None:
        return
    yield from (
        at_way(sop, way, "panah keluar dari simbol ini dan kembali ke simbol itu juga")
        for way in chart.ways()
        if way.source == way.target
    )
    ended = not all(chart.steps.after[step] for step in chart.drawn)
    for loop in breaks(chart).loops:
        # A flow that ends nowhere is FL103's matter where its last step goes round.
        if not ended and chart.drawn[-1] in loop:
            continue
        row = [node for step in sorted(loop) for node in chart.rows[step]]
        edges = tuple(
            pair
            for node in row
            for way in chart.exits(node)
            if way.back and way.target.step in loop
            for pair in way.pairs
        )
        what = f"langkah {numbers(sop, loop)} berulang terus dan tidak ada jalan keluar dari perulangan itu"
        yield at_symbol(sop, row[0], what, *row[1:], edges=edges)


RULE = Rule(
    code="FL111",
    title="Perulangan tanpa jalan keluar",
    why="Alur yang berputar tanpa jalan keluar tidak pernah selesai dikerjakan.",
    source="PermenPANRB 35/2012: alur berakhir pada kapsul; perulangan dikendalikan oleh keputusan.",
    fix="Beri perulangan itu sebuah keputusan dengan jawaban yang melanjutkan alur, atau perbaiki arah panahnya.",
    question="Kapan perulangan ini berhenti, dan ke langkah mana alur lalu berlanjut?",
    severity=Severity.ERROR,
    check=loops,
    good=(Example(shows="perulangan dengan keputusan", sops=(sop(),)),),
    bad=(
        Example(
            shows="dua langkah yang saling mengembalikan",
            sops=(drawn("( ? = = (", "1>2 2>3:tidak 2>5:ya 3>4 4>3"),),
            hits=(
                "Langkah 3 (Petugas PTSP): langkah 3 dan 4 berulang terus dan tidak ada jalan keluar dari perulangan "
                "itu.",
            ),
        ),
        Example(
            shows="panah ke simbol sendiri",
            sops=(drawn("( = (", "1>2 2>2 2>3"),),
            hits=("Langkah 2 (Petugas PTSP): panah keluar dari simbol ini dan kembali ke simbol itu juga.",),
        ),
    ),
)
