"""Items and typed totals -> corrections: which cell or field should change, from what, to what."""

from collections.abc import Iterator, Sequence

from pipeline.model.inventory import Inventory
from pipeline.model.reconciliation import Correction, Item, Status
from pipeline.settings import ASK, INVENTORY

TO_DRAFT, TO_INVENTORY = "draft", "inventory"


def corrections(items: Sequence[Item], inventory: Inventory) -> Iterator[Correction]:
    """Yield each correction; a doubtful match corrects nothing until a person answers, a transferred row never."""
    for item in items:
        if item.row is None or item.doubtful or not item.drafts or item.status is Status.TRANSFERRED:
            continue
        draft = item.drafts[0]
        for each in item.differences:
            if each.field == "unit" or each.winner == ASK:
                # Whether the folder or the row is wrong, nobody but the office knows.
                continue
            of_draft = each.winner == INVENTORY
            after = each.proposed or (each.inventory if of_draft else each.draft)
            yield Correction(
                target=TO_DRAFT if of_draft else TO_INVENTORY, field=each.field,
                before=each.draft if of_draft else each.inventory, after=after,
                why=each.why, place=each.cell, file=draft.file, part=draft.part,
            )  # fmt: skip
    for total in inventory.totals:
        if total.typed != total.counted:
            yield Correction(
                target=TO_INVENTORY, field="total", before=str(total.typed), after=str(total.counted),
                why=f"Jumlah yang diketik {total.typed}, sedangkan baris SOP di lembar itu {total.counted}.",
                place=total.place, file="", part=0,
            )  # fmt: skip
