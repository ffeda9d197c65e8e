"""All strokes of a chart with their options -> one option each, for the least cost of the whole chart.

The nearest symbol is not always the one that is meant: an arrow that stops short may lie nearer to a neighbour. What a
chart is like decides then: nobody draws the same arrow twice, every symbol but the first is reached and every one but
the last is left.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.flow.ends import Option, rivals
from pipeline.flow.symbols import Symbol
from pipeline.model.sop import NodeKind

# What a flaw of the whole chart costs, in points of distance: the same arrow twice, a symbol that nothing reaches or
# leaves, a way out too many. So much farther an end may lie from what makes sense than from what does not.
_TWICE, _CUT_OFF, _TOO_MANY = 14.0, 9.0, 4.0
# Beyond this many rounds nothing is gained: each only ever lowers the cost.
_ROUNDS = 12
# A reading that costs so much less than the next best one is half as doubtful.
_CLEAR = 7.0
# The two ends' distances in sum at which an arrow is no surer than a guess.
_DOUBTFUL = 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The option taken for a stroke, how sure it is (0 to 1), and the next best pair."""

    option: Option
    sure: float
    otherwise: tuple[str, str] | None


def choose(readings: Sequence[tuple[Option, ...]], symbols: Sequence[Symbol]) -> tuple[Choice, ...]:
    """Return a choice for each stroke that has options at all; `readings` holds them, the cheapest first."""
    board = _Board(readings, symbols)
    open_ones = [at for at, each in enumerate(readings) if len({option.pair for option in each}) > 1]
    for _ in range(_ROUNDS):
        if not sum(board.improve(at) for at in open_ones):
            break
    return tuple(board.choice(at) for at in range(len(readings)))


class _Board:
    """The options taken so far, and how often each pair and each end is."""

    def __init__(self, readings: Sequence[tuple[Option, ...]], symbols: Sequence[Symbol]) -> None:
        self.readings = readings
        self.taken = [each[0] for each in readings]
        self.pairs = Counter(each.pair for each in self.taken)
        self.out = Counter(each.source for each in self.taken)
        self.into = Counter(each.target for each in self.taken)
        self.kinds = {each.node.id: each.node.kind for each in symbols}
        names = [each.node.id for each in symbols]
        self.first, self.last = (names[0], names[-1]) if names else ("", "")

    def improve(self, at: int) -> bool:
        """Take the best option of a stroke as the others stand; whether it is another one than before."""
        before = self.taken[at]
        self._count(before, -1)
        best = min(self.readings[at], key=self._price)
        self._count(best, 1)
        self.taken[at] = best
        return best.pair != before.pair

    def choice(self, at: int) -> Choice:
        """Return what was taken for a stroke, against the best that says something else."""
        taken = self.taken[at]
        self._count(taken, -1)
        price = self._price(taken)
        rival = min(rivals((taken, *self.readings[at])), key=self._price, default=None)
        margin = math.inf if rival is None else max(0.0, self._price(rival) - price)
        self._count(taken, 1)
        sure = (1.0 - taken.cost / _DOUBTFUL) * (1.0 - 0.5 * 2.0 ** (-margin / _CLEAR))
        return Choice(
            option=taken,
            sure=round(max(0.05, min(sure, taken.most)), 2),
            otherwise=None if rival is None else rival.pair,
        )

    def _count(self, option: Option, step: int) -> None:
        self.pairs[option.pair] += step
        self.out[option.source] += step
        self.into[option.target] += step

    def _price(self, option: Option) -> float:
        """What an option costs while its own stroke counts for nothing: what it mends makes it cheaper."""
        price = option.cost
        if self.pairs[option.pair]:
            price += _TWICE
        if not self.out[option.source] and option.source != self.last:
            price -= _CUT_OFF
        if not self.into[option.target] and option.target != self.first:
            price -= _CUT_OFF
        most = 2 if self.kinds.get(option.source) is NodeKind.DECISION else 1
        if self.out[option.source] >= most:
            price += _TOO_MANY
        return price
