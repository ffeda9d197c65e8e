"""A run's reconciliation -> inventaris-terkoreksi: the office's own inventory, the same file with what is corrected."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.errors import DraftUnreadable
from pipeline.extract.inventory.understand import understand_inventory
from pipeline.model.inventory import Inventory, TypedTotal
from pipeline.model.reconciliation import Reconciliation
from pipeline.model.workbook import Workbook
from pipeline.read.workbook import read_workbook
from pipeline.settings import Settings
from pipeline.write.master.changes import CellChange, Corrected, Place
from pipeline.write.master.patch import patched
from pipeline.write.master.plan import planned, total_changes
from pipeline.write.master.stale import without_stale

ENDINGS = (".xlsx", ".xlsm")


def corrected_inventory(data: bytes, inventory: Inventory, found: Reconciliation, settings: Settings) -> Corrected:
    """Return the inventory's own file with all corrections and added rows, totals counted anew; none for .xls and such.

    Reconciling the same drafts with it asks for no correction of the inventory any more, but for those in `left`.
    """
    ending = Path(inventory.file).suffix.lower()
    if ending not in ENDINGS:
        return Corrected(
            data=None,
            left=(
                f"Panduan induk {inventory.file} tidak dapat dikoreksi di tempatnya karena berakhiran {ending}. "
                "Buka di Excel, simpan sebagai .xlsx, lalu jalankan lagi.",
            ),
        )
    book = read_workbook(data, inventory.file)
    plan = planned(inventory, found, book)
    try:
        first = patched(data, plan.changes, plan.rows)
    except DraftUnreadable as error:
        return Corrected(data=None, left=(f"Panduan induk {inventory.file} tidak dapat dikoreksi: {error.message}",))
    left = (*plan.left, *first.left)
    if first.data is None or first.data == data:
        return replace(first, left=left)
    # Which rows a total counts is told best by reading the list as it now stands.
    again = read_workbook(first.data, inventory.file)
    after = understand_inventory(again, settings)
    totals = list(_paired(inventory, after))
    second = patched(first.data, list(_totals(totals, again)))
    touched, known = first.touched | second.touched, first.known | second.known | _counted(totals, again)
    return Corrected(
        data=without_stale(second.data or first.data, touched, known),
        left=tuple(dict.fromkeys((*left, *second.left))), touched=touched, known=known,
    )  # fmt: skip


def _paired(before: Inventory, after: Inventory) -> Iterator[tuple[TypedTotal, TypedTotal]]:
    """Yield each total as it was and as it is, where a sheet has as many as before."""
    for sheet in dict.fromkeys(each.place.sheet for each in after.totals):
        old = [each for each in before.totals if each.place.sheet == sheet]
        new = [each for each in after.totals if each.place.sheet == sheet]
        if len(old) == len(new):
            yield from zip(old, new, strict=True)


def _totals(totals: Sequence[tuple[TypedTotal, TypedTotal]], book: Workbook) -> Iterator[CellChange]:
    for was, now in totals:
        agreed = was.typed == was.counted
        # A total that did not agree and still says the same is a formula; that was said already.
        if now.typed != now.counted and (agreed or now.typed != was.typed):
            yield from total_changes(now, now.counted, book, count=agreed)


def _counted(totals: Sequence[tuple[TypedTotal, TypedTotal]], book: Workbook) -> set[Place]:
    """The cells of totals whose formulas are known to count as we do, with the value that they give."""
    agreed = (now for was, now in totals if was.typed == was.counted and now.typed == now.counted)
    return {(c.sheet, c.row, c.column) for total in agreed for c in total_changes(total, total.counted, book)}
