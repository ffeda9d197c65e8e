"""FL115 - off-page connectors come in pairs with the same sign."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.check.chart_hits import at_symbol, named
from pipeline.check.rule import Example, Hit, Rule
from pipeline.check.samples import drawn, sop
from pipeline.model.finding import Severity
from pipeline.model.sop import Flow, Node, NodeKind, Sop
from pipeline.settings import Settings
from pipeline.text import key, quoted


def connector_pairs(sop: Sop, settings: Settings) -> Iterator[Hit]:  # noqa: ARG001 - every rule is asked the same way
    """Yield each connector without a partner, each pair with two signs, and pairs that no sign tells apart."""
    if sop.flow.source != "drawing":
        return
    connectors = {each.id: each for each in sop.flow.nodes if each.kind is NodeKind.CONNECTOR}
    pairs = list(_pairs(sop.flow, connectors))
    paired = {each.id for pair in pairs for each in pair}
    for node in connectors.values():
        if node.id not in paired:
            what = f"penghubung yang {_sign(node)} ini tidak mempunyai pasangan"
            yield at_symbol(sop, node, what, question=_asked(sop, node))
    for out, back in pairs:
        if key(out.text) != key(back.text):
            what = f"penghubung ini {_sign(out)}, sedangkan pasangannya, {named(sop, back)}, {_sign(back)}"
            yield at_symbol(sop, out, what, back, edges=((out.id, back.id),))
        elif not key(out.text) and len(pairs) > 1:
            what = (
                f"penghubung ini dan pasangannya, {named(sop, back)}, tidak bertanda, padahal ada {len(pairs)} pasang"
            )
            yield at_symbol(sop, out, what, back, edges=((out.id, back.id),))


def _pairs(flow: Flow, connectors: Mapping[str, Node]) -> Iterator[tuple[Node, Node]]:
    for edge in flow.edges:
        if edge.source in connectors and edge.target in connectors:
            yield connectors[edge.source], connectors[edge.target]


def _sign(node: Node) -> str:
    return f"bertanda {quoted(node.text, 20)}" if key(node.text) else "tidak bertanda"


def _asked(sop: Sop, node: Node) -> str:
    """What is asked about a connector without a partner: where to, where an arrow comes to it, else where from."""
    if any(each.target == node.id for each in sop.flow.edges):
        return f"Ke langkah mana alur berlanjut dari {named(sop, node)}?"
    return f"Dari langkah mana alur sampai ke {named(sop, node)}?"


def _signed(symbols: str, ways: str, signs: Mapping[str, str]) -> Sop:
    plain = drawn(symbols, ways)
    nodes = tuple(replace(each, text=signs.get(each.id, "")) for each in plain.flow.nodes)
    return replace(plain, flow=replace(plain.flow, nodes=nodes))


_WAYS = "1>2 2>2b 2b>3b 3b>3 3>4"
RULE = Rule(
    code="FL115",
    title="Penghubung halaman",
    why="Alur yang pindah halaman hanya dapat diikuti bila penghubung di kedua halaman bertanda sama.",
    source="PermenPANRB 35/2012: segi lima (off-page connector) menghubungkan simbol pada halaman yang berbeda.",
    fix="Gambar penghubung di akhir halaman dan di awal halaman berikutnya, lalu beri huruf yang sama pada keduanya.",
    question="Ke simbol mana alur berlanjut dari penghubung ini?",
    severity=Severity.WARNING,
    check=connector_pairs,
    good=(
        Example(shows="sepasang bertanda A", sops=(_signed("( =v =v (", _WAYS, {"2b": "A", "3b": "A"}),)),
        Example(shows="satu-satunya pasang, tanpa tanda", sops=(_signed("( =v =v (", _WAYS, {}),)),
        Example(shows="alur pada satu halaman", sops=(sop(),)),
    ),
    bad=(
        Example(
            shows="tanpa pasangan",
            sops=(_signed("( =v = (", "1>2 2>2b 3>4", {"2b": "A"}),),
            hits=(
                "Penghubung halaman di langkah 2 (Petugas PTSP): penghubung yang bertanda “A” ini tidak mempunyai "
                "pasangan.",
            ),
        ),
        Example(
            shows="tanda yang berbeda",
            sops=(_signed("( =v =v (", _WAYS, {"2b": "A", "3b": "B"}),),
            hits=(
                "Penghubung halaman di langkah 2 (Petugas PTSP): penghubung ini bertanda “A”, sedangkan pasangannya, "
                "penghubung halaman di langkah 3 (Petugas PTSP), bertanda “B”.",
            ),
        ),
    ),
)
