"""One page of a chart -> the tracks that arrows may run on, and which of their crossings lie in or at a symbol."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.flow.drawing.forms import Port
from pipeline.model.chart import DrawnSymbol

# Lanes that lie beside each other are about so far apart; no gap has more of them than this.
_LANE, _MOST = 3.8, 2
# An arrow keeps so far away from symbols that it does not join, and from the track of another symbol's middle.
AWAY = 1.4
_TOO_NEAR = 1.3
FREE, WALL = -1, -2
# Lanes in a tall row do not spread farther than this.
_SPREAD = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row or an actor's column as the lanes see it: its extent, and how far from both ends the symbols are."""

    start: float
    end: float
    before: float
    after: float


class Tracks:
    """The grid of a page with a wall around it.

    A point has the number of its column times `height` plus that of its row.
    `xs` and `ys` say where each point is, `inside` the symbol that it lies in or at: FREE for none, WALL outside.
    """

    def __init__(
        self,
        symbols: Sequence[DrawnSymbol],
        ports: Sequence[Sequence[Port]],
        across: Sequence[Band],
        down: Sequence[Band],
        dense: int,
    ) -> None:
        """Lay the tracks; `dense` is how many lanes each gap has more than usual."""
        flat = [port for each in ports for port in each]
        columns = _merged((port.x for port in flat if port.side % 2), across, dense, list(_gaps(symbols)))
        rows = _merged((port.y for port in flat if not port.side % 2), down, dense, [])
        self.columns, self.rows = [columns[0], *columns, columns[-1]], [rows[0], *rows, rows[-1]]
        self.height = len(self.rows)
        self.moves = (self.height, 1, -self.height, -1)
        self.xs = [x for x in self.columns for _ in self.rows]
        self.ys = self.rows * len(self.columns)
        wall = [WALL] * self.height
        self.inside = [*wall, *([WALL, *[FREE] * len(rows), WALL] * len(columns)), *wall]
        self._column = {x: at for at, x in enumerate(columns, start=1)}
        self._row = {y: at for at, y in enumerate(rows, start=1)}
        for at, each in enumerate(symbols):
            within = _within(rows, each.y, each.y + each.height)
            for i in _within(columns, each.x, each.x + each.width):
                for j in within:
                    self.inside[(i + 1) * self.height + j + 1] = at

    def stub(self, port: Port, symbol: DrawnSymbol) -> tuple[int, ...]:
        """Return the last point in a symbol before a port and the first free one after it; none if walled in."""
        x, y = (port.x, symbol.y + symbol.height / 2) if port.side % 2 else (symbol.x + symbol.width / 2, port.y)
        number = self._column[_rounded(x)] * self.height + self._row[_rounded(y)]
        own, move = self.inside[number], self.moves[port.side]
        while self.inside[number] == own:
            number += move
        return (number - move, number) if self.inside[number] == FREE else ()


def _lanes(band: Band, dense: int) -> Iterator[float]:
    for space, start, to in ((band.before, band.start, 1), (band.after, band.end, -1)):
        if space <= 0:
            continue
        usual = min(_MOST, max(1, round(space / _LANE) - 1))
        many = usual + dense
        apart = min(space / (many + 1), _SPREAD)
        yield from (start + to * apart * (number + 1) for number in range(many))


def _gaps(symbols: Sequence[DrawnSymbol]) -> Iterator[float]:
    """A track between symbols that stand side by side in one cell."""
    ordered = sorted(symbols, key=lambda each: (each.node.step, each.node.actor, each.y, each.x))
    for one, other in pairwise(ordered):
        if (one.node.step, one.node.actor, one.y + one.height / 2) == (
            other.node.step,
            other.node.actor,
            other.y + other.height / 2,
        ):
            yield (one.x + one.width + other.x) / 2


def _merged(fixed: Iterable[float], bands: Sequence[Band], dense: int, others: Sequence[float]) -> list[float]:
    kept = sorted({_rounded(each) for each in (*fixed, *others)})
    found = set(kept)
    for lane in (each for band in bands for each in _lanes(band, dense)):
        at = bisect_left(kept, lane)
        if all(abs(each - lane) >= _TOO_NEAR for each in kept[max(0, at - 1) : at + 1]):
            found.add(_rounded(lane))
    return sorted(found)


def _within(values: Sequence[float], start: float, end: float) -> range:
    return range(bisect_right(values, start - AWAY), bisect_left(values, end + AWAY))


def _rounded(value: float) -> float:
    return round(value, 2)
