"""The tree of a part -> its paragraphs and tables on an explicit grid, drawings and notes at their places.

One pass over the whole tree in the order of the text, as `iter` gives it: wrappers (controls, insertions, links, smart
tags, elements that nobody knows) are looked through by themselves, and whatever belongs to a container finds it by its
parents. Walking child by child costs three times as much.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.model.draft import Block, Drawing, Revision, Unread
from pipeline.model.place import DocxPlace
from pipeline.read.making import Closing, Holder, OpenCell, OpenParagraph, OpenRow, OpenTable
from pipeline.read.numbering import Numbering
from pipeline.read.properties import Properties
from pipeline.read.repeats import Shared
from pipeline.read.settle import GONE, JOINED, UNSETTLED, in_form, raw_text, settle
from pipeline.read.shapes import Graphics, drawings, not_read
from pipeline.read.styles import Styles
from pipeline.read.symbols import is_symbol_font, lettered, symbol
from pipeline.read.vml import pictures
from pipeline.read.xml import CHOICE, R_PR, M, P, R, T, W, chosen, first, named, nearest, number, parent, value

_TBL, _TR, _TC, _CELL_INS, _CELL_DEL = (W + name for name in ("tbl", "tr", "tc", "cellIns", "cellDel"))
_TR_PR, _BOX, _VAL, _ID, _SECTION, _SECTION_BEFORE, _MATH = (
    *(W + name for name in ("trPr", "txbxContent", "val", "id", "sectPr", "sectPrChange")), M + "t"
)  # fmt: skip
_DRAWING, _PICT, _OBJECT, _BR, _SYM, _FIELD, _SDT, _ALT, _SIMPLE = (
    W + name for name in ("drawing", "pict", "object", "br", "sym", "fldChar", "sdt", "altChunk", "fldSimple")
)
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_NOTES = {
    W + "commentRangeStart": "comment", W + "commentReference": "comment", W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
}  # fmt: skip
_TAB_STOPS, _PAGE_START = W + "tabs", W + "lastRenderedPageBreak"
_COME, _GONE = (W + "ins", W + "moveTo"), (W + "del", W + "moveFrom")
_FORMAT_CHANGES = tuple(f"{W}{name}PrChange" for name in ("p", "r", "tbl", "tr", "tc", "sect", "tblEx"))
_STRANGE = {
    _ALT: "isi yang disisipkan dari berkas lain (altChunk)", W + "subDoc": "bagian dari naskah lain (subdokumen)",
    W + "contentPart": "tulisan tangan (ink)",
}  # fmt: skip
# Word makes no table wider; a damaged file may claim two thousand million columns and take all memory.
_MOST_COLUMNS = 63
# The frames of a drawing that depend on where in its paragraph it stands.
_FROM_TEXT = ("character", "char", "line")
# Nobody types a sentence in a symbol font: only texts as short as this are looked at for one.
_SIGN = 3
# A text box with a table, with lines of `label: value` or with so many paragraphs is a page and no symbol's caption.
_PAGE_IN_BOX = 4


@dataclass(slots=True, kw_only=True)
class Part:
    """What was read of one part of a Word file."""

    name: str
    blocks: tuple[Block, ...] = ()
    drawings: list[Drawing] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    held: Counter[str] = field(default_factory=Counter)
    # Where a comment's or a footnote's sign stands, by kind and id.
    signs: dict[tuple[str, str], DocxPlace] = field(default_factory=dict)
    sections: list[etree._Element] = field(default_factory=list)
    page_starts: list[DocxPlace] = field(default_factory=list)


def read_part(root: etree._Element, name: str, styles: Styles, numbering: Numbering, shared: Shared) -> Part:
    """Return what stands in a part; `shared` are the properties that were taken out of it. Its tree is changed."""
    reading, left_out = _read(root, name, styles, shared)
    part = reading.finish(numbering)
    part.held += left_out
    return part


def elements(
    root: etree._Element, name: str, styles: Styles
) -> tuple[list[OpenParagraph], list[tuple[etree._Element, OpenParagraph]]]:
    """Return the paragraphs of a part and its drawings, each with its element: as `read_part` reads them."""
    reading, _ = _read(root, name, styles, {})
    return reading.paragraphs, [(drawing, paragraph) for drawing, paragraph, _ in reading.drawn]


def _read(root: etree._Element, name: str, styles: Styles, shared: Shared) -> tuple["_Reading", Counter[str]]:
    properties = Properties(styles, shared)
    reading = _Reading(root, name, properties)
    if not styles.hidden and reading.take_all():
        return reading, Counter()
    # Something rare stands in it (a tracked deletion, hidden text, a field): settle it, then read it again.
    left_out = settle(root, styles)
    reading = _Reading(root, name, properties)
    reading.take_all(settled=True)
    return reading, left_out


class _Reading:
    """The state of the pass: the containers known so far, and where text goes now."""

    def __init__(self, root: etree._Element, name: str, properties: Properties) -> None:
        self.part = Part(name=name)
        self.properties = properties
        self.settled = False
        self.element = root
        self.root = Holder(DocxPlace(name))
        self.holders: dict[etree._Element | None, Holder] = {root: self.root}
        self.tables: dict[etree._Element | None, OpenTable] = {}
        self.rows: dict[etree._Element | None, OpenRow] = {}
        # Whatever stands in no paragraph, in a damaged file.
        self.stray = self.paragraph = OpenParagraph(root, DocxPlace(name))
        self.cell = DocxPlace(name)
        self.paragraphs: list[OpenParagraph] = []
        # The paragraphs that hold a text box: text after the box is theirs again.
        self.outer: dict[etree._Element, OpenParagraph] = {}
        self.boxes: dict[etree._Element, Holder] = {}
        self.told: set[Holder] = set()
        # Each drawing with its paragraph and how much that printed before.
        self.drawn: list[tuple[etree._Element, OpenParagraph, int]] = []
        self.doubtful = False

    def take_all(self, *, settled: bool = False) -> bool:
        """Take every element; returns whether all were, and nothing turned up that has to be settled first."""
        takes = _TAKE_SETTLED if settled else _TAKE
        self.settled = settled
        for each in self.element.iter(*_ASKED):
            take = takes.get(each.tag)
            if take is not None:
                take(self, each)
            elif not settled:
                return False
        return not self.doubtful

    # Containers

    def open_table(self, element: etree._Element) -> None:
        holder = self.holder(element)
        table = OpenTable(element, DocxPlace(self.part.name, None, len(self.tables) + 1), len(self.part.sections))
        self.tables[element] = table
        holder.blocks.append(table)

    def open_row(self, element: etree._Element) -> None:
        table = nearest(element, self.tables)
        if table is None:
            return
        properties = first(element, _TR_PR)
        place = DocxPlace(self.part.name, None, table.place.table, len(table.rows) + 1)
        before = value(properties, "gridBefore")
        column = 0 if before is None else min(max(0, int(number(before))), _MOST_COLUMNS)
        row = self.rows[element] = OpenRow(place, properties, column)
        gone = element.get(GONE) if self.settled else None
        if gone is not None:
            self.revise("row deleted", first(properties, W + "del"), gone, place)
            return
        inserted = first(properties, W + "ins")
        if inserted is not None:
            self.revise("row inserted", inserted, raw_text(element).replace("\n", " | "), place)
        table.rows.append(row)

    def open_cell(self, element: etree._Element) -> None:
        row = self.rows.get(element.getparent()) or nearest(element, self.rows)
        if row is None:
            return
        at = row.place
        place = DocxPlace(at.part, None, at.table, at.row, row.column + 1)
        gone = element.get(GONE) if self.settled else None
        if gone is not None:
            self.revise("cell deleted", first(first(element, W + "tcPr"), _CELL_DEL), gone, place)
            return
        span, merge, beside = self.properties.cell(element)
        cell = self.holders[element] = OpenCell(place, row.column, span, merge, beside=beside)
        row.cells.append(cell)
        row.column += span
        self.cell = place

    def holder(self, element: etree._Element) -> Holder:
        """The container that a block stands in, whatever wraps it."""
        return nearest(element, self.holders) or self.root

    def open_box(self, element: etree._Element) -> None:
        owner = self.owner(element) if self.outer else self.paragraph
        self.outer.setdefault(owner.element, owner)
        self.holders[element] = self.boxes[element] = Holder(owner.place)
        if owner.boxes is None:
            owner.boxes = []
        owner.boxes.append(self.boxes[element])

    # Text

    def open_paragraph(self, element: etree._Element) -> None:
        holder = self.holders.get(element.getparent()) or self.holder(element)
        at = holder.place
        if at.paragraph is not None:
            # A text box stands where its anchor does.
            place = at
        else:
            holder.count += 1
            place = DocxPlace(at.part, holder.count, at.table, at.row, at.column)
        self.paragraph = OpenParagraph(element, place)
        self.paragraphs.append(self.paragraph)
        holder.blocks.append(self.paragraph)
        for each in element.get(JOINED, "").splitlines() if self.settled else ():
            author, _, date = each.partition("\t")
            self.part.held["revisions"] += 1
            self.part.revisions.append(
                Revision(kind="paragraph joined", author=author, date=date, text="", place=place)
            )

    def text(self, element: etree._Element) -> None:
        text = element.text
        if not text:
            return
        paragraph = self.paragraph if not self.outer else self.owner(element)
        if paragraph.run is None or len(text) <= _SIGN:
            run = parent(element)
            if run.tag == R:
                if paragraph.run is None:
                    paragraph.run = run
                font = self.properties.letters(run)[1] if len(text) <= _SIGN else None
                if font is not None and is_symbol_font(font):
                    text = lettered(font, text)
        paragraph.out.append(text)

    def owner(self, element: etree._Element) -> OpenParagraph:
        """The paragraph that a text stands in, once boxes with paragraphs of their own have been met."""
        above = parent(element)
        while above.tag != P and above is not self.element:
            above = parent(above)
        return self.paragraph if above is self.paragraph.element else self.outer.get(above, self.paragraph)

    def show(self, element: etree._Element, text: str) -> None:
        if text:
            (self.owner(element) if self.outer else self.paragraph).out.append(text)

    def line_break(self, element: etree._Element) -> None:
        self.show(element, "\f" if element.get(W + "type") == "page" else "\n")

    def sign(self, element: etree._Element) -> None:
        # Where a paragraph's tab stops are stands in its properties, under the same name.
        if parent(element).tag != _TAB_STOPS:
            self.show(element, _SIGNS[element.tag])

    def symbol(self, element: etree._Element) -> None:
        self.show(element, symbol(element.get(W + "font", ""), element.get(W + "char", "")))

    def field(self, element: etree._Element) -> None:
        if element.tag == _SIMPLE or element.get(W + "fldCharType") == "begin":
            self.part.held["fields"] += 1
            self.show(element, in_form(element))

    # What stands beside the text

    def draw(self, element: etree._Element) -> None:
        paragraph = self.owner(element) if self.outer else self.paragraph
        self.drawn.append((element, paragraph, len(paragraph.out)))

    def note(self, element: etree._Element) -> None:
        # A range may begin between two paragraphs; its sign comes later, in a run. What was deleted has none.
        gone = self.settled and next(element.iterancestors(*_GONE), None) is not None
        if element.getparent() not in self.holders and not gone:
            self.part.signs.setdefault((_NOTES[element.tag], element.get(_ID, "")), self.paragraph.place)

    def change(self, element: etree._Element) -> None:
        if parent(element).tag not in _NOT_TEXT:
            self.revise(named(element.tag), element, raw_text(element), self.paragraph.place)

    def insert_cell(self, element: etree._Element) -> None:
        self.revise("cell inserted", element, raw_text(parent(parent(element))), self.cell)

    def control(self, element: etree._Element) -> None:  # noqa: ARG002 - every element is taken the same way
        self.part.held["content controls"] += 1

    def format_change(self, element: etree._Element) -> None:  # noqa: ARG002 - every element is taken the same way
        self.part.held["format changes"] += 1

    def strange(self, element: etree._Element) -> None:
        self.part.held["alt chunks" if element.tag == _ALT else named(element.tag)] += 1
        place = self.paragraph.place
        if element.tag == _ALT:
            # A block of its own, after the paragraphs that stand before it.
            holder = self.holder(element)
            place = holder.place._replace(paragraph=holder.count or None)
        self.part.unread.append(Unread(what=_STRANGE[element.tag], place=place))

    def section(self, element: etree._Element) -> None:
        # What the page set-up was before a tracked change stands within it.
        if parent(element).tag != _SECTION_BEFORE:
            self.part.sections.append(element)

    def revise(self, kind: str, element: etree._Element | None, text: str, at: DocxPlace) -> None:
        self.part.held["revisions"] += 1
        author, date = ("", "") if element is None else (element.get(W + "author", ""), element.get(W + "date", ""))
        self.part.revisions.append(Revision(kind=kind, author=author, date=date, text=text, place=at))

    def page_start(self, element: etree._Element) -> None:
        self.part.page_starts.append((self.owner(element) if self.outer else self.paragraph).place)

    def branch(self, element: etree._Element) -> None:
        if chosen(parent(element)) is not element:
            self.doubtful = True

    # The end

    def finish(self, numbering: Numbering) -> Part:
        part = self.part
        closing = Closing(properties=self.properties, numbering=numbering)
        part.blocks = tuple(self.closed(self.root, closing))
        graphics = Graphics(self.properties.shared, self.box_text)
        numbers: Counter[OpenParagraph] = Counter()
        for element, paragraph, printed in self.drawn:
            place = paragraph.place
            numbers[paragraph] += 1
            found = (
                drawings(element, place, graphics)
                if element.tag == _DRAWING
                else pictures(element, place, self.box_text)
            )
            for drawing in found:
                each = drawing._replace(number=numbers[paragraph])
                if printed and (each.anchor.h in _FROM_TEXT or each.anchor.v in _FROM_TEXT):
                    behind = each.anchor._replace(behind="".join(paragraph.out[:printed]))
                    part.drawings.append(each._replace(anchor=behind))
                else:
                    part.drawings.append(each)
                part.held[each.kind] += max(1, len(each.shapes))
                what = not_read(each)
                if what:
                    part.unread.append(Unread(what=what, place=place))
        part.unread.extend(closing.unread)
        for box in self.boxes.values():
            text = _text(box)
            if box not in self.told and text.strip():
                part.unread.append(Unread(what=f"teks dalam kotak yang tidak terbaca: {text}", place=box.place))
        if self.stray.out:
            part.unread.append(Unread(what="".join(self.stray.out), place=self.stray.place))
        part.held["numbered paragraphs"] += closing.numbered
        part.held["nested tables"] += closing.nested
        part.held["text boxes"] += len(self.boxes)
        return part

    def closed(self, holder: Holder, closing: Closing) -> Iterator[Block]:
        """Yield a holder's blocks; a text box that is a page of its own comes after its anchor."""
        self.told.add(holder)
        for each in holder.blocks:
            yield closing.block(each)
            for box in (each.boxes or ()) if isinstance(each, OpenParagraph) else ():
                if _is_page(box):
                    yield from self.closed(box, closing)

    def box_text(self, content: etree._Element) -> str:
        """The text of a text box, a line a paragraph; nothing for one that is read as a page of its own."""
        box = self.boxes.get(content)
        if box is None or (_is_page(box) and box.place.table is None):
            return ""
        self.told.add(box)
        return _text(box)


def _text(box: Holder) -> str:
    return "\n".join("".join(each.out).replace("\f", "") for each in _paragraphs(box))


def _paragraphs(holder: Holder) -> Iterator[OpenParagraph]:
    for each in holder.blocks:
        if isinstance(each, OpenParagraph):
            yield each
        else:
            for row in each.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)


def _is_page(box: Holder) -> bool:
    if any(isinstance(each, OpenTable) for each in box.blocks):
        return True
    texts = ["".join(each.out) for each in box.blocks if isinstance(each, OpenParagraph) and each.out]
    return len(texts) >= _PAGE_IN_BOX or sum(":" in each for each in texts) > 1


_NOT_TEXT = frozenset((R_PR, _TR_PR, W + "numPr", W + "tcPr"))
_TAKE: dict[str, Callable[[_Reading, etree._Element], None]] = {
    P: _Reading.open_paragraph, T: _Reading.text, _MATH: _Reading.text, _TC: _Reading.open_cell,
    _TR: _Reading.open_row, _TBL: _Reading.open_table, _CELL_INS: _Reading.insert_cell, _BOX: _Reading.open_box,
    _DRAWING: _Reading.draw, _PICT: _Reading.draw, _OBJECT: _Reading.draw, _BR: _Reading.line_break,
    _SYM: _Reading.symbol, _SIMPLE: _Reading.field, _SDT: _Reading.control, _SECTION: _Reading.section,
    CHOICE: _Reading.branch, _PAGE_START: _Reading.page_start, **dict.fromkeys(_SIGNS, _Reading.sign),
    **dict.fromkeys(_NOTES, _Reading.note),
    **dict.fromkeys(_COME, _Reading.change), **dict.fromkeys(_STRANGE, _Reading.strange),
    **dict.fromkeys(_FORMAT_CHANGES, _Reading.format_change),
}  # fmt: skip
_TAKE_SETTLED = {**_TAKE, _FIELD: _Reading.field, **dict.fromkeys(_GONE, _Reading.change)}
_ASKED = (*_TAKE, *UNSETTLED)
