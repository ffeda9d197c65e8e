"""The arrows and labels that are laid on a page so far: what runs over each link between two points of its tracks."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.flow.drawing.forms import Port
from pipeline.flow.drawing.tracks import Tracks
from pipeline.model.chart import DrawnSymbol

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An arrow to be laid: its number, the symbols that it joins, and the ports it may use with what each costs."""

    number: int
    source: DrawnSymbol
    target: DrawnSymbol
    leave: Sequence[tuple[Port, float]]
    enter: Sequence[tuple[Port, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The points of an arrow, each beside the last, the ports at its ends, and what it costs among the others."""

    points: tuple[int, ...]
    leave: Port
    enter: Port
    cost: float


class Laid:
    """What is laid. A link has the number of its left or upper point, doubled, plus one if it is plumb.

    `met` counts the arrows over each point, `spent` the points that were looked at to find their ways.
    """

    def __init__(self, tracks: Tracks) -> None:
        self.tracks = tracks
        self.links: dict[int, list[tuple[int, int]]] = {}
        self.ways: dict[int, Way] = {}
        self.wanted: dict[int, Wanted] = {}
        self.labels: dict[int, list[int]] = {}
        self.met: Counter[int] = Counter()
        self.spent = 0

    def lay(self, wanted: Wanted, way: Way) -> None:
        """Add an arrow."""
        self.ways[wanted.number], self.wanted[wanted.number] = way, wanted
        for link, to in links(self.tracks, way.points):
            self.links.setdefault(link, []).append((wanted.number, to))
        self.met.update(way.points)

    def lift(self, number: int) -> None:
        """Take an arrow away again."""
        points = self.ways.pop(number).points
        self.met.subtract(points)
        for link, to in links(self.tracks, points):
            self.links[link].remove((number, to))
            if not self.links[link]:
                del self.links[link]

    def mark(self, number: int, box: Box) -> None:
        """Let the label of an arrow be in the way of the others."""
        for link in _under(self.tracks, box):
            self.labels.setdefault(link, []).append(number)

    def clear(self, number: int) -> None:
        """Let the label of an arrow be in nobody's way."""
        for link in [link for link, owners in self.labels.items() if number in owners]:
            self.labels[link].remove(number)
            if not self.labels[link]:
                del self.labels[link]


def links(tracks: Tracks, points: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each link of a way with the direction that it is run over in."""
    for one, other in pairwise(points):
        way = tracks.moves.index(other - one)
        yield min(one, other) * 2 + way % 2, way


def _under(tracks: Tracks, box: Box) -> Iterator[int]:
    left, top, right, bottom = box
    for i in range(max(0, bisect_left(tracks.columns, left) - 1), bisect_left(tracks.columns, right)):
        plumb = tracks.columns[i] > left
        for j in range(max(0, bisect_left(tracks.rows, top) - 1), bisect_left(tracks.rows, bottom)):
            number = (i * tracks.height + j) * 2
            if tracks.rows[j] > top:
                yield number
            if plumb:
                yield number + 1
