"""How the master inventory was understood -> text for a person, or a record for other programs."""

from collections import Counter
from collections.abc import Iterator

from pipeline.model.inventory import Heading, Inventory, InventoryTable
from pipeline.model.workbook import letters
from pipeline.text import quoted
from pipeline.wording import INVENTORY_WORDS

NO_UNIT = "(tanpa unit kerja)"
NO_HEADING = "(tanpa judul)"


def inventory_text(inventory: Inventory) -> Iterator[str]:
    """Yield the lines that tell how an inventory was understood, Indonesian."""
    yield f"Panduan induk {inventory.file}: {len(inventory.rows)} SOP."
    for table in inventory.tables:
        yield ""
        yield from _table(table)
    for each in inventory.passed_sheets:
        yield ""
        yield f"Lembar {each.name}: tidak dibaca, {each.why}."
    yield ""
    yield "SOP menurut unit kerja:"
    for unit, count in Counter(row.unit or NO_UNIT for row in inventory.rows).items():
        yield f"  {count:5}  {unit}"
    if inventory.totals:
        yield ""
        yield "Jumlah yang diketik:"
        for total in inventory.totals:
            said = "sesuai" if total.typed == total.counted else f"TIDAK SESUAI, terhitung {total.counted}"
            yield f"  {total.place}: {total.typed}, {said}"
    if inventory.passed_over:
        yield ""
        yield "Baris yang dilewati:"
        for passed in inventory.passed_over:
            yield f"  {passed.place}: {passed.why}: {quoted(passed.text)}"
    if inventory.doubts:
        yield ""
        yield "Perlu dipastikan:"
        for doubt in inventory.doubts:
            yield f"  {doubt.place}: {doubt.text}"


def inventory_record(inventory: Inventory) -> dict[str, object]:
    """Return the same for other programs, keys in English."""
    return {
        "file": inventory.file,
        "tables": [
            {"sheet": each.sheet, "header": list(each.header), "columns": [_column(h) for h in each.headings]}
            for each in inventory.tables
        ],
        "passed_sheets": [{"sheet": each.name, "why": each.why} for each in inventory.passed_sheets],
        "rows": [
            {
                "sheet": row.place.sheet, "row": row.place.row, "title": row.title, "number": row.number,
                "unit": row.unit, "group": row.group, "note": row.note, **dict(row.cells),
            }
            for row in inventory.rows
        ],
        "passed_over": [
            {"sheet": each.place.sheet, "row": each.place.row, "text": each.text, "why": each.why}
            for each in inventory.passed_over
        ],
        "totals": [
            {"sheet": each.place.sheet, "row": each.place.row, "typed": each.typed, "counted": each.counted}
            for each in inventory.totals
        ],
        "doubts": [{"sheet": each.place.sheet, "row": each.place.row, "text": each.text} for each in inventory.doubts],
    }  # fmt: skip


def header_rows(table: InventoryTable) -> str:
    """Return the rows of a table's header in words: `baris 5–6`."""
    first, last = table.header[0], table.header[-1]
    return f"baris {first if first == last else f'{first}–{last}'}"


def read_as(heading: Heading) -> str:
    """Return what a column is taken for, with what a person should know of it."""
    what = INVENTORY_WORDS[heading.field] if heading.field else "tidak dipakai"
    doubt = "" if heading.sure else " (perlu dipastikan)"
    hidden = " (kolom tersembunyi)" if heading.hidden else ""
    return f"{what}{doubt}{hidden}"


def _table(table: InventoryTable) -> Iterator[str]:
    yield f"Lembar {table.sheet}, kepala tabel di {header_rows(table)}:"
    for each in table.headings:
        yield f"  {letters(each.column):3} {each.text or NO_HEADING} → {read_as(each)}"


def _column(heading: Heading) -> dict[str, object]:
    return {
        "column": letters(heading.column), "text": heading.text, "field": heading.field or None,
        "sure": heading.sure, "hidden": heading.hidden,
    }  # fmt: skip
