"""numbering.xml -> the number that Word prints before each paragraph of a list, counted in the order of the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.read.symbols import lettered
from pipeline.read.xml import W, first, flag, number, value

_LEVELS = 9
# Word counts no farther; a damaged file may begin at a thousand million, in roman letters.
_MOST = 32_767
_LVL, _ILVL, _ABSTRACT_ID = W + "lvl", W + "ilvl", W + "abstractNumId"
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: `text` is `%1.%2`, `restart` the level after which it begins anew (none: any higher one).

    `form` is Word's name for it, or the first number (`01`) where zeros stand before it.
    """

    start: int
    form: str
    text: str
    restart: int | None
    legal: bool
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A w:num: the list that it counts on, levels of its own, and levels that it begins anew."""

    abstract: str
    levels: Mapping[int, etree._Element]
    starts: Mapping[int, int]


@dataclass(slots=True)
class _List:
    """A list in use: its own w:num, and its levels, each read when it is first asked for."""

    instance: Instance
    elements: Mapping[int, etree._Element]
    levels: dict[int, Level | None] = field(default_factory=dict)

    def level(self, at: int) -> Level | None:
        """Return a level, the list's own before the one that it is based on; none for one that is not there."""
        if at not in self.levels:
            element = self.elements.get(at)
            self.levels[at] = None if element is None else _level(element)
        return self.levels[at]


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted; one for a part, asked in the order of the text.

    A document carries dozens of lists that Word once offered; only those in use are read.
    """

    lists: Mapping[str, etree._Element] = field(default_factory=dict)
    numbers: Mapping[str, etree._Element] = field(default_factory=dict)
    used: dict[str, _List | None] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, instance: str, style: str) -> int:
        """Return the level of a list that a paragraph style stands for; the first where none is linked."""
        found = self._used(instance)
        levels = () if found is None else found.elements
        return next((at for at in levels if found and (level := found.level(at)) and level.style == style), 0)

    def marker(self, instance: str, at: int) -> str:
        """Count one more paragraph of a level and return what Word prints before it; empty for an unknown list."""
        found = self._used(instance)
        level = None if found is None else found.level(at)
        if found is None or level is None:
            return ""
        counts = self.counts.setdefault(found.instance.abstract, [None] * _LEVELS)
        starts = found.instance.starts
        if at in starts and (instance, at) not in self.begun:
            counts[at] = None
            self.begun.add((instance, at))
        for higher in range(at):
            # A level that was skipped counts as begun: after 2.1.a) comes 2.2.
            if counts[higher] is None and (above := found.level(higher)) is not None:
                counts[higher] = above.start
        before = counts[at]
        counts[at] = starts.get(at, level.start) if before is None else before + 1
        for lower in range(at + 1, _LEVELS):
            if counts[lower] is not None:
                below = found.level(lower)
                if below is None or below.restart is None or (below.restart and at < below.restart):
                    counts[lower] = None
        return _printed(level, found, counts)

    def _used(self, instance: str) -> _List | None:
        """A list in use, or none for one that the document does not define."""
        if instance not in self.used:
            element = self.numbers.get(instance)
            self.used[instance] = None if element is None else self._list(element)
        return self.used[instance]

    def _list(self, element: etree._Element) -> _List:
        instance = _instance(element, self.lists)
        elements: dict[int, etree._Element] = {}
        for each in self.lists.get(instance.abstract, ()):
            if each.tag == _LVL:
                elements[int(number(each.get(_ILVL)))] = each
        elements.update(instance.levels)
        return _List(instance, {at: each for at, each in elements.items() if 0 <= at < _LEVELS})


def _printed(level: Level, of: _List, counts: list[int | None]) -> str:
    if level.form == "bullet":
        return level.text

    def shown(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        asked = of.level(at)
        if asked is None:
            return ""
        count = counts[at]
        return _form("decimal" if level.legal else asked.form, asked.start if count is None else count)

    return _PLACEHOLDER.sub(shown, level.text)


def _form(form: str, count: int) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    if form == "none":
        return ""
    return f"{count:0{len(form)}d}" if form.isdigit() else str(count)


def _roman(count: int) -> str:
    out = ""
    for worth, letters in _ROMAN:
        while count >= worth:
            out += letters
            count -= worth
    return out


def read_numbering(root: etree._Element | None) -> Numbering:
    """Return the lists of a document, none counted yet."""
    if root is None:
        return Numbering()
    lists = {each.get(_ABSTRACT_ID, ""): each for each in root.iterchildren(W + "abstractNum")}
    styled = {style: each for each in lists.values() if (style := value(each, "styleLink")) is not None}
    # A list that only points at a numbering style counts as that style's own list does.
    lists = {name: styled.get(value(each, "numStyleLink") or "", each) for name, each in lists.items()}
    return Numbering(lists=lists, numbers={each.get(W + "numId", ""): each for each in root.iterchildren(W + "num")})


def _instance(element: etree._Element, lists: Mapping[str, etree._Element]) -> Instance:
    levels: dict[int, etree._Element] = {}
    starts: dict[int, int] = {}
    for each in element.iterchildren(W + "lvlOverride"):
        at = int(number(each.get(_ILVL)))
        own = first(each, _LVL)
        if own is not None:
            levels[at] = own
        start = value(each, "startOverride")
        if start is not None:
            starts[at] = _start(start)
    named = value(element, "abstractNumId") or ""
    # A list that points at a style's own list counts on that one.
    abstract = lists[named].get(_ABSTRACT_ID, "") if named in lists else named
    return Instance(abstract=abstract, levels=levels, starts=starts)


def _custom(element: etree._Element) -> str:
    """The first number of a form that Word before 2010 did not know (`001, 002, …`); plain figures for any other."""
    own = next(element.iter(W + "numFmt"), None)
    first_number = "" if own is None else own.get(W + "format", "").partition(",")[0]
    return first_number if first_number.isdigit() and len(first_number) <= _LEVELS else "decimal"


def _start(text: str | None) -> int:
    return min(max(0, int(number(text, 1))), _MOST)


def _level(element: etree._Element) -> Level:
    form = value(element, "numFmt") or _custom(element)
    text = value(element, "lvlText") or ""
    restart = value(element, "lvlRestart")
    if form == "bullet":
        text = lettered(value(element, "rPr rFonts", "ascii") or "", text)
    return Level(
        start=_start(value(element, "start")),
        form="01" if form == "decimalZero" else form,
        text=text,
        restart=None if restart is None else int(number(restart)),
        legal=flag(element, "isLgl"),
        style=value(element, "pStyle") or "",
    )
