"""An arrow's corners -> the connector that Word draws the same path with, without turning it.

A turned shape's place means different things to Word, to LibreOffice and in VML; a mirrored one's does not. So a path
that begins plumb is drawn from its other end, or with a first stretch of no length.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model.chart import Point

# Corners nearer than this are one corner, in points.
_SAME = 0.05
# A connector whose ends stand one over the other gives its bends no measure; it begins so much within its symbol.
_APART = 1.0
# Word has connectors of up to so many stretches.
_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A path as Word draws it: the box of its two ends, mirrored or not, and where its bends are.

    `adjust` are DrawingML's shares: of the width for a plumb stretch, of the height for a level one. `preset` is empty
    where no connector runs so; it is then drawn along `points`, whose box is `x`, `y`, `width` and `height`.
    """

    preset: str
    x: float
    y: float
    width: float
    height: float
    flip_h: bool = False
    flip_v: bool = False
    adjust: tuple[float, ...] = ()
    head_first: bool = False
    points: tuple[Point, ...] = ()


def route(points: Sequence[Point]) -> Route:
    """Return how Word draws an arrow along these corners, its head at the last one; stretches are level or plumb."""
    corners = _corners(points)
    if len(corners) == 2:
        return _connector("straightConnector1", corners, (), head_first=False)
    level = [abs(y - to_y) <= _SAME for (_, y), (_, to_y) in pairwise(corners)]
    plumb = [abs(x - to_x) <= _SAME for (x, _), (to_x, _) in pairwise(corners)]
    slanted = not all(flat or upright for flat, upright in zip(level, plumb, strict=True))
    turned = not level[0] and level[-1]
    if turned:
        corners = corners[::-1]
    elif not level[0]:
        corners = [corners[0], *corners]
    if slanted or len(corners) - 1 > _MOST:
        return _free(_corners(points))
    return _bent(corners, head_first=turned)


def _corners(points: Sequence[Point]) -> list[Point]:
    """The points without those that turn nowhere."""
    kept: list[Point] = []
    for point in points:
        if kept and math.dist(kept[-1], point) <= _SAME:
            continue
        if len(kept) > 1 and any(max(each) - min(each) <= _SAME for each in zip(*kept[-2:], point, strict=True)):
            kept[-1] = point
        else:
            kept.append(point)
    return kept if len(kept) > 1 else [points[0], points[-1]]


def _bent(corners: list[Point], *, head_first: bool) -> Route:
    """A connector of two to five stretches, the first of them level."""
    stretches = len(corners) - 1
    corners = list(corners)
    # Bends at odd places stand at shares of the width, those at even ones at shares of the height.
    for axis, first in ((0, 1), (1, 2)):
        bends = corners[first : stretches - 1 : 2]
        at = corners[0][axis]
        if abs(at - corners[-1][axis]) <= _SAME and any(abs(each[axis] - at) > _SAME for each in bends):
            _part(corners, axis, -1 if head_first else 0)
    return _connector(f"bentConnector{stretches}", corners, tuple(_shares(corners)), head_first=head_first)


def _part(corners: list[Point], axis: int, end: int) -> None:
    """Move the tail a point into its symbol, so that the two ends are apart."""
    at = list(corners[end])
    ahead = corners[::-1] if end else corners
    inner = next(each[axis] for each in ahead if abs(each[axis] - at[axis]) > _SAME)
    at[axis] += _APART if at[axis] > inner else -_APART
    corners[end] = (at[0], at[1])


def _shares(corners: Sequence[Point]) -> list[float]:
    shares = []
    for at in range(1, len(corners) - 2):
        axis = (at + 1) % 2
        start, end, bend = corners[0][axis], corners[-1][axis], corners[at][axis]
        shares.append(0.0 if abs(bend - start) <= _SAME else (bend - start) / (end - start))
    return shares


def _connector(preset: str, corners: Sequence[Point], adjust: tuple[float, ...], *, head_first: bool) -> Route:
    (x, y), (to_x, to_y) = corners[0], corners[-1]
    return Route(
        preset=preset,
        x=min(x, to_x),
        y=min(y, to_y),
        width=abs(to_x - x),
        height=abs(to_y - y),
        flip_h=to_x < x,
        flip_v=to_y < y,
        adjust=adjust,
        head_first=head_first,
    )


def _free(corners: Sequence[Point]) -> Route:
    across, down = [x for x, _ in corners], [y for _, y in corners]
    x, y = min(across), min(down)
    return Route(
        preset="",
        x=x,
        y=y,
        width=max(across) - x,
        height=max(down) - y,
        points=tuple((each_x - x, each_y - y) for each_x, each_y in corners),
    )
