"""A drawing and what it is anchored to -> where its origin stands on the endless page.

A position is counted from the edge of a frame, or aligned in it: the page, its margins, the column of text, or the
paragraph; within a table's cell the cell stands for the page, unless the drawing says that it does not.
"""

from dataclasses import dataclass, replace

from pipeline.flow.heights import line_count, line_width
from pipeline.flow.pages import Page
from pipeline.flow.paths import Point
from pipeline.model.draft import Drawing, Look, Paragraph, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch from `start` on, across or down."""

    start: float
    length: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What surrounds an anchor: the cell's box and its text, none outside tables; the paragraph's top; the page."""

    top: float
    page: Page
    section: Section
    paragraph: Paragraph | None = None
    cell: tuple[Span, Span] | None = None
    text: Span | None = None


_PAGE_LIKE = ("page", "leftMargin", "rightMargin", "topMargin", "bottomMargin", "insideMargin", "outsideMargin")
_FROM_CHARACTER = ("character", "char")
_BEFORE = ("left", "top", "inside")
_BEHIND = ("right", "bottom", "outside")


def origin(drawing: Drawing, ground: Ground) -> Point:
    """Return left and top of a drawing, in points; 0, 0 is where the SOP's text begins."""
    anchor = drawing.anchor
    frame_h, _, align_h = anchor.h.partition(":")
    frame_v, _, align_v = anchor.v.partition(":")
    across = _across(frame_h, ground, in_cell=anchor.in_cell)
    down = _down(frame_v, ground, in_cell=anchor.in_cell)
    if ground.paragraph is not None and anchor.behind:
        right, below = _behind(anchor.behind, ground.paragraph.look, across.length)
        across = replace(across, start=across.start + (right if frame_h in _FROM_CHARACTER else 0.0))
        down = replace(down, start=down.start + (below if frame_v == "line" else 0.0))
    return (
        _placed(across, align_h, drawing.width, anchor.dx),
        _placed(down, align_v, drawing.height, anchor.dy),
    )


def _behind(text: str, look: Look, width: float) -> tuple[float, float]:
    """How far to the right and down of its beginning a text leaves off."""
    last = text.rsplit("\n", 1)[-1]
    lines = line_count(text, look.size, width, look.font)
    used = line_width(last, look.size, look.font)
    return (used if used <= width else used % width), (lines - 1) * look.line


def _placed(span: Span, align: str, size: float, offset: float) -> float:
    if align == "center":
        return span.start + (span.length - size) / 2
    if align in _BEHIND:
        return span.start + span.length - size
    return span.start if align in _BEFORE else span.start + offset


def _across(frame: str, ground: Ground, *, in_cell: bool) -> Span:
    section = ground.section
    width = section.width - section.left - section.right
    if ground.cell is not None and ground.text is not None and (in_cell or frame not in (*_PAGE_LIKE, "margin")):
        return ground.cell[0] if frame in _PAGE_LIKE else ground.text
    if frame == "rightMargin":
        return Span(start=width, length=section.right)
    if frame == "leftMargin":
        return Span(start=-section.left, length=section.left)
    return Span(start=-section.left, length=section.width) if frame in _PAGE_LIKE else Span(start=0.0, length=width)


def _down(frame: str, ground: Ground, *, in_cell: bool) -> Span:
    section, page = ground.section, ground.page
    if frame not in (*_PAGE_LIKE, "margin"):
        return Span(start=ground.top, length=0.0)
    if ground.cell is not None and in_cell:
        return ground.cell[1]
    height = section.height - section.top - section.bottom
    if frame == "margin":
        return Span(start=page.body, length=height)
    if frame == "bottomMargin":
        return Span(start=page.body + height, length=section.bottom)
    if frame == "topMargin":
        return Span(start=page.body - section.top, length=section.top)
    return Span(start=page.body - section.top, length=section.height)
