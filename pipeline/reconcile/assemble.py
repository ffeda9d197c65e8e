"""Sops + Inventory + Settings -> Reconciliation: pairing, differences, corrections and counts in one value."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.likeness.titles import title_form
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.reconciliation import DraftRef, Item, Reconciliation, Status, UnitCount
from pipeline.model.sop import Sop
from pipeline.reconcile.compare import differences, expected
from pipeline.reconcile.correct import corrections
from pipeline.reconcile.match import ACCEPT, ASK, Pair, pair
from pipeline.reconcile.score import CONFLICT, Scores, Slot, score
from pipeline.reconcile.units import Units, office_units
from pipeline.settings import Settings
from pipeline.text import quoted

_ANSWERED = (Status.MATCHED, Status.SHARED)


def reconcile(sops: Sequence[Sop], inventory: Inventory, settings: Settings, folders: Sequence[str]) -> Reconciliation:
    """Return what became of each row and each draft; `folders` are the units' folders, empty ones included."""
    units = office_units(settings, folders)
    drafts = tuple(_ref(sop, units) for sop in sops)
    slots = tuple(_slots(inventory, units))
    scores = score(slots, drafts)
    pairs = {each.slot: each for each in pair(scores, slots)}
    items = [_item(slot, pairs.get(index), drafts, sops, units, settings) for index, slot in enumerate(slots)]
    taken = {each.draft for each in pairs.values()}
    items.extend(
        _left_over(index, drafts[index], scores, slots, pairs) for index in range(len(drafts)) if index not in taken
    )
    return Reconciliation(
        units=tuple(_counts(items, drafts, units)),
        items=tuple(items),
        corrections=tuple(corrections(items, inventory)),
    )


def _ref(sop: Sop, units: Units) -> DraftRef:
    number = sop.identity.number.text if sop.identity.number else ""
    written = sop.folder or (sop.identity.unit.text if sop.identity.unit else "")
    return DraftRef(file=sop.file, part=sop.part, title=sop.title, number=number, unit=units.canonical(written))


def _slots(inventory: Inventory, units: Units) -> Iterator[Slot]:
    for row in inventory.rows:
        members = units.members(row.unit)
        if members:
            yield from (Slot(row=row, unit=name, shared=True) for name in members)
        else:
            yield Slot(row=row, unit=units.canonical(row.unit), shared=False)


def _transferred(row: InventoryRow, unit: str, units: Units, settings: Settings) -> str:
    """Where a row went, or empty while it is the office's."""
    profile = units.find(unit)
    if profile is not None and profile.transferred:
        return profile.transferred
    titles = {title_form(each).solid for each in settings.transferred_titles}
    return "instansi lain" if title_form(row.title).solid in titles else ""


def _item(
    slot: Slot, found: Pair | None, drafts: Sequence[DraftRef], sops: Sequence[Sop], units: Units, settings: Settings
) -> Item:
    gone = _transferred(slot.row, slot.unit, units, settings)
    if found is None:
        status = Status.TRANSFERRED if gone else Status.MISSING
        why = f"Tidak lagi menjadi urusan kantor ini: dialihkan ke {gone}." if gone else _missing(slot)
        return Item(row=slot.row, unit=slot.unit, drafts=(), status=status, score=None, differences=(), why=why)
    draft = drafts[found.draft]
    status = Status.TRANSFERRED if gone else Status.SHARED if slot.shared else Status.MATCHED
    doubtful = found.score < ACCEPT
    profile = units.find(slot.unit)
    asked = expected(slot.row, slot.unit, profile, settings.number_pattern, shared=slot.shared)
    differing = tuple(differences(slot.row, asked, draft, sops[found.draft]))
    why = _matched(found, differs=bool(differing), doubtful=doubtful)
    if gone:
        why = f"Dialihkan ke {gone}; naskahnya masih diserahkan."
    return Item(
        row=slot.row, unit=slot.unit, drafts=(draft,), status=status, score=round(found.score, 3),
        differences=differing,
        why=why, doubtful=doubtful and not gone, rivals=found.rivals,
    )  # fmt: skip


def _missing(slot: Slot) -> str:
    return f"Tidak ada naskah dari {slot.unit or 'unit mana pun'} yang menjawab baris ini."


def _matched(found: Pair, *, differs: bool, doubtful: bool) -> str:
    alike = f"{round(found.title * 100)} %"
    if found.number and found.title > 0.999:
        same = "sama setelah penulisannya diseragamkan" if differs else "sama dengan panduan induk"
        return f"Nomor dan nama SOP {same}."
    if found.number:
        return f"Nomor sama; nama SOP serupa {alike}."
    if doubtful:
        return f"Nama SOP hanya serupa {alike} dan nomornya tidak menguatkan; perlu ditanyakan kepada unit."
    return f"Nama SOP serupa {alike}; nomornya berbeda atau belum ada."


def _left_over(index: int, draft: DraftRef, scores: Scores, slots: Sequence[Slot], pairs: dict[int, Pair]) -> Item:
    """A draft that no row is left for: a further one of a row that has a better one, or outside the inventory."""
    near = [at for at in scores.of(index) if scores.score[at] > 0]
    best = near[0] if near else None
    if best is not None:
        slot = slots[scores.slot[best]]
        # Of another unit's row only a sure likeness makes a draft a further one.
        enough = ASK if slot.unit == draft.unit else ACCEPT
        if scores.score[best] >= enough and int(scores.slot[best]) in pairs:
            return Item(
                row=slot.row, unit=draft.unit, drafts=(draft,), status=Status.DUPLICATE,
                score=round(float(scores.score[best]), 3), differences=(),
                why=f"Baris {quoted(slot.row.title)} sudah dijawab naskah yang lebih cocok.",
                doubtful=bool(scores.score[best] < ACCEPT), rivals=_nearest(scores, slots, near[1:]),
            )  # fmt: skip
    rest = ""
    if best is not None:
        rest = f"; yang paling dekat {quoted(slots[scores.slot[best]].row.title)} ({round(scores.score[best] * 100)} %)"
    same = next((at for at in scores.of(index) if scores.number[at] and scores.title[at] < CONFLICT), None)
    why = f"Tidak ada baris panduan induk yang cocok{rest}."
    if same is not None:
        why = f"Nomornya milik {quoted(slots[scores.slot[same]].row.title)}, tetapi namanya lain{rest}."
    return Item(
        row=None, unit=draft.unit, drafts=(draft,), status=Status.EXTRA, score=None, differences=(), why=why,
        rivals=_nearest(scores, slots, near),
    )  # fmt: skip


def _nearest(scores: Scores, slots: Sequence[Slot], near: Sequence[int]) -> tuple[tuple[str, float], ...]:
    """The titles and scores of the first two of a draft's pairs."""
    return tuple((slots[scores.slot[at]].row.title, round(float(scores.score[at]), 3)) for at in near[:2])


def _counts(items: Sequence[Item], drafts: Sequence[DraftRef], units: Units) -> Iterator[UnitCount]:
    """Yield the counts of each unit: rows by the row's unit, drafts by the folder that they came in under."""
    by_row: Counter[tuple[str, Status]] = Counter()
    by_draft: Counter[tuple[str, Status]] = Counter()
    for item in items:
        if item.row is not None and item.status is not Status.DUPLICATE:
            by_row[item.unit, item.status] += 1
        else:
            by_draft[item.unit, item.status] += 1
    submitted = Counter(each.unit for each in drafts)
    known = [each.name for each in units.units]
    seen = {unit for unit, _ in (*by_row, *by_draft)} | set(submitted)
    order = [name for name in known if name in seen] + sorted(seen - set(known))
    for unit in order:
        matched = sum(by_row[unit, status] for status in _ANSWERED)
        yield UnitCount(
            unit=unit,
            inventory=matched + by_row[unit, Status.MISSING],
            submitted=submitted[unit],
            matched=matched,
            missing=by_row[unit, Status.MISSING],
            extra=by_draft[unit, Status.EXTRA],
            duplicate=by_draft[unit, Status.DUPLICATE],
            transferred=by_row[unit, Status.TRANSFERRED],
        )
