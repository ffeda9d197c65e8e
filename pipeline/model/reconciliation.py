"""Which draft answers which inventory row, what differs, and the counts per unit."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.decision import Verdict
from pipeline.model.inventory import InventoryRow
from pipeline.model.place import DocxPlace, XlsxPlace


class Status(StrEnum):
    """What became of a row or a draft, by its key in the contract."""

    MATCHED = "matched"
    MISSING = "missing"
    EXTRA = "extra"
    DUPLICATE = "duplicate"
    SHARED = "shared"
    TRANSFERRED = "transferred"


class Case(StrEnum):
    """What is out of the ordinary about a line of the reconciliation.

    `conflict`: the number says one row, the title another. `covered`: nobody handed the row in by itself, but the draft
    of another row covers it too. `part`: several drafts answer one row together.
    """

    PLAIN = ""
    CONFLICT = "conflict"
    COVERED = "covered"
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRef:
    """A SOP of a draft file."""

    file: str
    part: int
    title: str
    number: str
    unit: str


class Nature(StrEnum):
    """How two values differ: only in how they are written, by a slip of the keys, or in what they say."""

    WRITING = "writing"
    SLIP = "slip"
    CONTENT = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field that reads differently in the inventory and in the draft, and whose word counts.

    `proposed` is what should stand instead where that is not simply the winner's words; `winner` is `ask` where only
    the office knows. `cell` and `place` are where the two stand.
    """

    field: str
    inventory: str
    draft: str
    winner: str
    why: str
    nature: Nature
    cell: XlsxPlace
    place: DocxPlace | None
    proposed: str = ""


# What a correction changes.
TO_DRAFT, TO_INVENTORY = "draft", "inventory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A cell of the inventory or a field of a draft that should change; `id` is the same in each round.

    `verdict` is what the office decided about it, if anything; a changed one has the office's own value as `after`.
    """

    target: str
    field: str
    before: str
    after: str
    why: str
    place: XlsxPlace | None
    file: str
    part: int
    id: str = ""
    verdict: Verdict | None = None

    @property
    def holds(self) -> bool:
        """Whether it is to be carried out: one that nobody decided about yet is proposed."""
        return self.verdict is not Verdict.REJECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of the reconciliation; `why` says in one sentence how it came about.

    `score` is from 0 to 1, `rivals` are the next best rows with theirs. `partners` are drafts of other lines that this
    one is about: the one that covers the row, the other parts of it. `question` is the id of what a person is asked, or
    was and has answered (`answered`).
    """

    row: InventoryRow | None
    unit: str
    drafts: tuple[DraftRef, ...]
    status: Status
    score: float | None
    differences: tuple[Difference, ...]
    why: str
    doubtful: bool = False
    rivals: tuple[tuple[str, float], ...] = ()
    case: Case = Case.PLAIN
    partners: tuple[DraftRef, ...] = ()
    question: str = ""
    answered: bool = False

    @property
    def margin(self) -> float | None:
        """By how much the pair is better than its best rival; none where no row was taken."""
        if self.score is None:
            return None
        return self.score - max((score for _, score in self.rivals), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCount:
    """The counts of one unit."""

    unit: str
    inventory: int
    submitted: int
    matched: int
    missing: int
    extra: int
    duplicate: int
    transferred: int


class Action(StrEnum):
    """What makes the number of SOPs agree: with a row of the inventory, or with a draft."""

    WRITE = "write"
    SPLIT = "split"
    ADD = "add"
    MERGE = "merge"
    DROP = "drop"
    MOVE = "move"
    HAND_OVER = "hand_over"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One step of a unit towards the number of its inventory rows: what to do with which SOP, and why.

    `row` is where the inventory has it, none where it has not; `draft` is what it is about, none for one to write; `id`
    is the same in each round.
    """

    unit: str
    action: Action
    title: str
    why: str
    row: XlsxPlace | None
    draft: DraftRef | None
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """A unit's numbers once all its proposals are carried out: rows and drafts are then the same number, `agreed`.

    Rows are those of the inventory with `added`; drafts are those handed in with those `written` or split off and those
    `moved_in`, without those `left_out`: dropped, merged, handed over, or moved to another unit.
    """

    unit: str
    inventory: int
    added: int
    submitted: int
    written: int
    moved_in: int
    left_out: int
    agreed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """Everything that reconciliation knows."""

    units: tuple[UnitCount, ...]
    items: tuple[Item, ...]
    corrections: tuple[Correction, ...]
    proposals: tuple[Proposal, ...] = ()
    balances: tuple[Balance, ...] = ()
