"""Decisions that hold -> what they change: answers to questions, corrections, findings that are not followed up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model.decision import Decision, Verdict
from pipeline.model.finding import Finding
from pipeline.model.reconciliation import Action, Correction, Reconciliation

_UNTOLD = "Ditolak dalam rapat."
_CHANGED = "Isi yang baru diputuskan kantor."


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp:
    """Findings parted: those that stay open, and those that the office does not follow up, each with the reason."""

    open: tuple[Finding, ...]
    left: tuple[tuple[Finding, str], ...]


def answers(decisions: Mapping[str, Decision]) -> dict[str, str]:
    """Return the row's title that was chosen for each question, empty where no row was; other matters do not matter."""
    chosen = {about: each.value for about, each in decisions.items() if each.verdict is Verdict.CHANGE}
    return chosen | {about: "" for about, each in decisions.items() if each.verdict is Verdict.REJECT}


def with_decisions(found: Reconciliation, decisions: Mapping[str, Decision]) -> Reconciliation:
    """Return the reconciliation with each correction as it was decided: rejected, or with another value."""
    return replace(found, corrections=tuple(_decided(each, decisions.get(each.id)) for each in found.corrections))


def _decided(fix: Correction, decision: Decision | None) -> Correction:
    if decision is None:
        return fix
    if decision.verdict is Verdict.CHANGE:
        why = f"{_CHANGED} {decision.note}".rstrip()
        return replace(fix, verdict=decision.verdict, after=decision.value, why=why)
    return replace(fix, verdict=decision.verdict)


def to_carry_out(found: Reconciliation, decisions: Mapping[str, Decision]) -> Reconciliation:
    """Return the reconciliation with what changes the inventory itself: corrections that hold, rows that were accepted.

    A correction is carried out unless it was rejected; a row is added only where the office said so.
    """
    added = [
        each
        for each in found.proposals
        if each.action is Action.ADD and (said := decisions.get(each.id)) and said.verdict is Verdict.ACCEPT
    ]
    return replace(found, corrections=tuple(each for each in found.corrections if each.holds), proposals=tuple(added))


def followed_up(findings: Sequence[Finding], decisions: Mapping[str, Decision]) -> FollowedUp:
    """Return the findings without those that were rejected; these are kept aside, not forgotten."""
    left = tuple(_left(findings, decisions))
    gone = {each.id for each, _ in left}
    return FollowedUp(open=tuple(each for each in findings if each.id not in gone), left=left)


def _left(findings: Sequence[Finding], decisions: Mapping[str, Decision]) -> Iterator[tuple[Finding, str]]:
    for each in findings:
        decision = decisions.get(each.id)
        if decision is not None and decision.verdict is Verdict.REJECT:
            yield each, decision.note or _UNTOLD
