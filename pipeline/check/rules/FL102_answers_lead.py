"""FL102 - ya leads on, tidak leads back or to an end."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.chart_hits import at_symbol, named, offered
from pipeline.check.gaps import EXITS, answers
from pipeline.check.graph import Way, charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import EDGES, FLOW, drawn, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Edge, Node, Sop
from pipeline.settings import Settings
from pipeline.text import words

# A question after what is wrong: its "tidak" leads on, its "ya" back.
_TROUBLE = frozenset((
    "kekurangan", "kurang", "kesalahan", "salah", "keberatan", "perbaikan", "revisi", "sengketa", "masalah", "koreksi",
    "ditolak", "sanggahan", "perubahan", "catatan", "cacat", "selisih", "temuan", "pelanggaran", "tunggakan",
))  # fmt: skip


def answers_lead(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each decision that decides nothing, that only leads back, or whose answers seem to be exchanged."""
    chart = charted(sop)
    if chart is None:
        return
    for node in chart.decisions():
        exits = answers(chart, node)
        what = _same_target(sop, node, exits) or _pair(sop, node, exits)
        if what:
            edges = tuple(pair for way in exits for pair in way.pairs)
            targets = [way.target for way in exits]
            yield at_symbol(sop, node, what, *targets, edges=edges, question=_question(sop, exits))


def _question(sop: Sop, exits: tuple[Way, ...]) -> str:
    """What is asked: which of the targets each answer means; the rule's own question where there is only one."""
    targets = {way.target.id: way.target for way in exits}
    if len(targets) == 1:
        (only,) = targets.values()
        return f"Jawaban mana yang berlanjut ke {named(sop, only)}, dan ke langkah mana jawaban yang lain?"
    if all(way.back for way in exits):
        return ""
    return f"Ke mana alur berlanjut bila jawabannya Ya: {offered(sop, targets.values())}?"


def _same_target(sop: Sop, node: Node, exits: tuple[Way, ...]) -> str:
    """Both answers lead to one symbol: the reader keeps the second arrow of such a pair as a double."""
    twice = any(each.source == node.id for each in sop.flow.doubles)
    targets = {way.target.id for way in exits}
    if len(targets) == 1 and (len(exits) == EXITS or twice):
        return (
            f"kedua jalan keluar keputusan ini menuju {named(sop, exits[0].target)}, sehingga tidak ada yang diputuskan"
        )
    return ""


def _pair(sop: Sop, node: Node, exits: tuple[Way, ...]) -> str:
    if len(exits) != EXITS or any(way.doubtful for way in exits):
        return ""
    first, second = exits
    if first.answer and first.answer == second.answer:
        return f"kedua jalan keluar keputusan ini berlabel {first.answer.capitalize()}"
    if first.back and second.back:
        return (
            f"kedua jalan keluar keputusan ini kembali ke atas, ke {named(sop, first.target)} dan "
            f"{named(sop, second.target)}, sehingga tidak ada jalan untuk melanjutkan alur"
        )
    by_answer = {way.answer: way for way in exits}
    if set(by_answer) != {"ya", "tidak"} or _asks_for_trouble(sop, node):
        return ""
    yes, no = by_answer["ya"], by_answer["tidak"]
    if yes.back and not no.back:
        return (
            f"jawaban Ya kembali ke {named(sop, yes.target)}, sedangkan Tidak berlanjut ke {named(sop, no.target)}; "
            "tertukarkah labelnya?"
        )
    return ""


def _asks_for_trouble(sop: Sop, node: Node) -> bool:
    return not _TROUBLE.isdisjoint(words(f"{node.text} {sop.steps[node.step - 1].activity}"))


RULE = Rule(
    code="FL102",
    title="Arah jawaban Ya dan Tidak",
    why="Jawaban Ya melanjutkan alur, sedangkan Tidak kembali ke langkah sebelumnya atau mengakhiri alur; keputusan "
    "yang "
    "kedua jawabannya sama arahnya tidak memutuskan apa pun.",
    source="PermenPANRB 35/2012: simbol belah ketupat untuk pengambilan keputusan, jawabannya ya atau tidak.",
    fix="Arahkan Ya ke langkah berikutnya dan Tidak ke langkah yang harus diulang atau ke akhir alur.",
    question="Ke langkah mana alur berlanjut bila jawabannya Ya, dan ke langkah mana bila Tidak?",
    severity=Severity.WARNING,
    check=answers_lead,
    good=(
        Example(shows="Tidak kembali ke pemohon", sops=(sop(),)),
        Example(shows="Tidak melompat ke akhir alur", sops=(drawn("( ? = (", "1>2 2>3:ya 2>4:tidak 3>4"),)),
    ),
    bad=(
        Example(
            shows="label tertukar",
            sops=(drawn("( ? (", "1>2 2>3:tidak 2>1:ya"),),
            hits=(
                "Langkah 2 (Petugas PTSP): jawaban Ya kembali ke langkah 1 (Pemohon), sedangkan Tidak berlanjut ke "
                "langkah 3 (Petugas PTSP); tertukarkah labelnya?",
            ),
        ),
        Example(
            shows="kedua jawaban menuju simbol yang sama",
            sops=(sop(flow=replace(FLOW, edges=EDGES[:2], doubles=(Edge(source="n2", target="n3", label=""),))),),
            hits=(
                "Langkah 2 (Petugas PTSP): kedua jalan keluar keputusan ini menuju langkah 3 (Kepala Kantor), sehingga "
                "tidak ada yang diputuskan.",
            ),
        ),
        Example(
            shows="kedua jawaban kembali",
            sops=(drawn("( = ? (", "1>2 2>3 3>2:ya 3>1:tidak"),),
            hits=(
                "Langkah 3 (Petugas PTSP): kedua jalan keluar keputusan ini kembali ke atas, ke langkah 2 (Petugas "
                "PTSP) "
                "dan langkah 1 (Pemohon), sehingga tidak ada jalan untuk melanjutkan alur.",
            ),
        ),
        Example(
            shows="dua label yang sama",
            sops=(drawn("( ? (", "1>2 2>3:ya 2>1:ya"),),
            hits=("Langkah 2 (Petugas PTSP): kedua jalan keluar keputusan ini berlabel Ya.",),
        ),
    ),
)
