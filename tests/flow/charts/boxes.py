"""A thing's box as Word keeps it: unturned, with flips and rotation, and an elbow's adjustments."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from tests.flow.charts.layout import Arrow, Label, Point, Symbol, Thing


@dataclass(frozen=True, slots=True)
class Box:
    """Left, top, width and height before flips and the turn about the middle, in that order, as DrawingML has it."""

    x: float
    y: float
    width: float
    height: float
    turn: int = 0
    flip_h: bool = False
    flip_v: bool = False
    adjust: tuple[float, ...] = ()
    bends: int = 0

    def moved(self, origin: Point) -> "Box":
        """Return the box counted from another origin."""
        return Box(
            self.x - origin[0], self.y - origin[1], self.width, self.height, self.turn, self.flip_h, self.flip_v,
            self.adjust, self.bends,
        )  # fmt: skip


def box_of(thing: Thing, *, turned: bool = False, around: bool = False) -> Box:
    """Return a thing's box; a `turned` symbol was drawn upright and turned by a quarter, an arrow `around` by half."""
    if isinstance(thing, Label) or (isinstance(thing, Symbol) and not turned):
        return Box(thing.x, thing.y, thing.width, thing.height)
    if isinstance(thing, Symbol):
        x, y = thing.middle
        return Box(x - thing.height / 2, y - thing.width / 2, thing.height, thing.width, 90)
    return _arrow_box(thing, 180 if around else 0)


def _arrow_box(arrow: Arrow, further: int) -> Box:
    points = arrow.points
    (x1, y1), (x2, y2) = points[0], points[-1]
    if len(points) == 2 and not further:
        return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1), 0, x2 < x1, y2 < y1, bends=1)
    upright = abs(points[0][0] - points[1][0]) < abs(points[0][1] - points[1][1])
    middle = ((x1 + x2) / 2, (y1 + y2) / 2)
    # An elbow that leaves upright is one that leaves sideways, turned by a quarter.
    turn = (90 if upright and len(points) > 2 else 0) + further
    local = [_turned(point, middle, -turn) for point in points]
    (u1, v1), (u2, v2) = local[0], local[-1]
    wide, tall = u2 - u1, v2 - v1
    if len(points) > 2:
        # A person never hits the same line to a hair, and Word has no share of nothing.
        wide, tall = wide or 0.5, tall or 0.5
    shares = []
    for at, (u, v) in enumerate(local[1:-2]):
        shares.append((v - v1) / tall if at % 2 else (u - u1) / wide)
    return Box(
        min(u1, u1 + wide), min(v1, v1 + tall), abs(wide), abs(tall), turn, wide < 0, tall < 0, tuple(shares),
        len(points) - 1,
    )  # fmt: skip


def _turned(point: Point, middle: Point, degrees: int) -> Point:
    across, down = point[0] - middle[0], point[1] - middle[1]
    turn = radians(degrees)
    return middle[0] + across * cos(turn) - down * sin(turn), middle[1] + across * sin(turn) + down * cos(turn)


def span_of(things: Sequence[Thing]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of all that is drawn."""
    spots = [spot for each in things for spot in _corners(each)]
    return (
        min(x for x, _ in spots), min(y for _, y in spots), max(x for x, _ in spots), max(y for _, y in spots),
    )  # fmt: skip


def _corners(thing: Thing) -> tuple[Point, ...]:
    if isinstance(thing, Arrow):
        return thing.points
    return (thing.x, thing.y), (thing.x + thing.width, thing.y + thing.height)
