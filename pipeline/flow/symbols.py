"""Shapes over the table -> the symbols of the chart, each in its step and its actor's column."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.flow.layout import Band, Column, Layout, Placed
from pipeline.flow.paths import Point, centre, is_arrow
from pipeline.model.draft import Shape, Unread
from pipeline.model.place import DocxPlace
from pipeline.model.sop import Node, NodeKind
from pipeline.text import fold, key
from pipeline.vocabulary import NO, YES

# The five symbols of PermenPANRB 35/2012 and what people draw in their place.
KINDS = {
    "flowChartTerminator": NodeKind.TERMINATOR,
    "roundRect": NodeKind.TERMINATOR,
    "ellipse": NodeKind.TERMINATOR,
    "flowChartProcess": NodeKind.PROCESS,
    "rect": NodeKind.PROCESS,
    "flowChartAlternateProcess": NodeKind.PROCESS,
    "flowChartPredefinedProcess": NodeKind.PROCESS,
    "flowChartDocument": NodeKind.PROCESS,
    "flowChartInputOutput": NodeKind.PROCESS,
    "parallelogram": NodeKind.PROCESS,
    "flowChartManualOperation": NodeKind.PROCESS,
    "flowChartManualInput": NodeKind.PROCESS,
    "flowChartDecision": NodeKind.DECISION,
    "diamond": NodeKind.DECISION,
    "flowChartOffpageConnector": NodeKind.CONNECTOR,
    "flowChartConnector": NodeKind.CONNECTOR,
    "homePlate": NodeKind.CONNECTOR,
    "pentagon": NodeKind.CONNECTOR,
}
# A hand is not steady: a symbol may reach this far out of its cell, in points.
REACH = 6.0
# One that is anchored in a cell of its own column belongs there although its middle is so far outside the row.
OWN_REACH = 15.0
# So much is sure of a symbol whose anchor and place say different rows, and of one whose middle stands less than `NEAR`
# from the line to the next row or column: a hand that slipped a few millimetres would have put it there.
_SPLIT, _EDGE, NEAR = 0.6, 0.85, 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A node with the shape that it was drawn as, and the number of the drawing that holds it.

    `sure` is how certain its row is, 1 where anchor and place agree.
    """

    node: Node
    shape: Shape
    number: int = 0
    sure: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A Ya or Tidak beside an arrow: its words and where they stand, drawn in a box or typed in a cell.

    `half` is half the width and the height of the box.
    """

    text: str
    at: Point
    place: DocxPlace
    typed: bool = False
    half: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the shapes over a table are: symbols, arrows, notes, and what is none of these."""

    symbols: tuple[Symbol, ...]
    arrows: tuple[Placed, ...]
    notes: tuple[Note, ...]
    unread: tuple[Unread, ...]


def see(layout: Layout) -> Seen:
    """Return what each shape is; symbols are numbered n1, n2 … by step and column."""
    found: list[tuple[int, int, Placed, NodeKind, float]] = []
    arrows: list[Placed] = []
    notes: list[Note] = []
    unread: list[Unread] = []
    rows = _rows(layout.bands)
    for placed in layout.placed:
        shape = placed.shape
        kind = KINDS.get(shape.preset)
        if is_arrow(shape):
            arrows.append(placed)
            if fold(shape.text):
                notes.append(Note(text=fold(shape.text), at=centre(shape), place=placed.drawing.place))
        elif _is_beside(shape):
            if fold(shape.text):
                half = (shape.width / 2, shape.height / 2)
                notes.append(Note(text=fold(shape.text), at=centre(shape), place=placed.drawing.place, half=half))
        elif kind is None:
            unread.append(_unread(f"bentuk “{shape.preset}” yang bukan simbol SOP", placed))
        else:
            cell = _cell(placed, layout, rows)
            if cell is None:
                unread.append(_unread("simbol di luar kolom pelaksana", placed))
            else:
                step, column, sure = cell
                found.append((step, column, placed, kind, sure))
    found.sort(key=lambda each: (each[0], each[1], centre(each[2].shape)))
    return Seen(
        symbols=tuple(_symbols(found, layout.columns)), arrows=tuple(arrows), notes=tuple(notes), unread=tuple(unread)
    )


def _unread(what: str, placed: Placed) -> Unread:
    words = fold(placed.shape.text)
    return Unread(what=f"{what}: {words}" if words else what, place=placed.drawing.place)


def is_note(text: str) -> bool:
    """Return whether a text is the answer to a decision and nothing else."""
    return key(text) in _ANSWERS


def answer(text: str) -> str:
    """Return the contract's label for an answer as drawn: ya, tidak, or the words themselves."""
    word = key(text)
    return {"ya": "ya", "y": "ya", "tidak": "tidak", "tdk": "tidak", "t": "tidak"}.get(word, fold(text))


_ANSWERS = frozenset((*YES, *NO))
_OWN_FORM = ("flowChartDecision", "diamond", "flowChartTerminator", "flowChartOffpageConnector")


def _is_beside(shape: Shape) -> bool:
    """Whether a shape is words beside an arrow; a diamond or a capsule with "Lengkap?" in it is a symbol."""
    if not shape.visible and not shape.filled and shape.text:
        # Neither line nor fill: words and nothing else.
        return True
    if shape.visible and shape.preset not in ("rect", "custom"):
        return is_note(shape.text) and shape.preset not in _OWN_FORM
    return is_note(shape.text) or shape.text_box


def _symbols(found: Sequence[tuple[int, int, Placed, NodeKind, float]], columns: Sequence[Column]) -> Iterator[Symbol]:
    for index, (step, column, placed, kind, sure) in enumerate(found, start=1):
        node = Node(
            id=f"n{index}",
            kind=kind,
            step=step,
            actor=columns[column].actor,
            text=fold(placed.shape.text),
            place=placed.drawing.place,
            drawn=placed.shape.preset,
            drawing=placed.drawing.number,
        )
        yield Symbol(node=node, shape=placed.shape, number=placed.number, sure=sure)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The rows that are steps, from top to bottom, and each of them by its table and row."""

    bands: tuple[Band, ...]
    tops: tuple[float, ...]
    by_place: Mapping[tuple[int | None, int | None], Band]


def _rows(bands: Sequence[Band]) -> _Rows:
    steps = tuple(sorted((each for each in bands if each.step), key=lambda each: each.top))
    return _Rows(
        bands=steps,
        tops=tuple(each.top for each in steps),
        by_place={(each.place.table, each.place.row): each for each in steps},
    )


def _cell(placed: Placed, layout: Layout, rows: _Rows) -> tuple[int, int, float] | None:
    """The step and the index of the actor column over which a symbol stands, and how sure the step is.

    Word moves a shape with its row, so the row of the anchor comes first: for a symbol that reaches a little out of it,
    and somewhat farther for one that is anchored alone in a cell of its own column.
    """
    x, y = centre(placed.shape)
    column = _column(x, layout.columns)
    if column is None:
        return None
    anchor = placed.drawing.place
    own = rows.by_place.get((anchor.table, anchor.row))
    cell = layout.cells.get(anchor._replace(paragraph=None))
    alone = len(placed.drawing.shapes) == 1
    above = alone and cell is not None and cell[0].start <= x <= cell[0].start + cell[0].length
    across = layout.columns[column]
    inner = min(x - across.left, across.right - x)
    if own is not None and _outside(y, own) <= (OWN_REACH if above else REACH):
        return own.step, column, _SPLIT if _outside(y, own) > REACH else _EDGE if inner < NEAR and not above else 1.0
    band = _band(y, rows)
    if band is None:
        return None
    doubtful = (above and own is not None and _outside(y, own) <= 2 * OWN_REACH) or _outside(y, band) > 0
    near = min(inner, y - band.top, band.bottom - y) < NEAR
    return band.step, column, _SPLIT if doubtful else _EDGE if near else 1.0


def _outside(y: float, band: Band) -> float:
    """How far a height is from a row, nothing within it."""
    return max(band.top - y, y - band.bottom, 0.0)


def _column(x: float, columns: Sequence[Column]) -> int | None:
    for index, column in enumerate(columns):
        if column.left <= x < column.right:
            return index
    near = [(min(abs(x - c.left), abs(x - c.right)), index) for index, c in enumerate(columns)]
    return min(near)[1] if near and min(near)[0] <= 2 * REACH else None


def _band(y: float, rows: _Rows) -> Band | None:
    below = bisect_right(rows.tops, y)
    around = rows.bands[max(0, below - 1) : below + 1]
    if not around:
        return None
    nearest = min(around, key=lambda each: _outside(y, each))
    return nearest if _outside(y, nearest) <= 4 * REACH else None
