"""Items of the reconciliation -> what to do so that each unit has as many SOPs as the inventory has rows for it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.ids import stable_id
from pipeline.model.reconciliation import Action, Balance, Case, Item, Proposal, Status, UnitCount
from pipeline.text import key, quoted

_LEAVES = (Action.DROP, Action.MERGE, Action.HAND_OVER)


def proposals(items: Sequence[Item]) -> Iterator[Proposal]:
    """Yield what each item asks for; a row and a draft that agree ask for nothing."""
    for item in items:
        yield from _of(item)


def _of(item: Item) -> Iterator[Proposal]:
    match item.status:
        case Status.MISSING if item.case is not Case.CONFLICT:
            action = Action.SPLIT if item.case is Case.COVERED else Action.WRITE
            within = f" dari naskah {quoted(item.partners[0].title)}" if item.partners else ""
            yield _made(
                item, action, f"Pisahkan menjadi SOP sendiri{within}." if within else "Susun dan serahkan SOP ini."
            )
        case Status.EXTRA if item.case is Case.CONFLICT and item.doubtful:
            yield _made(item, Action.ASK, item.why)
        case Status.EXTRA:
            yield _made(
                item, Action.ADD, "Tambahkan ke panduan induk, atau tarik bila pekerjaannya sudah diatur SOP lain."
            )
        case Status.DUPLICATE if item.case is Case.PART:
            yield _made(item, Action.MERGE, f"Gabungkan dengan naskah {quoted(item.partners[0].title)}.")
        case Status.DUPLICATE:
            sure = "" if not item.doubtful else " Pastikan dahulu: kemiripannya meragukan."
            yield _made(item, Action.DROP, f"Tarik naskah ini; barisnya sudah dijawab naskah yang lebih cocok.{sure}")
        case Status.TRANSFERRED if item.drafts:
            yield _made(item, Action.HAND_OVER, item.why)
        case Status.MATCHED | Status.SHARED if item.drafts[0].unit != item.unit:
            yield _made(item, Action.MOVE, f"Pindahkan dari {item.drafts[0].unit or 'tanpa unit'} ke {item.unit}.")
        case _:
            return


def _made(item: Item, action: Action, why: str) -> Proposal:
    draft = item.drafts[0] if item.drafts else None
    title = item.row.title if item.row and not draft else draft.title if draft else ""
    return Proposal(
        unit=item.unit, action=action, title=title, why=why, row=item.row.place if item.row else None, draft=draft,
        id=stable_id("U", item.unit, action.value, key(title), key(item.row.title if item.row else "")),
    )  # fmt: skip


def balances(units: Sequence[UnitCount], found: Sequence[Proposal]) -> Iterator[Balance]:
    """Yield each unit's numbers before and after its proposals."""
    of: Counter[tuple[str, Action]] = Counter()
    moved_out: Counter[str] = Counter()
    for each in found:
        # What is dropped or handed over leaves the unit that handed it in, whoever owns the row.
        owner = each.draft.unit if each.draft and each.action in _LEAVES else each.unit
        of[owner, each.action] += 1
        if each.action is Action.MOVE and each.draft:
            moved_out[each.draft.unit] += 1
    for unit in units:
        name = unit.unit
        written = of[name, Action.WRITE] + of[name, Action.SPLIT]
        left_out = sum(of[name, action] for action in _LEAVES) + moved_out[name]
        yield Balance(
            unit=name, inventory=unit.inventory, added=of[name, Action.ADD], submitted=unit.submitted, written=written,
            moved_in=of[name, Action.MOVE], left_out=left_out, agreed=unit.inventory + of[name, Action.ADD],
        )  # fmt: skip
