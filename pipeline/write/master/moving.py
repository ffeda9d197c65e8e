"""Rows put into one sheet -> every other part of the workbook that names cells of it, with those moved along.

What a part may name, and how: ECMA-376 part 1, sections 18.2.5 (names), 18.3 (sheets), 18.5 (tables), 18.7 (comments),
18.10 (pivots), 20.5 (drawings), 21.2 (charts); [MS-XLSX] 2.6 (xm:f, xm:sqref); part 4, 19.4 (x: in VML).
"""

import re

from pipeline.write.master.references import Shift, shifted, shifted_area, shifted_ranges
from pipeline.write.spans import Element, Part

# Elements whose text is a formula, by their name without prefix.
_FORMULAS = frozenset(
    ("formula", "formula1", "formula2", "f", "calculatedColumnFormula", "totalsRowFormula", "definedName")
)
_LINKS = ("textlink", "fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup")
_VML_LINKS = ("FmlaLink", "FmlaRange", "FmlaTxbx", "FmlaGroup")


def moved(data: bytes, shift: Shift, home: str) -> bytes:
    """Return a part that belongs to no sheet or to the sheet `home`, with its formulas moved; raises NotSound."""
    part = Part(data)
    for each in part.root.walk():
        if each.name in _FORMULAS:
            move_formula(part, each, shift, home)
        for name in _LINKS:
            if name in each.attributes:
                _attribute(part, each, name, shifted(each.attributes[name], shift, home))
        # A link to a place within the workbook.
        if each.name == "hyperlink" and "location" in each.attributes:
            _attribute(part, each, "location", shifted(each.attributes["location"], shift, home))
        if each.name == "worksheetSource" and _is_own_source(each, shift):
            _attribute(part, each, "ref", shifted_area(each.attributes["ref"], shift))
    return part.result()


def _is_own_source(source: Element, shift: Shift) -> bool:
    """Whether a pivot counts an area of the sheet itself; one of another file has an id."""
    names = {name.rpartition(":")[2] for name in source.attributes}
    return (
        source.attributes.get("sheet", "").casefold() == shift.sheet.casefold() and "ref" in names and "id" not in names
    )


def move_formula(part: Part, element: Element, shift: Shift, home: str, row: int = 0) -> None:
    """Move the references in an element's text."""
    new = shifted(element.text, shift, home, row)
    if new != element.text:
        part.replace_text(element, new)


def moved_on_sheet(data: bytes, shift: Shift) -> bytes:
    """Return a part of the sheet itself, with the places that it names moved; raises NotSound.

    That is a table, its notes and drawings, or where a pivot stands.
    """
    part = Part(moved(data, shift, shift.sheet))
    for each in part.root.walk():
        if each.name in ("table", "autoFilter", "sortState", "sortCondition", "location", "comment", "threadedComment"):
            if "ref" in each.attributes:
                ref = each.attributes["ref"]
                _attribute(part, each, "ref", shifted_area(ref, shift))
        elif each.name == "singleXmlCell":
            _attribute(part, each, "r", shifted_area(each.attributes.get("r", ""), shift))
        elif each.name in ("twoCellAnchor", "oneCellAnchor", "anchor"):
            move_anchor(part, each, shift)
        elif each.name == "ClientData":
            _note(part, each, shift)
    return part.result()


def move_anchor(part: Part, anchor: Element, shift: Shift) -> None:
    """Move a drawing with the rows that it stands on; one that is not bound to cells stays."""
    kind = anchor.attributes.get("editAs", "twoCell")
    if anchor.name == "anchor":
        kind = "twoCell" if anchor.attributes.get("sizeWithCells") else "oneCell"
        kind = kind if anchor.attributes.get("moveWithCells") or kind == "twoCell" else "absolute"
    if kind == "absolute":
        return
    ends = [row for end in ("from", "to") if (it := anchor.find(end)) is not None and (row := it.find("row"))]
    rows = [int(each.text) for each in ends]
    for each, new in zip(ends, _drawn_rows(rows, shift, sized=kind == "twoCell"), strict=True):
        if int(each.text) != new:
            part.replace_text(each, str(new))


def _drawn_rows(rows: list[int], shift: Shift, *, sized: bool) -> list[int]:
    """Rows of a drawing count from 0; one that is not sized with its cells keeps its height in rows."""
    if not rows:
        return []
    by = shift.row(rows[0] + 1) - rows[0] - 1
    return [shift.row(row + 1) - 1 if sized else row + by for row in rows]


def _note(part: Part, client: Element, shift: Shift) -> None:
    note = client.attributes.get("ObjectType") == "Note"
    row = client.find("Row")
    by = 0
    if row is not None and row.text.strip().isdigit():
        by = shift.row(int(row.text) + 1) - int(row.text) - 1
        if by:
            part.replace_text(row, str(int(row.text) + by))
    anchor = client.find("Anchor")
    numbers = [int(each) for each in re.findall(r"-?\d+", anchor.text)] if anchor is not None else []
    if anchor is not None and len(numbers) == 8:
        top, bottom = numbers[2], numbers[6]
        # The box of a note stands beside its cell, whatever lies between.
        new = [top + by, bottom + by] if note else _drawn_rows([top, bottom], shift, sized=True)
        if new != [top, bottom]:
            numbers[2], numbers[6] = new
            part.replace_text(anchor, ", ".join(map(str, numbers)))
    for each in client.children:
        if each.name in _VML_LINKS:
            move_formula(part, each, shift, shift.sheet)


def move_ranges(part: Part, element: Element, name: str, shift: Shift) -> None:
    """Move the ranges in an attribute, those that end at the row above growing."""
    if name in element.attributes:
        _attribute(part, element, name, shifted_ranges(element.attributes[name], shift))


def _attribute(part: Part, element: Element, name: str, value: str) -> None:
    if element.attributes.get(name) != value:
        part.set_attribute(element, name, value)
