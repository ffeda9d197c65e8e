"""What reconciliation found about the inventory -> the cells to change and the rows to add, where they belong."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.dates import iso_date
from pipeline.model.inventory import Inventory, TypedTotal
from pipeline.model.reconciliation import TO_INVENTORY, Case, Correction, Reconciliation, Status
from pipeline.model.sop import DATES
from pipeline.model.workbook import Workbook, letters
from pipeline.text import quoted
from pipeline.wording import INVENTORY_WORDS
from pipeline.write.master.additions import additions
from pipeline.write.master.changes import CellChange, NewRow

_ANSWERS = (Status.MATCHED, Status.SHARED)
_DATED = frozenset(each.value for each in DATES)


@dataclass(slots=True)
class Plan:
    """What is to change, and what cannot be."""

    changes: list[CellChange] = field(default_factory=list)
    rows: list[NewRow] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def planned(inventory: Inventory, found: Reconciliation, book: Workbook) -> Plan:
    """Return the plan for an inventory as it was read from a workbook."""
    plan = Plan()
    wanted: dict[tuple[str, int, int], list[Correction]] = defaultdict(list)
    nowhere: Counter[tuple[str, str]] = Counter()
    totals = {(each.place.sheet, each.place.row): each for each in inventory.totals}
    for each in found.corrections:
        if each.target != TO_INVENTORY or each.place is None:
            continue
        place = each.place
        if each.field == "total":
            total = totals[place.sheet, place.row]
            plan.changes += total_changes(total, total.counted, book)
        elif place.column is None:
            nowhere[place.sheet, each.field] += 1
        else:
            wanted[place.sheet, place.row, place.column].append(each)
    # Of the drafts that answer a row, those of other units or the parts of it, one that reads as it does has a say too.
    answered = Counter(
        (each.row.place.sheet, each.row.place.row)
        for each in found.items
        if each.row and each.drafts and not each.doubtful and (each.status in _ANSWERS or each.case is Case.PART)
    )
    for (sheet, row, column), asked in wanted.items():
        kept = len(asked) < answered[sheet, row]
        if kept or len({each.after for each in asked}) > 1:
            plan.left.append(_disagreed(f"Lembar {sheet}, sel {letters(column)}{row}", asked, kept=kept))
            continue
        dated = iso_date(asked[0].after) if asked[0].field in _DATED else None
        plan.changes.append(
            CellChange(sheet=sheet, row=row, column=column, text=asked[0].after, date=dated or "")
        )  # fmt: skip
    for (sheet, name), count in nowhere.items():
        plan.left.append(
            f"Lembar {sheet} tidak memuat kolom {INVENTORY_WORDS.get(name, name)}; {count} koreksi belum dimasukkan."
        )
    added = additions(inventory, found, book)
    plan.rows += added.rows
    plan.left += added.left
    return plan


def total_changes(total: TypedTotal, counted: int, book: Workbook, *, count: bool = False) -> Iterator[CellChange]:
    """Yield the change of the cell that holds a typed total; `count` where a formula may give it."""
    sheet, row = total.place.sheet, total.place.row
    texts = next(each.rows[row - 1] for each in book.sheets if each.name == sheet)
    filled = [(column, text) for column, text in enumerate(texts, start=1) if text]
    number = re.compile(rf"(?<!\d){total.typed}(?!\d)")
    for column, text in (*filled[1:], *filled[:1]):
        matches = list(number.finditer(text))
        if matches:
            # Behind a colon stands what is counted; before it there may be a year.
            at = matches[-1 if ":" in text else 0]
            new = f"{text[: at.start()]}{counted}{text[at.end() :]}"
            yield CellChange(sheet=sheet, row=row, column=column, text=new, count=count)
            return


def _disagreed(where: str, asked: Sequence[Correction], *, kept: bool) -> str:
    words = " atau ".join((*dict.fromkeys(quoted(each.after) for each in asked), *(["tetap"] if kept else [])))
    return f"{where}: naskah tidak sepakat ({words}), jadi tidak diubah; tentukan sendiri."
