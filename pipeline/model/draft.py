"""A Word draft as it was read: blocks, drawings and what was seen and not understood; lengths in points.

What a file holds by the hundred is a named tuple: it is as frozen as a dataclass and made in a third of the time.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from pipeline.model.place import DocxPlace


class Merge(StrEnum):
    """What a cell is of a vertical merge."""

    NONE = "none"
    START = "start"
    CONTINUE = "continue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Something that was seen and not understood: what it is, in words, and where."""

    what: str
    place: DocxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A tracked change; the draft's text is read as if it were accepted."""

    kind: str
    author: str
    date: str
    text: str
    place: DocxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What somebody wrote beside the text: a comment, a footnote or an endnote, at the place it is tied to.

    `kind` is comment, footnote or endnote; `date` is ISO 8601 as Word writes it, empty where there is none.
    """

    kind: str
    text: str
    author: str
    date: str
    place: DocxPlace


class Treated(StrEnum):
    """What became of a thing that a file holds."""

    READ = "read"
    NOTED = "noted"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One line of a file's loss report: what it holds besides plain text, how many, and what became of them.

    `read` went into fields, steps or the chart (what of it did not is listed as Unread); `noted` is kept as a fact
    beside the SOP; `unread` could not be read.
    """

    what: str
    count: int
    treated: Treated


class Look(NamedTuple):
    """How a paragraph is set, in points: `line` is one line's height, `space` what stands before and after it."""

    size: float = 10.0
    font: str = ""
    line: float = 11.7
    space: float = 0.0


class Paragraph(NamedTuple):
    """A paragraph's visible text; line breaks are kept as newlines, `listed` if Word numbers it.

    `marker` is the number or bullet that Word prints before it (`3.`, `b)`, `•`), which is no part of the text.
    """

    text: str
    place: DocxPlace
    listed: bool = False
    marker: str = ""
    look: Look = Look()
    page_break: bool = False


class Cell(NamedTuple):
    """A cell on the table's grid: `column` counts grid columns from 0."""

    column: int
    span: int
    merge: Merge
    paragraphs: tuple[Paragraph, ...]
    tables: tuple["Table", ...]
    place: DocxPlace

    @property
    def text(self) -> str:
        """The text of all paragraphs, each on its own line."""
        if len(self.paragraphs) == 1:
            return self.paragraphs[0].text
        return "\n".join([each.text for each in self.paragraphs])


class Row(NamedTuple):
    """A row of cells; `height` is the least height unless `exact`."""

    cells: tuple[Cell, ...]
    height: float
    exact: bool
    header: bool
    place: DocxPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with the widths of its grid columns; `left` is its indent from the text's edge.

    `align` is `center` or `right` where it stands so between the margins.
    """

    widths: tuple[float, ...]
    left: float
    margin: float
    rows: tuple[Row, ...]
    place: DocxPlace
    section: int = 0
    align: str = ""


Block = Paragraph | Table


class Shape(NamedTuple):
    """One drawn thing, its unrotated box relative to the drawing's origin, under DrawingML's preset name.

    `points` are those of a line drawn freely, as shares of the box's width and height. `visible` says that its outline
    is drawn, `filled` that its inside is.
    """

    preset: str
    x: float
    y: float
    width: float
    height: float
    rotation: float = 0.0
    flip_h: bool = False
    flip_v: bool = False
    text: str = ""
    text_box: bool = False
    line: bool = False
    visible: bool = True
    filled: bool = True
    arrow_start: bool = False
    arrow_end: bool = False
    adjust: tuple[float, ...] = ()
    points: tuple[tuple[float, float], ...] = ()
    shape_id: str = ""
    glue_start: str = ""
    glue_end: str = ""


class Anchor(NamedTuple):
    """What a drawing's position is measured from: `h`/`v` name the frame, `dx`/`dy` the offset from it.

    `margin:center` is a frame in which it is aligned. `in_cell` says that a table's cell stands for the page. `behind`
    is what its paragraph prints before the drawing's own place, where the position is measured from there.
    """

    h: str
    dx: float
    v: str
    dy: float
    inline: bool = False
    in_cell: bool = True
    behind: str = ""


class Drawing(NamedTuple):
    """The shapes of one anchor and the paragraph that holds it, of whose drawings it is number `number`, from 1."""

    anchor: Anchor
    shapes: tuple[Shape, ...]
    place: DocxPlace
    width: float
    height: float
    kind: str = "shapes"
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A page set-up, and what its pages print as headers and footers.

    `margins` are the names of those parts, the first page's own before the others; their blocks are in
    `Draft.margins`. `ends` is the number of the paragraph that ends the section, none for the last one.
    """

    width: float
    height: float
    top: float
    left: float
    right: float
    bottom: float
    margins: tuple[str, ...] = ()
    ends: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One Word file as it was read.

    `page_starts` are the paragraphs of the body with which a page began when Word last laid it out, as far as it says.
    """

    file: str
    sha256: str
    blocks: tuple[Block, ...]
    margins: tuple[Block, ...]
    drawings: tuple[Drawing, ...]
    sections: tuple[Section, ...]
    revisions: tuple[Revision, ...]
    held: tuple[Held, ...]
    unread: tuple[Unread, ...]
    notes: tuple[Note, ...] = ()
    page_starts: frozenset[DocxPlace] = frozenset()
