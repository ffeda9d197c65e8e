"""Outcome -> the sheet Penyesuaian: what makes the number of SOPs agree with the inventory, unit by unit."""

from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Balance, Proposal
from pipeline.wording import ACTION_WORDS, PROPOSALS_ABOUT, PROPOSALS_NONE
from pipeline.write.workbook.decided import Decided
from pipeline.write.workbook.sheet import CHANGE, DECISIONS, Cell, Sheet, columns_of, count, decision, words

# There is nothing else that a step could become.
_CHOICES = tuple(each for each in DECISIONS if each != CHANGE)
_COLUMNS = (
    *columns_of(
        (
            ("Unit", 26), ("Usulan", 20), ("Nama SOP", 36), ("Letak di induk", 20), ("Berkas", 28), ("Penjelasan", 40),
            ("Baris induk kini", 10), ("Naskah kini", 10), ("Jumlah sesudahnya", 12),
        ),
        frozenset({"Baris induk kini", "Naskah kini", "Jumlah sesudahnya"}),
    ),
    *decision(_CHOICES),
)  # fmt: skip


def proposals_sheet(outcome: Outcome) -> Sheet:
    """Return each step towards equal numbers, with those of its unit: rows, drafts, and both once all is done."""
    decided = Decided(outcome)
    balances = {each.unit: each for each in outcome.reconciliation.balances}
    order = {unit: at for at, unit in enumerate(balances)}
    found = sorted(outcome.reconciliation.proposals, key=lambda each: order.get(each.unit, len(order)))
    return Sheet(
        name="Penyesuaian",
        about=PROPOSALS_ABOUT,
        none=PROPOSALS_NONE,
        columns=_COLUMNS,
        rows=tuple(_row(each, balances.get(each.unit), decided) for each in found),
    )


def _row(each: Proposal, balance: Balance | None, decided: Decided) -> tuple[Cell, ...]:
    return (
        words(each.unit),
        words(ACTION_WORDS[each.action]),
        words(each.title),
        words(str(each.row) if each.row else ""),
        words(each.draft.file if each.draft else ""),
        words(each.why),
        count(balance.inventory if balance else None),
        count(balance.submitted if balance else None),
        count(balance.agreed if balance else None),
        *decided.cells(each.id, _CHOICES),
    )
