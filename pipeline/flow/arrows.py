"""Arrows and symbols -> edges with their answers: Word glues no connector outside a canvas; the ends are looked up."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations

from pipeline.flow.choose import choose
from pipeline.flow.ends import met, options
from pipeline.flow.field import Field, field
from pipeline.flow.layout import Placed
from pipeline.flow.paths import Point, to_path
from pipeline.flow.strokes import Stroke, strokes
from pipeline.flow.symbols import Note, Symbol, answer
from pipeline.model.sop import Edge, LooseArrow, NodeKind

# An arrow without a head, or with two, is no surer than this about its direction.
HEADLESS = 0.6
# A note farther than this from a path says nothing about it.
EARSHOT = 60.0
# Only the first stretch of a path from the diamond carries its label.
EXIT = 70.0
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
    glue = {each.shape.shape_id: each.node.id for each in symbols if each.shape.shape_id}
    read = [(each, options(each, around, glue)) for each in strokes(arrows, around)]
    loose = tuple(_loose(each, around) for each, found in read if not found)
    meant = [(each, found) for each, found in read if found]
    joined: dict[tuple[str, str], Joined] = {}
    doubles: list[Edge] = []
    for (stroke, _), choice in zip(meant, choose([found for _, found in meant], symbols), strict=True):
        headless = stroke.head_first == stroke.head_last and not stroke.glue_last
        edge = Edge(
            source=choice.option.source,
            target=choice.option.target,
            label="",
            sure=min(choice.sure, HEADLESS) if headless else choice.sure,
            place=stroke.place,
            otherwise=choice.otherwise,
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


def label(joined: Sequence[Joined], notes: Sequence[Note], symbols: Sequence[Symbol]) -> tuple[Joined, ...]:
    """Return the edges with the answers beside them: a decision's notes go to its exits all at once, not one by one."""
    decisions = {each.node.id for each in symbols if each.node.kind is NodeKind.DECISION}
    exits: dict[str, list[Joined]] = {name: [] for name in decisions}
    for each in joined:
        if each.edge.source in exits:
            exits[each.edge.source].append(each)
    heard: dict[str, list[Note]] = {}
    ways = sorted((min(y for _, y in way), name, way) for name, paths in exits.items() for way in map(_way, paths))
    tops = [top for top, _, _ in ways]
    for note in notes:
        # An exit is at most EXIT long, so those that begin far above or below are out of earshot.
        first = bisect_left(tops, note.at[1] - EARSHOT - EXIT)
        last = bisect_right(tops, note.at[1] + EARSHOT)
        near = [(to_path(note.at, way), name) for _, name, way in ways[first:last]]
        if near and min(near)[0] <= EARSHOT:
            heard.setdefault(min(near)[1], []).append(note)
    labels = {
        (each.edge.source, each.edge.target): text
        for name, own in heard.items()
        for each, text in _dealt(exits[name], own)
    }
    return tuple(
        replace(each, edge=replace(each.edge, label=labels.get((each.edge.source, each.edge.target), "")))
        for each in joined
    )


def _dealt(exits: Sequence[Joined], notes: Sequence[Note]) -> Iterator[tuple[Joined, str]]:
    """Yield each exit with its note, for the least distance in all; a diamond has so few that all ways are tried."""
    few = list(notes)[:5]
    seats = list(range(len(exits)))[:5]
    size = min(len(few), len(seats))
    best = min(
        (
            (sum(to_path(few[n].at, _exit(exits[s].path)) for n, s in zip(chosen, taken, strict=True)), chosen, taken)
            for chosen in permutations(range(len(few)), size)
            for taken in permutations(seats, size)
        ),
    )
    for note, seat in zip(best[1], best[2], strict=True):
        yield exits[seat], answer(few[note].text)


def _way(joined: Joined) -> tuple[Point, ...]:
    return _exit(joined.path)


def _exit(points: Sequence[Point]) -> tuple[Point, ...]:
    """The first stretch of a path."""
    kept = [points[0]]
    left = EXIT
    for start, end in pairwise(points):
        length = abs(end[0] - start[0]) + abs(end[1] - start[1])
        if length >= left and length > 0:
            share = left / length
            kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
            break
        kept.append(end)
        left -= length
    return tuple(kept)


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
