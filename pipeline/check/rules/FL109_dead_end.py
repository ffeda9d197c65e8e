"""FL109 - every symbol but the last leads on."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.chart_hits import at_symbol, named, number
from pipeline.check.gaps import breaks
from pipeline.check.graph import charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import FLOW, drawn, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import NodeKind, Sop
from pipeline.settings import Settings


def dead_ends(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each symbol that no arrow leaves and that is no end, with the one that none reaches; one hit for none."""
    if sop.flow.source == "drawing" and len(sop.flow.nodes) > 1 and not (sop.flow.edges or sop.flow.loose):
        yield Hit(
            message="Diagram alir memuat simbol tanpa satu panah pun, sehingga alurnya tidak dapat "
            "dibaca.", where="flow",
            place=sop.flow.nodes[0].place, nodes=tuple(each.id for each in sop.flow.nodes),
        )  # fmt: skip
        return
    chart = charted(sop)
    for gap in breaks(chart).gaps if chart else ():
        if gap.after is None:
            continue
        kind = "kapsul" if gap.after.kind is NodeKind.TERMINATOR else "simbol"
        if gap.before is None:
            yield at_symbol(sop, gap.after, f"tidak ada panah yang keluar dari {kind} ini, padahal alur belum berakhir")
        else:
            what = (
                f"alur terputus; tidak ada panah yang keluar dari {kind} ini dan tidak ada yang menuju "
                f"{named(sop, gap.before)}; gambar panah dari langkah {number(sop, gap.after.step)} ke langkah "
                f"{number(sop, gap.before.step)}"
            )
            asked = f"Benarkah alur berlanjut dari {named(sop, gap.after)} ke {named(sop, gap.before)}?"
            yield at_symbol(sop, gap.after, what, gap.before, question=asked)


RULE = Rule(
    code="FL109",
    title="Jalan buntu",
    why="Pekerjaan yang sampai pada simbol tanpa panah keluar berhenti di situ; pelaksana berikutnya tidak tahu "
    "gilirannya.",
    source="PermenPANRB 35/2012: anak panah menunjukkan arah alur; alur hanya berakhir pada kapsul.",
    fix="Gambar panah dari simbol itu ke langkah berikutnya, atau jadikan simbol itu kapsul bila alur memang berakhir "
    "di situ.",
    question="Ke langkah mana alur berlanjut dari simbol ini?",
    severity=Severity.ERROR,
    check=dead_ends,
    good=(
        Example(shows="setiap simbol berlanjut", sops=(sop(),)),
        Example(shows="satu langkah oleh dua pelaksana", sops=(drawn("( == = (", "1>2 2>2b 2>3 3>4"),)),
        Example(shows="Tidak berakhir pada kapsul sendiri", sops=(drawn("( ?( = (", "1>2 2>3:ya 2>2b:tidak 3>4"),)),
    ),
    bad=(
        Example(
            shows="panah ke langkah berikutnya tidak digambar",
            sops=(drawn("( = = (", "1>2 3>4"),),
            hits=(
                "Langkah 2 (Petugas PTSP): alur terputus; tidak ada panah yang keluar dari simbol ini dan tidak ada "
                "yang "
                "menuju langkah 3 (Petugas PTSP); gambar panah dari langkah 2 ke langkah 3.",
            ),
        ),
        Example(
            shows="cabang yang berhenti",
            sops=(drawn("( ? = (", "1>2 2>3:tidak 2>4:ya"),),
            hits=(
                "Langkah 3 (Petugas PTSP): tidak ada panah yang keluar dari simbol ini, padahal alur belum berakhir.",
            ),
        ),
        Example(
            shows="tanpa panah sama sekali",
            sops=(sop(flow=replace(FLOW, edges=())),),
            hits=("Diagram alir memuat simbol tanpa satu panah pun, sehingga alurnya tidak dapat dibaca.",),
        ),
    ),
)
