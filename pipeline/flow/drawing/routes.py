"""The symbols of a page and its edges -> a way for each arrow and a place for each label."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.flow.drawing import labels
from pipeline.flow.drawing.forms import DOWN, LEFT, RIGHT, UP, Port, ports
from pipeline.flow.drawing.labels import Around
from pipeline.flow.drawing.laid import Box, Laid, Wanted
from pipeline.flow.drawing.search import find
from pipeline.flow.drawing.tracks import FREE, Band, Tracks
from pipeline.model.chart import DrawnArrow, DrawnSymbol, Point
from pipeline.model.sop import Edge, NodeKind

# What it costs to leave or enter at each side (right, down, left, up), beside the way itself.
_LEAVE = {RIGHT: 6.0, DOWN: 0.0, LEFT: 6.0, UP: 70.0}
_LEAVE_BACK = {RIGHT: 0.0, DOWN: 25.0, LEFT: 0.0, UP: 60.0}
_ENTER = {RIGHT: 22.0, DOWN: 110.0, LEFT: 22.0, UP: 0.0}
_ENTER_BACK = {RIGHT: 0.0, DOWN: 110.0, LEFT: 0.0, UP: 8.0}
_ENTER_ABOVE = {RIGHT: 8.0, DOWN: 0.0, LEFT: 8.0, UP: 60.0}
_ODD, _ODD_DECISION = 20.0, 45.0
# A symbol with more arrows than this gets further ports; arrows that lie on each other get further lanes.
_SIDES = 4
_DENSER = (0, 2, 5)
_ROUNDS = 4
# When so many points have been looked at, a page is not improved any more.
ENOUGH = 40_000
# And when so many have been, it is not tried again with more lanes.
_TOO_MUCH = 150_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to be drawn on: its symbols, and the edges between them by the number that each keeps.

    `label` is the size in which labels are set.
    """

    number: int
    symbols: Sequence[DrawnSymbol]
    edges: Sequence[tuple[int, Edge]]
    across: Sequence[Band]
    down: Sequence[Band]
    label: float

    @property
    def area(self) -> Box:
        """The part of the page that the chart may use."""
        return self.across[0].start, self.down[0].start, self.across[-1].end, self.down[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """The arrows of a page in the order of its edges, what they cost in all, and how many points were looked at."""

    arrows: tuple[DrawnArrow, ...] = ()
    cost: float = 0.0
    spent: int = 0


def routed(page: Page) -> Routed:
    """Return the arrows of a page.

    Where arrows have to lie on each other for want of room, the page is tried again with more lanes.
    """
    best: tuple[float, _Attempt] | None = None
    spent = 0
    for dense in _DENSER if page.edges else ():
        attempt = _Attempt(page, dense)
        attempt.run()
        spent += attempt.laid.spent
        faults = attempt.faults()
        if best is None or faults < best[0]:
            best = faults, attempt
        if not faults or spent > _TOO_MUCH:
            break
    if best is None:
        return Routed()
    return Routed(arrows=tuple(best[1].arrows()), cost=best[1].cost(), spent=spent)


class _Attempt:
    """The routing of one page over tracks of one density."""

    def __init__(self, page: Page, dense: int) -> None:
        self.page = page
        ends = Counter(name for _, edge in page.edges for name in (edge.source, edge.target))
        most = _SIDES if not dense else 2
        self.ports = [tuple(ports(each, many=ends[each.node.id] > most)) for each in page.symbols]
        self.laid = Laid(Tracks(page.symbols, self.ports, page.across, page.down, dense))
        self.at = {each.node.id: index for index, each in enumerate(page.symbols)}
        self.edges = dict(page.edges)
        self.middles: dict[int, Point] = {}
        self.around = Around(
            symbols=[(each.x, each.y, each.x + each.width, each.y + each.height) for each in page.symbols],
            upright=[page.across[0].start, *(each.end for each in page.across)],
            level=[page.down[0].start, *(each.end for each in page.down)],
            edge=page.area,
        )

    def run(self) -> None:
        """Lay all arrows, the plain ones first, then lay those again that meet others."""
        wanted = {number: self._wanted(number, edge) for number, edge in self.page.edges}
        order = sorted(wanted, key=self._rank)
        for number in order:
            self._lay(wanted[number])
        for _ in range(_ROUNDS):
            if self.laid.spent > ENOUGH:
                break
            before = {number: way.points for number, way in self.laid.ways.items()}
            meeting = self._meeting()
            for number in order:
                if number in meeting:
                    self._lift(number)
                    self._lay(wanted[number])
            if before == {number: way.points for number, way in self.laid.ways.items()}:
                break
        for number in order:
            self._label(number)

    def _rank(self, number: int) -> tuple[int, float, float, int]:
        edge = self.edges[number]
        source, target = self.page.symbols[self.at[edge.source]], self.page.symbols[self.at[edge.target]]
        down, across = _middle(target)[1] - _middle(source)[1], abs(_middle(target)[0] - _middle(source)[0])
        plain = 0 if down > 0 and across < 1 else 1 if down >= 0 else 2
        return plain, round(abs(down) + across), across, number

    def _wanted(self, number: int, edge: Edge) -> Wanted:
        source, target = self.at[edge.source], self.at[edge.target]
        one, other = self.page.symbols[source], self.page.symbols[target]
        back = _middle(other)[1] < _middle(one)[1] - 1 or source == target
        leave, enter = (_LEAVE_BACK, _ENTER_BACK) if back else (_LEAVE, _ENTER)
        if back and other.node.kind is NodeKind.CONNECTOR:
            enter = _ENTER_ABOVE
        return Wanted(
            number=number,
            source=one,
            target=other,
            leave=[(each, leave[each.side] + _odd(each, one)) for each in self.ports[source]],
            enter=[(each, enter[each.side] + _odd(each, other)) for each in self.ports[target]],
        )

    def _lay(self, wanted: Wanted) -> None:
        way = find(self.laid, wanted)
        if way is not None:
            self.laid.lay(wanted, way)
            self.around.stretches += labels.stretches(wanted.number, self._corners(wanted.number))
            self._label(wanted.number)

    def _lift(self, number: int) -> None:
        if number in self.laid.ways:
            self.laid.lift(number)
            self.around.stretches = [each for each in self.around.stretches if each[0] != number]
        self._unlabel(number)

    def _unlabel(self, number: int) -> None:
        if number in self.middles:
            del self.middles[number], self.around.labels[number]
            self.laid.clear(number)

    def _label(self, number: int) -> None:
        """Place an arrow's label, or place it again if something has come to lie under it."""
        text = self.edges[number].label
        if not text or number not in self.laid.ways:
            return
        if number in self.middles and self.around.free(number, self.around.labels[number]):
            return
        self._unlabel(number)
        size = labels.label_size(text, self.page.label)
        middle = labels.place(number, self._corners(number), size, self.around)
        if middle is not None:
            box = labels.box_of(middle, size)
            self.middles[number], self.around.labels[number] = middle, box
            self.laid.mark(number, box)

    def _corners(self, number: int) -> tuple[Point, ...]:
        tracks = self.laid.tracks
        way = self.laid.ways[number]
        points = [(tracks.xs[each], tracks.ys[each]) for each in way.points]
        points[0], points[-1] = _rounded(way.leave), _rounded(way.enter)
        return tuple(
            point
            for at, point in enumerate(points)
            if at in (0, len(points) - 1) or not _in_line(points[at - 1], point, points[at + 1])
        )

    def _meeting(self) -> set[int]:
        """The arrows that cross another or lie on one that they do not join, and those without a way."""
        found = {number for number in self.edges if number not in self.laid.ways}
        for one, other, crossing in self._meetings():
            if crossing or not self._joins(one, other):
                found |= {one, other}
        return found

    def _joins(self, one: int, other: int) -> bool:
        """Whether two arrows may run into one: from two symbols to the same one."""
        first, second = self.laid.wanted[one], self.laid.wanted[other]
        return first.target is second.target and first.source is not second.source

    def _meetings(self) -> Iterator[tuple[int, int, bool]]:
        """Yield the pairs of arrows that meet at each point, and whether they only cross there."""
        at_point: dict[int, dict[int, set[int]]] = {}
        for link, runs in self.laid.links.items():
            number, axis = divmod(link, 2)
            for point in (number, number + self.laid.tracks.moves[axis]):
                if self.laid.met[point] > 1 and self.laid.tracks.inside[point] == FREE:
                    for each, _ in runs:
                        at_point.setdefault(point, {}).setdefault(each, set()).add(axis)
        for axes in at_point.values():
            for one, other in combinations(sorted(axes), 2):
                yield one, other, len(axes[one]) == len(axes[other]) == 1 and axes[one] != axes[other]

    def faults(self) -> int:
        """Return how many arrows lie on another that they do not join, or found no way, or no place for their label."""
        lying = {
            each
            for one, other, crossing in self._meetings()
            if not crossing and not self._joins(one, other)
            for each in (one, other)
        }
        missing = sum(number not in self.laid.ways for number in self.edges)
        unlabelled = sum(bool(edge.label) and number not in self.middles for number, edge in self.edges.items())
        return len(lying) + 1000 * missing + 100 * unlabelled

    def arrows(self) -> Iterator[DrawnArrow]:
        """Yield the arrows as they are to be drawn."""
        for number, edge in self.page.edges:
            yield DrawnArrow(
                edge=edge, page=self.page.number, points=self._corners(number), label_at=self.middles.get(number)
            )

    def cost(self) -> float:
        """Return what all ways cost, as they were when they were laid."""
        return sum(each.cost for each in self.laid.ways.values())


def _middle(symbol: DrawnSymbol) -> Point:
    return symbol.x + symbol.width / 2, symbol.y + symbol.height / 2


def _rounded(port: Port) -> Point:
    return round(port.x, 2), round(port.y, 2)


def _odd(port: Port, symbol: DrawnSymbol) -> float:
    if not port.odd:
        return 0.0
    return _ODD_DECISION if symbol.node.kind is NodeKind.DECISION else _ODD


def _in_line(before: Point, point: Point, after: Point) -> bool:
    return (before[0] == point[0] == after[0]) or (before[1] == point[1] == after[1])
