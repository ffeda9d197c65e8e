"""Arrows and symbols -> edges: Word glues no connector outside a canvas; the ends are looked up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.flow.choose import choose
from pipeline.flow.ends import Lines, met, options
from pipeline.flow.field import Field, field
from pipeline.flow.layout import Placed
from pipeline.flow.paths import Point
from pipeline.flow.strokes import Stroke, strokes
from pipeline.flow.symbols import Symbol
from pipeline.model.sop import Edge, LooseArrow, NodeKind

# An arrow without a head, or with two, is no surer than this about its direction.
HEADLESS = 0.6
# Connectors of two pages that carry different signs, or none, are paired by their order.
_PAIRED_BY_ORDER = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """An edge and the path that it was drawn along, from source to target."""

    edge: Edge
    path: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joints:
    """What the arrows of a chart join: each pair once, the arrows drawn over another, and those that join nothing."""

    joined: tuple[Joined, ...]
    doubles: tuple[Edge, ...]
    loose: tuple[LooseArrow, ...]


def join(arrows: Sequence[Placed], symbols: Sequence[Symbol]) -> Joints:
    """Return what the arrows join, read for the whole chart at once."""
    around = field(symbols)
    glue = {(each.number, each.shape.shape_id): each.node.id for each in symbols if each.shape.shape_id}
    drawn = strokes(arrows, around)
    lines = Lines(drawn, around)
    read = [(each, options(each, around, glue, lines)) for each in drawn]
    loose = tuple(_loose(each, around) for each, found in read if not found)
    sure = {each.node.id: each.sure for each in symbols}
    meant = [(each, found) for each, found in read if found]
    joined: dict[tuple[str, str], Joined] = {}
    doubles: list[Edge] = []
    for (stroke, _), choice in zip(meant, choose([found for _, found in meant], symbols), strict=True):
        ends = min(sure[choice.option.source], sure[choice.option.target])
        headless = stroke.head_first == stroke.head_last and not stroke.glue_last
        edge = Edge(
            source=choice.option.source,
            target=choice.option.target,
            label="",
            sure=min(choice.sure, ends, HEADLESS if headless else 1.0),
            place=stroke.place,
            otherwise=choice.otherwise,
            headless=headless,
        )
        if choice.option.pair in joined:
            doubles.append(edge)
        else:
            joined[choice.option.pair] = Joined(edge=edge, path=choice.option.points)
    return Joints(joined=tuple(joined.values()), doubles=tuple(doubles), loose=loose)


def _loose(stroke: Stroke, around: Field) -> LooseArrow:
    """An arrow that joins nothing; where both ends meet the same symbol it is the one that it leaves."""
    source, target = met(stroke, around)
    return LooseArrow(source=source, target=None if target == source else target, place=stroke.place)


def pair_off_page(joined: Sequence[Joined], symbols: Sequence[Symbol]) -> Iterator[Edge]:
    """Yield the edge between the two connectors of each off-page pair: one that only receives, one that only sends."""
    sources = {each.edge.source for each in joined}
    targets = {each.edge.target for each in joined}
    connectors = [each.node for each in symbols if each.node.kind is NodeKind.CONNECTOR]
    leaving = [each for each in connectors if each.id in targets and each.id not in sources]
    arriving = [each for each in connectors if each.id in sources and each.id not in targets]
    for out in leaving:
        same = [each for each in arriving if each.text == out.text] or arriving
        if same:
            back = min(same, key=lambda each: abs(each.step - out.step))
            arriving.remove(back)
            sure = 1.0 if out.text and back.text == out.text else _PAIRED_BY_ORDER
            yield Edge(source=out.id, target=back.id, label="", sure=sure, place=out.place)
