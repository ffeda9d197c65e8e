"""Arrows as drawn -> strokes: an elbow put together from two or three straight lines is one stroke again."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.flow.field import Field
from pipeline.flow.layout import Placed
from pipeline.flow.paths import Point, path
from pipeline.model.place import DocxPlace

# Two lines whose ends are this near (about 1.5 mm) were meant to meet.
TOUCH = 4.0
# A corner this near to a symbol is no corner: both lines begin or end at the symbol.
AT_SYMBOL = 3.0
_STRAIGHT = ("line", "straightConnector1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A path from one drawn end to the other; `head_first` and `head_last` say where arrowheads stand."""

    points: tuple[Point, ...]
    head_first: bool
    head_last: bool
    glue_first: str
    glue_last: str
    straight: bool
    place: DocxPlace

    def turned(self) -> "Stroke":
        """Return the same stroke drawn from its other end."""
        return Stroke(
            points=self.points[::-1],
            head_first=self.head_last,
            head_last=self.head_first,
            glue_first=self.glue_last,
            glue_last=self.glue_first,
            straight=self.straight,
            place=self.place,
        )


def strokes(arrows: Sequence[Placed], around: Field) -> tuple[Stroke, ...]:
    """Return the strokes of the arrows; straight lines that meet away from any symbol become one."""
    found = [_stroke(each) for each in arrows]
    while (pair := _nearest_pair(found, around)) is not None:
        first, second = pair
        joined = _joined(found[first], found[second])
        found = [each for at, each in enumerate(found) if at not in pair]
        found.append(joined)
    return tuple(found)


def _stroke(placed: Placed) -> Stroke:
    shape = placed.shape
    return Stroke(
        points=path(shape),
        head_first=shape.arrow_start,
        head_last=shape.arrow_end,
        glue_first=shape.glue_start,
        glue_last=shape.glue_end,
        straight=shape.preset in _STRAIGHT,
        place=placed.drawing.place,
    )


def _nearest_pair(found: Sequence[Stroke], around: Field) -> tuple[int, int] | None:
    """The two strokes whose free ends are nearest to each other, and near enough to be one."""
    free = [(at, end) for at, stroke in enumerate(found) for end in _free_ends(stroke, around)]
    near = [
        (math.dist(end, other), first, second)
        for (first, end), (second, other) in combinations(free, 2)
        if first != second and abs(end[0] - other[0]) <= TOUCH and abs(end[1] - other[1]) <= TOUCH
    ]
    return min(near)[1:] if near else None


def _free_ends(stroke: Stroke, around: Field) -> Iterator[Point]:
    if not stroke.straight:
        return
    for point, head in ((stroke.points[0], stroke.head_first), (stroke.points[-1], stroke.head_last)):
        if not head and next(around.around(point, AT_SYMBOL), None) is None:
            yield point


def _joined(first: Stroke, second: Stroke) -> Stroke:
    """One stroke of two, the first one's end at the second one's start."""
    ways = [(a, b) for a in (first, first.turned()) for b in (second, second.turned())]
    # An arrowhead never stands where the lines meet.
    open_ways = [(a, b) for a, b in ways if not a.head_last and not b.head_first]
    before, after = min(open_ways, key=lambda way: math.dist(way[0].points[-1], way[1].points[0]))
    return Stroke(
        points=(*before.points, *after.points[1:]),
        head_first=before.head_first,
        head_last=after.head_last,
        glue_first=before.glue_first,
        glue_last=after.glue_last,
        straight=True,
        place=before.place,
    )
