"""w:pPr, w:rPr and w:tcPr -> what they say; those that a part repeats are read once."""

from collections.abc import Callable
from typing import TypeVar

from lxml import etree

from pipeline.model.draft import Look, Merge
from pipeline.read.repeats import NUMBER, Shared
from pipeline.read.styles import Styles
from pipeline.read.xml import R_PR, W, flag, number, value

_P_PR, _TC_PR, _VAL, _STYLE, _SPACING, _NUM_PR, _BREAK_BEFORE, _SIZE, _FONTS, _ASCII, _ANSI = (
    W + name
    for name in (
        "pPr", "tcPr", "val", "pStyle", "spacing", "numPr", "pageBreakBefore", "sz", "rFonts", "ascii", "hAnsi"
    )
)  # fmt: skip
_GRID_SPAN, _V_MERGE, _H_MERGE = (W + name for name in ("gridSpan", "vMerge", "hMerge"))
Read = TypeVar("Read")
# Word makes no table wider; a damaged file may claim two thousand million columns and take all memory.
_MOST_COLUMNS = 63


class Manner:
    """How a paragraph is set: style, list and level, whether it begins a page; its looks by its first run."""

    __slots__ = ("breaks", "level", "list_id", "looks", "setting", "spacing", "style")

    def __init__(self, properties: etree._Element | None, styles: Styles) -> None:
        """Read a w:pPr; none is a paragraph that says nothing of itself."""
        self.style: str | None = None
        self.spacing: etree._Element | None = None
        self.breaks = False
        self.looks: dict[str | None, Look] = {}
        numbered = None
        for child in properties if properties is not None else ():
            tag = child.tag
            if tag == _STYLE:
                self.style = child.get(_VAL)
            elif tag == _SPACING:
                self.spacing = child
            elif tag == _NUM_PR:
                numbered = child
            elif tag == _BREAK_BEFORE:
                self.breaks = flag(properties, "pageBreakBefore")
        self.setting = styles.setting(self.style)
        self.list_id = value(numbered, "numId") or self.setting.instance or "0"
        own = value(numbered, "ilvl")
        self.level = int(number(own)) if own is not None else self.setting.level


class Properties:
    """The properties of a part's paragraphs, runs and cells; `shared` are those that were taken out as repeats."""

    def __init__(self, styles: Styles, shared: Shared) -> None:
        """Begin with nothing read."""
        self._styles = styles
        self.shared = shared
        self._plain = Manner(None, styles)
        self._manners: dict[str, Manner] = {}
        self._letters: dict[str, tuple[str | None, str | None]] = {}
        self._cells: dict[str, tuple[int, Merge, bool]] = {}

    def manner(self, paragraph: etree._Element) -> Manner:
        """Return how a paragraph is set."""
        return self._once(self._manners, paragraph, _P_PR, self._manner)

    def _manner(self, properties: etree._Element | None) -> Manner:
        return self._plain if properties is None else Manner(properties, self._styles)

    def look(self, manner: Manner, run: etree._Element | None) -> Look:
        """Return size, font and height of a paragraph's lines, set like its first run."""
        repeat = None if run is None else run.get(NUMBER)
        if repeat is None and run is not None and properties_of(run, R_PR) is not None:
            return self._look(manner, run)
        found = manner.looks.get(repeat)
        if found is None:
            found = manner.looks[repeat] = self._look(manner, run)
        return found

    def _look(self, manner: Manner, run: etree._Element | None) -> Look:
        size, font = (None, None) if run is None else self.letters(run)
        return self._styles.look(manner.setting, manner.spacing, size, font)

    def letters(self, run: etree._Element) -> tuple[str | None, str | None]:
        """Return the size, in half points, and the font that a run asks for."""
        return self._once(self._letters, run, R_PR, _letters)

    def cell(self, cell: etree._Element) -> tuple[int, Merge, bool]:
        """Return a cell's span, what it is of a vertical merge, and whether it is merged into the one to its left."""
        return self._once(self._cells, cell, _TC_PR, _cell)

    def _once(
        self, known: dict[str, Read], holder: etree._Element, tag: str, read: Callable[[etree._Element | None], Read]
    ) -> Read:
        """What `read` makes of a holder's properties; those that stand for a repeat are read the first time only."""
        repeat = holder.get(NUMBER)
        if repeat is None:
            properties = properties_of(holder, tag)
            repeat = None if properties is None else properties.get(NUMBER)
            if repeat is None:
                return read(properties)
        found = known.get(repeat)
        if found is None:
            found = known[repeat] = read(self.shared.get(repeat))
        return found


def _letters(properties: etree._Element | None) -> tuple[str | None, str | None]:
    size = font = None
    for child in properties if properties is not None else ():
        if child.tag == _SIZE:
            size = child.get(_VAL)
        elif child.tag == _FONTS:
            font = child.get(_ASCII) or child.get(_ANSI)
    return size, font


def _cell(properties: etree._Element | None) -> tuple[int, Merge, bool]:
    span, merge, beside = 1, Merge.NONE, False
    for each in properties if properties is not None else ():
        tag = each.tag
        if tag == _GRID_SPAN:
            span = min(max(1, int(number(each.get(_VAL), 1))), _MOST_COLUMNS)
        elif tag == _V_MERGE:
            merge = Merge.START if each.get(_VAL) == "restart" else Merge.CONTINUE
        elif tag == _H_MERGE:
            beside = each.get(_VAL) != "restart"
    return span, merge, beside


def properties_of(holder: etree._Element, tag: str) -> etree._Element | None:
    """Return the properties that a paragraph, run or cell begins with, or none."""
    first = holder[0] if len(holder) else None
    return first if first is not None and first.tag == tag else None
