"""What reconciliation says of an inventory, made up: corrections of cells and drafts that no row answers."""

from collections.abc import Iterable

from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.reconciliation import Action, Correction, DraftRef, Item, Proposal, Reconciliation, Status
from pipeline.reconcile.compare import cell_of
from pipeline.reconcile.correct import TO_INVENTORY, corrections


def corrected(row: InventoryRow, field: str, after: str) -> Correction:
    return Correction(
        target=TO_INVENTORY,
        field=field,
        before="",
        after=after,
        why="",
        place=cell_of(row, field),
        file="a.docx",
        part=1,
    )


def extra(unit: str, title: str, number: str = "") -> DraftRef:
    return DraftRef(file=f"{title}.docx", part=1, title=title, number=number, unit=unit)


def told(inventory: Inventory, found: Iterable[Correction] = (), drafts: Iterable[DraftRef] = ()) -> Reconciliation:
    """A reconciliation with these; each row belongs to the unit that it names itself."""
    items = tuple(
        Item(row=row, unit=row.unit, drafts=(), status=Status.MISSING, score=None, differences=(), why="")
        for row in inventory.rows
    )
    proposals = tuple(
        Proposal(unit=each.unit, action=Action.ADD, title=each.title, why="", row=None, draft=each) for each in drafts
    )
    totals = tuple(corrections((), inventory))
    return Reconciliation(units=(), items=items, corrections=(*found, *totals), proposals=proposals)
