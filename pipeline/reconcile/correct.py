"""Items and typed totals -> corrections: which cell or field should change, from what, to what."""

from collections.abc import Iterator, Sequence

from pipeline.ids import stable_id
from pipeline.model.inventory import Inventory
from pipeline.model.reconciliation import TO_DRAFT, TO_INVENTORY, Correction, Item, Status
from pipeline.settings import ASK, INVENTORY
from pipeline.text import plain


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
            target, before = (TO_DRAFT, each.draft) if of_draft else (TO_INVENTORY, each.inventory)
            about = (draft.unit, draft.title) if of_draft else (item.row.unit, item.row.title)
            yield Correction(
                target=target, field=each.field, before=before, after=after, why=each.why, place=each.cell,
                file=draft.file, part=draft.part, id=_id(target, *about, each.field, before, after),
            )  # fmt: skip
    for total in inventory.totals:
        if total.typed != total.counted:
            yield Correction(
                target=TO_INVENTORY, field="total", before=str(total.typed), after=str(total.counted),
                why=f"Jumlah yang diketik {total.typed}, sedangkan baris SOP di lembar itu {total.counted}.",
                place=total.place, file="", part=0,
                id=_id(TO_INVENTORY, total.place.sheet, "total", str(total.typed), str(total.counted)),
            )  # fmt: skip


def _id(*parts: str) -> str:
    return stable_id("K", *map(plain, parts))
