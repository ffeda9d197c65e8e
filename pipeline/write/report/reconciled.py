"""Reconciliation -> the views of the page: its lines, questions and corrections, and the way to equal numbers."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import (
    Action,
    Balance,
    Correction,
    Difference,
    DraftRef,
    Item,
    Proposal,
    Reconciliation,
    Status,
)
from pipeline.model.sop import FieldName
from pipeline.model.workbook import letters
from pipeline.text import fold
from pipeline.wording import ACTION_WORDS, CASE_WORDS, FIELD_WORDS, NATURE_WORDS, STATUS_WORDS
from pipeline.write.candidates import candidates
from pipeline.write.diff import marked
from pipeline.write.inventory_text import NO_UNIT
from pipeline.write.numbers import thousands
from pipeline.write.report.views import (
    AdjustmentView,
    ChangeView,
    CorrectionView,
    DraftView,
    ItemView,
    QuestionView,
    StepsTowards,
    StepTowards,
)
from pipeline.write.report.words import score_words

# The order in which the pleno has to talk about them.
_STATUS_ORDER = (
    Status.MISSING,
    Status.EXTRA,
    Status.DUPLICATE,
    Status.MATCHED,
    Status.SHARED,
    Status.TRANSFERRED,
)
_STATUS_SIGNS = {
    Status.MATCHED: "✓",
    Status.SHARED: "✓",
    Status.MISSING: "−",
    Status.EXTRA: "+",
    Status.DUPLICATE: "=",
    Status.TRANSFERRED: "→",
}
_WINNERS = {"inventory": "yang dipakai: panduan induk", "draft": "yang dipakai: naskah", "ask": "ditentukan kantor"}
# What stands of the row that a doubtful draft is held to answer.
_IN_USE = {Status.DUPLICATE: "dianggap ganda dengan baris ini"}
_ASKED = "Baris panduan induk mana yang dijawab naskah ini: salah satu calon berikut, atau tidak satu pun?"
_ANSWERED = (Status.MATCHED, Status.SHARED)


class Reconciled:
    """What the page shows of a reconciliation; `draft_of` tells the file of a draft and where it stands on the page."""

    def __init__(self, reconciliation: Reconciliation, draft_of: Callable[[str, int], tuple[str, str]]) -> None:
        self._reconciliation = reconciliation
        self._draft_of = draft_of
        doubtful = (each for each in reconciliation.items if each.doubtful)
        self._anchors = {each: f"tanya-{at}" for at, each in enumerate(doubtful, start=1)}
        self._asked = {draft: anchor for each, anchor in self._anchors.items() for draft in each.drafts}

    def talked(self, unit: str) -> tuple[ItemView, ...]:
        """Return the lines of a unit that something has to be said about, in the order of the pleno."""
        items = sorted(self._by_unit[unit], key=lambda each: _STATUS_ORDER.index(each.status))
        return tuple(self._item(each) for each in items if not _is_plain(each))

    def plain(self, unit: str) -> tuple[ItemView, ...]:
        """Return the lines of a unit that agree in everything."""
        return tuple(self._item(each) for each in self._by_unit[unit] if _is_plain(each))

    @cached_property
    def _by_unit(self) -> dict[str, list[Item]]:
        grouped: dict[str, list[Item]] = defaultdict(list)
        for each in self._reconciliation.items:
            grouped[each.unit].append(each)
        return grouped

    def _item(self, item: Item) -> ItemView:
        kind, sign, status = _status_of(item)
        told = item.row or (item.drafts[0] if item.drafts else None)
        quiet = item.doubtful or _is_plain(item)
        return ItemView(
            kind=kind,
            sign=sign,
            status=status,
            case=CASE_WORDS.get(item.case, ""),
            title=told.title if told else "",
            number=told.number if told else "",
            changes=tuple(_changes(item)),
            row=str(item.row.place) if item.row else "",
            drafts=tuple(self._draft(each).file for each in item.drafts),
            partners=tuple(self._draft(each) for each in item.partners),
            why=item.why,
            score="" if quiet or item.score is None else score_words(item.score),
            rivals=() if quiet else tuple(f"{title} (kemiripan {score_words(score)})" for title, score in item.rivals),
            question=self._question(item) if item.doubtful else None,
        )

    def _draft(self, draft: DraftRef) -> DraftView:
        file, anchor = self._draft_of(draft.file, draft.part)
        return DraftView(file=file, title=draft.title, anchor=anchor)

    @cached_property
    def questions(self) -> tuple[QuestionView, ...]:
        """Return what a person has to decide, in the order of the reconciliation."""
        return tuple(self._question(each) for each in self._anchors)

    def _question(self, item: Item) -> QuestionView:
        used = _IN_USE.get(item.status, "dipakai sekarang") if item.row else ""
        told = item.drafts[0] if item.drafts else item.row
        return QuestionView(
            anchor=self._anchors[item],
            title=told.title if told else "",
            unit=item.unit or NO_UNIT,
            asked=_ASKED,
            candidates=tuple(
                (each.title, "" if each.score is None else score_words(each.score), "" if at else used)
                for at, each in enumerate(candidates(item))
            ),
            margin=_margin_words(item),
        )

    @cached_property
    def adjustments(self) -> tuple[AdjustmentView, ...]:
        """Return each unit's way to equal numbers; a proposal stands with every unit whose numbers it changes."""
        by_unit: dict[str, list[Proposal]] = defaultdict(list)
        for each in self._reconciliation.proposals:
            for unit in dict.fromkeys((each.unit, each.draft.unit if each.draft else each.unit)):
                by_unit[unit].append(each)
        return tuple(
            AdjustmentView(
                anchor=f"penyesuaian-{at}",
                name=each.unit or NO_UNIT,
                balance=each,
                words=_balance_words(each),
                groups=tuple(self._groups(by_unit[each.unit])),
            )
            for at, each in enumerate(self._reconciliation.balances, start=1)
        )

    @property
    def adjusted(self) -> Balance:
        """Return the balances of all units together."""
        every = self._reconciliation.balances
        return Balance(
            unit="Jumlah",
            inventory=sum(each.inventory for each in every),
            added=sum(each.added for each in every),
            submitted=sum(each.submitted for each in every),
            written=sum(each.written for each in every),
            moved_in=sum(each.moved_in for each in every),
            left_out=sum(each.left_out for each in every),
            agreed=sum(each.agreed for each in every),
        )

    @property
    def proposals(self) -> int:
        """Return how many proposals there are."""
        return len(self._reconciliation.proposals)

    def _groups(self, found: Sequence[Proposal]) -> Iterator[StepsTowards]:
        for action in Action:
            steps = [each for each in found if each.action is action]
            if steps:
                reasons = {each.why for each in steps}
                word = ACTION_WORDS[action]
                yield StepsTowards(
                    action=f"{word[:1].upper()}{word[1:]}",
                    why=steps[0].why if len(reasons) == 1 else "",
                    steps=tuple(self._step(each, told=len(reasons) == 1) for each in steps),
                )

    def _step(self, proposal: Proposal, *, told: bool) -> StepTowards:
        return StepTowards(
            title=proposal.title,
            why="" if told else proposal.why,
            row=str(proposal.row) if proposal.row else "",
            draft=self._draft(proposal.draft).file if proposal.draft else "",
            question=self._asked.get(proposal.draft, "") if proposal.draft else "",
        )

    @property
    def corrections(self) -> tuple[CorrectionView, ...]:
        """Return the proposed changes of the inventory and of the drafts."""
        return tuple(self._correction(each) for each in self._reconciliation.corrections)

    def _correction(self, correction: Correction) -> CorrectionView:
        place = correction.place
        return CorrectionView(
            where=f"panduan induk, {place}" if place else self._draft_of(correction.file, correction.part)[0],
            label=FIELD_WORDS.get(correction.field, correction.field),
            pieces=marked(correction.before, correction.after),
            why=correction.why,
        )


def _status_of(item: Item) -> tuple[str, str, str]:
    """Return the kind, the sign and the words of what became of a line."""
    word = STATUS_WORDS[item.status]
    if item.doubtful:
        return "doubtful", "?", f"{word}, perlu dipastikan"
    if item.status in _ANSWERED and item.differences:
        return "different", "≠", f"{word}, ada perbedaan"
    return item.status.value, _STATUS_SIGNS[item.status], word


def _is_plain(item: Item) -> bool:
    """Return whether an item is matched with nothing to say about it."""
    return item.status in _ANSWERED and not (item.differences or item.doubtful or item.case)


def _changes(item: Item) -> Iterator[ChangeView]:
    """Yield the differences; the titles too where a doubtful or further draft is called something else."""
    for each in item.differences:
        yield _change(each)
    if item.row and item.drafts and all(each.field != FieldName.TITLE for each in item.differences):
        title = item.drafts[0].title
        if fold(title) != fold(item.row.title):
            yield ChangeView(label=FIELD_WORDS["title"], pieces=marked(item.row.title, title))


def _change(each: Difference) -> ChangeView:
    return ChangeView(
        label=FIELD_WORDS.get(each.field, each.field),
        pieces=marked(each.inventory, each.draft),
        nature=NATURE_WORDS[each.nature],
        winner=_WINNERS.get(each.winner, each.winner),
        proposed=each.proposed,
        why=each.why,
        cell=_cell_words(each.cell),
        place=str(each.place) if each.place else "tidak tertulis",
    )


def _cell_words(cell: XlsxPlace) -> str:
    """Return a cell as a spreadsheet names it; the row where the inventory has no column for it."""
    return f"lembar {cell.sheet}, sel {letters(cell.column)}{cell.row}" if cell.column else str(cell)


def _margin_words(item: Item) -> str:
    if item.score is None or item.margin is None:
        return ""
    if not item.rivals:
        return "Tidak ada calon lain."
    # The difference of the two scores as they are shown beside it.
    margin = round(round(item.score, 2) - round(item.score - item.margin, 2), 2)
    if not margin:
        return "Kemiripannya sama dengan calon berikutnya."
    if margin < 0:
        return f"Kemiripannya {score_words(-margin)} di bawah calon yang paling mirip."
    return f"Kemiripannya {score_words(margin)} di atas calon berikutnya."


def _balance_words(each: Balance) -> str:
    """Return a balance as its two sums: those of the inventory's rows and of the drafts."""
    rows = _sum_words(((each.inventory, "baris"), (each.added, "ditambah")), 0)
    drafts = ((each.submitted, "diserahkan"), (each.written, "disusun"), (each.moved_in, "pindah masuk"))
    return f"Induk: {rows}. Naskah: {_sum_words(drafts, each.left_out)}."


def _sum_words(parts: Sequence[tuple[int, str]], less: int) -> str:
    """Return a sum in words, what is nought left out: `18 diserahkan + 19 disusun − 1 dikeluarkan = 36`."""
    (first, word), *others = parts
    told = [f"{thousands(first)} {word}", *(f"+ {thousands(number)} {what}" for number, what in others if number)]
    if less:
        told.append(f"− {thousands(less)} dikeluarkan")
    if len(told) > 1:
        told.append(f"= {thousands(sum(number for number, _ in parts) - less)}")
    return " ".join(told)
