"""All that a run knows at its end: one value that feeds every result."""

from dataclasses import dataclass
from datetime import datetime

from pipeline.model.decision import ArrowQuestion, Changes, Decision, DecisionLine, FollowUp
from pipeline.model.disparity import Disparity
from pipeline.model.finding import Finding
from pipeline.model.inventory import Inventory
from pipeline.model.law import RepealedLaw
from pipeline.model.reconciliation import Reconciliation
from pipeline.model.returned import ReturnedDraft
from pipeline.model.sop import Sop, Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One run: what was read, judged and reconciled; `when` is when the run started, local time.

    `findings` are open; `accepted` are those that the office accepts as they are, `reasons` say why by their ids.
    `disparities` are the SOPs of several units that must be the same, side by side.
    `decisions` are those that hold, one for each thing decided, `unclear` what was filled in and not understood,
    `arrows` the doubtful ones of the charts, answered or not; `round` is the number of this run in the register, 0
    where there is none, `last_decision` that of the last decision that it knew. `changes` is what is otherwise than in
    the round before, none in the first; `follow_ups` tell whether what the office decided was done. `returned` are the
    drafts that go back to their units marked up. `hours_per_day` and `roles` (a spelling's key and the role that it
    means) are the office's own, for counts of work.
    """

    office: str
    when: datetime
    sops: tuple[Sop, ...]
    unreadable: tuple[Unreadable, ...]
    inventory: Inventory
    findings: tuple[Finding, ...]
    reconciliation: Reconciliation
    accepted: tuple[Finding, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    disparities: tuple[Disparity, ...] = ()
    hours_per_day: float = 7.5
    roles: tuple[tuple[str, str], ...] = ()
    repealed: tuple[RepealedLaw, ...] = ()
    decisions: tuple[Decision, ...] = ()
    unclear: tuple[DecisionLine, ...] = ()
    arrows: tuple[ArrowQuestion, ...] = ()
    round: int = 0
    last_decision: int = 0
    changes: Changes | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    returned: tuple[ReturnedDraft, ...] = ()
