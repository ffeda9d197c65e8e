"""FL107 - an arrow joins two symbols."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.chart_hits import at_loose, named
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import AT, EDGES, FLOW, sop
from pipeline.model.finding import Severity
from pipeline.model.place import DocxPlace
from pipeline.model.sop import LooseArrow, Sop
from pipeline.settings import Settings


def loose_arrows(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each arrow of which an end meets no symbol: which end, and where the other one is."""
    known = {each.id: each for each in sop.flow.nodes}
    for arrow in sop.flow.loose:
        if arrow.source is not None:
            what = "panah yang keluar dari simbol ini tidak sampai ke simbol mana pun"
            asked = f"Ke langkah mana panah dari {named(sop, known[arrow.source])} ini?"
            yield at_loose(sop, arrow, known[arrow.source], what, asked)
        elif arrow.target is not None:
            what = "panah yang menuju simbol ini tidak berpangkal pada simbol mana pun"
            asked = f"Dari langkah mana panah ke {named(sop, known[arrow.target])} ini?"
            yield at_loose(sop, arrow, known[arrow.target], what, asked)
        else:
            yield at_loose(sop, arrow, None, "ada panah yang tidak mengenai simbol di kedua ujungnya")


RULE = Rule(
    code="FL107",
    title="Panah yang tidak tersambung",
    why="Panah yang berhenti di ruang kosong tidak menunjukkan dari siapa dan kepada siapa pekerjaan berpindah.",
    source="PermenPANRB 35/2012: anak panah menunjukkan arah alur dari satu simbol ke simbol lain.",
    fix="Tarik kedua ujung panah sampai menempel pada simbolnya, atau hapus panah itu bila tidak diperlukan.",
    question="Simbol mana yang dihubungkan panah ini?",
    severity=Severity.WARNING,
    check=loose_arrows,
    good=(Example(shows="semua panah tersambung", sops=(sop(),)),),
    bad=(
        Example(
            shows="ujung panah di ruang kosong",
            sops=(
                sop(
                    flow=replace(FLOW, edges=EDGES[1:], loose=(LooseArrow(source="n1", target=None, place=AT),)),
                ),
            ),
            hits=("Langkah 1 (Pemohon): panah yang keluar dari simbol ini tidak sampai ke simbol mana pun.",),
        ),
        Example(
            shows="pangkal panah di ruang kosong",
            sops=(
                sop(
                    flow=replace(FLOW, edges=EDGES[1:], loose=(LooseArrow(source=None, target="n2", place=AT),)),
                ),
            ),
            hits=("Langkah 2 (Petugas PTSP): panah yang menuju simbol ini tidak berpangkal pada simbol mana pun.",),
        ),
        Example(
            shows="kedua ujung di ruang kosong",
            sops=(
                sop(
                    flow=replace(
                        FLOW,
                        loose=(LooseArrow(source=None, target=None, place=DocxPlace(table=2, row=4, column=3)),),
                    )
                ),
            ),
            hits=("Langkah 2: ada panah yang tidak mengenai simbol di kedua ujungnya.",),
        ),
    ),
)
