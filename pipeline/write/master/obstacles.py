"""What in a workbook forbids putting rows into a sheet, because it could not be moved along without harm."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.read.package import Package
from pipeline.write.archive import part_key
from pipeline.write.master.changes import NewRow
from pipeline.write.master.formulas import formulas, spans_row
from pipeline.write.master.grid import Grid, holds_formulas
from pipeline.write.spans import Part

# A reference through several sheets at once, Jan:Des!B4 or 'Jan 25:Des 25'!B4.
_THROUGH_SHEETS = re.compile(r"(?:'[^'\[\]]*:(?:[^']|'')*'|(?<![\w:$])[^\W\d][\w.]*:[^\W\d][\w.]*)!")


def obstacles(package: Package, names: Iterable[str], part: str, rows: Iterable[NewRow]) -> Iterator[str]:
    """Yield each reason why these rows cannot be put into the sheet `part`; raises NotSound.

    `names` are the sheets' parts, all of the workbook.
    """
    after = sorted({each.after for each in rows})
    if package.has("xl/revisions/revisionHeaders.xml"):
        yield "buku kerja dibagikan dengan riwayat perubahan"
    for name in names:
        data = package.data(name)
        if holds_formulas(data):
            yield from _formulas(Grid(Part(data)), after if part_key(name) == part_key(part) else ())
    for each in package.relationships(part).values():
        if each.kind.endswith("/pivotTable"):
            place = package.tree(each.target).find("{*}location")
            ref = "" if place is None else place.get("ref", "")
            if ref and any(spans_row(ref, row) for row in after):
                yield f"tabel pivot {ref} di lembar itu akan terpotong"
        elif each.kind.endswith("/queryTable"):
            yield "tabelnya diisi dari sumber data luar"


def _formulas(grid: Grid, after: Sequence[int]) -> Iterator[str]:
    for each in formulas(grid):
        kind, ref = each.element.attributes.get("t"), each.element.attributes.get("ref", "")
        if _THROUGH_SHEETS.search(each.text):
            yield "ada rumus yang menjumlah beberapa lembar sekaligus"
        elif after and kind == "dataTable":
            yield "ada tabel data (What-If)"
        elif kind == "array" and any(spans_row(ref, row) for row in after):
            yield f"rumus larik {ref} akan terpotong"
