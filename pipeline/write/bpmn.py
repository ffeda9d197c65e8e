"""The flowchart of a SOP -> BPMN 2.0: a pool for the unit, a lane for each actor, and the diagram that shows them.

The elements stand in the order that OMG's schema (formal/2011-01-03, BPMN20.xsd) asks for.
"""

from collections.abc import Iterable

from lxml import etree

from pipeline import __version__
from pipeline.model.sop import Sop
from pipeline.write.bpmn_layout import Box, Placed, Point, place
from pipeline.write.bpmn_parts import GATEWAY, Element, Parts, parts_of

_MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI"
_SIZES = "http://www.omg.org/spec/DD/20100524/DC"
_LINES = "http://www.omg.org/spec/DD/20100524/DI"
# BPMN in Color, which modellers read beside the standard.
_COLOUR = "http://www.omg.org/spec/BPMN/non-normative/color/1.0"
_NAMES = {"bpmn": _MODEL, "bpmndi": _DIAGRAM, "dc": _SIZES, "di": _LINES, "color": _COLOUR}
_DOUBTFUL = "#b3261e"
_POOL, _PROCESS = "Pool", "Process"


def bpmn(sop: Sop) -> bytes:
    """Return the chart as a BPMN 2.0 file, laid out; empty where there are no symbols."""
    if not sop.flow.nodes:
        return b""
    parts = parts_of(sop)
    root = etree.Element(
        f"{{{_MODEL}}}definitions",
        {
            "id": "Definitions", "name": parts.title, "targetNamespace": "urn:sop-pleno:alur",
            "exporter": "sop-pleno", "exporterVersion": __version__,
        },
        nsmap=_NAMES,
    )  # fmt: skip
    together = _child(root, "collaboration", id="Collaboration")
    _child(together, "participant", id=_POOL, name=parts.office, processRef=_PROCESS)
    _process(root, parts)
    _diagram(root, parts, place(parts))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _child(parent: etree._Element, tag: str, space: str = _MODEL, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{space}}}{tag}", attributes)


def _documented(element: etree._Element, told: Iterable[str]) -> None:
    text = "\n".join(told)
    if text:
        _child(element, "documentation").text = text


def _process(root: etree._Element, parts: Parts) -> None:
    process = _child(root, "process", id=_PROCESS, name=parts.title, isExecutable="false")
    _documented(process, parts.told)
    lanes = _child(process, "laneSet", id="Lanes")
    for at, name in enumerate(parts.lanes):
        lane = _child(lanes, "lane", id=f"Lane_{at + 1}", name=name)
        for each in parts.elements:
            if each.lane == at:
                _child(lane, "flowNodeRef").text = each.id
    for each in parts.elements:
        _node(process, each, parts)
    for flow in parts.flows:
        element = _child(process, "sequenceFlow", id=flow.id, sourceRef=flow.source, targetRef=flow.target)
        if flow.name:
            element.set("name", flow.name)
        _documented(element, flow.told)
    for remark in parts.remarks:
        _child(_child(process, "textAnnotation", id=remark.id), "text").text = remark.text
    for remark in parts.remarks:
        if remark.about:
            _child(process, "association", id=f"Tie_{remark.id}", sourceRef=remark.about, targetRef=remark.id)


def _node(process: etree._Element, element: Element, parts: Parts) -> None:
    node = _child(process, element.tag, id=element.id)
    if element.name:
        node.set("name", element.name)
    if element.tag == GATEWAY:
        into = sum(each.target == element.id for each in parts.flows)
        out = sum(each.source == element.id for each in parts.flows)
        node.set(
            "gatewayDirection", "Diverging" if into <= 1 < out else "Mixed" if min(into, out) > 1 else "Unspecified"
        )
    _documented(node, element.told)
    for tag, end in (("incoming", "target"), ("outgoing", "source")):
        for flow in parts.flows:
            if getattr(flow, end) == element.id:
                _child(node, tag).text = flow.id
    if element.link is not None:
        _child(node, "linkEventDefinition", id=f"Link_{element.id}", name=element.link)


# The diagram


def _diagram(root: etree._Element, parts: Parts, placed: Placed) -> None:
    diagram = _child(root, "BPMNDiagram", _DIAGRAM, id="Diagram", name=parts.title)
    plane = _child(diagram, "BPMNPlane", _DIAGRAM, id="Plane", bpmnElement="Collaboration")
    _shape(plane, _POOL, placed.pool, across=True)
    for at, lane in enumerate(placed.lanes, start=1):
        _shape(plane, f"Lane_{at}", lane, across=True)
    for each in parts.elements:
        _labelled(_shape(plane, each.id, placed.boxes[each.id]), placed.labels.get(each.id))
    for remark in parts.remarks:
        _shape(plane, remark.id, placed.boxes[remark.id])
    for flow in parts.flows:
        edge = _edge(plane, flow.id, placed.ways[flow.id])
        if not flow.sure:
            edge.set(f"{{{_COLOUR}}}border-color", _DOUBTFUL)
        _labelled(edge, placed.labels.get(flow.id))
    for name, ends in placed.ties.items():
        _edge(plane, f"Tie_{name}", ends)


def _shape(plane: etree._Element, name: str, box: Box, *, across: bool = False) -> etree._Element:
    shape = _child(plane, "BPMNShape", _DIAGRAM, id=f"{name}_shape", bpmnElement=name)
    if across:
        shape.set("isHorizontal", "true")
    _bounds(shape, box)
    return shape


def _bounds(parent: etree._Element, box: Box) -> None:
    _child(parent, "Bounds", _SIZES, x=_n(box.x), y=_n(box.y), width=_n(box.width), height=_n(box.height))


def _edge(plane: etree._Element, name: str, points: Iterable[Point]) -> etree._Element:
    edge = _child(plane, "BPMNEdge", _DIAGRAM, id=f"{name}_edge", bpmnElement=name)
    for x, y in points:
        _child(edge, "waypoint", _LINES, x=_n(x), y=_n(y))
    return edge


def _labelled(shown: etree._Element, box: Box | None) -> None:
    if box is not None:
        _bounds(_child(shown, "BPMNLabel", _DIAGRAM), box)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
