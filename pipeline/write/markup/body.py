"""The XML of a draft's body and its places -> the same bytes with comments and tracked changes put in."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.place import DocxPlace
from pipeline.read.spots import Firm, Spot, Spots
from pipeline.text import fold
from pipeline.write.diff import changes
from pipeline.write.markup.mark import NOWHERE, Edit, Mark, Stamp
from pipeline.write.markup.passage import Cut, Passage, Piece, Touched
from pipeline.write.markup.places import Paragraphs, above
from pipeline.write.markup.runs import Pen, corrected, look, shown
from pipeline.write.spans import Edits, Element, NotSound

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Whatever stands in these is another text, or none that is read.
_PASSED_OVER = frozenset(("txbxContent", "Fallback", "drawing", "pict", "object", "pPr", "rPr", "del", "moveFrom"))
# A run in these is the paragraph's own text, and a tracked change may stand beside it.
_THROUGH = frozenset(("hyperlink", "smartTag", "sdtContent", "sdt", "customXml", "dir", "bdo"))
# A place left open, at the end of a text: dots or lines, or one dash by itself.
_OPEN = re.compile(r"(?:[.…_\-–—]{2,}[\s.…_\-–—]*|(?<![^\s:])[-–—…]\s*)$")
_ID = re.compile(rb':id="(\d{1,9})"')

_FIRM = {
    Firm.FIELD: "hasil bidang otomatis Word", Firm.BOUND: "kontrol konten yang terikat data",
    Firm.MOVED: "sedang dipindahkan oleh perubahan terlacak",
}  # fmt: skip
_BOX, _UNUSUAL, _NOWHERE = "di dalam kotak teks", "susunan teksnya tidak biasa", "tempatnya tidak ada di badan naskah"
_NOT_FOUND, _SEVERAL = "teksnya tidak dapat ditunjuk tepat", "kata itu ada beberapa kali di tempat yang sama"
_OVERLAPS = "bertumpang dengan koreksi lain"


class Body:
    """A draft's body while it is marked."""

    def __init__(self, data: bytes, spots: Spots, stamp: Stamp) -> None:
        """Take the part; raises NotSound where it is written in no way that can be marked."""
        if not spots.spots:
            raise NotSound("a body without paragraphs")
        self._part = Edits(data)
        self._spots = spots
        self._paragraphs = Paragraphs(self._part, spots)
        # Numbers of revisions must differ from each other and from those of bookmarks.
        numbers = itertools.count(1 + max((int(each) for each in _ID.findall(self._part.data)), default=0))
        self.pen = Pen(spots.prefix, stamp, lambda: next(numbers))
        self._cuts: dict[Element, list[Cut]] = defaultdict(list)
        self._taken: list[_Taken] = []
        # What paragraphs get that said nothing, by their numbers, or nothing for those whose open place got it.
        self._filled: dict[int, str] = {}
        # What is put into paragraphs that are written as one tag.
        self._within: dict[Element, list[bytes]] = defaultdict(list)
        self._by_place: dict[DocxPlace, list[Spot]] = defaultdict(list)
        self._by_row: dict[tuple[int | None, int | None], list[Spot]] = defaultdict(list)
        self._by_table: dict[int | None, list[Spot]] = defaultdict(list)
        for each in spots.spots:
            self._by_place[each.place].append(each)
            self._by_row[each.place.table, each.place.row].append(each)
            self._by_table[each.place.table].append(each)

    # Places

    def _at(self, place: DocxPlace) -> Sequence[Spot]:
        """The paragraphs at a place, none where the body has no such place."""
        if place.part != "body" or place == NOWHERE:
            return ()
        if place.table is None or place.paragraph is not None:
            return self._by_place.get(place, ())
        within = self._by_row.get((place.table, place.row), ()) if place.row else self._by_table.get(place.table, ())
        if place.column is None:
            # Of a row or a table, the first cell that says something stands for all.
            cell = next((_cell(each) for each in within if each.texts), None)
        else:
            # A cell that is merged with those to its left begins before the column asked for.
            cells = [_cell(each) for each in within if (each.place.column or 0) <= place.column]
            cell = max(cells, key=lambda each: each.column or 0, default=None)
        return tuple(each for each in within if _cell(each) == cell)

    def _passage(self, spots: Sequence[Spot]) -> Passage:
        """The text of some paragraphs."""
        pieces: list[Piece] = []
        for each in spots:
            pieces += self._pieces(each)
            pieces.append(Piece("\n"))
        return Passage(pieces[:-1])

    def _pieces(self, spot: Spot) -> Iterator[Piece]:
        read = frozenset(spot.texts)
        boxed = spot.outer != spot.paragraph
        # A paragraph whose end was struck out goes on in the next one.
        for number in dict.fromkeys((*(self._spots.owners[each] for each in spot.texts), spot.paragraph)):
            within = spot.outer if boxed else number
            numbers = {each: at for at, each in enumerate(self._paragraphs.within(within), start=within)}
            for each in _own(self._paragraphs.element(number, within)):
                if numbers[each] in read:
                    yield Piece(shown(each), each, _BOX if boxed else self._firm(each, numbers[each]))
                elif each.name in _SIGNS and each.parent is not None and each.parent.name == "r":
                    yield Piece(_SIGNS[each.name])

    def _is(self, element: Element, name: str) -> bool:
        return element.tag == f"{self.pen.prefix}{name}"

    def _firm(self, text: Element, number: int) -> str:
        """Why a text cannot be changed in place; nothing where it can."""
        firm = self._spots.firm.get(number)
        if firm is not None:
            return _FIRM[firm]
        run = text.parent
        if run is None or not self._is(run, "r"):
            return _UNUSUAL
        for each in above(run):
            if self._is(each, "p"):
                return ""
            if each.name not in _THROUGH and not (each.name == "ins" and each is run.parent):
                return _UNUSUAL
        return _UNUSUAL

    # Tracked changes

    def track(self, mark: Mark, edit: Edit) -> str:
        """Put a correction into the text; returns why it could not be, nothing where it was or stands there already."""
        spots = self._at(mark.place)
        if not spots:
            return _NOWHERE
        passage = self._passage(spots)
        if not edit.before:
            return self._fill(passage, spots, fold(edit.after))
        place, before = passage.find(mark.found), fold(edit.before)
        at = -1 if place is None else passage.text.find(before, *place)
        if place is None or at < 0:
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
        own = [each.paragraph for each in spots if each.outer == each.paragraph]
        if not own:
            return _BOX
        if own[-1] in self._filled:
            return _OVERLAPS
        gap = _OPEN.search(passage.raw)
        if gap is not None:
            found = passage.cuts(gap.start(), gap.end(), value)
        elif passage.text:
            blank = "" if passage.raw[-1:].isspace() else " "
            found = passage.cuts(len(passage.raw), len(passage.raw), blank + value)
        else:
            paragraph = self._paragraphs[own[-1]]
            self._put(paragraph, paragraph.close, self.pen.inserted(self._look_at_end(paragraph), value))
            self._filled[own[-1]] = value
            return ""
        if isinstance(found, str):
            return found
        self._take(found)
        self._filled[own[-1]] = ""
        return ""

    def _look_at_end(self, paragraph: Element) -> bytes:
        """How a run at the end of a paragraph looks: as the last one does, else as the paragraph's mark."""
        for each in reversed(paragraph.children):
            if self._is(each, "r"):
                return look(self._part, each.find("rPr"))
        properties = paragraph.find("pPr")
        return look(self._part, properties.find("rPr")) if properties is not None else b""

    # Comments

    def comment(self, mark: Mark, number: int) -> tuple[Element, int]:
        """Begin a comment's range at what a mark is about; returns the paragraph and the byte where it has to end."""
        own = self._at(mark.place)
        spots = own or self._at(mark.instead) or self._spots.spots[:1]
        start, end = (self._drawn(mark, own) or self._worded(mark, own) if own else None) or (None, None)
        first, last = self._paragraphs[spots[0].outer], self._paragraphs[spots[-1].outer]
        if start is not None and start.parent is not None and end is not None and end.parent is not None:
            first, last = start.parent, end.parent
        properties = first.find("pPr")
        begin = start.start if start else properties.end if properties else first.inner
        self._put(first, begin, self.pen.tag("commentRangeStart", b"", id=number))
        return last, end.end if end else last.close

    def end_comment(self, number: int, paragraph: Element, at: int) -> None:
        """End a comment's range, and show its sign."""
        sign = self._look_at_end(paragraph) + self.pen.tag("commentReference", b"", id=number)
        self._put(paragraph, at, self.pen.tag("commentRangeEnd", b"", id=number) + self.pen.tag("r", sign))

    def _drawn(self, mark: Mark, spots: Sequence[Spot]) -> tuple[Element, Element] | None:
        if not 0 < mark.drawing <= len(spots[0].drawings):
            return None
        child = self._child(self._paragraphs.element(spots[0].drawings[mark.drawing - 1], spots[0].outer))
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
        found = below = element
        for each in above(element):
            if self._is(each, "p"):
                found = below
            below = each
        return found

    # Bytes

    def _put(self, paragraph: Element, at: int, new: bytes) -> None:
        """Put bytes into a paragraph before the byte `at`."""
        if self._part.is_empty_tag(paragraph):
            self._within[paragraph].append(new)
        else:
            self._part.replace(at, at, new)

    def result(self) -> bytes:
        """Return the part with all that was put in; raises NotSound."""
        for paragraph, pieces in self._within.items():
            self._part.insert_in(paragraph, paragraph.close, b"".join(pieces))
        by_run: dict[Element, dict[Element, list[Cut]]] = defaultdict(dict)
        for text, cuts in self._cuts.items():
            if text.parent is not None:
                by_run[text.parent][text] = cuts
        for run, texts in by_run.items():
            self._part.replace(run.start, run.end, self.pen.rewritten(self._part, run, texts))
        return self._part.result()

    def meant(self) -> dict[int, str]:
        """Return what the text of each changed paragraph becomes once all changes are accepted, by its number."""
        found = {number: value for number, value in self._filled.items() if value}
        changed = {each for text in self._cuts for each in above(text) if self._is(each, "p")}
        for number, elements in self._paragraphs.parsed():
            if elements[0] in changed:
                texts = (each for each in elements if self._is(each, "t"))
                found[number] = "".join(
                    corrected(each, self._cuts.get(each, ())) for each in texts if _of(each, elements[0])
                )
        return found


class _Taken(NamedTuple):
    """Letters that were corrected, and what they become."""

    letters: Touched
    said: str

    def meets(self, other: Touched) -> bool:
        ours = self.letters
        return ours.piece.element is other.piece.element and ours.start < other.end and other.start < ours.end


def _cell(spot: Spot) -> DocxPlace:
    return spot.place._replace(paragraph=None)


def _of(text: Element, paragraph: Element) -> bool:
    """Whether a text stands in a paragraph itself, and not in one of a text box in it."""
    return next((each for each in above(text) if each.tag == paragraph.tag), None) is paragraph


def _own(paragraph: Element) -> Iterator[Element]:
    """Yield what a paragraph itself prints, in its order."""
    for each in paragraph.children:
        if each.name not in _PASSED_OVER:
            yield each
            yield from _own(each)
