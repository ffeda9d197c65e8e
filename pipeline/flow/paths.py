"""A connector as drawn -> the points that it runs through, flips and rotation applied."""

import math
from collections.abc import Sequence
from itertools import pairwise

from pipeline.model.draft import Shape

Point = tuple[float, float]

_ARROWS = {
    "downArrow": ((0.5, 0.0), (0.5, 1.0)), "upArrow": ((0.5, 1.0), (0.5, 0.0)),
    "rightArrow": ((0.0, 0.5), (1.0, 0.5)), "leftArrow": ((1.0, 0.5), (0.0, 0.5)),
}  # fmt: skip


def is_arrow(shape: Shape) -> bool:
    """Return whether a shape is an arrow of any kind: a line, a connector or a block arrow."""
    return shape.line or shape.preset in _ARROWS


def path(shape: Shape) -> tuple[Point, ...]:
    """Return the points of an arrow from its drawn start to its drawn end."""
    width, height = shape.width, shape.height
    points: Sequence[Point]
    if shape.preset in _ARROWS:
        points = [(x * width, y * height) for x, y in _ARROWS[shape.preset]]
    elif shape.points:
        points = [(x * width, y * height) for x, y in shape.points]
    elif shape.preset.endswith("Connector2"):
        points = [(0, 0), (width, 0), (width, height)]
    elif shape.preset.endswith(("Connector3", "Connector4", "Connector5")):
        points = _elbow(shape, int(shape.preset[-1]))
    else:
        points = [(0, 0), (width, height)]
    return tuple(_turned(shape, point) for point in points)


def _elbow(shape: Shape, bends: int) -> list[Point]:
    """The path of bentConnector3 to 5 (ECMA-376 presetShapeDefinitions): each adjustment is one bend's share."""
    width, height = shape.width, shape.height
    shares = (*shape.adjust, 0.5, 0.5, 0.5)[: bends - 2]
    first = shares[0] * width
    if bends == 3:
        return [(0, 0), (first, 0), (first, height), (width, height)]
    second = shares[1] * height
    if bends == 4:
        return [(0, 0), (first, 0), (first, second), (width, second), (width, height)]
    third = shares[2] * width
    return [(0, 0), (first, 0), (first, second), (third, second), (third, height), (width, height)]


def _turned(shape: Shape, point: Point) -> Point:
    x = shape.width - point[0] if shape.flip_h else point[0]
    y = shape.height - point[1] if shape.flip_v else point[1]
    across, down = x - shape.width / 2, y - shape.height / 2
    turn = math.radians(shape.rotation)
    return (
        shape.x + shape.width / 2 + across * math.cos(turn) - down * math.sin(turn),
        shape.y + shape.height / 2 + across * math.sin(turn) + down * math.cos(turn),
    )


def to_segment(point: Point, start: Point, end: Point) -> float:
    """Return the distance from a point to a straight piece of a path."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = across * across + down * down
    share = 0.0 if not length else ((point[0] - start[0]) * across + (point[1] - start[1]) * down) / length
    share = min(1.0, max(0.0, share))
    return math.dist(point, (start[0] + share * across, start[1] + share * down))


def to_path(point: Point, points: Sequence[Point]) -> float:
    """Return the distance from a point to a path."""
    return min(to_segment(point, start, end) for start, end in pairwise(points))


def to_box(point: Point, shape: Shape) -> float:
    """Return the distance from a point to a shape's box as it stands on the page; 0 on its edge, inside it too."""
    left, top, right, bottom = bounds(shape)
    across = max(left - point[0], 0.0, point[0] - right)
    down = max(top - point[1], 0.0, point[1] - bottom)
    return math.hypot(across, down)


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a shape as it stands on the page."""
    width, height = shape.width, shape.height
    if 45 <= shape.rotation % 180 < 135:
        width, height = height, width
    x, y = shape.x + shape.width / 2, shape.y + shape.height / 2
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def centre(shape: Shape) -> Point:
    """Return the middle of a shape."""
    return shape.x + shape.width / 2, shape.y + shape.height / 2
