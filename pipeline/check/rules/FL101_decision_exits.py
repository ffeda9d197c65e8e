"""FL101 - a decision has two exits, and both say when they are taken."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.check.chart_hits import at_symbol, named, offered
from pipeline.check.gaps import EXITS, answers, breaks, missing_exits
from pipeline.check.graph import Way, charted
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import EDGES, FLOW, drawn, sop
from pipeline.model.finding import Replacement, Severity
from pipeline.model.sop import Node, Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted

# Other answers than these have an opposite of their own words: lengkap, belum lengkap.
_OPPOSITE = {"ya": "Tidak", "tidak": "Ya"}
# An answer that stands between two arrows may be the other's; what the chart's reader is not sure of is asked.
_CERTAIN = 0.9


def decision_exits(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each diamond that has not exactly two exits, or an exit without its label."""
    chart = charted(sop)
    if chart is None:
        return
    turned = {way.target.id for way in breaks(chart).turned}
    twice = {edge.source for edge in sop.flow.doubles}
    for node in chart.decisions():
        exits = answers(chart, node)
        edges = tuple(pair for way in exits for pair in way.pairs)
        unlabelled = sum(not way.label for way in exits)
        # An exit that is drawn wrongly is the matter of the rule that says how; so are two to one symbol.
        if len(exits) > EXITS or (missing_exits(chart, node) and node.id not in turned | twice):
            what = f"simbol keputusan mempunyai {len(exits)} jalan keluar, seharusnya dua (ya dan tidak)"
            yield at_symbol(sop, node, what, edges=edges, question=_other_exit(sop, exits))
        elif unlabelled == EXITS:
            what = "simbol keputusan belum memberi label Ya/Tidak pada kedua jalan keluarnya"
            yield at_symbol(sop, node, what, edges=edges, question=_which_is(sop, "Ya", exits))
        elif len(exits) == EXITS and unlabelled:
            yield _one_label(sop, node, exits)


def _one_label(sop: Sop, node: Node, exits: tuple[Way, ...]) -> Hit:
    """A hit on the exit without a label; its label is the opposite of the other's, unless that one seems misplaced."""
    bare, other = sorted(exits, key=lambda way: bool(way.label))
    what = "simbol keputusan belum memberi label Ya/Tidak pada salah satu jalan keluarnya"
    hit = at_symbol(sop, node, what, edges=bare.pairs, question=_which_is(sop, "Ya", exits))
    opposite = _OPPOSITE.get(key(other.label))
    yes, no = (other, bare) if opposite == "Tidak" else (bare, other)
    unsure = any(edge.sure < _CERTAIN for way in exits for edge in way.edges)
    if opposite is None or unsure or (yes.back and not no.back):
        return hit
    why = f"Jalan keluar yang lain, ke {named(sop, other.target)}, berlabel {quoted(other.label)}."
    return replace(hit, found="", question="", correction=Replacement(before="", after=opposite, why=why))


def _which_is(sop: Sop, answer: str, exits: tuple[Way, ...]) -> str:
    return f"Ke mana alur berlanjut bila jawabannya {answer}: {offered(sop, (way.target for way in exits))}?"


def _other_exit(sop: Sop, exits: tuple[Way, ...]) -> str:
    """What is asked about a decision with one exit only; the rule's own question where it has none or too many."""
    if len(exits) != 1:
        return ""
    way = exits[0]
    if way.answer == "tidak":
        return f"Bila tidak, alur ke {named(sop, way.target)}; ke langkah mana bila ya?"
    return f"Bila {way.answer or 'jawabannya positif'}, alur ke {named(sop, way.target)}; ke langkah mana bila tidak?"


RULE = Rule(
    code="FL101",
    title="Jalan keluar keputusan",
    why="Keputusan tanpa dua jalan keluar berlabel tidak memberi tahu pelaksana ke mana alur berlanjut.",
    source="PermenPANRB 35/2012: simbol belah ketupat untuk pengambilan keputusan, jawabannya ya atau tidak.",
    fix="Gambar dua panah dari belah ketupat itu dan beri label Ya dan Tidak.",
    question="Ke langkah mana alur berlanjut bila jawabannya Ya, dan ke langkah mana bila Tidak?",
    severity=Severity.ERROR,
    check=decision_exits,
    good=(Example(shows="ya dan tidak", sops=(sop(),)),),
    bad=(
        Example(
            shows="tanpa label",
            sops=(sop(flow=replace(FLOW, edges=tuple(replace(each, label="") for each in EDGES))),),
            hits=(
                "Langkah 2 (Petugas PTSP): simbol keputusan belum memberi label Ya/Tidak pada kedua jalan keluarnya.",
            ),
        ),
        Example(
            shows="satu label kurang",
            sops=(drawn("( ? (", "1>2 2>3:Ya 2>1"),),
            hits=(
                "Langkah 2 (Petugas PTSP): simbol keputusan belum memberi label Ya/Tidak pada salah satu jalan "
                "keluarnya.",
            ),
            becomes=(" -> Tidak",),
        ),
        Example(
            shows="satu label kurang, dan yang ada mungkin tertukar",
            sops=(drawn("( ? (", "1>2 2>3 2>1:ya"),),
            hits=(
                "Langkah 2 (Petugas PTSP): simbol keputusan belum memberi label Ya/Tidak pada salah satu jalan "
                "keluarnya.",
            ),
        ),
        Example(
            shows="satu jalan keluar",
            sops=(sop(flow=replace(FLOW, edges=EDGES[:2])),),
            hits=(
                "Langkah 2 (Petugas PTSP): simbol keputusan mempunyai 1 jalan keluar, seharusnya dua (ya dan tidak).",
            ),
        ),
    ),
)
