"""Sops + Inventory + Settings -> Reconciliation: pairing, differences, corrections and counts in one value."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pipeline.likeness.titles import title_form
from pipeline.likeness.units import Units, office_units
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.reconciliation import Case, DraftRef, Item, Reconciliation, Status, UnitCount
from pipeline.model.sop import Sop
from pipeline.reconcile.answers import Answers, answered, question_id, settled
from pipeline.reconcile.cases import claimed, covered, further, parts, renamed
from pipeline.reconcile.compare import Ground, differences, expected, ground
from pipeline.reconcile.correct import corrections
from pipeline.reconcile.match import ACCEPT, Pair, pair
from pipeline.reconcile.proposals import balances, proposals
from pipeline.reconcile.score import Scores, Slot, score
from pipeline.settings import Settings
from pipeline.text import quoted

_ANSWERED = (Status.MATCHED, Status.SHARED)
# A title less alike than this under another row's number may be that row's, renamed.
_SURE = 0.90
_TOLD = "Dipastikan kantor."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matching:
    """What is known once rows and drafts are paired.

    `pairs` are by slot; `covered` and `renamed` name a draft by slot, `parts` a slot by draft, `further` the
    position of a score by draft; `away` tells where a slot went that is no longer the office's. `answered` are the
    drafts about which a person said which row is theirs, `seen` the scores as they were without that.
    """

    slots: tuple[Slot, ...]
    drafts: tuple[DraftRef, ...]
    scores: Scores
    seen: Scores
    answered: frozenset[int]
    pairs: dict[int, Pair]
    covered: dict[int, int]
    parts: dict[int, int]
    further: dict[int, int]
    renamed: dict[int, int]
    away: dict[int, str]
    by: Ground


def reconcile(
    sops: Sequence[Sop],
    inventory: Inventory,
    settings: Settings,
    folders: Sequence[str],
    answers: Mapping[str, str] = MappingProxyType({}),
) -> Reconciliation:
    """Return what became of each row and each draft; `folders` are the units' folders, empty ones included.

    `answers` are what a person said about doubtful pairs: the row's title by the question's id, empty for no row.
    """
    units = office_units(settings, folders)
    drafts = tuple(_ref(sop, units) for sop in sops)
    titles = [*(row.title for row in inventory.rows), *(each.title for each in drafts)]
    slots = tuple(_slots(inventory, units))
    away = {at: gone for at, slot in enumerate(slots) if (gone := _transferred(slot.row, slot.unit, units, settings))}
    found = _matching(slots, drafts, away, ground(settings, titles), answered(answers, slots, drafts))
    items = [_item(index, found, sops, units, settings) for index in range(len(found.slots))]
    taken = {each.draft for each in found.pairs.values()}
    items.extend(_left_over(index, found) for index in range(len(drafts)) if index not in taken)
    counts = tuple(_counts(items, drafts, units))
    proposed = tuple(proposals(items))
    return Reconciliation(
        units=counts,
        items=tuple(items),
        corrections=tuple(corrections(items, inventory)),
        proposals=proposed,
        balances=tuple(balances(counts, proposed)),
    )


def _matching(
    slots: tuple[Slot, ...], drafts: tuple[DraftRef, ...], away: dict[int, str], by: Ground, answers: Answers
) -> _Matching:
    seen = score(slots, drafts)
    scores = settled(seen, answers)
    pairs = {each.slot: each for each in pair(scores, slots)}
    pieces = parts(scores, slots, drafts, pairs)
    again = further(scores, slots, drafts, pairs)
    strange = set(range(len(drafts))) - {each.draft for each in pairs.values()} - set(pieces) - set(again)
    claims = renamed(scores, slots, drafts, strange)
    return _Matching(
        slots=slots, drafts=drafts, scores=scores, seen=seen, answered=frozenset(answers.chosen), pairs=pairs,
        parts=pieces, further=again, away=away, by=by,
        covered=covered(scores, slots, drafts, pairs),
        renamed={slot: draft for slot, draft in claims.items() if slot not in pairs and slot not in away},
    )  # fmt: skip


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


def _item(index: int, known: _Matching, sops: Sequence[Sop], units: Units, settings: Settings) -> Item:
    slot, found = known.slots[index], known.pairs.get(index)
    gone = known.away.get(index, "")
    if found is None:
        return _unanswered(index, known, gone)
    draft = known.drafts[found.draft]
    claim = claimed(known.scores, known.slots, found.draft, index)
    others = tuple(known.drafts[part] for part, at in known.parts.items() if at == index)
    told = found.draft in known.answered
    doubtful = found.score < ACCEPT or (claim is not None and found.title < _SURE)
    profile = units.find(slot.unit)
    asked = expected(slot.row, slot.unit, profile, settings.number_pattern, shared=slot.shared)
    differing = tuple(differences(slot.row, asked, draft, sops[found.draft], known.by))
    why = _TOLD if told else _matched(found, differs=bool(differing), doubtful=found.score < ACCEPT)
    case = Case.PLAIN
    if claim is not None:
        case = Case.CONFLICT
        why = f"{why} Nomor pada naskah adalah nomor {quoted(known.slots[claim].row.title)}."
    if others:
        case = Case.PART
        why = f"Baris ini dijawab bersama oleh {_names((draft, *others))}; gabungkan naskahnya atau pecah barisnya."
    if gone:
        why = f"Dialihkan ke {gone}; naskahnya masih diserahkan."
    status = Status.TRANSFERRED if gone else Status.SHARED if slot.shared else Status.MATCHED
    item = Item(
        row=slot.row, unit=slot.unit, drafts=(draft,), status=status, score=round(found.score, 3),
        differences=differing, why=why, doubtful=doubtful and not gone, rivals=found.rivals, case=case, partners=others,
    )  # fmt: skip
    return _asked(item, found.draft, known)


def _unanswered(index: int, known: _Matching, gone: str) -> Item:
    slot = known.slots[index]
    within = known.covered.get(index)
    why, case, partners = _missing(slot), Case.PLAIN, tuple[DraftRef, ...]()
    if gone:
        why = f"Tidak lagi menjadi urusan kantor ini: dialihkan ke {gone}."
    elif index in known.renamed:
        case, partners = Case.CONFLICT, (known.drafts[known.renamed[index]],)
        why = f"Mungkin dijawab {_names(partners)}, yang memakai nomor ini dengan nama lain."
    elif within is not None:
        case, partners = Case.COVERED, (known.drafts[within],)
        why = (
            f"Tidak ada naskah tersendiri; tercakup dalam {_names(partners)}, yang memuat dua SOP. Pisahkan naskah itu."
        )
    return Item(
        row=slot.row, unit=slot.unit, drafts=(), status=Status.TRANSFERRED if gone else Status.MISSING, score=None,
        differences=(), why=why, case=case, partners=partners,
    )  # fmt: skip


def _names(drafts: Sequence[DraftRef]) -> str:
    return " dan ".join(quoted(each.title) for each in drafts)


def _missing(slot: Slot) -> str:
    return f"Tidak ada naskah dari {slot.unit or 'unit mana pun'} yang menjawab baris ini."


def _matched(found: Pair, *, differs: bool, doubtful: bool) -> str:
    alike = _percent(found.title)
    if found.number and found.title > 0.999:
        same = "sama setelah penulisannya diseragamkan" if differs else "sama dengan panduan induk"
        return f"Nomor dan nama SOP {same}."
    if found.number:
        return f"Nomor sama; nama SOP serupa {alike}."
    if doubtful:
        return f"Nama SOP hanya serupa {alike} dan nomornya tidak menguatkan; perlu ditanyakan kepada unit."
    return f"Nama SOP serupa {alike}; nomornya berbeda atau belum ada."


def _asked(item: Item, draft: int, known: _Matching) -> Item:
    """The item with the id of its question, if there is one; an answered one keeps the rows that were chosen from."""
    if draft in known.answered:
        near = [at for at in known.seen.of(draft) if known.seen.score[at] > 0]
        return replace(
            item, doubtful=False, question=question_id(known.drafts[draft]), answered=True,
            score=None if item.row is None else 1.0, rivals=_nearest(known.seen, known.slots, near),
        )  # fmt: skip
    return replace(item, question=question_id(known.drafts[draft])) if item.doubtful else item


def _left_over(index: int, known: _Matching) -> Item:
    return _asked(_unpaired(index, known), index, known)


def _unpaired(index: int, known: _Matching) -> Item:
    """A draft that no row is left for: a further one of a row that has a better one, or outside the inventory."""
    draft, scores, slots = known.drafts[index], known.scores, known.slots
    near = [at for at in scores.of(index) if scores.score[at] > 0]
    if index in known.parts:
        slot = slots[known.parts[index]]
        first = known.drafts[known.pairs[known.parts[index]].draft]
        why = f"Baris {quoted(slot.row.title)} dijawab bersama oleh {_names((first, draft))}; gabungkan naskahnya."
        return replace(_further(draft, slot, None, why), case=Case.PART, partners=(first,))
    if index in known.further:
        slot, likely = slots[scores.slot[near[0]]], float(scores.score[known.further[index]])
        why = f"Baris {quoted(slot.row.title)} sudah dijawab naskah yang lebih cocok."
        return replace(_further(draft, slot, likely, why), rivals=_nearest(scores, slots, near[1:]))
    if index in known.answered:
        return Item(
            row=None, unit=draft.unit, drafts=(draft,), status=Status.EXTRA, score=None, differences=(),
            why=f"{_TOLD} Tidak ada baris panduan induk untuk naskah ini.",
        )  # fmt: skip
    rest = ""
    if near:
        rest = (
            f"; yang paling dekat {quoted(slots[scores.slot[near[0]]].row.title)} ({_percent(scores.score[near[0]])})"
        )
    why = f"Tidak ada baris panduan induk yang cocok{rest}."
    claim = claimed(scores, slots, index, None)
    asked = claim is not None and known.renamed.get(claim) == index
    if claim is not None:
        owner = quoted(slots[claim].row.title)
        why = f"Nomornya milik {owner}, tetapi namanya lain{rest}."
        if asked:
            why = f"Nomornya milik {owner}, yang belum dijawab naskah lain; mungkin SOP itu berganti nama."
    return Item(
        row=None, unit=draft.unit, drafts=(draft,), status=Status.EXTRA, score=None, differences=(), why=why,
        doubtful=asked, rivals=_nearest(scores, slots, near), case=Case.PLAIN if claim is None else Case.CONFLICT,
    )  # fmt: skip


def _further(draft: DraftRef, slot: Slot, likely: float | None, why: str) -> Item:
    return Item(
        row=slot.row, unit=draft.unit, drafts=(draft,), status=Status.DUPLICATE,
        score=None if likely is None else round(likely, 3), differences=(), why=why,
        doubtful=likely is not None and likely < ACCEPT,
    )  # fmt: skip


def _percent(share: float) -> str:
    return f"{round(share * 100)} %"


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
