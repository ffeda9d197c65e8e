"""What the page shows, as small frozen values: the template only lays them out."""

from dataclasses import dataclass

from markupsafe import Markup

from pipeline.model.reconciliation import Balance, UnitCount
from pipeline.write.diff import Piece
from pipeline.write.numbers import thousands

# So many traces of a file are read at a glance.
_UNFOLDED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How many SOPs can be discussed as they stand."""

    ready: int = 0
    flawed: int = 0
    unreadable: int = 0

    @property
    def total(self) -> int:
        """Return the SOPs read and the files that could not be."""
        return self.ready + self.flawed + self.unreadable

    @property
    def words(self) -> str:
        """Return the verdict as one clause: `12 SOP: 7 siap dibahas, 4 perlu perbaikan, 1 tidak terbaca`."""
        if not self.total:
            return "belum ada SOP yang diserahkan"
        parts = [f"{thousands(self.ready)} siap dibahas", f"{thousands(self.flawed)} perlu perbaikan"]
        if self.unreadable:
            parts.append(f"{thousands(self.unreadable)} tidak terbaca")
        return f"{thousands(self.total)} SOP: {', '.join(parts)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """A field that reads differently, as marked text, how it differs, whose word counts and where both stand.

    `proposed` is what should stand instead where that is not simply the winner's words. Where only the titles are
    shown beside each other nothing but the text is known.
    """

    label: str
    pieces: tuple[Piece, ...]
    nature: str = ""
    winner: str = ""
    proposed: str = ""
    why: str = ""
    cell: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """A SOP of a draft file: its file in words, and where it stands on the page (empty where it does not)."""

    file: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """What a person has to decide about a doubtful line: its candidates with their scores, the one in use told."""

    anchor: str
    title: str
    unit: str
    asked: str
    candidates: tuple[tuple[str, str, str], ...]
    margin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One line of the reconciliation.

    `case` says what is out of the ordinary about it, `partners` are the drafts that this is about. A doubtful line has
    a `question` in place of `score` and `rivals`.
    """

    kind: str
    sign: str
    status: str
    case: str
    title: str
    number: str
    changes: tuple[ChangeView, ...]
    row: str
    drafts: tuple[str, ...]
    partners: tuple[DraftView, ...]
    why: str
    score: str
    rivals: tuple[str, ...]
    question: QuestionView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTowards:
    """One SOP that a unit has to do something with; `why` is empty where its group says it for all.

    `question` is the anchor of what has to be decided about its draft before, empty where nothing has.
    """

    title: str
    why: str
    row: str
    draft: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsTowards:
    """What a unit has to do alike with several SOPs; `why` is empty where each has its own."""

    action: str
    why: str
    steps: tuple[StepTowards, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentView:
    """A unit's way to equal numbers: its balance, the same in words, and its proposals by what is to be done."""

    anchor: str
    name: str
    balance: Balance
    words: str
    groups: tuple[StepsTowards, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitView:
    """One unit: its verdict, its counts where the reconciliation has them, and its lines."""

    anchor: str
    name: str
    count: UnitCount | None
    verdict: Verdict
    findings: int
    talked: tuple[ItemView, ...]
    plain: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding; `found` is empty where the row shown above it already holds the text.

    `rule` is the anchor of its rule's explanation, empty where the page has none. `correction` is marked text, empty
    where the right text is not certain; then `question` asks the unit. `state` is what became of it since the round
    before, `verdict` what was decided, both empty where there is nothing of the kind; `decision` says the latter whole.
    """

    anchor: str
    id: str
    code: str
    rule: str
    family: str
    severity: str
    word: str
    sign: str
    message: str
    advice: str
    where: str
    place: str
    found: str
    correction: tuple[Piece, ...]
    why: str
    question: str
    state: str
    verdict: str
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedView:
    """A finding that the office accepts as it is."""

    code: str
    rule: str
    id: str
    unit: str
    title: str
    file: str
    where: str
    message: str
    found: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A part of the SOP that has findings; `lines` is none where no text of its own stands there."""

    label: str
    lines: tuple[str, ...] | None
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A cell of a step, with the findings that mean it."""

    label: str
    text: str
    tags: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A step that has findings, as the row of its table."""

    cells: tuple[CellView, ...]
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SopView:
    """One SOP, or what else has findings of its own, with all its findings in the order of the document.

    `links` are words and where they lead: to the draft, and to the same marked up.
    """

    anchor: str
    title: str
    number: str
    file: str
    links: tuple[tuple[str, str], ...]
    ready: bool | None
    tally: tuple[tuple[str, str, int, str], ...]
    before: tuple[FieldView, ...]
    steps: tuple[StepView, ...]
    after: tuple[FieldView, ...]
    drawn: Markup
    summary: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceView:
    """One thing in a file beside what was surely read; `spot` tells the place, then who wrote it and when."""

    kind: str
    word: str
    what: str
    spot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """One file: what it holds, by what became of it, and every trace of what was not simply read.

    `marked` are sentences about the draft that goes back marked up.
    """

    file: str
    links: tuple[tuple[str, str], ...]
    marked: tuple[str, ...]
    unit: str
    sha: str
    sops: tuple[str, ...]
    held: tuple[tuple[str, str], ...]
    code: str
    refused: str
    traces: tuple[TraceView, ...]
    tally: str

    @property
    def folded(self) -> bool:
        """Return whether the traces are too many to be shown unasked."""
        return len(self.traces) > _UNFOLDED


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A proposed change of a cell of the inventory or of a field of a draft."""

    where: str
    label: str
    pieces: tuple[Piece, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table of the inventory as it was understood; of each column its letters, its heading and what it is read as."""

    sheet: str
    header: str
    columns: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InventoryView:
    """How the master inventory was understood, every sheet and row accounted for.

    `passed_over` are place, text and reason, `wrong_totals` place, typed and counted, `doubts` place and advice.
    """

    file: str
    rows: int
    tables: tuple[TableView, ...]
    passed_sheets: tuple[tuple[str, str], ...]
    doubts: tuple[tuple[str, str], ...]
    wrong_totals: tuple[tuple[str, int, int], ...]
    passed_over: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressLine:
    """A unit's findings by what became of them, in the order of `State`."""

    unit: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledView:
    """A finding of the round before that is not raised any more."""

    unit: str
    title: str
    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    """A decision about a draft, and whether it was done."""

    kind: str
    state: str
    unit: str
    title: str
    what: str
    verdict: str
    value: str
    note: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """What a round changed against the one before; `compared` is false in the first."""

    round: int
    compared: bool
    lines: tuple[ProgressLine, ...]
    fixed: tuple[SettledView, ...]
    replaced: tuple[tuple[str, str], ...]
    follow_ups: tuple[FollowUpView, ...]
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadView:
    """A role with its work if each SOP is carried out once; `bar` is how long its bar is."""

    name: str
    burden: str
    sops: int
    steps: int
    minutes: str
    unmeasured: int
    bar: str
