"""The flowchart of a SOP -> Mermaid: a box for each actor, doubtful arrows dotted, questions as comments."""

import json
import re
from collections.abc import Iterator

from pipeline.model.sop import Edge, Node, NodeKind, Sop
from pipeline.write.flow_words import NOBODY, activity, answer, arrows, clean, doubtful, lanes, questions

# The flowchart syntax: https://mermaid.js.org/syntax/flowchart
_SHAPES = {
    NodeKind.TERMINATOR: ("([", "])"),
    NodeKind.PROCESS: ("[", "]"),
    NodeKind.DECISION: ("{", "}"),
    NodeKind.CONNECTOR: (">", "]"),
}
# Long activities make boxes that hide the flow; the whole text stands in the draft.
_LONGEST = 80
# Inside quotes only these need no entity. Mermaid also reads Markdown there: a full stop behind a number opens a list,
# a colon or a stroke between letters a link.
_PLAIN = re.compile(r"[\w ,()/?!%]|(?<=[^\W\d_])\.|(?<=\w)-(?=\w)")


def mermaid(sop: Sop) -> str:
    """Return the chart as a Mermaid flowchart, all text in it escaped; empty where there are no symbols."""
    if not sop.flow.nodes:
        return ""
    ids = {each.id: f"n{at}" for at, each in enumerate(sop.flow.nodes, start=1)}
    lines = [
        # YAML reads a JSON string as its own.
        f"---\ntitle: {json.dumps(clean(sop.title), ensure_ascii=False)}\n---",
        "flowchart TD",
        *_boxes(sop, ids),
        *(_arrow(each, ids) for each in arrows(sop.flow)),
        *_comments(sop),
    ]
    return "\n".join(lines) + "\n"


def _boxes(sop: Sop, ids: dict[str, str]) -> Iterator[str]:
    for at, actor in enumerate(lanes(sop), start=1):
        own = [each for each in sop.flow.nodes if each.actor == actor]
        # Mermaid would draw an empty box as one more symbol.
        if not own:
            continue
        yield f'  subgraph a{at}["{_escaped(clean(actor) or NOBODY)}"]'
        for node in own:
            opened, closed = _SHAPES[node.kind]
            yield f'    {ids[node.id]}{opened}"{_words(sop, node)}"{closed}'
        yield "  end"


def _words(sop: Sop, node: Node) -> str:
    drawn = clean(node.text)
    if node.kind is NodeKind.CONNECTOR:
        return _escaped(drawn or "…")
    told = _short(activity(sop, node))
    return "<br/>".join(_escaped(each) for each in (told, drawn) if each)


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    head = text[:_LONGEST]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head[4:] else head} …"


def _arrow(edge: Edge, ids: dict[str, str]) -> str:
    line = "-.->" if doubtful(edge) else "-->"
    label = f'|"{_escaped(answer(edge))}"|' if answer(edge) else ""
    return f"  {ids[edge.source]} {line}{label} {ids[edge.target]}"


def _comments(sop: Sop) -> Iterator[str]:
    used = {each.actor for each in sop.flow.nodes}
    told = [f"Pelaksana tanpa simbol: {clean(each) or NOBODY}." for each in lanes(sop) if each not in used]
    if sop.flow.source == "marks":
        told.append("Naskah ini memakai tanda, bukan panah: urutan langkah menjadi urutannya.")
    told += [f"{each.words} ({each.place})" for each in questions(sop)]
    # Two per cent signs and a brace would be a directive, also within a comment.
    yield from (f"  %% {re.sub('%{2,}', '%', each)}" for each in told)


def _escaped(text: str) -> str:
    plain = {found.start() for found in _PLAIN.finditer(text)}
    return "".join(each if at in plain and each != "_" else f"#{ord(each)};" for at, each in enumerate(text))
