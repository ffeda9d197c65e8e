"""Where the label of an arrow stands: beside its exit, over nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.flow.drawing.laid import Box
from pipeline.model.chart import Point

# The size that labels are set in where nothing else is said, in points.
SIZE = 7.0
# How wide a letter and how tall a line of a label is, as a share of its size.
_LETTER, _TALL = 0.56, 1.05
_CLEAR = 1.2
# Places are tried in steps of so much along the arrow, first within this of its exit.
_STEP, _NEAR = 3.0, 60.0
# What it costs, in points along the arrow, that a label stands on a line of the table.
_ON_RULE = 7.0
_FAR = 400.0


def label_size(text: str, size: float = SIZE) -> tuple[float, float]:
    """Return how wide and tall a label prints that is set in a size."""
    return len(text) * _LETTER * size + 2, size * _TALL


@dataclass(slots=True, kw_only=True)
class Around:
    """What a label must not touch on its page: symbols, stretches of arrows, other labels; and rules to be avoided."""

    symbols: Sequence[Box]
    upright: Sequence[float]
    level: Sequence[float]
    edge: Box
    stretches: list[tuple[int, Box]] = field(default_factory=list)
    labels: dict[int, Box] = field(default_factory=dict)

    def free(self, number: int, box: Box) -> bool:
        """Return whether a label of an arrow may stand here."""
        left, top, right, bottom = box
        inside = left >= self.edge[0] and top >= self.edge[1] and right <= self.edge[2] and bottom <= self.edge[3]
        return (
            inside
            and not any(_meet(box, each) for each in self.symbols)
            and not any(_meet(box, each) for _, each in self.stretches)
            and not any(_meet(box, each) for other, each in self.labels.items() if other != number)
        )

    def near(self, point: Point, reach: float) -> "Around":
        """Return the part of this that a label near a point can touch."""
        box = point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach
        return Around(
            symbols=[each for each in self.symbols if _meet(box, each)],
            upright=[each for each in self.upright if box[0] < each < box[2]],
            level=[each for each in self.level if box[1] < each < box[3]],
            edge=self.edge,
            stretches=[each for each in self.stretches if _meet(box, each[1])],
            labels={number: each for number, each in self.labels.items() if _meet(box, each)},
        )

    def rules(self, box: Box) -> int:
        """Return how many lines of the table run through a box."""
        left, top, right, bottom = box
        return sum(left < each < right for each in self.upright) + sum(top < each < bottom for each in self.level)


def place(number: int, points: Sequence[Point], size: tuple[float, float], around: Around) -> Point | None:
    """Return the middle of an arrow's label of a size; none where the page has no room for it at all."""
    found: list[tuple[float, int, Point]] = []
    local = around.near(points[0], _NEAR + sum(size))
    for at, (cost, middle) in enumerate(_beside(points, size)):
        if cost > _NEAR:
            if found:
                break
            local = around
        box = box_of(middle, size)
        if local.free(number, box):
            found.append((cost + _ON_RULE * local.rules(box), at, middle))
    return min(found)[2] if found else _anywhere(number, points[0], size, around)


def box_of(middle: Point, size: tuple[float, float]) -> Box:
    """Return the box of a label: left, top, right, bottom."""
    (x, y), (width, height) = middle, size
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def stretches(number: int, points: Sequence[Point]) -> Iterator[tuple[int, Box]]:
    """Yield the stretches of an arrow, each as a box without breadth."""
    for (x, y), (to_x, to_y) in pairwise(points):
        yield number, (min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))


def _beside(points: Sequence[Point], size: tuple[float, float]) -> Iterator[tuple[float, Point]]:
    """Yield places along an arrow from its exit on, at both sides of it, with how far along they begin."""
    width, height = size
    gone = 0.0
    for (x, y), (to_x, to_y) in pairwise(points):
        length = abs(to_x - x) + abs(to_y - y)
        level = abs(to_x - x) > abs(to_y - y)
        to = 1 if to_x + to_y > x + y else -1
        own = width if level else height
        for step in range(int(length / _STEP) + 1):
            along = step * _STEP + _CLEAR + own / 2
            cost = gone + step * _STEP
            for side in (-1, 1):
                if level:
                    yield cost + (0 if side < 0 else 1), (x + to * along, y + side * (_CLEAR + 0.6 + height / 2))
                else:
                    yield cost + (0 if side > 0 else 1), (x + side * (_CLEAR + 0.8 + width / 2), y + to * along)
        gone += length


def _anywhere(number: int, start: Point, size: tuple[float, float], around: Around) -> Point | None:
    """The nearest free place to an exit, tried in rings about it."""
    reach = _STEP
    while reach < _FAR:
        count = int(2 * reach / _STEP)
        ring = [-reach + 2 * reach * each / count for each in range(count + 1)]
        tried = [each for along in ring for side in (-reach, reach) for each in ((along, side), (side, along))]
        for dx, dy in tried:
            middle = start[0] + dx, start[1] + dy
            if around.free(number, box_of(middle, size)):
                return middle
        reach += _STEP
    return None


def _meet(box: Box, other: Box) -> bool:
    return (
        box[0] < other[2] + _CLEAR
        and other[0] < box[2] + _CLEAR
        and box[1] < other[3] + _CLEAR
        and other[1] < box[3] + _CLEAR
    )
