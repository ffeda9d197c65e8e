"""Cells that changed -> the formulas that depend on them without their old value, so that any program calculates them.

Excel calculates a whole file when the file asks for it; LibreOffice calculates only what has no value.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pipeline.write.master.book import Book
from pipeline.write.master.changes import Place
from pipeline.write.master.formulas import formulas
from pipeline.write.master.grid import Grid, holds_formulas
from pipeline.write.master.references import area_of, tokens
from pipeline.write.spans import Element, NotSound, Part

# Functions whose value hangs on more than the cells that they name.
_ROAMING = frozenset(("indirect", "offset", "row", "cell", "getpivotdata"))
# Names that name names, as deep as anybody would.
_DEEP = 5


@dataclass(slots=True)
class _Reads:
    """What a formula reads: areas by sheet; `anywhere` where that cannot be told."""

    areas: list[tuple[str, tuple[int, int, int, int]]]
    anywhere: bool = False


def without_stale(data: bytes, touched: Collection[Place], known: Collection[Place]) -> bytes:
    """Return the workbook without the values of formulas that read `touched` cells, but for those `known` to be right.

    Where there are any formulas, the file also asks to be calculated when it is opened.
    """
    if not touched:
        return data
    book = Book(data)
    book.recalculate()
    names = _names(Part(book.data(book.part)))
    grids = {sheet: grid for sheet, part in book.sheets.items() if (grid := _grid(book.data(part))) is not None}
    readers = [
        ((sheet, each.row, each.column), _reads(each.text, sheet, names), each.element)
        for sheet, grid in grids.items()
        for each in formulas(grid)
    ]
    dirty = _Dirty(touched)
    while _spread(readers, dirty):
        pass
    for (sheet, row, column), _, element in readers:
        value = element.parent.find("v") if element.parent else None
        if value is not None and (sheet, row, column) in dirty.places and (sheet, row, column) not in known:
            grids[sheet].part.replace(value.start, value.end, b"")
    for sheet, grid in grids.items():
        if grid.part.changed:
            book.put(book.sheets[sheet], grid.part.result())
    return book.result()


class _Dirty:
    """Cells whose value is no longer what it was, found again by area."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places: set[Place] = set()
        self._rows: dict[str, dict[int, list[int]]] = defaultdict(dict)
        for each in places:
            self.add(each)

    def add(self, place: Place) -> None:
        sheet, row, column = place
        if (key := (sheet, row, column)) not in self.places:
            self.places.add(key)
            insort(self._rows[sheet.casefold()].setdefault(column, []), row)

    def within(self, sheet: str, area: tuple[int, int, int, int]) -> bool:
        top, left, bottom, right = area
        for column, rows in self._rows.get(sheet.casefold(), {}).items():
            if left <= column <= right:
                at = bisect_left(rows, top)
                if at < len(rows) and rows[at] <= bottom:
                    return True
        return False


def _spread(readers: Iterable[tuple[Place, _Reads, Element]], dirty: _Dirty) -> bool:
    """Mark what reads a marked cell; return whether anything was new."""
    before = len(dirty.places)
    for place, reads, _ in readers:
        if place not in dirty.places and (reads.anywhere or any(dirty.within(*area) for area in reads.areas)):
            dirty.add(place)
    return len(dirty.places) > before


def _grid(data: bytes) -> Grid | None:
    try:
        return Grid(Part(data)) if holds_formulas(data) else None
    except NotSound:
        return None


def _names(book: Part) -> Mapping[str, str]:
    named = (each for each in book.root.walk() if each.name == "definedName")
    return {each.attributes.get("name", "").casefold(): each.text for each in named}


def _reads(formula: str, home: str, names: Mapping[str, str], depth: int = 0) -> _Reads:
    found = _Reads([])
    for kind, sheet, text in tokens(formula):
        if kind == "area":
            found.areas.append((sheet or home, area_of(text)))
        elif kind == "columns" or (kind == "other" and text.casefold() in _ROAMING):
            found.anywhere = True
        elif kind == "other" and text.casefold() in names and depth < _DEEP:
            named = _reads(names[text.casefold()], home, names, depth + 1)
            found.areas += named.areas
            found.anywhere |= named.anywhere
    return found
