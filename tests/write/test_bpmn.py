"""What is written as BPMN is BPMN, says what the flow says, and is laid out so that it can be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from lxml import etree

from pipeline.model.sop import Flow, NodeKind, Sop
from pipeline.write.bpmn import bpmn
from pipeline.write.flow_words import arrows, clean, questions
from tests.write.flow_charts import (
    DOUBTFUL,
    HOSTILE,
    MARKS,
    PLAIN,
    TWO_PAGES,
    all_charts,
    chart,
    charts,
    edge,
    sop,
    step,
)

MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
LINE = "{http://www.omg.org/spec/DD/20100524/DI}"
NODES = ("startEvent", "endEvent", "task", "exclusiveGateway", "intermediateThrowEvent", "intermediateCatchEvent")
NCNAME = re.compile(r"[A-Za-z_][\w.-]*")


@dataclass(frozen=True)
class Read:
    """A file as a modeller reads it."""

    root: etree._Element

    def all(self, tag: str, space: str = MODEL) -> list[etree._Element]:
        return list(self.root.iter(f"{space}{tag}"))

    @property
    def nodes(self) -> dict[str, etree._Element]:
        return {each.get("id"): each for tag in NODES for each in self.all(tag)}

    @property
    def flows(self) -> list[tuple[str, str, str]]:
        return [
            (self.words(each.get("sourceRef")), self.words(each.get("targetRef")), each.get("name", ""))
            for each in self.all("sequenceFlow")
        ]

    def words(self, name: str) -> str:
        node = self.nodes[name]
        return f"{etree.QName(node).localname}:{node.get('name', '')}"

    @property
    def remarks(self) -> list[str]:
        return [each.findtext(f"{MODEL}text") or "" for each in self.all("textAnnotation")]

    def told(self, name: str) -> str:
        return self.nodes[name].findtext(f"{MODEL}documentation") or ""


def read(sop: Sop) -> Read:
    return Read(etree.fromstring(bpmn(sop)))


# What a symbol becomes


def test_capsules_are_events_with_their_task_and_a_diamond_is_a_task_with_its_gateway() -> None:
    found = read(PLAIN)
    assert found.flows == [
        ("startEvent:Mulai", "task:1. Kegiatan 1", ""),
        ("task:2. Kegiatan 2", "exclusiveGateway:", ""),
        ("task:4. Kegiatan 4", "endEvent:Selesai", ""),
        ("task:1. Kegiatan 1", "task:2. Kegiatan 2", ""),
        ("exclusiveGateway:", "task:3. Kegiatan 3", "Ya"),
        ("exclusiveGateway:", "task:1. Kegiatan 1", "Tidak"),
        ("task:3. Kegiatan 3", "task:4. Kegiatan 4", ""),
    ]


def test_the_pool_is_the_unit_and_the_lanes_are_the_actors() -> None:
    found = read(PLAIN)
    assert [each.get("name") for each in found.all("participant")] == ["SEKSI CONTOH"]
    assert {
        each.get("name"): [found.words(ref.text or "") for ref in each.iter(f"{MODEL}flowNodeRef")]
        for each in found.all("lane")
    } == {
        "Pemohon": ["startEvent:Mulai", "task:1. Kegiatan 1", "task:4. Kegiatan 4", "endEvent:Selesai"],
        "Petugas PTSP": ["task:2. Kegiatan 2", "exclusiveGateway:"],
        "Kepala Seksi": ["task:3. Kegiatan 3"],
    }


def test_the_standards_of_a_step_are_its_documentation() -> None:
    (task, *_) = read(replace(PLAIN, steps=(step(1, note="Paling lambat pukul 12"),))).all("task")
    assert task.findtext(f"{MODEL}documentation") == (
        "Kelengkapan: Berkas permohonan\nWaktu: 15 menit\nOutput: Hasil 1\nKeterangan: Paling lambat pukul 12"
    )


def test_a_capsule_that_only_says_mulai_beside_its_step_is_an_event_alone() -> None:
    found = read(chart("a(1/0 MULAI, b[1/1, c(2/1 Selesai", "ab, bc"))
    assert found.flows == [
        ("task:2. Kegiatan 2", "endEvent:Selesai", ""),
        ("startEvent:MULAI", "task:1. Kegiatan 1", ""),
        ("task:1. Kegiatan 1", "task:2. Kegiatan 2", ""),
    ]


def test_a_diamond_beside_the_box_of_its_step_is_a_gateway_alone() -> None:
    found = read(chart("a[1/0, b{1/0 Lengkap?, c[2/0", "ab, bc ya"))
    assert found.flows == [
        ("task:1. Kegiatan 1", "exclusiveGateway:Lengkap?", ""),
        ("exclusiveGateway:Lengkap?", "task:2. Kegiatan 2", "Ya"),
    ]


def test_a_capsule_in_the_middle_is_a_task() -> None:
    assert read(chart("a[1/0, b(2/0, c[3/0", "ab, bc")).flows[0][1] == "task:2. Kegiatan 2"


def test_an_arrow_passes_through_a_pair_of_connectors_and_says_so() -> None:
    found = read(TWO_PAGES)
    assert ("task:2. Kegiatan 2", "task:3. Kegiatan 3", "") in found.flows
    assert not found.all("intermediateThrowEvent")
    (through,) = [each for each in found.all("sequenceFlow") if len(each)]
    assert through.findtext(f"{MODEL}documentation") == (
        "Lewat penghubung halaman A di langkah 2\nLewat penghubung halaman A di langkah 3"
    )


def test_a_connector_without_its_pair_is_a_link_event_with_a_remark() -> None:
    found = read(chart("a[1/0, p>1/1 A, q>2/0 B, b[2/1", "ap, qb"))
    assert found.flows == [
        ("task:1. Kegiatan 1", "intermediateThrowEvent:Penghubung halaman A", ""),
        ("intermediateCatchEvent:Penghubung halaman B", "task:2. Kegiatan 2", ""),
    ]
    assert [each.get("name") for each in found.all("linkEventDefinition")] == ["A", "B"]
    assert found.remarks == [f"Penghubung halaman {each}: pasangannya tidak ditemukan." for each in "AB"]


def test_of_connectors_in_a_ring_one_stays_to_close_it() -> None:
    ring = "intermediateThrowEvent:Penghubung halaman A"
    found = read(chart("a[1/0, p>1/1 A, q>2/1 B", "ap, pq, qp"))
    assert found.flows == [("task:1. Kegiatan 1", ring, ""), (ring, ring, "")]


def test_marks_follow_the_order_of_the_steps() -> None:
    found = read(MARKS)
    assert [each[:2] for each in found.flows] == [
        ("task:1. Kegiatan 1", "task:2. Kegiatan 2"),
        ("task:1. Kegiatan 1", "task:2. Kegiatan 2"),
        ("task:2. Kegiatan 2", "task:3. Kegiatan 3"),
        ("task:2. Kegiatan 2", "task:3. Kegiatan 3"),
    ]
    assert "tanda ketik" in (found.all("process")[0].findtext(f"{MODEL}documentation") or "")


def test_every_question_is_a_remark_tied_to_what_it_is_about() -> None:
    found = read(DOUBTFUL)
    assert found.remarks == [f"{each.words} ({each.place})" for each in questions(DOUBTFUL)]
    assert len(found.all("association")) == 3
    (red,) = [
        each.get("bpmnElement")
        for each in found.all("BPMNEdge", DI)
        if each.get("{http://www.omg.org/spec/BPMN/non-normative/color/1.0}border-color")
    ]
    (doubtful,) = [each for each in found.all("sequenceFlow") if each.get("id") == red]
    assert (doubtful.get("name"), doubtful.findtext(f"{MODEL}documentation")) == (
        "Ya",
        "Panah ini belum pasti (41 %)",
    )


def test_no_chart_is_no_file() -> None:
    assert bpmn(sop(Flow(source="none"), (step(1),))) == b""


@pytest.mark.parametrize("word", HOSTILE)
def test_a_word_that_means_something_to_xml_stays_a_word(word: str) -> None:
    found = read(replace(PLAIN, steps=(step(1, activity=f"a {word}"),)))
    assert found.flows[0][1] == f"task:1. {clean(f'a {word}')}"


# Any chart is valid, whole and readable


def valid(sop: Sop) -> Read:
    """Check all that a modeller needs: names, references, lanes, directions and a place for each thing."""
    found = read(sop)
    ids = [each.get("id") for each in found.root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert all(NCNAME.fullmatch(each) for each in ids)
    nodes = found.nodes
    members = [each.text for each in found.all("flowNodeRef")]
    assert sorted(members) == sorted(nodes)
    flows = {each.get("id"): (each.get("sourceRef"), each.get("targetRef")) for each in found.all("sequenceFlow")}
    for name, node in nodes.items():
        into, out = ([each.text for each in node.iter(f"{MODEL}{tag}")] for tag in ("incoming", "outgoing"))
        assert into == [flow for flow, (_, target) in flows.items() if target == name]
        assert out == [flow for flow, (source, _) in flows.items() if source == name]
        tag = etree.QName(node).localname
        # BPMN 2.0, clauses 10.4.2, 10.4.3 and 10.4.4 (link events).
        assert not (tag == "startEvent" and into)
        assert not (tag == "endEvent" and out)
        link = node.find(f"{MODEL}linkEventDefinition") is not None
        assert not (link and (out if tag == "intermediateThrowEvent" else into))
        assert not (tag == "intermediateCatchEvent" and into)
    shown = [each.get("bpmnElement") for tag in ("BPMNShape", "BPMNEdge") for each in found.all(tag, DI)]
    tied = [each.get("id") for each in found.all("association")]
    others = [each.get("id") for tag in ("participant", "lane", "textAnnotation") for each in found.all(tag)]
    assert sorted(shown) == sorted([*nodes, *flows, *tied, *others])
    assert {each.get("sourceRef") for each in found.all("association")} <= {*nodes, *flows}
    return found


def graph(sop: Sop) -> nx.MultiDiGraph:
    """Return the flow of a SOP with every connector that an arrow only passes taken out."""
    kept = nx.MultiDiGraph()
    kept.add_nodes_from(each.id for each in sop.flow.nodes)
    kept.add_edges_from((each.source, each.target) for each in arrows(sop.flow))
    connectors = [each.id for each in sop.flow.nodes if each.kind is NodeKind.CONNECTOR]
    for name in connectors:
        into, out = list(kept.predecessors(name)), list(kept.successors(name))
        if into and len(kept.out_edges(name)) == 1 and name not in out:
            sources = [source for source, _ in kept.in_edges(name)]
            kept.remove_node(name)
            kept.add_edges_from((source, out[0]) for source in sources)
    return kept


def same(sop: Sop, found: Read) -> bool:
    """Check that the file joins the same symbols; events and gateways beside their task count as one with it."""
    drawn = nx.MultiDiGraph()
    drawn.add_nodes_from(name.rpartition("_")[2] for name in found.nodes)
    for each in found.all("sequenceFlow"):
        source, target = (each.get(end).rpartition("_")[2] for end in ("sourceRef", "targetRef"))
        inner = source == target and each.get("sourceRef") != each.get("targetRef")
        tags = {each.get(end).partition("_")[0] for end in ("sourceRef", "targetRef")}
        # From a gateway back to its own task leads an arrow that is drawn.
        if not inner or (each.get("sourceRef").startswith("Gateway") and tags == {"Gateway", "Task"}):
            drawn.add_edge(source, target)
    expected = graph(sop)
    ways = sorted((drawn.in_degree(each), drawn.out_degree(each)) for each in drawn)
    assert ways == sorted((expected.in_degree(each), expected.out_degree(each)) for each in expected)
    return True


def test_every_chart_of_the_sample_is_valid_and_joins_the_same_symbols() -> None:
    for each in all_charts():
        assert same(each, valid(each))
        tidy(each)


@given(sop=charts())
def test_any_chart_is_valid_and_joins_the_same_symbols(sop: Sop) -> None:
    assert same(sop, valid(sop))
    assert bpmn(sop) == bpmn(sop)
    tidy(sop)


# The layout

Box = tuple[float, float, float, float]


def boxes(found: Read, names: list[str]) -> dict[str, Box]:
    """Return left, top, right and bottom of what is shown."""
    shapes = {each.get("bpmnElement"): each.find(f"{DC}Bounds") for each in found.all("BPMNShape", DI)}
    sizes = {name: [float(shapes[name].get(key)) for key in ("x", "y", "width", "height")] for name in names}
    return {name: (x, y, x + width, y + height) for name, (x, y, width, height) in sizes.items()}


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def ways(found: Read) -> Iterator[tuple[etree._Element, list[tuple[float, float]]]]:
    edges = {each.get("bpmnElement"): each for each in found.all("BPMNEdge", DI)}
    for flow in found.all("sequenceFlow"):
        points = edges[flow.get("id")].iter(f"{LINE}waypoint")
        yield flow, [(float(each.get("x")), float(each.get("y"))) for each in points]


def tidy(sop: Sop) -> None:
    """Check the layout: nothing on anything, all in its lane, flows plumb and level from border to border."""
    found = read(sop)
    nodes = boxes(found, list(found.nodes))
    for at, one in enumerate(nodes.values()):
        assert not any(overlap(one, other) for other in list(nodes.values())[at + 1 :])
    for lane in found.all("lane"):
        (around,) = boxes(found, [lane.get("id")]).values()
        for ref in lane.iter(f"{MODEL}flowNodeRef"):
            left, top, right, bottom = nodes[ref.text or ""]
            assert around[0] <= left
            assert around[1] <= top
            assert right <= around[2]
            assert bottom <= around[3]
    for flow, points in ways(found):
        assert len(points) > 1
        assert all(x == to_x or y == to_y for (x, y), (to_x, to_y) in pairwise(points))
        assert on_border(points[0], nodes[flow.get("sourceRef")])
        assert on_border(points[-1], nodes[flow.get("targetRef")])
    remarks = boxes(found, [each.get("id") for each in found.all("textAnnotation")])
    (pool,) = boxes(found, ["Pool"]).values()
    for at, one in enumerate(remarks.values()):
        assert one[1] > pool[3]
        assert not any(overlap(one, other) for other in list(remarks.values())[at + 1 :])


def on_border(point: tuple[float, float], box: Box) -> bool:
    (x, y), (left, top, right, bottom) = point, box
    return left <= x <= right and top <= y <= bottom and (x in (left, right) or y in (top, bottom))


def test_no_flow_of_the_sample_runs_through_what_it_does_not_join() -> None:
    for each in all_charts():
        found = read(each)
        nodes = boxes(found, list(found.nodes))
        for flow, points in ways(found):
            others = [box for name, box in nodes.items() if name not in (flow.get("sourceRef"), flow.get("targetRef"))]
            for (x, y), (to_x, to_y) in pairwise(points):
                line = (min(x, to_x) - 0.5, min(y, to_y) - 0.5, max(x, to_x) + 0.5, max(y, to_y) + 0.5)
                assert not any(overlap(line, box) for box in others)


def test_no_two_flows_of_the_sample_lie_on_each_other_except_where_they_meet() -> None:
    for each in all_charts():
        drawn = [(flow, points) for flow, points in ways(read(each))]
        for at, (one, way) in enumerate(drawn):
            for other, points in drawn[at + 1 :]:
                if one.get("targetRef") != other.get("targetRef") and one.get("sourceRef") != other.get("sourceRef"):
                    assert not any(shared(a, b) for a in pairwise(way) for b in pairwise(points))


Stretch = tuple[tuple[float, float], tuple[float, float]]


def shared(one: Stretch, other: Stretch) -> bool:
    """Return whether two stretches lie on each other for more than a point."""
    for axis in (0, 1):
        here, there = ({end[axis] for end in each} for each in (one, other))
        if len(here) == len(there) == 1 and here == there:
            (a, b), (c, d) = (sorted(end[1 - axis] for end in each) for each in (one, other))
            return min(b, d) > max(a, c)
    return False


def test_three_ways_out_of_a_diamond_each_keep_their_label() -> None:
    found = read(chart("a{1/0, b[2/1, c[3/1, d[3/2", "ab ya, ac tidak, ad ragu"))
    labels = [
        [float(each.get(key)) for key in ("x", "y", "width", "height")]
        for shown in found.all("BPMNEdge", DI)
        for each in shown.iter(f"{DC}Bounds")
    ]
    placed = [(x, y, x + width, y + height) for x, y, width, height in labels]
    assert len(placed) == 3
    assert not any(overlap(one, other) for at, one in enumerate(placed) for other in placed[at + 1 :])


def test_a_second_arrow_between_the_same_symbols_lies_beside_the_first() -> None:
    _, first, second = [points for _, points in ways(read(chart("a{1/0, b[2/0", "ab ya, ab tidak")))]
    assert first != second


def test_an_edge_to_an_unknown_symbol_is_left_out() -> None:
    one = chart("a[1/0", "aa")
    assert len(read(replace(one, flow=replace(one.flow, edges=(edge("az"),)))).flows) == 0
