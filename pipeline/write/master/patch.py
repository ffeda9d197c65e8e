"""Changes and new rows -> the office's workbook with them, every part that they do not touch byte for byte the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.errors import DraftUnreadable
from pipeline.write.master.book import Book
from pipeline.write.master.changes import CellChange, Corrected, NewRow, Place
from pipeline.write.master.insert import new_places, shift_of
from pipeline.write.master.obstacles import obstacles
from pipeline.write.master.stale import without_stale
from pipeline.write.spans import NotSound

# A new row is taken to hold something in so many columns, wherever its neighbour does.
WIDTH = 64


def corrected_master(data: bytes, changes: Sequence[CellChange], rows: Sequence[NewRow] = ()) -> Corrected:
    """Return the .xlsx or .xlsm in the bytes with these cells changed and rows added, and what had to be left.

    Formulas that depend on them are calculated when the file is opened. Raises DraftUnreadable for other bytes.
    """
    found = patched(data, changes, rows)
    return replace(found, data=without_stale(found.data or data, found.touched, found.known))


def patched(data: bytes, changes: Sequence[CellChange], rows: Sequence[NewRow] = ()) -> Corrected:
    """Return the same, but with the values that formulas had before; raises DraftUnreadable."""
    book = Book(data)
    left: list[str] = []
    made: list[CellChange] = []
    rows = list(_possible(book, rows, left))
    changes = [*changes, *(change for each in rows for change in each.recounted)]
    for sheet, of_sheet in groupby(sorted(changes, key=lambda each: each.sheet), key=lambda each: each.sheet):
        try:
            changed = book.change(sheet, list(of_sheet))
            left += changed.left
            made += changed.done
        except NotSound:
            left.append(f"Lembar {sheet} tidak dapat diubah: XML-nya tidak lazim; koreksinya belum dimasukkan.")
    done: list[NewRow] = []
    for sheet, added in groupby(sorted(rows, key=lambda each: each.sheet), key=lambda each: each.sheet):
        group = list(added)
        why = book.insert(sheet, group)
        left += why
        done += () if why else group
    left += book.remarks(inserted=bool(done))
    touched, known = _touched(made, done)
    return Corrected(data=book.result(), left=tuple(left), touched=touched, known=known)


def _touched(changes: Sequence[CellChange], rows: Sequence[NewRow]) -> tuple[frozenset[Place], frozenset[Place]]:
    """The cells that changed or are new, and those among them whose value is known, as the file now counts rows."""
    shifts = {
        sheet: shift_of(sheet, [each for each in rows if each.sheet == sheet]) for sheet in {r.sheet for r in rows}
    }
    touched, known = set(), set()
    for each in changes:
        row = shifts[each.sheet].row(each.row) if each.sheet in shifts else each.row
        touched.add((each.sheet, row, each.column))
        if each.count:
            known.add((each.sheet, row, each.column))
    for sheet in shifts:
        of_sheet = [each for each in rows if each.sheet == sheet]
        for row, new in new_places(of_sheet):
            touched |= {(sheet, row, column) for column in range(1, WIDTH + 1)}
            known |= {(sheet, row, column) for column, _ in new.cells}
    return frozenset(touched), frozenset(known)


def _possible(book: Book, rows: Sequence[NewRow], left: list[str]) -> Iterator[NewRow]:
    """Yield the rows of those sheets where rows can be put in; the others are named."""
    for sheet, group in groupby(sorted(rows, key=lambda each: each.sheet), key=lambda each: each.sheet):
        added = list(group)
        try:
            why = "; ".join(dict.fromkeys(obstacles(book.package, book.sheets.values(), book.sheets[sheet], added)))
        except (NotSound, DraftUnreadable):
            why = "XML-nya tidak lazim"
        if why:
            left.append(f"{len(added)} baris belum ditambahkan ke lembar {sheet}: {why}. Sisipkan sendiri di Excel.")
        else:
            yield from added
