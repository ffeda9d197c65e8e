"""The flowchart of a SOP -> a text to read: the symbols of each step with their arrows, then the questions."""

from collections.abc import Iterator, Sequence

from pipeline.model.sop import Edge, Node, Sop
from pipeline.write.flow_words import (
    KINDS,
    NOBODY,
    SOURCES,
    answer,
    arrows,
    clean,
    doubtful,
    lanes,
    percent,
    questions,
    spot,
)


def flow_text(sop: Sop) -> str:
    """Return the chart as lines of text; of a chart without symbols only the heading and what was seen of it."""
    return "\n".join(_lines(sop)) + "\n"


def _lines(sop: Sop) -> Iterator[str]:
    edges = arrows(sop.flow)
    yield f"{clean(sop.file)}, SOP {sop.part}: {clean(sop.title)}"
    drawn = "" if sop.flow.source == "marks" else f", {len(edges)} panah"
    count = f"; {len(sop.flow.nodes)} simbol{drawn}" if sop.flow.nodes else ""
    yield f"Diagram alir: {SOURCES.get(sop.flow.source, clean(sop.flow.source))}{count}"
    if sop.flow.nodes:
        yield from _steps(sop, edges)
        used = {each.actor for each in sop.flow.nodes}
        idle = [clean(each) or NOBODY for each in lanes(sop) if each not in used]
        if idle:
            yield f"Pelaksana tanpa simbol: {', '.join(idle)}"
    asked = questions(sop)
    if asked:
        yield "Pertanyaan:"
        yield from (f"  {at}. {each.words} ({each.place})" for at, each in enumerate(asked, start=1))


def _steps(sop: Sop, edges: Sequence[Edge]) -> Iterator[str]:
    nodes = {each.id: each for each in sop.flow.nodes}
    beyond = {each.step for each in sop.flow.nodes} - set(range(1, len(sop.steps) + 1))
    for step in sorted({*range(1, len(sop.steps) + 1), *beyond}):
        own = [each for each in sop.flow.nodes if each.step == step]
        printed = clean(sop.steps[step - 1].number) if 1 <= step <= len(sop.steps) else ""
        told = clean(sop.steps[step - 1].activity) if 1 <= step <= len(sop.steps) else ""
        number = f" (nomor tercetak {printed})" if printed not in ("", str(step)) else ""
        yield f"Langkah {step}{number}{': ' if told else ''}{told}"
        if not own:
            yield "  tanpa simbol"
        for node in own:
            yield from _symbol(node, edges, nodes)


def _symbol(node: Node, edges: Sequence[Edge], nodes: dict[str, Node]) -> Iterator[str]:
    text = f" “{clean(node.text)}”" if clean(node.text) else ""
    yield f"  {clean(node.actor) or NOBODY}: {KINDS[node.kind]}{text}"
    for each in edges:
        if each.source == node.id:
            label = f"{answer(each)}: " if answer(each) else ""
            unsure = f" (belum pasti, {percent(each)})" if doubtful(each) else ""
            yield f"    -> {label}{spot(nodes[each.target])}{unsure}"
