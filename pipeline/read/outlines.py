"""a:custGeom -> the path of a line drawn freely, or the preset that an outline drawn freely comes nearest to."""

from collections.abc import Sequence
from itertools import pairwise

from lxml import etree

from pipeline.read.xml import EMU, A, number

Point = tuple[float, float]

_PATH, _CLOSE, _MOVE, _LINE, _POINT = (A + name for name in ("path", "close", "moveTo", "lnTo", "pt"))
_CURVES = frozenset(A + name for name in ("cubicBezTo", "quadBezTo", "arcTo"))
# A corner this near to where a preset has its own, as a share of the box.
_NEAR = 0.12
_DIAMOND = ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))
_BOX = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
_PENTAGON = 5
# A capsule or an ellipse drawn as a polygon has at least so many corners.
_ROUND = 8


def drawn_freely(geometry: etree._Element, size: Sequence[float]) -> tuple[str, tuple[Point, ...]]:
    """Return a preset name, and for an open line its points as shares of the box; `size` of the box in points.

    An outline is a diamond, a box, a pentagon or an ellipse by its corners; `custom` if it is none of these.
    """
    path = max(geometry.iter(_PATH), key=len, default=None)
    if path is None:
        return "custom", ()
    width = number(path.get("w")) or size[0] * EMU or 1.0
    height = number(path.get("h")) or size[1] * EMU or 1.0
    points: list[Point] = []
    curved = closed = False
    for each in path:
        if each.tag in (_MOVE, _LINE) or each.tag in _CURVES:
            curved = curved or each.tag in _CURVES
            ends = [at for at in each if at.tag == _POINT]
            if ends:
                points.append((number(ends[-1].get("x")) / width, number(ends[-1].get("y")) / height))
        elif each.tag == _CLOSE:
            closed = True
    return outline(points, curved=curved, closed=closed)


def outline(points: Sequence[Point], *, curved: bool, closed: bool) -> tuple[str, tuple[Point, ...]]:
    """Return what `drawn_freely` does for points as shares of the box."""
    if curved and closed:
        return "ellipse", ()
    corners = [points[0], *(b for a, b in pairwise(points) if not _is_near(a, b, _NEAR / 10))] if points else []
    if len(corners) > 1 and (closed or (len(corners) > 3 and _is_near(corners[0], corners[-1], _NEAR / 2))):
        if _is_near(corners[0], corners[-1], _NEAR / 2):
            corners.pop()
        if curved:
            return "ellipse", ()
        if _fits(corners, _DIAMOND):
            return "flowChartDecision", ()
        if _fits(corners, _BOX):
            return "rect", ()
        if len(corners) >= _ROUND:
            return "ellipse", ()
        return ("homePlate" if len(corners) == _PENTAGON else "custom"), ()
    return "custom", tuple(corners) if len(corners) > 1 else ()


def _fits(corners: Sequence[Point], preset: Sequence[Point]) -> bool:
    return len(corners) == len(preset) and all(any(_is_near(each, own, _NEAR) for each in corners) for own in preset)


def _is_near(one: Point, other: Point, reach: float) -> bool:
    return abs(one[0] - other[0]) <= reach and abs(one[1] - other[1]) <= reach
