"""The last round and the decisions -> where each unit stands: handed in or not, late, open, fixed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.model.decision import Decision, Kind, Matter, State, Verdict
from pipeline.model.finding import Severity
from pipeline.model.reconciliation import UnitCount

_TO_DO = (Verdict.ACCEPT, Verdict.CHANGE)
_OF_DRAFTS = (Kind.FINDING, Kind.CORRECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStatus:
    """Where a unit stands: SOPs it owes and handed in, open findings, what was fixed since the round before.

    `decided` are decisions that its drafts had to be corrected and are not yet; `late` says that it still owes SOPs
    after the day that the office set.
    """

    unit: str
    inventory: int
    submitted: int
    missing: int
    errors: int
    others: int
    fixed: int
    decided: int
    late: bool


def statuses(
    counts: Sequence[UnitCount],
    matters: Sequence[Matter],
    settled: Sequence[tuple[Matter, State]],
    decisions: Mapping[str, Decision],
    *,
    past_due: bool,
) -> Iterator[UnitStatus]:
    """Yield each unit's status, in the order of its counts; units of findings that have no count come last."""
    errors: Counter[str] = Counter()
    others: Counter[str] = Counter()
    decided: Counter[str] = Counter()
    for each in matters:
        said = decisions.get(each.about)
        if said is not None and said.verdict in _TO_DO and each.kind in _OF_DRAFTS and each.file:
            decided[each.unit] += 1
        if each.kind is Kind.FINDING and (said is None or said.verdict is not Verdict.REJECT):
            (errors if each.weight == Severity.ERROR else others)[each.unit] += 1
    fixed = Counter(each.unit for each, state in settled if state is State.FIXED and each.kind is Kind.FINDING)
    known = {each.unit: each for each in counts}
    for unit in (*known, *sorted({*errors, *others, *decided, *fixed} - set(known))):
        own = known.get(unit)
        missing = own.missing if own else 0
        yield UnitStatus(
            unit=unit,
            inventory=own.inventory if own else 0,
            submitted=own.submitted if own else 0,
            missing=missing,
            errors=errors[unit],
            others=others[unit],
            fixed=fixed[unit],
            decided=decided[unit],
            late=past_due and missing > 0,
        )


def is_past(due: date | None, today: date) -> bool:
    """Return whether the day that the office set is over; never where it set none."""
    return due is not None and today > due
