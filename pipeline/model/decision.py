"""What the office decides about a matter that a run raised, and what became of matters from round to round."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.place import XlsxPlace


class Kind(StrEnum):
    """What a matter is; its id begins with another sign for each."""

    FINDING = "finding"
    CORRECTION = "correction"
    QUESTION = "question"
    PROPOSAL = "proposal"
    DISPARITY = "disparity"


class Verdict(StrEnum):
    """The decision; `withdrawn` takes an earlier one back."""

    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"
    DISCUSS = "discuss"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing of a round that can be decided: a finding, a correction, a question, a proposal, a disparity.

    `about` is its id, the same in each round while the SOP keeps its unit, its title and what stands there. `unit` and
    `title` are the SOP's, `file` and `part` where it was read, none where it is about the inventory alone. `field` is
    the place in the contract's JSON, `words` says it in one sentence; `before` and `after` are the proposed change,
    empty where there is none. `weight` is a finding's severity, empty for others.
    """

    about: str
    kind: Kind
    unit: str
    title: str
    file: str
    part: int
    field: str
    words: str
    before: str = ""
    after: str = ""
    weight: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about a matter: `value` is the new value, or the chosen row's title for a question.

    `by` is who, `when` the day and time (ISO 8601, local) that it was taken over, `source` the file that it was read
    from, `round` the round whose workbook it was written into, 0 where that is not known.
    """

    about: str
    verdict: Verdict
    value: str = ""
    note: str = ""
    by: str = ""
    when: str = ""
    source: str = ""
    round: int = 0

    @property
    def says(self) -> tuple[Verdict, str, str]:
        """What it comes to, whoever wrote it and when."""
        return self.verdict, self.value, self.note


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowQuestion:
    """A doubtful arrow of a SOP's chart: what it was read as, and what it may be instead, empty where nothing else.

    `sure` is from 0 to 1.
    """

    id: str
    title: str
    file: str
    part: int
    read: str
    instead: str
    sure: float


class State(StrEnum):
    """What became of a matter since the round before."""

    NEW = "new"
    STILL = "still"
    BACK = "back"
    FIXED = "fixed"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedFile:
    """A file of a round: by its path under input/, its content's hash, its unit, and whether it could be read."""

    file: str
    sha256: str
    unit: str
    readable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A run: its number from 1, when it began (ISO 8601, local), and the inventory by name and hash."""

    number: int
    when: str
    inventory: str
    inventory_sha256: str


Replaced = tuple[SubmittedFile, SubmittedFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a round changed against the round before it.

    `states` has each matter of the round: new (never raised before), still (raised in the round before too) or back
    (raised earlier, not in the round before). `settled` are the matters of the round before that are not raised any
    more: fixed where the SOP or its file is handed in again, gone where it is not. `replaced` are drafts of the round
    before with what stands for them now.
    """

    states: Mapping[str, State]
    settled: tuple[tuple[Matter, State], ...] = ()
    replaced: tuple[Replaced, ...] = ()


class Fate(StrEnum):
    """What became in the drafts of what the office decided."""

    DONE = "done"
    OPEN = "open"
    OTHERWISE = "otherwise"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A decision that a draft had to be corrected, and whether it was."""

    decision: Decision
    matter: Matter
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """A row of the workbook in which something may be decided, as it stands there.

    `word`, `value` and `note` are what the office filled in; `offered` are the candidates of a question, in order.
    """

    about: str
    word: str
    value: str
    note: str
    place: XlsxPlace
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionBook:
    """What a copy of the workbook says; `round` is the run that wrote it, 0 where untold; `by` who saved it last."""

    file: str
    round: int
    by: str
    lines: tuple[DecisionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A line that was not understood, and what a person can do about it."""

    file: str
    line: DecisionLine
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two copies of the workbook decide the same thing otherwise; `held` holds until a person settles it."""

    held: Decision | None
    other: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """What became of the decisions in one or several copies of the workbook."""

    taken: tuple[Decision, ...] = ()
    refused: tuple[Refused, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
