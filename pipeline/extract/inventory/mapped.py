"""What pleno.toml says of the inventory -> the header of a sheet; wrong words are refused, never guessed."""

import difflib
import re
from collections.abc import Iterator, Sequence

from pipeline.errors import SettingsWrong
from pipeline.extract.inventory.headings import Header, assigned, header_at, told
from pipeline.model.workbook import Workbook, WorkSheet, letters
from pipeline.settings import NAME, InventorySettings
from pipeline.text import key

_LETTERS = re.compile(r"[A-Z]{1,3}")


def require_sheets(book: Workbook, mapping: InventorySettings) -> None:
    """Raise SettingsWrong where the settings name a sheet that the workbook does not have."""
    names = [each.name for each in book.sheets]
    for each in mapping.sheets:
        if each not in names:
            near = difflib.get_close_matches(each, names, n=1, cutoff=0.0)
            raise SettingsWrong(
                f"{NAME}: inventory.sheets menyebut lembar “{each}” yang tidak ada di {book.file}; "
                f"maksudnya “{near[0] if near else ''}”?"
            )


def mapped_header(sheet: WorkSheet, mapping: InventorySettings) -> Header | None:
    """Return the header that the settings give a sheet, or none where they leave it to be found.

    Raises SettingsWrong for a column or a row that the sheet does not have, and where no title is among the columns.
    """
    if not mapping.columns and not mapping.header_row:
        return None
    row = mapping.header_row or _row_of(sheet, mapping)
    if row > len(sheet.rows):
        raise SettingsWrong(
            f"{NAME}: inventory.header_row = {row}, padahal lembar {sheet.name} hanya sampai baris {len(sheet.rows)}."
        )
    headings = [(text,) if text else () for text in sheet.rows[row - 1]]
    columns, sure = assigned(headings, sheet.hidden_columns)
    for name, column in _columns(sheet, mapping, row):
        columns = {each: at for each, at in columns.items() if each != name and at != column}
        columns[name], sure[column] = column, True
    if "title" not in columns:
        raise SettingsWrong(
            f"{NAME}: inventory.header_row = {row} di lembar {sheet.name} tidak memuat kolom nama SOP; "
            'sebutkan kolomnya, mis. columns = { title = "C" }.'
        )
    return Header(
        rows=(row,), columns=columns, headings=told(headings, columns, sure, sheet.hidden_columns), left=0,
        right=len(headings),
    )  # fmt: skip


def _row_of(sheet: WorkSheet, mapping: InventorySettings) -> int:
    """The last row of the header: where the headings that are named stand, else where one is found by itself."""
    wanted = {key(each) for _, each in mapping.columns if not _LETTERS.fullmatch(each)}
    if wanted:
        for at, row in enumerate(sheet.rows, start=1):
            if wanted & {key(each) for each in row}:
                return at
    for at in range(len(sheet.rows)):
        found = header_at(sheet.rows, at)
        if found:
            return found[0].rows[-1]
    raise SettingsWrong(
        f"{NAME}: kepala tabel di lembar {sheet.name} tidak ditemukan; sebutkan barisnya, mis. header_row = 6, "
        "di bagian [inventory]."
    )


def _columns(sheet: WorkSheet, mapping: InventorySettings, row: int) -> Iterator[tuple[str, int]]:
    width = max(map(len, sheet.rows), default=0)
    names = [letters(at + 1) for at in range(width)]
    above: Sequence[Sequence[str]] = sheet.rows[max(0, row - 3) : row]
    for name, written in mapping.columns:
        if written in names:
            yield name, names.index(written)
            continue
        at = next((at for each in reversed(above) for at, text in enumerate(each) if key(text) == key(written)), None)
        if at is None:
            raise SettingsWrong(
                f"{NAME}: inventory.columns.{name} = “{written}” bukan kolom di lembar {sheet.name}; sebutkan huruf "
                f"kolomnya (A sampai {names[-1] if names else 'A'}) atau judulnya di baris {row}."
            )
        yield name, at
