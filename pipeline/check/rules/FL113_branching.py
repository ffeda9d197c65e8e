"""FL113 - a flow branches at a diamond."""

from collections.abc import Iterator

from pipeline.check.chart_hits import at_symbol, listed, named, number
from pipeline.check.gaps import breaks, met_again
from pipeline.check.graph import Way, charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import drawn, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import NodeKind, Sop
from pipeline.settings import Settings


def branching(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each symbol that is no diamond and that arrows leave to several steps; labelled ones are FL114's matter."""
    chart = charted(sop)
    if chart is None:
        return
    turned = breaks(chart).turned
    for node in chart.nodes.values():
        ways = {way.target.step: way for way in chart.exits(node) if way.outward and way not in turned}
        if node.kind is NodeKind.DECISION or len(ways) < 2 or any(way.answer or way.doubtful for way in ways.values()):
            continue
        what = f"dari simbol ini keluar {len(ways)} panah, ke {_targets(sop, ways)}, tanpa belah ketupat"
        again = met_again(chart, ways)
        if again is None or any(way.back for way in ways.values()):
            what += "; cabang mana yang ditempuh, dan kapan"
            asked = f"Kapan alur ke {_targets(sop, ways, ', dan kapan ke ')}?"
        else:
            what += f", lalu bertemu lagi di langkah {number(sop, again)}; apakah keduanya dikerjakan bersamaan"
            asked = f"Apakah {_targets(sop, ways)} dikerjakan bersamaan, atau salah satunya saja?"
        edges = tuple(pair for way in ways.values() for pair in way.pairs)
        yield at_symbol(sop, node, f"{what}?", *(way.target for way in ways.values()), edges=edges, question=asked)


def _targets(sop: Sop, ways: dict[int, Way], joint: str = "") -> str:
    names = [named(sop, way.target) for way in ways.values()]
    return joint.join(names) if joint else listed(names)


RULE = Rule(
    code="FL113",
    title="Percabangan tanpa belah ketupat",
    why="Tanpa pertanyaan dan jawaban, pelaksana tidak tahu cabang mana yang harus ditempuh.",
    source="PermenPANRB 35/2012: percabangan digambar dengan belah ketupat (pengambilan keputusan).",
    fix="Ganti simbolnya dengan belah ketupat berlabel Ya dan Tidak, atau sisakan satu panah; bila cabangnya memang "
    "dikerjakan bersamaan, nyatakan dalam keterangan.",
    question="Cabang mana yang ditempuh, dan kapan; atau apakah semuanya dikerjakan bersamaan?",
    severity=Severity.WARNING,
    check=branching,
    good=(
        Example(shows="bercabang pada belah ketupat", sops=(sop(),)),
        Example(shows="satu langkah oleh dua pelaksana", sops=(drawn("( == = (", "1>2 1>2b 2>3 2b>3 3>4"),)),
        Example(shows="beberapa panah bertemu di satu simbol", sops=(drawn("( ? = (", "1>2 2>3:ya 2>4:tidak 3>4"),)),
    ),
    bad=(
        Example(
            shows="cabang tanpa pertanyaan",
            sops=(drawn("( = = (", "1>2 2>3 2>1 3>4"),),
            hits=(
                "Langkah 2 (Petugas PTSP): dari simbol ini keluar 2 panah, ke langkah 3 (Petugas PTSP) dan langkah 1 "
                "(Pemohon), tanpa belah ketupat; cabang mana yang ditempuh, dan kapan?",
            ),
        ),
        Example(
            shows="cabang yang bertemu lagi",
            sops=(drawn("( = = = (", "1>2 2>3 2>4 3>5 4>5"),),
            hits=(
                "Langkah 2 (Petugas PTSP): dari simbol ini keluar 2 panah, ke langkah 3 (Petugas PTSP) dan langkah 4 "
                "(Kepala "
                "Kantor), tanpa belah ketupat, lalu bertemu lagi di langkah 5; apakah keduanya dikerjakan bersamaan?",
            ),
        ),
    ),
)
