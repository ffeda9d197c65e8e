"""A flowchart laid over its step table for drawing: pages, rows, columns, symbols, arrows; lengths in points.

Every position is counted from the left and the top of the step table on its own page.
"""

from dataclasses import dataclass

from pipeline.model.sop import Edge, Node

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartColumn:
    """A column of the table: `heading` as printed, `actor` whether it is one of the actors' columns."""

    heading: str
    left: float
    width: float
    actor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """A row of the table: one step, on a page counted from 0, at its exact height."""

    step: int
    page: int
    top: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSymbol:
    """A symbol with its box: `x` and `y` are its left and top."""

    node: Node
    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArrow:
    """An arrow with its corners, from the border of its source to that of its target, where the head stands.

    Each stretch is level or plumb. `label_at` is the middle of its label, none where it has none.
    """

    edge: Edge
    page: int
    points: tuple[Point, ...]
    label_at: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One SOP's chart as it is to be drawn.

    An edge over a page break is drawn as a pair of off-page connectors with the same sign, which are symbols of their
    own; `added` are the nodes that the drawing needs and the flow does not have.
    """

    columns: tuple[ChartColumn, ...]
    rows: tuple[ChartRow, ...]
    header: float
    pages: int
    symbols: tuple[DrawnSymbol, ...]
    arrows: tuple[DrawnArrow, ...]
    added: tuple[Node, ...] = ()
