"""The answers written beside a chart's arrows -> the exits of its decisions, all at once.

The nearest exit is not always the one that is meant: where two decisions stand close, each answer belongs to the exit
that leaves the others theirs. Answers left equally near are told apart by what they say: a "tidak" leads back.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.flow.arrows import Joined
from pipeline.flow.paths import Point, to_path
from pipeline.flow.symbols import Note, Symbol, answer
from pipeline.model.sop import Edge, NodeKind

# A note farther than this from a path says nothing about it.
EARSHOT = 60.0
# The first stretch of a path from the diamond carries its label; farther along it costs so much more.
EXIT, _FARTHER = 70.0, 15.0
# What it costs, in points of distance: one answer twice at a decision; a "ya" that leads back, a "tidak" that does not.
_TWICE, _UNLIKELY = 20.0, 6.0
_ROUNDS = 10
_BOX = 0.7
# Two answers that their places part by less than this may be each other's; neither arrow is surer than that then.
_CLOSE, _DOUBTFUL = 24.0, 0.8


def label(joined: Sequence[Joined], notes: Sequence[Note], symbols: Sequence[Symbol]) -> tuple[Joined, ...]:
    """Return the edges with the answers beside them; each answer goes to one exit of a decision at most."""
    step = {each.node.id: each.node.step for each in symbols}
    decisions = {each.node.id for each in symbols if each.node.kind is NodeKind.DECISION}
    exits = [each for each in joined if each.edge.source in decisions]
    deal = _Deal(exits, notes, step)
    labels = {id(exits[at]): answer(notes[note].text) for note, at in deal.best().items()}
    doubtful = {id(exits[at]) for at in deal.doubtful(step)}
    return tuple(
        replace(
            each,
            edge=replace(
                each.edge,
                label=labels.get(id(each), ""),
                sure=min(each.edge.sure, _DOUBTFUL) if id(each) in doubtful else each.edge.sure,
            ),
        )
        for each in joined
    )


class _Deal:
    """The notes of a chart, the exits in earshot of each, and which exit each has so far."""

    def __init__(self, exits: Sequence[Joined], notes: Sequence[Note], step: dict[str, int]) -> None:
        self.exits = exits
        self.words = [answer(each.text) for each in notes]
        self.costs = [dict[int, float]() for _ in notes]
        # Which exit a note has, and which note an exit.
        self.of: dict[int, int] = {}
        self.at: dict[int, int] = {}
        self.beside: dict[str, list[int]] = {}
        for at, each in enumerate(exits):
            self.beside.setdefault(each.edge.source, []).append(at)
        ways = sorted((min(y for _, y in each.path), at) for at, each in enumerate(exits))
        tops = [top for top, _ in ways]
        lows = [max(y for _, y in each.path) for each in exits]
        for costs, word, note in zip(self.costs, self.words, notes, strict=True):
            for _, at in ways[: bisect_right(tops, note.at[1] + EARSHOT)]:
                if lows[at] < note.at[1] - EARSHOT:
                    continue
                distance = min(_distance(note, _exit(exits[at].path)), _distance(note, exits[at].path) + _FARTHER)
                if distance <= EARSHOT:
                    costs[at] = distance
            for at in [at for at in costs if self._is_unlikely(word, at, costs, step)]:
                costs[at] += _UNLIKELY

    def _is_unlikely(self, word: str, at: int, heard: Iterable[int], step: dict[str, int]) -> bool:
        """Whether another exit of the same decision goes where such an answer leads, and this one does not."""
        if word not in ("ya", "tidak"):
            return False
        edge = self.exits[at].edge
        beside = {other for other in self.beside[edge.source] if other in heard}
        return not _leads(word, edge, step) and any(_leads(word, self.exits[o].edge, step) for o in beside)

    def best(self) -> dict[int, int]:
        """Return the exit of each note that has one, for the least distance in all."""
        for _, note, at in sorted(
            (cost, note, at) for note, each in enumerate(self.costs) for at, cost in each.items()
        ):
            if note not in self.of and at not in self.at:
                self._give(note, at)
        for _ in range(_ROUNDS):
            if not sum(self._improve(note, at) for note, costs in enumerate(self.costs) for at in costs):
                break
        return self.of

    def doubtful(self, step: dict[str, int]) -> Iterator[int]:
        """Yield the exits whose answers may be others': they lead elsewhere, are as near, or left none for the exit."""
        for note, at in self.of.items():
            if self.words[note] in ("ya", "tidak") and not _leads(self.words[note], self.exits[at].edge, step):
                yield at
        silent = [at for at in range(len(self.exits)) if at not in self.at]
        if len(self.of) < len(self.costs):
            # Some answer found no exit: whichever has none may be the one.
            yield from silent
        heard = {at for costs in self.costs for at in costs}
        yield from (at for at in silent if at in heard)
        for note, at in self.of.items():
            for beside in self.beside[self.exits[at].edge.source]:
                if beside == at or beside not in self.costs[note]:
                    continue
                other = self.at.get(beside)
                if other is not None and at not in self.costs[other]:
                    continue
                now = self.costs[note][at] + (0.0 if other is None else self.costs[other][beside])
                swapped = self.costs[note][beside] + (0.0 if other is None else self.costs[other][at])
                if swapped - now < _CLOSE:
                    yield from (at, beside)

    def _give(self, note: int, at: int | None) -> None:
        """Give a note a free exit, or none."""
        if note in self.of:
            del self.at[self.of.pop(note)]
        if at is not None:
            self.of[note], self.at[at] = at, note

    def _improve(self, note: int, at: int) -> bool:
        """Give a note an exit, and whoever had that the best one left; whether it lowers the cost."""
        own, other = self.of.get(note), self.at.get(at)
        if other == note:
            return False
        left = () if other is None else (each for each in self.costs[other] if each == own or each not in self.at)
        moved = None if other is None else min(left, key=self.costs[other].__getitem__, default=None)
        touched = [each for each in (own, at, moved) if each is not None]
        before = self._cost(note, other, touched)
        if other is not None:
            self._give(other, None)
        self._give(note, at)
        if other is not None:
            self._give(other, moved)
        if self._cost(note, other, touched) < before - 0.01:
            return True
        self._give(note, None)
        if other is not None:
            self._give(other, at)
        self._give(note, own)
        return False

    def _cost(self, note: int, other: int | None, touched: Sequence[int]) -> float:
        """What two notes cost, and the decisions at the touched exits that have one answer twice."""
        alone = sum(
            self.costs[each][self.of[each]] if each in self.of else EARSHOT
            for each in (note, other)
            if each is not None
        )
        decisions = {self.exits[at].edge.source for at in touched}
        given = (Counter(self.words[self.at[at]] for at in self.beside[name] if at in self.at) for name in decisions)
        return alone + _TWICE * sum(count - 1 for each in given for count in each.values())


def _leads(word: str, edge: Edge, step: dict[str, int]) -> bool:
    """Whether an edge goes where its answer usually leads: "ya" on, "tidak" back."""
    return (step[edge.target] <= step[edge.source]) is (word == "tidak")


def _distance(note: Note, way: Sequence[Point]) -> float:
    """How far an answer is from an exit: mostly by its box, a little by its middle, which parts what it touches."""
    (x, y), (half_x, half_y) = note.at, note.half
    nearest = min(
        math.hypot(
            max(min(start[0], end[0]) - x - half_x, x - half_x - max(start[0], end[0]), 0.0),
            max(min(start[1], end[1]) - y - half_y, y - half_y - max(start[1], end[1]), 0.0),
        )
        for start, end in pairwise(way)
    )
    return _BOX * nearest + (1 - _BOX) * to_path(note.at, way)


def _exit(points: Sequence[Point]) -> tuple[Point, ...]:
    """The first stretch of a path."""
    kept = [points[0]]
    left = EXIT
    for start, end in pairwise(points):
        length = abs(end[0] - start[0]) + abs(end[1] - start[1])
        if length >= left and length > 0:
            share = left / length
            kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
            break
        kept.append(end)
        left -= length
    return tuple(kept)
