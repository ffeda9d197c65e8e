"""The XML of a draft's body and its places -> the same bytes with comments and tracked changes put in."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.place import DocxPlace
from pipeline.read.spots import Spot
from pipeline.text import fold
from pipeline.write.diff import changes
from pipeline.write.markup.mark import Edit, Mark, Stamp
from pipeline.write.markup.passage import Cut, Passage, Piece, Touched
from pipeline.write.markup.runs import Pen, corrected, look, shown
from pipeline.write.spans import Element, NotSound, Part

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Whatever stands in these is another text, or none that is read.
_PASSED_OVER = frozenset(("txbxContent", "Fallback", "pPr", "rPr", "del", "moveFrom"))
# A run in these is the paragraph's own text, and a tracked change may stand beside it.
_THROUGH = frozenset(("hyperlink", "smartTag", "sdtContent", "sdt", "customXml", "dir", "bdo"))
# A place left open, at the end of a text: dots or lines, or one dash by itself.
_OPEN = re.compile(r"(?:[.…_\-–—]{2,}[\s.…_\-–—]*|(?<![^\s:])[-–—…]\s*)$")
_ID = re.compile(rb':id="(\d{1,9})"')

_FIELD, _BOUND, _BOX = "hasil bidang otomatis Word", "kontrol konten yang terikat data", "di dalam kotak teks"
_MOVED, _UNUSUAL = "sedang dipindahkan oleh perubahan terlacak", "susunan teksnya tidak biasa"
_NOT_FOUND, _SEVERAL = "teksnya tidak dapat ditunjuk tepat", "kata itu ada beberapa kali di tempat yang sama"
_OVERLAPS, _NOWHERE = "bertumpang dengan koreksi lain", "tempatnya tidak ada di badan naskah"


class Body:
    """A draft's body while it is marked."""

    def __init__(self, data: bytes, spots: Sequence[Spot], stamp: Stamp) -> None:
        """Parse the part; raises NotSound where it is written in no way that can be marked."""
        self.part = Part(data)
        self._elements = list(self.part.root.walk())
        self._number = {each: at for at, each in enumerate(self._elements)}
        self._spots = spots
        prefix, name = _prefix(self.part.root)
        self.strict = name == _STRICT
        if not spots:
            raise NotSound("a body without paragraphs")
        # Numbers of revisions must differ from each other and from those of bookmarks.
        numbers = itertools.count(1 + max((int(each) for each in _ID.findall(self.part.data)), default=0))
        self.pen = Pen(prefix, stamp, lambda: next(numbers))
        self._in_fields = frozenset(self._fields())
        self._cuts: dict[Element, list[Cut]] = defaultdict(list)
        # What was corrected already: letters of a text, and what they become.
        self._taken: list[_Taken] = []
        # What paragraphs get that said nothing, or whose open place got it.
        self._filled: dict[Element, str] = {}
        # What is put into paragraphs that are written as one tag.
        self._within: dict[Element, list[bytes]] = defaultdict(list)

    # Places

    def _at(self, place: DocxPlace) -> Iterator[Spot]:
        """Yield the paragraphs at a place, none where the body has no such place."""
        if place.part != "body" or place == DocxPlace():
            return
        if place.table is None or place.paragraph is not None:
            yield from (each for each in self._spots if each.place == place)
            return
        within = [each for each in self._spots if each.place.table == place.table]
        if place.row is not None:
            within = [each for each in within if each.place.row == place.row]
        if place.column is None:
            # Of a row or a table, the first cell that says something stands for all.
            cell = next((_cell(each) for each in within if each.texts), None)
        else:
            # A cell that is merged with those to its left begins before the column asked for.
            cells = [_cell(each) for each in within if (each.place.column or 0) <= place.column]
            cell = max(cells, key=lambda each: each.column or 0, default=None)
        yield from (each for each in within if _cell(each) == cell)

    def _passage(self, spots: Sequence[Spot]) -> Passage:
        """The text of some paragraphs."""
        pieces: list[Piece] = []
        for each in spots:
            pieces += self._pieces(each)
            pieces.append(Piece("\n", each.paragraph))
        return Passage(pieces[:-1])

    def _pieces(self, spot: Spot) -> Iterator[Piece]:
        owners = dict.fromkeys((*(self._paragraph(self._elements[each]) for each in spot.texts),
                                self._elements[spot.paragraph]))  # fmt: skip
        read = frozenset(spot.texts)
        boxed = _BOX if spot.outer != spot.paragraph else ""
        for owner in owners:
            for each in _own(owner):
                if each.name == "t" and self._number[each] in read:
                    yield Piece(shown(each), self._number[owner], each, boxed or self._firm(each))
                elif each.name in _SIGNS and each.parent is not None and each.parent.name == "r":
                    yield Piece(_SIGNS[each.name], self._number[owner])

    def _paragraph(self, element: Element) -> Element:
        return next(each for each in _above(element) if self._is(each, "p"))

    def _is(self, element: Element, name: str) -> bool:
        return element.name == name and element.prefix == self.pen.prefix

    def _firm(self, text: Element) -> str:
        """Why a text cannot be changed in place; nothing where it can."""
        if text in self._in_fields:
            return _FIELD
        run = text.parent
        if run is None or not self._is(run, "r"):
            return _UNUSUAL
        for each in _above(run):
            if self._is(each, "p"):
                return ""
            if each.name == "ins" and each is run.parent:
                continue
            if each.name == "moveTo":
                return _MOVED
            if each.name == "fldSimple":
                return _FIELD
            if each.name not in _THROUGH:
                return _UNUSUAL
            properties = each.find("sdtPr") if each.name == "sdt" else None
            if properties is not None and properties.find("dataBinding") is not None:
                return _BOUND
        return _UNUSUAL

    def _fields(self) -> Iterator[Element]:
        """Yield the texts that a field computed, and would compute again."""
        depth = 0
        for each in self._elements:
            if each.name == "fldChar":
                kind = each.attributes.get(f"{self.pen.prefix}fldCharType", "")
                depth = max(0, depth + {"begin": 1, "end": -1}.get(kind, 0))
            elif depth and each.name == "t":
                yield each

    # Tracked changes

    def track(self, mark: Mark, edit: Edit) -> str:
        """Put a correction into the text; returns why it could not be, nothing where it was or stands there already."""
        spots = tuple(self._at(mark.place))
        if not spots:
            return _NOWHERE
        passage = self._passage(spots)
        if not edit.before:
            return self._fill(passage, spots, edit.after)
        place, before = passage.find(mark.found), fold(edit.before)
        if place is None:
            return _NOT_FOUND
        at = passage.text.find(before, *place)
        if at < 0:
            return _NOT_FOUND
        if passage.text.find(before, at + 1, place[1]) >= 0:
            return _SEVERAL
        after = fold(edit.after)
        region = passage.touched(*passage.raw_range(at, at + len(before)))
        overlapped = [each.said for each in self._taken if any(each.meets(one) for one in region)]
        if overlapped:
            return "" if all(after in each for each in overlapped) else _OVERLAPS
        cuts: list[Cut] = []
        for start, end, new in changes(before, after):
            found = passage.cuts(*passage.raw_range(at + start, at + end), new)
            if isinstance(found, str):
                return found
            cuts += found
        self._take(cuts)
        self._taken += [_Taken(each, after) for each in region]
        return ""

    def _take(self, cuts: Sequence[Cut]) -> None:
        for each in cuts:
            self._cuts[each.element].append(each)

    def _fill(self, passage: Passage, spots: Sequence[Spot], value: str) -> str:
        """Put a value at the end of a place, or where dots leave room for it."""
        own = [each for each in spots if each.outer == each.paragraph]
        if not own:
            return _BOX
        paragraph = self._elements[own[-1].paragraph]
        if paragraph in self._filled:
            return _OVERLAPS
        value = fold(value)
        gap = _OPEN.search(passage.raw)
        if gap is not None:
            found = passage.cuts(gap.start(), gap.end(), value)
        elif passage.text:
            blank = "" if passage.raw[-1:].isspace() else " "
            found = passage.cuts(len(passage.raw), len(passage.raw), blank + value)
        else:
            self.put(paragraph, paragraph.close, self.pen.inserted(self._look_at_end(paragraph), value))
            self._filled[paragraph] = value
            return ""
        if isinstance(found, str):
            return found
        self._take(found)
        self._filled[paragraph] = ""
        return ""

    def _look_at_end(self, paragraph: Element) -> bytes:
        """How a run at the end of a paragraph looks: as the last one does, else as the paragraph's mark."""
        for each in reversed(paragraph.children):
            if self._is(each, "r"):
                return look(self.part, each.find("rPr"))
        properties = paragraph.find("pPr")
        return look(self.part, properties.find("rPr")) if properties is not None else b""

    # Comments

    def comment(self, mark: Mark, number: int) -> tuple[Element, int]:
        """Begin a comment's range at what a mark is about; returns the paragraph and the byte where it has to end."""
        own = tuple(self._at(mark.place))
        spots = own or tuple(self._at(mark.instead)) or self._spots[:1]
        start, end = (self._drawn(mark, own) or self._worded(mark, own) if own else None) or (None, None)
        first, last = self._elements[spots[0].outer], self._elements[spots[-1].outer]
        if start is not None and start.parent is not None and end is not None and end.parent is not None:
            first, last = start.parent, end.parent
        properties = first.find("pPr")
        begin = start.start if start else properties.end if properties else first.inner
        self.put(first, begin, self.pen.tag("commentRangeStart", b"", id=number))
        return last, end.end if end else last.close

    def end_comment(self, number: int, paragraph: Element, at: int) -> None:
        """End a comment's range, and show its sign."""
        sign = self._look_at_end(paragraph) + self.pen.tag("commentReference", b"", id=number)
        self.put(paragraph, at, self.pen.tag("commentRangeEnd", b"", id=number) + self.pen.tag("r", sign))

    def _drawn(self, mark: Mark, spots: Sequence[Spot]) -> tuple[Element, Element] | None:
        drawings = spots[0].drawings
        if not 0 < mark.drawing <= len(drawings):
            return None
        child = self._child(self._elements[drawings[mark.drawing - 1]])
        return child, child

    def _worded(self, mark: Mark, spots: Sequence[Spot]) -> tuple[Element, Element] | None:
        passage = self._passage(spots)
        found = passage.find(mark.found)
        if found is None:
            return None
        touched = passage.touched(*passage.raw_range(*found))
        elements = [each.piece.element for each in touched if each.piece.element is not None]
        return (self._child(elements[0]), self._child(elements[-1])) if elements else None

    def _child(self, element: Element) -> Element:
        """The child of the outermost paragraph that holds an element: Word takes no comment inside a text box."""
        found = element
        below = element
        for each in _above(element):
            if self._is(each, "p"):
                found = below
            below = each
        return found

    # Bytes

    def put(self, paragraph: Element, at: int, new: bytes) -> None:
        """Put bytes into a paragraph before the byte `at`."""
        if self.part.is_empty_tag(paragraph):
            self._within[paragraph].append(new)
        else:
            self.part.replace(at, at, new)

    def result(self) -> bytes:
        """Return the part with all that was put in; raises NotSound."""
        for paragraph, pieces in self._within.items():
            self.part.insert_in(paragraph, paragraph.close, b"".join(pieces))
        by_run: dict[Element, dict[Element, list[Cut]]] = defaultdict(dict)
        for text, cuts in self._cuts.items():
            if text.parent is not None:
                by_run[text.parent][text] = cuts
        for run, texts in by_run.items():
            self.part.replace(run.start, run.end, self.pen.rewritten(self.part, run, texts))
        return self.part.result()

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield each paragraph's text, with all changes of ours rejected and with all accepted."""
        before: dict[Element, list[str]] = {each: [] for each in self._elements if self._is(each, "p")}
        after: dict[Element, list[str]] = {each: [] for each in before}
        for each in self._elements:
            if self._is(each, "t"):
                owner = next((one for one in _above(each) if one in before), None)
                if owner is not None:
                    before[owner].append(shown(each))
                    after[owner].append(corrected(each, self._cuts.get(each, ())))
        for each in before:
            yield "".join(before[each]), "".join(after[each]) + self._filled.get(each, "")


class _Taken(NamedTuple):
    """Letters that were corrected, and what they become."""

    letters: Touched
    said: str

    def meets(self, other: Touched) -> bool:
        ours = self.letters
        return ours.piece.element is other.piece.element and ours.start < other.end and other.start < ours.end


def _cell(spot: Spot) -> DocxPlace:
    return spot.place._replace(paragraph=None)


def _above(element: Element) -> Iterator[Element]:
    """Yield what an element stands in, from the inside outwards."""
    found = element.parent
    while found is not None:
        yield found
        found = found.parent


def _own(paragraph: Element) -> Iterator[Element]:
    """Yield what a paragraph itself prints, in its order."""
    for each in paragraph.children:
        if each.name not in _PASSED_OVER:
            yield each
            yield from _own(each)


def _prefix(root: Element) -> tuple[str, str]:
    """The prefix of Word's own names, and what it stands for."""
    for name, value in root.attributes.items():
        if name.startswith("xmlns:") and value in (_W, _STRICT):
            return f"{name.removeprefix('xmlns:')}:", value
    raise NotSound(root.tag)
