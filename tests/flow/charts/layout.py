"""The true places of a draft's cells and paragraphs, as measured, and of what is drawn; points of the page."""

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.model.sop import NodeKind
from tests.flow.charts.form import CELL_MARGIN, PAGES, Form, Hook

Point = tuple[float, float]
# One line of Arial or Times New Roman, by its size.
_LINE = 1.149
# From Word 2013 on a cell stands for the page to what hangs in it.
_CELLS_ARE_PAGES = 15


class Part(NamedTuple):
    """A row, or the part of it that stands on one page (from 0)."""

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Measures:
    """The edges of the step table's columns, the parts of each step's row, and page, left and top of each hook."""

    columns: tuple[float, ...]
    rows: tuple[tuple[Part, ...], ...]
    hooks: tuple[tuple[int, float, float], ...]

    def row(self, step: int) -> Part:
        """Return the taller part of a step's row: nobody draws over the other one."""
        return max(self.rows[step - 1], key=lambda part: part.bottom - part.top)

    def actor(self, index: int) -> tuple[float, float]:
        """Return left and right of an actor's column."""
        return self.columns[2 + index], self.columns[3 + index]


@dataclass(frozen=True, slots=True)
class Symbol:
    """A capsule, box, diamond or pentagon over the cell of its step and actor."""

    kind: NodeKind
    step: int
    actor: int
    text: str
    page: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """The centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def port(self, side: str) -> Point:
        """Return the middle of a side."""
        x, y = self.middle
        return {
            "left": (self.x, y),
            "right": (self.x + self.width, y),
            "top": (x, self.y),
            "bottom": (x, self.y + self.height),
        }[side]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow along its points, with its head at the end, the start or nowhere; `words` are its own text.

    `source` and `target` are the positions of its symbols, none for a piece of an arrow; it hangs on the cell of its
    step and actor.
    """

    points: tuple[Point, ...]
    page: int
    step: int
    actor: int
    head: str = "end"
    words: str = ""
    source: int | None = None
    target: int | None = None
    block: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Ya or Tidak in a box without a line."""

    text: str
    page: int
    step: int
    actor: int
    x: float
    y: float
    width: float
    height: float


Thing = Symbol | Arrow | Label


@dataclass(frozen=True, slots=True)
class Frame:
    """What positions are counted from: the hook, the names of Word's frames, and where they begin on the page.

    `in_cell` is what Word is told of a shape whose hook is in a cell: that the cell, not the page, is its frame.
    """

    hook: Hook
    across: str
    down: str
    origin: Point
    in_cell: bool = True


def cell_frame(form: Form, measures: Measures, step: int, column: int) -> Frame:
    """Return the frame of a cell's first paragraph."""
    part = measures.rows[step - 1][0]
    top = part.top
    if form.middle and column >= 2:
        top = (part.top + part.bottom - form.size / 2 * _LINE) / 2
    return Frame(Hook(step, column), "column", "paragraph", (measures.columns[column] + CELL_MARGIN / 20, top))


def page_frame(form: Form, measures: Measures, hook: Hook, across: str, down: str) -> Frame:
    """Return the frame of a hook whose positions are counted from the page, its margin or a paragraph of the text."""
    margin = PAGES[form.page][2] / 20
    if hook.step and form.compat >= _CELLS_ARE_PAGES:
        corner = measures.columns[hook.column], measures.rows[hook.step - 1][0].top
        return Frame(hook, across, down, corner, in_cell=True)
    x, y = (0.0, 0.0) if hook.step else measures.hooks[hook.column - 1][1:]
    left = {"page": 0.0, "margin": margin, "column": margin, "character": x}[across]
    top = {"page": 0.0, "margin": margin, "paragraph": y, "line": y}[down]
    return Frame(hook, across, down, (left, top), in_cell=not hook.step)
