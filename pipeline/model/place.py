"""Where a fact stands: in a draft or in a workbook, good enough to put a comment there."""

from dataclasses import dataclass
from typing import NamedTuple


class DocxPlace(NamedTuple):
    """A spot in a Word file; counts from 1 as a person would, `column` on the table's grid.

    `part` is body, package (the file itself) or the name of the part without its ending.
    """

    part: str = "body"
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return the place in the words of the report, Indonesian."""
        words = [] if self.part == "body" else [_PARTS.get(self.part.rstrip("0123456789"), self.part)]
        for noun, number in (
            ("tabel", self.table),
            ("baris", self.row),
            ("kolom", self.column),
            ("paragraf", self.paragraph),
        ):
            if number is not None:
                words.append(f"{noun} {number}")
        return ", ".join(words) or "seluruh naskah"


@dataclass(frozen=True, slots=True, kw_only=True)
class XlsxPlace:
    """A cell or a row of a workbook; `row` as the spreadsheet numbers it, `column` from 1 or none."""

    sheet: str
    row: int
    column: int | None = None

    def __str__(self) -> str:
        """Return the place in the words of the report, Indonesian."""
        return f"lembar {self.sheet}, baris {self.row}"


_PARTS = {
    "header": "kepala halaman", "footer": "kaki halaman", "footnotes": "catatan kaki", "endnotes": "catatan akhir",
    "comments": "komentar", "package": "isi berkas",
}  # fmt: skip
