"""Where a SOP's symbols, arrows and labels stand on the step table, in twips of the table."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tests.office.content import WrittenSop

Kind = Literal["terminator", "process", "decision"]
Point = tuple[int, int]

BOX_HEIGHT = 360
DIAMOND_HEIGHT = 480
LABEL_HEIGHT = 220
LANE_GAPS = (60, 100, 140)


@dataclass(frozen=True, slots=True)
class Grid:
    """The actor columns (left, width) and the step rows (top, height) of a step table."""

    columns: tuple[tuple[int, int], ...]
    rows: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """The cell in which a thing is anchored: step row and actor column, both from 0."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Symbol:
    """A capsule, box or diamond."""

    kind: Kind
    place: Place
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> Point:
        """Return the centre."""
        return self.x + self.width // 2, self.y + self.height // 2

    def side(self, name: str) -> Point:
        """Return the middle of the left or right side."""
        return self.x + (self.width if name == "right" else 0), self.middle[1]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow along two points (straight) or four (elbow).

    Its head is at the last point, or at the first where it was drawn from its target.
    """

    points: tuple[Point, ...]
    place: Place
    returns: bool = False
    head_first: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Ya or Tidak, in a text box without line."""

    text: str
    align: Literal["left", "right"]
    place: Place
    x: int
    y: int
    width: int
    height: int = LABEL_HEIGHT


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn for one SOP."""

    symbols: tuple[Symbol, ...]
    arrows: tuple[Arrow, ...]
    labels: tuple[Label, ...]


def chart_of(sop: WrittenSop, grid: Grid) -> Chart:
    """Return the SOP's chart as its unit drew it, omissions included."""
    drawn = [n for n in range(1, len(sop.steps) + 1) if n not in sop.without_symbol]
    by_step = {n: _symbols(sop, n, grid) for n in drawn}
    symbols = [symbol for n in drawn for symbol in by_step[n]]
    arrows = [arrow for n in drawn for arrow in _within(by_step[n])]
    labels: list[Label] = []
    onward = {
        n: _onward(by_step[n][0], by_step[following][0], grid)
        for n, following in pairwise(drawn)
        if (n, following) not in sop.without_arrow
    }
    arrows += onward.values()
    for n in drawn:
        if n not in sop.decisions:
            continue
        labelled = n not in sop.without_label
        decision, target = by_step[n][0], sop.decisions[n]
        side = "left"
        if target in by_step and target != n and (n, target) not in sop.without_arrow:
            way, side = _return(decision, by_step[target][0], grid, symbols, arrows)
            arrows.append(way)
            labels += [_no_label(decision, way, side, grid)] if labelled else []
        labels += [_yes_label(decision, side)] if labelled and n in onward else []
    return Chart(tuple(symbols), tuple(arrows), tuple(labels))


def _symbols(sop: WrittenSop, number: int, grid: Grid) -> list[Symbol]:
    top, height = grid.rows[number - 1]
    found = []
    for position, actor in enumerate(sop.steps[number - 1].actors):
        column = sop.actors.index(actor)
        left, room = grid.columns[column]
        kind = _kind(sop, number, first=not position)
        wide = min(room * 76 // 100, 960) if kind == "decision" else min(room * 62 // 100, 800)
        tall = DIAMOND_HEIGHT if kind == "decision" else BOX_HEIGHT
        # Even widths: symbols of one column then share their middle exactly.
        wide -= wide % 2
        x, y = left + room // 2 - wide // 2, top + height // 2 - tall // 2
        found.append(Symbol(kind, Place(number - 1, column), x, y, wide, tall))
    return found


def _kind(sop: WrittenSop, number: int, *, first: bool) -> Kind:
    # A further actor of a decision only helps: a second diamond would be one without exits.
    if number in sop.decisions:
        return "decision" if first else "process"
    last = number == len(sop.steps)
    if (last and not sop.last_as_box) or (number == 1 and not last):
        return "terminator"
    return "process"


def _within(symbols: list[Symbol]) -> list[Arrow]:
    first, *further = symbols
    right = sorted((s for s in further if s.x > first.x), key=lambda s: s.x)
    left = sorted((s for s in further if s.x < first.x), key=lambda s: -s.x)
    arrows = []
    for chain, out, into in ((right, "right", "left"), (left, "left", "right")):
        for one, other in pairwise([first, *chain]):
            arrows.append(Arrow((one.side(out), other.side(into)), one.place))
    return arrows


def _onward(one: Symbol, other: Symbol, grid: Grid) -> Arrow:
    start = (one.middle[0], one.y + one.height)
    end = (other.middle[0], other.y)
    if start[0] == end[0]:
        return Arrow((start, end), one.place)
    top = grid.rows[other.place.row][0]
    level = top + (other.y - top) * 45 // 100
    return Arrow((start, (start[0], level), (end[0], level), end), one.place)


def _return(one: Symbol, other: Symbol, grid: Grid, symbols: list[Symbol], arrows: list[Arrow]) -> tuple[Arrow, str]:
    """Return the arrow of "Tidak" through the freest lane, and the side it leaves by."""
    ways = []
    for order, (out, into, edge, inward) in enumerate(_lanes(one, other, grid)):
        for gap in LANE_GAPS:
            start, end, lane = one.side(out), other.side(into), edge + inward * gap
            if abs(start[0] - end[0]) < 20:
                end = (start[0] + (20 if out == "right" else -20), end[1])
            points = (start, (lane, start[1]), (lane, end[1]), end)
            cost = _cost(points, (one, other), symbols, arrows)
            ways.append((cost + order, gap, points, out))
    _, _, points, out = min(ways)
    place = min(one.place, other.place, key=lambda each: each.row)
    return Arrow(points, place, returns=True), out


def _lanes(one: Symbol, other: Symbol, grid: Grid) -> list[tuple[str, str, int, int]]:
    left_one, wide_one = grid.columns[one.place.column]
    left_other, wide_other = grid.columns[other.place.column]
    leftmost = min(left_one, left_other)
    rightmost = max(left_one + wide_one, left_other + wide_other)
    around = [("left", "left", leftmost, 1), ("right", "right", rightmost, -1)]
    if left_other < left_one:
        across = [
            ("left", "right", left_other + wide_other, -1),
            ("left", "right", left_one, 1),
        ]
        return [*across, around[1], around[0]]
    if left_other > left_one:
        across = [("right", "left", left_other, 1), ("right", "left", left_one + wide_one, -1)]
        return [*across, *around]
    return around


def _cost(
    points: tuple[Point, ...],
    ends: tuple[Symbol, Symbol],
    symbols: list[Symbol],
    arrows: list[Arrow],
) -> int:
    """Return how badly a way runs into symbols, along other lines and across them."""
    cost = 0
    for at, (start, end) in enumerate(pairwise(points)):
        for symbol in symbols:
            if symbol not in ends:
                cost += 100 * _hits(start, end, symbol, 30)
            elif at == 1 or (at == 0 and symbol is ends[1]) or (at == 2 and symbol is ends[0]):
                cost += 100 * _hits(start, end, symbol, 0)
        for arrow in arrows:
            for other in pairwise(arrow.points):
                cost += _meeting((start, end), other)
    return cost


def _hits(start: Point, end: Point, symbol: Symbol, around: int) -> bool:
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    beside = right <= symbol.x - around or left >= symbol.x + symbol.width + around
    above = bottom <= symbol.y - around or top >= symbol.y + symbol.height + around
    return not (beside or above)


def _meeting(one: tuple[Point, Point], other: tuple[Point, Point]) -> int:
    spans = []
    for axis in (0, 1):
        low_one, high_one = sorted((one[0][axis], one[1][axis]))
        low_other, high_other = sorted((other[0][axis], other[1][axis]))
        spans.append(min(high_one, high_other) - max(low_one, low_other))
    upright = [line[0][0] == line[1][0] for line in (one, other)]
    if upright[0] != upright[1]:
        return 4 if min(spans) > 0 else 0
    along, apart = (spans[1], spans[0]) if upright[0] else (spans[0], spans[1])
    return 40 if along > 0 and apart > -36 else 0


def _no_label(decision: Symbol, way: Arrow, side: str, grid: Grid) -> Label:
    wide, said = 440, 360
    left, room = grid.columns[decision.place.column]
    (vertex, level), lane = way.points[0], way.points[1][0]
    if side == "left":
        x = max(lane + 20, left + 15)
        inside = x + said - vertex
    else:
        x = min(lane - 20, left + room - 15) - wide
        inside = vertex - (x + wide - said)
    # So low that the words pass under the diamond's slope.
    slope = DIAMOND_HEIGHT * max(inside, 0) // decision.width
    y = level + max(30, slope - 30)
    return Label("Tidak", "left" if side == "left" else "right", decision.place, x, y, wide)


def _yes_label(decision: Symbol, side: str) -> Label:
    centre, bottom = decision.middle[0], decision.y + decision.height
    if side == "left":
        return Label("Ya", "left", decision.place, centre + 40, bottom - 20, 280)
    return Label("Ya", "right", decision.place, centre - 320, bottom - 20, 280)
