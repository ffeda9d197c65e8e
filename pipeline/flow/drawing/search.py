"""The cheapest way for an arrow over the tracks of a page, given those that are laid: A* over points and directions."""

from dataclasses import dataclass
from heapq import heappop, heappush

from pipeline.flow.drawing.forms import DOWN, UP, Port
from pipeline.flow.drawing.laid import Laid, Wanted, Way, links
from pipeline.flow.drawing.tracks import FREE

# What a way costs beside its length in points. The order of size is the rule: arrows that lie on each other are worse
# than a label crossed, that is worse than an arrow crossed, and that than a detour.
BEND, CROSSING, JOINING, OVER_LABEL, SHARED = 32.0, 130.0, 3.0, 900.0, 5000.0
# A stretch at a symbol that is too short for its head, or for the eye.
_SHORT, _SHORT_HEAD, _SHORT_TAIL = 6.0, 28.0, 14.0
_NEVER = float("inf")


def find(laid: Laid, wanted: Wanted) -> Way | None:
    """Return the cheapest way; none where every port of one of the symbols is walled in."""
    search = _Search(laid, wanted)
    return search.plain() or search.run()


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """A port with the points between it and the first free one: what it costs, and what it costs to turn there.

    `way` is the direction in which the arrow runs over them.
    """

    port: Port
    way: int
    points: tuple[int, ...]
    cost: float
    turn: float


class _Search:
    """One search: what may be done at each point, and what it costs."""

    def __init__(self, laid: Laid, wanted: Wanted) -> None:
        self.laid, self.tracks = laid, laid.tracks
        self.friends = {
            number
            for number, other in laid.wanted.items()
            if other.target is wanted.target and other.source is not wanted.source
        }
        starts = [
            self._end(port, port.side, stub, cost, _SHORT_TAIL)
            for port, cost in wanted.leave
            if (stub := self.tracks.stub(port, wanted.source))
        ]
        self.starts = {each.points[-1] * 4 + each.way: each for each in reversed(starts)}
        self.goals = [
            self._end(port, (port.side + 2) % 4, stub[::-1], cost, _SHORT_HEAD)
            for port, cost in wanted.enter
            if (stub := self.tracks.stub(port, wanted.target))
        ]

        xs, ys = self.tracks.xs, self.tracks.ys
        self.ends = [(xs[each.points[0]], ys[each.points[0]], each.way, each.cost) for each in self.goals]

    def _end(self, port: Port, way: int, points: tuple[int, ...], cost: float, short: float) -> _End:
        free = points[0] if way != port.side else points[-1]
        length = abs(self.tracks.xs[free] - port.x) + abs(self.tracks.ys[free] - port.y)
        over = sum(self._over(link, to) for link, to in links(self.tracks, points))
        return _End(
            port=port,
            way=way,
            points=points,
            cost=cost + length + over,
            turn=BEND + (short if length < _SHORT else 0.0),
        )

    def _over(self, link: int, to: int) -> float:
        """What it costs to run over a link beside its length."""
        cost = OVER_LABEL if link in self.laid.labels else 0.0
        for number, way in self.laid.links.get(link, ()):
            cost += 0.0 if way == to and number in self.friends else SHARED
        return cost

    def _meet(self, number: int, axis: int, cost: float) -> float:
        """What it costs that arrows run along an axis over a point where this one runs another way, or turns."""
        if not self.laid.met[number]:
            return 0.0
        taken = self.laid.links
        beside = number * 2 + axis, (number - self.tracks.moves[axis]) * 2 + axis
        met = {other for link in beside for other, _ in taken.get(link, ())}
        return sum(JOINING if other in self.friends else cost for other in met)

    def _rest(self, number: int, way: int) -> float:
        """The least that is left to be paid from a point that is reached in a direction."""
        x, y = self.tracks.xs[number], self.tracks.ys[number]
        least = _NEVER
        for to_x, to_y, into, end in self.ends:
            across, down = to_x - x, to_y - y
            cost = abs(across) + abs(down) + end
            # Bends are reckoned only where they can matter: most of the time of a search goes here.
            if cost < least:
                cost += BEND * _bends(way, into, across, down)
                least = min(least, cost)
        return least

    def plain(self) -> Way | None:
        """Return the way straight down, or to the side and then down, where nothing at all is near it.

        Nothing is cheaper than these, so that most arrows need no search.
        """
        goal = next((each for each in self.goals if each.way == DOWN and not each.port.odd), None)
        if goal is None:
            return None
        for start in self.starts.values():
            straight = start.way == DOWN
            if start.port.odd or start.way == UP or (straight and start.port.x != goal.port.x):
                continue
            points = self._walk(start, goal)
            if points and (straight or start.port.y < goal.port.y):
                cost = start.cost + goal.cost + (0.0 if straight else BEND)
                return Way(points=points, leave=start.port, enter=goal.port, cost=cost)
        return None

    def _walk(self, start: _End, goal: _End) -> tuple[int, ...]:
        """The points from a start in its direction and then down to a goal; nothing where something is in the way."""
        tracks = self.tracks
        number, end, found = start.points[-1], goal.points[0], list(start.points)
        if any(self.laid.met[each] for each in (*start.points, *goal.points)):
            return ()
        for way in (start.way, DOWN):
            while number != end and (way == DOWN or number // tracks.height != end // tracks.height):
                then = number + tracks.moves[way]
                link = min(number, then) * 2 + way % 2
                if tracks.inside[then] != FREE or self.laid.met[then] or link in self.laid.labels:
                    return ()
                number = then
                found.append(number)
        return (*found, *goal.points[1:])

    def run(self) -> Way | None:
        """Search from all ports of the source to any of the target."""
        xs, ys, inside, moves = self.tracks.xs, self.tracks.ys, self.tracks.inside, self.tracks.moves
        taken, labels = self.laid.links, self.laid.labels
        best = {state: each.cost for state, each in self.starts.items()}
        came: dict[int, int] = {}
        heap = [(each.cost + self._rest(each.points[-1], each.way), state, -1) for state, each in self.starts.items()]
        heap.sort()
        done: set[int] = set()
        while heap:
            total, state, goal = heappop(heap)
            if goal >= 0:
                self.laid.spent += len(done)
                return self._way(state, self.goals[goal], came, total)
            if state in done:
                continue
            done.add(state)
            number, way = divmod(state, 4)
            straight = best[state] + self._meet(number, 1 - way % 2, CROSSING)
            turned = best[state] + self._turn(state)
            for at, end in enumerate(self.goals):
                if end.points[0] == number and end.way != (way + 2) % 4:
                    into = straight if end.way == way else turned + end.turn - BEND
                    heappush(heap, (into + end.cost, state, at))
            for to in range(4):
                other = number + moves[to]
                if inside[other] != FREE or to == (way + 2) % 4:
                    continue
                cost = straight if to == way else turned
                cost += abs(xs[other] - xs[number]) + abs(ys[other] - ys[number])
                link = min(number, other) * 2 + to % 2
                if link in taken or link in labels:
                    cost += self._over(link, to)
                then = other * 4 + to
                if cost < best.get(then, _NEVER):
                    best[then], came[then] = cost, state
                    heappush(heap, (cost + self._rest(other, to), then, -1))
        return None

    def _turn(self, state: int) -> float:
        start = self.starts.get(state)
        turned = BEND if start is None else start.turn
        return turned + self._meet(state // 4, 0, SHARED) + self._meet(state // 4, 1, SHARED)

    def _way(self, state: int, goal: _End, came: dict[int, int], cost: float) -> Way:
        """Put the way together: the stub at the source, what was found, the stub at the target."""
        found = [state]
        while found[-1] in came:
            found.append(came[found[-1]])
        middle = (each // 4 for each in found[-2::-1])
        start = self.starts[found[-1]]
        return Way(points=(*start.points, *middle, *goal.points[1:]), leave=start.port, enter=goal.port, cost=cost)


def _bends(way: int, into: int, across: float, down: float) -> int:
    """The least number of bends from one direction into another, over so much to the right and so much down."""
    ahead, aside = (across, down) if way % 2 == 0 else (down, across)
    ahead = ahead if way < 2 else -ahead
    if way == into:
        return (0 if aside == 0 else 2) if ahead >= 0 else 4
    if way % 2 == into % 2:
        return 2
    aside = aside if into < 2 else -aside
    return 1 if ahead >= 0 and aside >= 0 else 3
