"""A flowchart -> what BPMN has for it: events, tasks, gateways, flows and notes, before anything has a place.

A capsule is an event and a task, a diamond a task and a gateway: events take no time and gateways do no work, while
every row of a SOP is work with a time and an output; and an arrow may lead back into the first capsule, which no arrow
may do into a start event. Off-page connectors are of paper: an arrow passes through a pair of them, and only one
without its pair stays, as a link event.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.model.sop import Edge, Node, NodeKind, Sop
from pipeline.text import key
from pipeline.write.flow_words import (
    NOBODY,
    SOURCES,
    activity,
    answer,
    arrows,
    clean,
    doubtful,
    lanes,
    percent,
    questions,
    step_of,
)

_START_WORDS, _END_WORDS = ("mulai", "start", "awal"), ("selesai", "finish", "end", "akhir")
# The tags of BPMN 2.0, clause 10.
START, END, TASK, GATEWAY = "startEvent", "endEvent", "task", "exclusiveGateway"
THROW, CATCH = "intermediateThrowEvent", "intermediateCatchEvent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An event, a task or a gateway in its lane; `column` is the rank of its step among those with symbols.

    `slot` is its place within the column: 0 what comes before the work, 1 the work, 2 what comes after it. `link` is
    the sign of a link event, none elsewhere.
    """

    id: str
    tag: str
    name: str
    lane: int
    column: int
    slot: int
    told: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A sequence flow between two elements."""

    id: str
    source: str
    target: str
    name: str = ""
    told: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A text annotation; `about` is the id of what it hangs on, empty where it stands by itself."""

    id: str
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that one diagram holds."""

    office: str
    title: str
    lanes: tuple[str, ...]
    elements: tuple[Element, ...]
    flows: tuple[Arrow, ...]
    remarks: tuple[Remark, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """An arrow between two symbols that stay, with the connectors that it passes and the drawn arrows it is made of."""

    source: str
    target: str
    edges: tuple[Edge, ...]
    over: tuple[Node, ...] = ()


def parts_of(sop: Sop) -> Parts:
    """Return what BPMN has for a chart with symbols."""
    ways = _ways(sop)
    kept = {each.source for each in ways} | {each.target for each in ways}
    passed = {node.id for way in ways for node in way.over}
    nodes = [each for each in sop.flow.nodes if each.id in kept or each.id not in passed]
    order = {step: at for at, step in enumerate(sorted({each.step for each in nodes}))}
    names = lanes(sop)
    made = {
        node.id: tuple(
            replace(each, lane=names.index(node.actor), column=order[node.step])
            for each in _elements(sop, node, ways, f"{at}")
        )
        for at, node in enumerate(nodes, start=1)
    }
    inner = [(before.id, after.id) for found in made.values() for before, after in pairwise(found)]
    flows = [Arrow(id="", source=source, target=target) for source, target in inner]
    flows += [_flow(way, _entry(made[way.target]), _exit(made[way.source])) for way in ways]
    numbered = tuple(replace(each, id=f"Flow_{at}") for at, each in enumerate(flows, start=1))
    outer = dict(zip(ways, numbered[len(inner) :], strict=True))
    identity = sop.identity
    office = identity.unit or (identity.institution[-1] if identity.institution else None)
    return Parts(
        office=clean(office.text) if office else clean(sop.title),
        title=clean(sop.title),
        lanes=tuple(clean(each) or NOBODY for each in names),
        elements=tuple(each for found in made.values() for each in found),
        flows=numbered,
        remarks=_remarks(sop, outer, made),
        told=_told(sop),
    )


def _told(sop: Sop) -> tuple[str, ...]:
    number = sop.identity.number
    return (
        *((f"Nomor SOP: {clean(number.text)}",) if number else ()),
        f"Dibaca dari: {clean(sop.file)}, SOP {sop.part}",
        f"Diagram alir: {SOURCES.get(sop.flow.source, clean(sop.flow.source))}",
    )


# Arrows


def _ways(sop: Sop) -> tuple[_Way, ...]:
    edges = arrows(sop.flow)
    onward = _passed(sop.flow.nodes, edges)
    nodes = {each.id: each for each in sop.flow.nodes}
    found: list[_Way] = []
    for edge in edges:
        if edge.source in onward:
            continue
        way = _Way(source=edge.source, target=edge.target, edges=(edge,))
        while way.target in onward:
            on = onward[way.target]
            way = replace(way, target=on.target, edges=(*way.edges, on), over=(*way.over, nodes[way.target]))
        found.append(way)
    return tuple(found)


def _passed(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, Edge]:
    """Return the connectors that an arrow runs into and exactly one leaves, with that one; of a ring one stays."""
    into, out = Counter(each.target for each in edges), Counter(each.source for each in edges)
    connectors = {each.id for each in nodes if each.kind is NodeKind.CONNECTOR}
    onward = {each.source: each for each in edges if each.source in connectors and out[each.source] == 1}
    onward = {name: each for name, each in onward.items() if into[name]}
    for name in tuple(onward):
        at, seen = name, {name}
        while at in onward:
            at = onward[at].target
            if at in seen:
                del onward[at]
                break
            seen.add(at)
    return onward


def _flow(way: _Way, target: Element, source: Element) -> Arrow:
    told = [f"Lewat penghubung halaman {clean(each.text) or 'tanpa tanda'} di langkah {each.step}" for each in way.over]
    told += [f"Panah ini belum pasti ({percent(each)})" for each in way.edges if doubtful(each)]
    name = next((answer(each) for each in way.edges if answer(each)), "")
    sure = not any(doubtful(each) for each in way.edges)
    return Arrow(id="", source=source.id, target=target.id, name=name, told=tuple(told), sure=sure)


def _entry(found: Sequence[Element]) -> Element:
    # What comes before the work takes no arrow.
    return found[1] if found[0].tag == START and len(found) > 1 else found[0]


def _exit(found: Sequence[Element]) -> Element:
    return found[-2] if found[-1].tag == END and len(found) > 1 else found[-1]


# Symbols


def _elements(sop: Sop, node: Node, ways: Sequence[_Way], number: str) -> tuple[Element, ...]:
    """Return what a symbol becomes, in the order of the flow; lane and column are still open."""
    drawn = clean(node.text)
    if node.kind is NodeKind.CONNECTOR:
        return (_connector(node, ways, number),)
    beside = [each for each in sop.flow.nodes if each.step == node.step and each is not node]
    if node.kind is NodeKind.DECISION:
        gateway = _element(f"Gateway_{number}", GATEWAY, drawn, 2)
        worked = any(each.kind is NodeKind.PROCESS and each.actor == node.actor for each in beside)
        # A box in the same cell is the work that the diamond decides on.
        return (gateway,) if worked else (_task(sop, node, number, ""), gateway)
    if node.kind is NodeKind.PROCESS:
        return (_task(sop, node, number, drawn),)
    tag = _event(sop, node, ways)
    word = drawn if key(drawn) in (*_START_WORDS, *_END_WORDS) else ""
    task = _task(sop, node, number, "" if word and tag else drawn)
    if not tag:
        return (task,)
    event = _element(f"Event_{number}", tag, word or ("Mulai" if tag == START else "Selesai"), 0 if tag == START else 2)
    met = any(way.target == node.id if tag == START else way.source == node.id for way in ways)
    if word and not met and any(each.kind is not NodeKind.CONNECTOR for each in beside):
        return (event,)
    return (event, task) if tag == START else (task, event)


def _element(name: str, tag: str, words: str, slot: int, told: tuple[str, ...] = ()) -> Element:
    return Element(id=name, tag=tag, name=words, lane=0, column=0, slot=slot, told=told)


def _task(sop: Sop, node: Node, number: str, drawn: str) -> Element:
    told = [f"Tulisan pada simbol: {drawn}"] if drawn else []
    step = step_of(sop, node)
    if step is not None:
        standards = (
            ("Kelengkapan", step.requirements),
            ("Waktu", step.duration.text if step.duration else ""),
            ("Output", step.output),
            ("Keterangan", step.note),
        )
        told += [f"{word}: {clean(text)}" for word, text in standards if clean(text)]
    return _element(f"Task_{number}", TASK, activity(sop, node), 1, tuple(told))


def _event(sop: Sop, node: Node, ways: Sequence[_Way]) -> str:
    """Return whether a capsule starts or ends the process; empty where it stands in the middle."""
    steps = {each.id: each.step for each in sop.flow.nodes}
    into = [steps[each.source] for each in ways if each.target == node.id and each.source != node.id]
    leaves = any(each.source == node.id and each.target != node.id for each in ways)
    if not leaves:
        return START if node is sop.flow.nodes[0] and not into else END
    return START if all(step > node.step for step in into) else ""


def _connector(node: Node, ways: Sequence[_Way], number: str) -> Element:
    left = any(each.source == node.id for each in ways)
    met = any(each.target == node.id for each in ways)
    sign = clean(node.text)
    name = f"Penghubung halaman {sign}".rstrip()
    if left and met:
        return _element(f"Event_{number}", THROW, name, 1)
    link = sign or f"langkah {node.step}"
    element = _element(f"Event_{number}", CATCH if left else THROW, name, 0 if left else 2)
    return replace(element, link=link)


# Remarks


def _remarks(sop: Sop, flows: dict[_Way, Arrow], made: dict[str, tuple[Element, ...]]) -> tuple[Remark, ...]:
    owners = {(edge.source, edge.target): flow.id for way, flow in flows.items() for edge in way.edges}
    found: list[tuple[str, str]] = []
    for each in questions(sop):
        about = owners.get(each.about, "") if each.about else ""
        if each.at in made:
            about = made[each.at][-1].id
        found.append((f"{each.words} ({each.place})", about))
    for elements in made.values():
        for element in elements:
            if element.link is not None:
                found.append((f"{element.name}: pasangannya tidak ditemukan.", element.id))
    return tuple(Remark(id=f"Note_{at}", text=text, about=about) for at, (text, about) in enumerate(found, start=1))
