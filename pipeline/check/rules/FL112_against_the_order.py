"""FL112 - only a decision leads back to an earlier step."""

from collections.abc import Iterator

from pipeline.check.chart_hits import at_way, named
from pipeline.check.gaps import after_tidak, breaks
from pipeline.check.graph import FlowGraph, Way, charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import drawn, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import NodeKind, Sop
from pipeline.settings import Settings


def against_the_order(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each arrow that leads up from a symbol that decides nothing, and each whose head is at the wrong end."""
    chart = charted(sop)
    if chart is None:
        return
    found = breaks(chart)
    for way in found.turned:
        yield at_way(
            sop,
            way,
            f"panah ke {named(sop, way.target)} tampaknya terbalik; tukar pangkal dan kepala panahnya",
            f"Ke mana arah panah ini: dari {named(sop, way.target)} ke {named(sop, way.source)}, atau sebaliknya?",
        )
    up = [way for way in chart.ways() if _leads_up(chart, way) and way not in found.turned]
    mended = after_tidak(chart) if up else frozenset()
    for way in up:
        endless = any(way.source.step in loop for loop in found.loops)
        if way.source.step not in mended and not endless:
            what = f"panah kembali ke {named(sop, way.target)}, padahal simbol ini bukan keputusan"
            asked = f"Apakah alur memang kembali ke {named(sop, way.target)}, dan apa syaratnya?"
            yield at_way(sop, way, what, asked)


def _leads_up(chart: FlowGraph, way: Way) -> bool:
    """Whether an arrow is its symbol's only one and leads back; two without a diamond are FL113's matter."""
    alone = sum(each.outward for each in chart.exits(way.source)) == 1
    return way.back and alone and way.source.kind is not NodeKind.DECISION and not way.doubtful


RULE = Rule(
    code="FL112",
    title="Panah melawan urutan langkah",
    why="Alur berjalan dari atas ke bawah menurut urutan langkah; hanya keputusan yang boleh mengembalikannya.",
    source="PermenPANRB 35/2012: kegiatan disusun menurut urutan pelaksanaannya; percabangan memakai belah ketupat.",
    fix="Balikkan arah panah itu, ubah urutan langkahnya, atau jadikan simbolnya belah ketupat dengan jawaban Ya dan "
    "Tidak.",
    question="Apakah alur memang kembali ke langkah sebelumnya, dan apa syaratnya?",
    severity=Severity.WARNING,
    check=against_the_order,
    good=(
        Example(shows="keputusan mengembalikan berkas", sops=(sop(),)),
        Example(shows="berkas diperbaiki, lalu diperiksa lagi", sops=(drawn("( ? = (", "1>2 2>3:tidak 2>4:ya 3>2"),)),
    ),
    bad=(
        Example(
            shows="langkah yang dikerjakan di luar urutan",
            sops=(drawn("( = = = (", "1>2 2>4 4>3 3>5"),),
            hits=(
                "Langkah 4 (Kepala Kantor): panah kembali ke langkah 3 (Petugas PTSP), padahal simbol ini bukan "
                "keputusan.",
            ),
        ),
        Example(
            shows="kepala panah di ujung yang salah",
            sops=(drawn("( = = (", "1>2 3>2 3>4"),),
            hits=(
                "Langkah 3 (Petugas PTSP): panah ke langkah 2 (Petugas PTSP) tampaknya terbalik; tukar pangkal dan "
                "kepala "
                "panahnya.",
            ),
        ),
    ),
)
