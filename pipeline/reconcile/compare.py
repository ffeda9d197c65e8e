"""A row and its draft -> the fields that read differently, and whose word counts."""

from collections.abc import Iterator

from pipeline.dates import iso_date, long_date
from pipeline.model.inventory import InventoryRow
from pipeline.model.reconciliation import Difference, DraftRef
from pipeline.model.sop import DATES, Sop
from pipeline.reconcile.normalise import same_number
from pipeline.text import fold, is_placeholder, plain

INVENTORY, DRAFT = "inventory", "draft"
_NO_NUMBER = "Naskah belum bernomor; nomornya ada di panduan induk."


def differences(row: InventoryRow, unit: str, ref: DraftRef, sop: Sop, *, shared: bool) -> Iterator[Difference]:
    """Yield each difference between a row and the draft that answers it."""
    if plain(row.title) != plain(ref.title):
        yield Difference(
            field="title", inventory=row.title, draft=ref.title, winner=INVENTORY,
            why="Nama SOP mengikuti panduan induk.",
        )  # fmt: skip
    if row.number and not _number_agrees(row.number, ref.number, shared=shared):
        yield Difference(
            field="number", inventory=row.number, draft=ref.number, winner=INVENTORY,
            why="Nomor SOP mengikuti panduan induk." if ref.number else _NO_NUMBER,
        )  # fmt: skip
    elif not row.number and ref.number:
        yield Difference(
            field="number", inventory="", draft=ref.number, winner=DRAFT,
            why="Panduan induk belum memuat nomor; nomornya ada di naskah.",
        )  # fmt: skip
    if unit != ref.unit:
        yield Difference(
            field="unit", inventory=unit, draft=ref.unit, winner=INVENTORY,
            why="Naskah diserahkan oleh unit lain daripada yang tercantum di panduan induk.",
        )  # fmt: skip
    yield from _dates(row, sop)


def _number_agrees(inventory: str, draft: str, *, shared: bool) -> bool:
    if shared:
        return same_number(inventory, draft)
    return plain(inventory) == plain(draft)


def _dates(row: InventoryRow, sop: Sop) -> Iterator[Difference]:
    cells = dict(row.cells)
    for name in DATES:
        written = cells.get(name.value, "")
        ours = sop.identity.date(name)
        theirs = None if is_placeholder(written) else iso_date(written)
        if theirs is None or ours is None or ours.iso is None or theirs == ours.iso:
            continue
        yield Difference(
            field=name.value, inventory=long_date(theirs), draft=fold(ours.text), winner=DRAFT,
            why="Tanggal mengikuti naskah.",
        )  # fmt: skip
