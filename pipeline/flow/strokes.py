"""Arrows as drawn -> strokes: an elbow put together from two or three straight lines is one stroke again."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.flow.field import Field
from pipeline.flow.layout import Placed
from pipeline.flow.paths import Point, path
from pipeline.model.place import DocxPlace

# Two lines whose ends are this near (about 1.5 mm) were meant to meet.
TOUCH = 4.0
# So are two that make a corner and are nearer to each other than to any symbol (about 7 mm).
CORNER = 20.0
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
    number: int = 0

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
            number=self.number,
        )


def strokes(arrows: Sequence[Placed], around: Field) -> tuple[Stroke, ...]:
    """Return the strokes of the arrows; straight lines that meet away from any symbol become one."""
    found = [_stroke(each) for each in arrows]
    met = _met(found, [end for at, stroke in enumerate(found) for end in _free_ends(at, stroke, around)])
    taken: set[int] = set()
    whole: list[Stroke] = []
    # Chains are walked from an end that meets nothing; two lines never make a ring.
    for at, stroke in enumerate(found):
        if at in taken or ((at, 0) in met and (at, 1) in met):
            continue
        taken.add(at)
        side = 1 if (at, 0) not in met else 0
        chain = stroke if side else stroke.turned()
        end = at, side
        while end in met:
            after, entered = met[end]
            taken.add(after)
            chain = _joined(chain, found[after] if entered == 0 else found[after].turned())
            end = after, 1 - entered
        whole.append(chain)
    return tuple(whole)


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
        number=placed.number,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """An end of a straight line without a head, away from any symbol: `side` 0 is where its drawing began.

    `gap` is how far the nearest symbol is, `upright` whether the line is.
    """

    stroke: int
    side: int
    point: Point
    gap: float
    upright: bool


def _met(found: Sequence[Stroke], ends: Sequence[_End]) -> dict[tuple[int, int], tuple[int, int]]:
    """Which end of which stroke goes on at which: the nearest first, each once, and never two heads in one."""
    met: dict[tuple[int, int], tuple[int, int]] = {}
    chain = list(range(len(found)))
    heads = [each.head_first + each.head_last for each in found]

    def of(stroke: int) -> int:
        while chain[stroke] != stroke:
            stroke = chain[stroke]
        return stroke

    for _, first, second in sorted(_candidates(ends), key=lambda each: each[0]):
        one, other = (first.stroke, first.side), (second.stroke, second.side)
        here, there = of(first.stroke), of(second.stroke)
        if one in met or other in met or here == there or heads[here] + heads[there] > 1:
            continue
        met[one], met[other] = other, one
        chain[there] = here
        heads[here] += heads[there]
    return met


def _candidates(ends: Sequence[_End]) -> Iterator[tuple[float, _End, _End]]:
    """Yield the pairs of ends that may have been meant to meet, with their distance."""
    ordered = sorted(ends, key=lambda each: each.point[1])
    for at, first in enumerate(ordered):
        for second in ordered[at + 1 :]:
            if second.point[1] - first.point[1] > CORNER:
                break
            distance = math.dist(first.point, second.point)
            corner = first.upright != second.upright and distance < min(first.gap, second.gap)
            if first.stroke != second.stroke and distance <= (CORNER if corner else TOUCH):
                yield distance, first, second


def _free_ends(at: int, stroke: Stroke, around: Field) -> Iterator[_End]:
    if not stroke.straight:
        return
    (x1, y1), (x2, y2) = stroke.points[0], stroke.points[-1]
    for side, point, head in ((0, (x1, y1), stroke.head_first), (1, (x2, y2), stroke.head_last)):
        if head:
            continue
        gap = min((distance for distance, _ in around.around(point, CORNER)), default=math.inf)
        if gap > AT_SYMBOL:
            yield _End(stroke=at, side=side, point=point, gap=gap, upright=abs(y2 - y1) > abs(x2 - x1))


def _joined(before: Stroke, after: Stroke) -> Stroke:
    """One stroke of two, the first one's end at the second one's start."""
    return Stroke(
        points=(*before.points, *after.points[1:]),
        head_first=before.head_first,
        head_last=after.head_last,
        glue_first=before.glue_first,
        glue_last=after.glue_last,
        straight=True,
        place=before.place,
        number=before.number,
    )
