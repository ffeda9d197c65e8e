"""A stroke -> the pairs of symbols that it may join, each with what it costs to believe so."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.flow.field import Field
from pipeline.flow.paths import Point, bounds, to_segment
from pipeline.flow.strokes import Stroke
from pipeline.flow.symbols import Symbol

# An end this far from any symbol (about 12 mm) joins none: within a few millimetres of it hands still mean it.
FARTHEST = 34.0
# What it costs, in points of distance, when an arrow does not point at the symbol that it is said to join.
ASIDE = 9.0
# An end within this of a symbol touches it, wherever it points.
TOUCHES = 1.5
# An end this near to another arrow's line joins it, which costs so much more than to touch a symbol, and is less sure.
ON_LINE, _JOINS, _JOINED = 1.5, 4.0, 0.85
# Lines are looked up by shelves of this height.
_SHELF = 60.0
# As many symbols about an end are weighed against each other.
_MOST = 4
# What it costs to read an arrow without a head against the way in which it was drawn.
AGAINST = 8.0
# A turned stroke may lead from a symbol to itself only around the corner; nobody draws one.
_SHORT = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to read a stroke: from source to target along `points`; `cost` in points of distance.

    It is no surer than `most`, less than 1 where an end only joins another's line.
    """

    source: str
    target: str
    cost: float
    points: tuple[Point, ...]
    most: float = 1.0

    @property
    def pair(self) -> tuple[str, str]:
        """The two symbols."""
        return self.source, self.target


class Lines:
    """All strokes of a chart, by the heights that they pass, and the symbols that their ends meet."""

    def __init__(self, drawn: Sequence[Stroke], around: Field) -> None:
        """Order the stretches of the strokes."""
        self._around = around
        self._strokes = [_to_head(each) for each in drawn]
        self._near: dict[int, list[tuple[int, Point, Point]]] = {}
        for at, stroke in enumerate(self._strokes):
            for start, end in pairwise(stroke.points):
                top, bottom = sorted((start[1], end[1]))
                for shelf in range(int((top - ON_LINE) // _SHELF), int((bottom + ON_LINE) // _SHELF) + 1):
                    self._near.setdefault(shelf, []).append((at, start, end))

    def joined(self, point: Point, *, leaving: bool) -> Iterator[tuple[float, str]]:
        """Yield the symbols meant by an end on another stroke's line: where that goes, or where it comes from."""
        for at, start, end in self._near.get(int(point[1] // _SHELF), ()):
            stroke = self._strokes[at]
            first, last = stroke.points[0], stroke.points[-1]
            if (
                to_segment(point, start, end) > ON_LINE
                or min(math.dist(point, first), math.dist(point, last)) <= ON_LINE
            ):
                continue
            found = _met(stroke.points if leaving else stroke.points[::-1], self._around)
            if found:
                yield _JOINS + found[0][0], found[0][1]


def options(drawn: Stroke, around: Field, glue: Mapping[tuple[int, str], str], lines: Lines) -> tuple[Option, ...]:
    """Return the ways to read a stroke, the cheapest first; none where an end meets no symbol.

    An arrow runs to its head, wherever its drawing began; without a head, or with two, it is taken as drawn unless the
    rest of the chart speaks against it.
    """
    stroke = _to_head(drawn)
    glued = _glued(stroke, glue)
    if glued is not None:
        return (Option(source=glued[0], target=glued[1], cost=0.0, points=stroke.points),)
    starts = [(1.0, _met(stroke.points, around)), (_JOINED, list(lines.joined(stroke.points[0], leaving=True)))]
    ends = [(1.0, _met(stroke.points[::-1], around)), (_JOINED, list(lines.joined(stroke.points[-1], leaving=False)))]
    found = [
        Option(source=source, target=target, cost=out + into, points=stroke.points, most=min(sure_out, sure_in))
        for sure_out, leaving in starts
        for out, source in leaving
        for sure_in, entering in ends
        for into, target in entering
        if source != target
    ]
    if stroke.head_first == stroke.head_last:
        found += [
            replace(each, source=each.target, target=each.source, cost=each.cost + AGAINST, points=each.points[::-1])
            for each in found
        ]
    return tuple(sorted(found, key=lambda each: (each.cost, each.pair)))


def met(drawn: Stroke, around: Field) -> tuple[str | None, str | None]:
    """Return the symbols nearest to both ends of a stroke, none where there is none."""
    stroke = _to_head(drawn)
    first, last = _met(stroke.points, around), _met(stroke.points[::-1], around)
    return (first[0][1] if first else None), (last[0][1] if last else None)


def _to_head(drawn: Stroke) -> Stroke:
    return drawn.turned() if drawn.head_first and not drawn.head_last else drawn


def _met(points: tuple[Point, ...], around: Field) -> list[tuple[float, str]]:
    """The symbols that a path may begin at, the likeliest first."""
    return sorted(
        (_cost(points, each, distance), each.node.id) for distance, each in around.around(points[0], FARTHEST)
    )[:_MOST]


def _cost(points: tuple[Point, ...], symbol: Symbol, distance: float) -> float:
    if distance <= TOUCHES or _points_at(points, symbol):
        return distance
    return distance + ASIDE * min(1.0, distance / ASIDE)


def _points_at(points: tuple[Point, ...], symbol: Symbol) -> bool:
    """Whether the first stretch of a path, drawn on backwards, meets a symbol's box."""
    (x, y), *others = points
    after = next((each for each in others if math.dist(each, (x, y)) > _SHORT), None)
    if after is None:
        return False
    across, down = x - after[0], y - after[1]
    left, top, right, bottom = bounds(symbol.shape)
    if abs(across) < abs(down):
        # How far the line leans until it is level with the symbol's nearer edge.
        ahead = (top - y if down > 0 else bottom - y) / down
        return ahead >= 0 and left <= x + ahead * across <= right
    ahead = (left - x if across > 0 else right - x) / across
    return ahead >= 0 and top <= y + ahead * down <= bottom


def _glued(stroke: Stroke, glue: Mapping[tuple[int, str], str]) -> tuple[str, str] | None:
    """The symbols that both ends are glued to: names of shapes hold within one canvas or group."""
    start, end = glue.get((stroke.number, stroke.glue_first)), glue.get((stroke.number, stroke.glue_last))
    return None if start is None or end is None or start == end else (start, end)


def rivals(of: tuple[Option, ...]) -> Iterator[Option]:
    """Yield the options that say something else than the first, the cheapest of each pair."""
    seen = {of[0].pair}
    for each in of[1:]:
        if each.pair not in seen:
            seen.add(each.pair)
            yield each
