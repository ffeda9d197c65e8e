"""The elements and flows of a diagram -> which way each flow goes, before lengths are known.

Between two columns lies a gap with a line for each flow that goes up or down in it; at the foot of each lane a line for
each flow that goes far along it. No two flows share such a line, so that none seems to lead where it does not.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.write.bpmn_parts import TASK, Arrow, Element

Row = tuple[int, int]


class Side(StrEnum):
    """The side of an element at which a flow leaves or enters."""

    LEFT = "left"
    RIGHT = "right"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class At:
    """A line up or down through an element's side or middle."""

    element: str
    side: Side


@dataclass(frozen=True, slots=True)
class Gap:
    """A line in the gap before a column: in its left part those that come out, then those that cross, then those in."""

    column: int
    part: int
    line: int


@dataclass(frozen=True, slots=True)
class Track:
    """A line along the foot of a lane."""

    lane: int
    line: int


# A corner: where it is across, and where it is down.
Corner = tuple[At | Gap, At | Track]


@dataclass(slots=True)
class Routes:
    """The corners of each flow by its id, and how many lines the gaps and the feet of the lanes hold."""

    corners: dict[str, tuple[Corner, ...]] = field(default_factory=dict)
    gaps: dict[tuple[int, int], int] = field(default_factory=lambda: defaultdict(int))
    tracks: dict[int, int] = field(default_factory=lambda: defaultdict(int))


def tiers(elements: Sequence[Element]) -> dict[str, int]:
    """Return in which row of its lane each element stands: those of one symbol side by side, others below."""
    taken: dict[tuple[int, int, int], set[int]] = defaultdict(set)
    symbols: dict[str, list[Element]] = {}
    for each in elements:
        symbols.setdefault(each.id.rpartition("_")[2], []).append(each)
    found: dict[str, int] = {}
    for together in symbols.values():
        first, slots = together[0], {each.slot for each in together}
        tier = 0
        while taken[first.lane, first.column, tier] & slots:
            tier += 1
        taken[first.lane, first.column, tier] |= slots
        found.update((each.id, tier) for each in together)
    return found


def routes(elements: Sequence[Element], flows: Sequence[Arrow]) -> Routes:
    """Return the way of each flow; the direct ways are taken first, the others go round."""
    board = _Board(elements)
    for each in flows:
        board.straight(each)
    rest = [each for each in flows if each.id not in board.made.corners]
    for each in rest:
        if not board.one_turn(each):
            board.around(each)
    return board.made


class _Board:
    """Where everything stands, and which lines are taken."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self.made = Routes()
        self.by_id = {each.id: each for each in elements}
        self.rows: Mapping[str, Row] = {name: (self.by_id[name].lane, at) for name, at in tiers(elements).items()}
        self.along: dict[Row, list[Element]] = defaultdict(list)
        for each in sorted(elements, key=lambda one: (one.column, one.slot)):
            self.along[self.rows[each.id]].append(each)
        self.left_by: dict[str, set[Side]] = defaultdict(set)
        self.reserved: dict[Row, set[int]] = defaultdict(set)
        self.turns: dict[int, list[tuple[Row, Row]]] = defaultdict(list)

    def straight(self, flow: Arrow) -> None:
        """Lay a flow to the next element of the same row."""
        source, target = self.by_id[flow.source], self.by_id[flow.target]
        row = self.along[self.rows[source.id]]
        at = row.index(source)
        # A second flow between the same two would lie on the first.
        if row[at + 1 : at + 2] == [target] and Side.RIGHT not in self.left_by[source.id]:
            self.left_by[source.id].add(Side.RIGHT)
            self.reserved[self.rows[source.id]] |= set(range(source.column + 1, target.column))
            self.made.corners[flow.id] = (_on(source, Side.RIGHT), _on(target, Side.LEFT))

    def one_turn(self, flow: Arrow) -> bool:
        """Lay a flow to a later column along one row, up or down in one gap, along the other; whether that is free."""
        source, target = self.by_id[flow.source], self.by_id[flow.target]
        before, after = self.rows[source.id], self.rows[target.id]
        if target.column <= source.column or before == after or not self._free_right(source) or self._before(target):
            return False
        between = set(range(source.column + 1, target.column))
        for gap, row in ((target.column, before), (source.column + 1, after)):
            stands = {each.column for each in self.along[row]}
            if between & (stands | self.reserved[row]):
                continue
            # Two that change places in one gap would lie on each other.
            if any({before, after} & {one, other} for one, other in self.turns[gap]):
                continue
            self.turns[gap].append((before, after))
            self.reserved[row] |= between
            self.left_by[source.id].add(Side.RIGHT)
            line = self._gap(gap, 1)
            self.made.corners[flow.id] = (
                _on(source, Side.RIGHT),
                (line, At(source.id, Side.RIGHT)),
                (line, At(target.id, Side.LEFT)),
                _on(target, Side.LEFT),
            )
            return True
        return False

    def around(self, flow: Arrow) -> None:
        """Lay a flow along the foot of its source's lane."""
        source, target = self.by_id[flow.source], self.by_id[flow.target]
        foot = self._track(source.lane)
        corners: list[Corner]
        # A task behind its start event is entered from below.
        blocked = self._below(source) or not self._free_bottom(source) or (source.tag == TASK and self._before(source))
        if blocked and self._free_right(source):
            self.left_by[source.id].add(Side.RIGHT)
            out = self._gap(source.column + 1, 0)
            corners = [_on(source, Side.RIGHT), (out, At(source.id, Side.RIGHT)), (out, foot)]
        else:
            self.left_by[source.id].add(Side.BOTTOM)
            corners = [_on(source, Side.BOTTOM), (At(source.id, Side.BOTTOM), foot)]
        if not self._before(target):
            line = self._gap(target.column, 2)
            corners += [(line, foot), (line, At(target.id, Side.LEFT)), _on(target, Side.LEFT)]
        elif source.lane == target.lane and source is not target:
            corners += [(At(target.id, Side.BOTTOM), foot), _on(target, Side.BOTTOM)]
        else:
            line, last = self._gap(target.column, 2), self._track(target.lane)
            corners += [(line, foot), (line, last)]
            corners += [(At(target.id, Side.BOTTOM), last), _on(target, Side.BOTTOM)]
        self.made.corners[flow.id] = tuple(corners)

    def _free_right(self, element: Element) -> bool:
        beside = [each for each in self.along[self.rows[element.id]] if each.column == element.column]
        return beside[-1] is element and Side.RIGHT not in self.left_by[element.id]

    def _free_bottom(self, element: Element) -> bool:
        return Side.BOTTOM not in self.left_by[element.id]

    def _before(self, element: Element) -> bool:
        beside = [each for each in self.along[self.rows[element.id]] if each.column == element.column]
        return beside[0] is not element

    def _below(self, element: Element) -> bool:
        lane, tier = self.rows[element.id]
        return any(
            each.column == element.column
            for (other, at), row in self.along.items()
            if other == lane and at > tier
            for each in row
        )

    def _gap(self, column: int, part: int) -> Gap:
        self.made.gaps[column, part] += 1
        return Gap(column, part, self.made.gaps[column, part] - 1)

    def _track(self, lane: int) -> Track:
        self.made.tracks[lane] += 1
        return Track(lane, self.made.tracks[lane] - 1)


def _on(element: Element, side: Side) -> Corner:
    return At(element.id, side), At(element.id, side)
