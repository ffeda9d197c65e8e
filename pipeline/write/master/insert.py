"""New rows -> the XML of the sheet that they are put into, and of other sheets, everything below moved along."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from pipeline.model.workbook import letters
from pipeline.write.master.cells import Formats, cell_xml, held_as, holds_number
from pipeline.write.master.changes import NewRow
from pipeline.write.master.formulas import formulas, move_formulas, moved_area
from pipeline.write.master.grid import Grid
from pipeline.write.master.moving import move_anchor, move_formula, move_ranges
from pipeline.write.master.references import Shift, area_of, carried, references, shifted, shifted_area, shifted_ranges
from pipeline.write.spans import Element, Part

_RANGES = frozenset(("conditionalFormatting", "dataValidation", "ignoredError", "protectedRange"))
_FORMULAS = frozenset(("formula", "formula1", "formula2"))
_GROWING = frozenset(("autoFilter", "sortState", "sortCondition", "dimension"))
_LINE = ("hidden", "collapsed")


def shift_of(sheet: str, rows: Sequence[NewRow]) -> Shift:
    """Return how the rows of a sheet move for these new ones."""
    counts = {after: len(list(each)) for after, each in groupby(sorted(row.after for row in rows))}
    return Shift(sheet, tuple(counts), tuple(counts.values()))


def new_places(rows: Sequence[NewRow]) -> Iterator[tuple[int, NewRow]]:
    """Yield each new row of one sheet with the number that it gets, from the top."""
    shift = shift_of(rows[0].sheet, rows)
    for after, group in groupby(sorted(rows, key=lambda each: each.after), key=lambda each: each.after):
        yield from ((shift.row(after) + at, each) for at, each in enumerate(group, start=1))


def with_rows(data: bytes, rows: Sequence[NewRow], formats: Formats) -> bytes:
    """Return the sheet with these rows (all of it) put in; raises NotSound."""
    part = Part(data)
    grid = Grid(part)
    sheet = rows[0].sheet
    shift = shift_of(sheet, rows)
    _put_in(grid, rows, shift, formats)
    for number, row in grid.rows.items():
        new = shift.row(number)
        if new != number:
            _renumber(part, row, str(new))
            for column, cell in grid.cells(number).items():
                _renumber(part, cell, f"{letters(column)}{new}")
    move_formulas(grid, shift, sheet, lambda row, column, text: _relinked(rows, shift, (row, column), text))
    _merge(grid, rows, shift)
    _move_rest(part, shift, sheet)
    return part.result()


def with_references(data: bytes, shift: Shift, home: str) -> bytes:
    """Return another sheet, `home`, with what it names of the shifted one moved along; raises NotSound."""
    part = Part(data)
    move_formulas(Grid(part), shift, home, lambda _row, _column, text: text)
    _move_rest(part, shift, home)
    return part.result()


def _renumber(part: Part, element: Element, reference: str) -> None:
    # Where the file leaves rows and cells to be counted, they count on from what was put in.
    if "r" in element.attributes:
        part.set_attribute(element, "r", reference)


def _relinked(rows: Sequence[NewRow], shift: Shift, at: tuple[int, int], text: str) -> str:
    """An order that counts on from the row above counts on from the last one put in."""
    for each in rows:
        if each.order == at[1] and at[0] > each.after and text:
            above, last = f"{letters(each.order)}{shift.row(each.like)}", shift.last(each.after)
            text = references(
                text,
                lambda sheet, area, above=above, last=last, column=each.order: (  # type: ignore[misc]
                    f"{letters(column)}{last}" if area == above and not sheet else area
                ),
            )
    return text


def _put_in(grid: Grid, rows: Sequence[NewRow], shift: Shift, formats: Formats) -> None:
    held = {(f.row, f.column): f.text for f in formulas(grid) if f.element.attributes.get("t") != "array"}
    for number, each in new_places(rows):
        following = next((row for at, row in grid.rows.items() if at > each.after), None)
        new = _row(grid, each, number, held, shift, formats)
        grid.part.insert_in(grid.data, following.start if following else grid.data.close, new)


def _row(
    grid: Grid, new: NewRow, number: int, held: dict[tuple[int, int], str], shift: Shift, formats: Formats
) -> bytes:
    like = grid.rows.get(new.like)
    tag = grid.tag("row")
    attributes = {name: value for name, value in (like.attributes if like else {}).items() if name not in _LINE}
    if new.high is not None and (high := grid.rows.get(new.high)) is not None:
        attributes = {name: value for name, value in attributes.items() if name not in ("ht", "customHeight")}
        attributes |= {name: high.attributes[name] for name in ("ht", "customHeight") if name in high.attributes}
    attributes["r"] = str(number)
    texts = dict(new.cells)
    cells = grid.cells(new.like)
    if "spans" in attributes and not set(texts) <= set(cells):
        del attributes["spans"]
    inner = []
    for column in sorted({*cells, *(column for column, text in new.cells if text)}):
        reference, cell = f"{letters(column)}{number}", cells.get(column)
        style = cell.attributes.get("s", "") if cell else ""
        formula = held.get((new.like, column), "")
        if formula and (column not in texts or column == new.order):
            moved = shifted(formula, shift, new.sheet, new.like)
            copied = carried(moved, number - shift.row(new.like), 0)
            # An order is known; what else a formula gives, Excel calculates when the file is opened.
            value = f"<v>{escape(texts[column])}</v>" if column in texts else ""
            inner.append(cell_xml(grid.tag("c"), reference, style, ("", f"<f>{escape(copied)}</f>{value}")))
        elif column in new.repeats and cell is not None and cell.children:
            inner.append(_again(grid, cell, reference))
        else:
            what = held_as(texts.get(column, ""), "", style, formats, number=holds_number(cell))
            inner.append(cell_xml(grid.tag("c"), reference, style, what))
    opened = " ".join(f'{name}="{escape(value, _QUOTE)}"' for name, value in attributes.items())
    return f"<{tag} {opened}>".encode() + b"".join(inner) + f"</{tag}>".encode()


_QUOTE = {'"': "&quot;"}


def _again(grid: Grid, cell: Element, reference: str) -> bytes:
    """A cell with the same content as its neighbour's."""
    kept = "".join(f' {name}="{cell.attributes[name]}"' for name in ("s", "t") if name in cell.attributes)
    return f'<{cell.tag} r="{reference}"{kept}>'.encode() + grid.part.data[cell.inner : cell.end]


def _merge(grid: Grid, rows: Sequence[NewRow], shift: Shift) -> None:
    merged = grid.part.root.find("mergeCells")
    if merged is None:
        return
    for each in merged.children:
        ref = each.attributes.get("ref", "")
        top, left, bottom, right = area_of(ref)
        # Cells that are one for several SOPs (their unit) are so for the new one; a title of two rows is its own.
        grown = sum(row.after == bottom and top < row.like and not row.apart for row in rows)
        new = f"{letters(left)}{shift.row(top)}:{letters(right)}{shift.row(bottom) + grown}"
        if new != ref:
            grid.part.set_attribute(each, "ref", new)
    added = list(_copied_merges(grid, rows))
    if added:
        tag = grid.tag("mergeCell")
        grid.part.insert_in(merged, merged.close, "".join(f'<{tag} ref="{ref}"/>' for ref in added).encode())
        if "count" in merged.attributes:
            grid.part.set_attribute(merged, "count", str(len(merged.children) + len(added)))


def _copied_merges(grid: Grid, rows: Sequence[NewRow]) -> Iterator[str]:
    for number, each in new_places(rows):
        for top, left, bottom, right in grid.merged:
            if top == bottom == each.like:
                yield f"{letters(left)}{number}:{letters(right)}{number}"


def _move_rest(part: Part, shift: Shift, home: str) -> None:
    """Move what stands beside the cells: formats, validations, links, filters, breaks, extensions."""
    own = home.casefold() == shift.sheet.casefold()
    for each in part.root.walk():
        if each.name in _FORMULAS or (each.name == "f" and each.parent and each.parent.name != "c"):
            move_formula(part, each, shift, home)
        elif each.name == "cfvo" and each.attributes.get("type") == "formula":
            _set(part, each, "val", shifted(each.attributes.get("val", ""), shift, home))
        elif each.name == "hyperlink" and "location" in each.attributes:
            _set(part, each, "location", shifted(each.attributes["location"], shift, home))
        if own:
            _move_place(part, each, shift)


def _move_place(part: Part, each: Element, shift: Shift) -> None:
    if each.name in _RANGES:
        move_ranges(part, each, "sqref", shift)
    elif each.name == "sqref":
        alone = each.parent is not None and each.parent.name == "sparkline"
        new = moved_area(each.text, shift) if alone else shifted_ranges(each.text, shift)
        if new != each.text:
            part.replace_text(each, new)
    elif each.name == "hyperlink":
        _set(part, each, "ref", moved_area(each.attributes.get("ref", ""), shift))
    elif each.name in _GROWING:
        _set(part, each, "ref", shifted_area(each.attributes.get("ref", ""), shift))
    elif each.name in ("inputCells", "cellWatch"):
        _set(part, each, "r", shifted_area(each.attributes.get("r", ""), shift))
    elif each.name == "brk" and each.parent is not None and each.parent.name == "rowBreaks":
        # A page that ended with the last SOP of a unit ends with the new one.
        _set(part, each, "id", str(shift.last(int(each.attributes.get("id", "0")))))
    elif each.name == "anchor":
        move_anchor(part, each, shift)


def _set(part: Part, element: Element, name: str, value: str) -> None:
    if element.attributes.get(name, "") != value:
        part.set_attribute(element, name, value)
