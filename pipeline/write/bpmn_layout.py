"""The parts of a diagram -> where each stands: lanes lie across, a column for each step, remarks below the pool."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.write.bpmn_parts import END, GATEWAY, START, TASK, Arrow, Element, Parts
from pipeline.write.bpmn_routes import At, Corner, Gap, Routes, Side, Track, routes, tiers

Point = tuple[float, float]

# Width and height; modellers draw events and gateways at 36 and 50.
_SIZE = {TASK: (170.0, 92.0), GATEWAY: (50.0, 50.0), START: (36.0, 36.0), END: (36.0, 36.0)}
_EVENT = (36.0, 36.0)
_SLOTS, _BETWEEN = (36.0, 170.0, 50.0), 26.0
_HEADER, _TIER, _LINE, _MARGIN = 30.0, 124.0, 10.0, 16.0
_REMARK_WIDTH, _REMARK_LINE, _LETTERS = 220.0, 15.0, 36
_LETTER, _LABEL = 6.2, 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """Return its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def meets(self, other: "Box") -> bool:
        """Return whether the two lie on each other."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """All boxes and ways by the id of what they show; `labels` are those of elements and flows that have a name."""

    pool: Box
    lanes: tuple[Box, ...]
    boxes: dict[str, Box]
    ways: dict[str, tuple[Point, ...]]
    labels: dict[str, Box]
    ties: dict[str, tuple[Point, Point]]


def place(parts: Parts) -> Placed:
    """Return the places of everything in a diagram, in the order of the parts."""
    found = routes(parts.elements, parts.flows)
    at = tiers(parts.elements)
    columns = _columns(parts.elements, found)
    lanes = _lanes(parts, at, found, columns[-1][1])
    boxes = {each.id: _box(each, at[each.id], columns, lanes) for each in parts.elements}
    grid = _Grid(boxes=boxes, lanes=lanes, found=found, gaps=_gaps(columns))
    ways = {each.id: _tidy([grid.point(corner) for corner in found.corners[each.id]]) for each in parts.flows}
    named = [each for each in parts.elements if each.name and each.tag != TASK]
    labels = {each.id: _label_beside(each, boxes[each.id]) for each in named}
    for flow in parts.flows:
        if flow.name:
            labels[flow.id] = _label_of_flow(flow, ways[flow.id], [*boxes.values(), *labels.values()])
    pool = Box(x=0, y=0, width=lanes[0].x + lanes[0].width, height=lanes[-1].y + lanes[-1].height)
    notes, ties = _remarks(parts, pool, boxes, ways)
    return Placed(pool=pool, lanes=lanes, boxes=boxes | notes, ways=ways, labels=labels, ties=ties)


def _columns(elements: Sequence[Element], found: Routes) -> list[tuple[float, float, tuple[float, ...]]]:
    """Return each column with its left, its right and the left of its slots; a last one without width ends them."""
    columns: list[tuple[float, float, tuple[float, ...]]] = []
    x = 2 * _HEADER
    last = max(each.column for each in elements)
    for column in range(last + 1):
        x += _gap_width(column, found)
        used = {each.slot for each in elements if each.column == column}
        left, slots = x, []
        for slot, width in enumerate(_SLOTS):
            slots.append(x)
            if slot in used:
                x += width + _BETWEEN
        x -= _BETWEEN
        columns.append((left, x, tuple(slots)))
    x += _gap_width(last + 1, found)
    return [*columns, (x, x, ())]


def _gap_width(column: int, found: Routes) -> float:
    lines = sum(found.gaps[column, part] for part in range(3))
    return 2 * _MARGIN + max(0, lines - 1) * _LINE


def _gaps(columns: Sequence[tuple[float, float, tuple[float, ...]]]) -> tuple[float, ...]:
    """Return the left of the gap before each column and after the last one."""
    return (2 * _HEADER, *(right for _, right, _ in columns[:-1]))


def _lanes(parts: Parts, at: dict[str, int], found: Routes, right: float) -> tuple[Box, ...]:
    lanes: list[Box] = []
    y = 0.0
    for lane in range(len(parts.lanes)):
        rows = max((at[each.id] + 1 for each in parts.elements if each.lane == lane), default=0)
        feet = found.tracks[lane]
        height = max(rows * _TIER, 60.0) + (_MARGIN + (feet - 1) * _LINE if feet else 0.0)
        lanes.append(Box(x=_HEADER, y=y, width=right - _HEADER, height=height))
        y += height
    return tuple(lanes)


def _box(
    element: Element, tier: int, columns: Sequence[tuple[float, float, tuple[float, ...]]], lanes: Sequence[Box]
) -> Box:
    width, height = _SIZE.get(element.tag, _EVENT)
    left = columns[element.column][2][element.slot] + (_SLOTS[element.slot] - width) / 2
    middle = lanes[element.lane].y + tier * _TIER + _TIER / 2
    return Box(x=left, y=middle - height / 2, width=width, height=height)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """The lines of a diagram with their lengths."""

    boxes: dict[str, Box]
    lanes: tuple[Box, ...]
    found: Routes
    gaps: tuple[float, ...]

    def point(self, corner: Corner) -> Point:
        """Return a corner as a point."""
        across, down = corner
        return self._x(across), self._y(down)

    def _x(self, line: At | Gap) -> float:
        if isinstance(line, Gap):
            before = sum(self.found.gaps[line.column, part] for part in range(line.part))
            return self.gaps[line.column] + _MARGIN + (before + line.line) * _LINE
        box = self.boxes[line.element]
        if line.side is Side.BOTTOM:
            return box.middle[0]
        return box.x if line.side is Side.LEFT else box.x + box.width

    def _y(self, line: At | Track) -> float:
        if isinstance(line, Track):
            lane = self.lanes[line.lane]
            return lane.y + lane.height - _MARGIN / 2 - line.line * _LINE
        box = self.boxes[line.element]
        return box.y + box.height if line.side is Side.BOTTOM else box.middle[1]


def _tidy(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points without repeats."""
    return tuple(each for at, each in enumerate(points) if not at or each != points[at - 1])


def _label_of_flow(flow: Arrow, way: Sequence[Point], taken: Sequence[Box]) -> Box:
    """Return the first place along the way, from its exit on, where a label lies on nothing, else its exit."""
    width = max(20.0, len(flow.name) * _LETTER)
    places: list[Box] = []
    for (x, y), (to_x, to_y) in pairwise(way):
        across, down = to_x - x, to_y - y
        for at in range(int((abs(across) + abs(down)) // _LABEL) + 1):
            if across:
                left = x + 2 + at * _LABEL if across > 0 else x - 2 - at * _LABEL - width
                places.append(Box(x=left, y=y - _LABEL - 3, width=width, height=_LABEL))
            else:
                top = y + 3 + at * _LABEL if down > 0 else y - 3 - (at + 1) * _LABEL
                places.append(Box(x=x + 4, y=top, width=width, height=_LABEL))
    return next((each for each in places if not any(each.meets(other) for other in taken)), places[0])


def _label_beside(element: Element, box: Box) -> Box:
    width = min(110.0, max(24.0, len(element.name) * _LETTER))
    lines = -(-len(element.name) * _LETTER // width)
    height = _LABEL * lines
    x = box.middle[0] - width / 2
    # Below a gateway a flow may leave.
    y = box.y - height - 3 if element.tag == GATEWAY else box.y + box.height + 4
    return Box(x=x, y=y, width=width, height=height)


def _remarks(
    parts: Parts, pool: Box, boxes: dict[str, Box], ways: dict[str, tuple[Point, ...]]
) -> tuple[dict[str, Box], dict[str, tuple[Point, Point]]]:
    """Return the boxes of the remarks below the pool, each under what it is about, and the lines that tie them."""
    notes: dict[str, Box] = {}
    ties: dict[str, tuple[Point, Point]] = {}
    rows: list[tuple[float, float, float]] = []
    shared: Counter[str] = Counter()
    for each in parts.remarks:
        height = 12 + _REMARK_LINE * (len(each.text) // _LETTERS + 1)
        anchor = _anchor(each.about, boxes, ways)
        left = max(0.0, (anchor[0] if anchor else 0.0) - _REMARK_WIDTH / 2 + 30 * shared[each.about])
        shared[each.about] += 1
        top = pool.height + 40
        while clash := [
            to for x, y, to in rows if abs(x - left) < _REMARK_WIDTH + 20 and y < top + height and top < to
        ]:
            top = max(clash) + 20
        rows.append((left, top, top + height))
        notes[each.id] = Box(x=left, y=top, width=_REMARK_WIDTH, height=height)
        if anchor:
            ties[each.id] = (anchor, (left + _REMARK_WIDTH / 2, top))
    return notes, ties


def _anchor(about: str, boxes: dict[str, Box], ways: dict[str, tuple[Point, ...]]) -> Point | None:
    if about in boxes:
        box = boxes[about]
        return box.middle[0], box.y + box.height
    if about not in ways:
        return None
    way = ways[about]
    pairs = list(pairwise(way))
    (x, y), (to_x, to_y) = max(pairs, key=lambda pair: abs(pair[0][0] - pair[1][0]) + abs(pair[0][1] - pair[1][1]))
    return (x + to_x) / 2, (y + to_y) / 2
