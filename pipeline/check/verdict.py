"""Findings -> the one word that a unit waits for."""

from collections.abc import Iterable
from enum import StrEnum

from pipeline.model.finding import Finding, Severity

# Where these must be put right something is not there at all: the form, a field, the standards, an actor, the activity.
_MISSING = frozenset({"RD102", "ID101", "ST101", "ST103", "ST113"})


class Verdict(StrEnum):
    """Whether a SOP can be discussed as it stands."""

    READY = "siap dibahas"
    FLAWED = "perlu perbaikan"
    INCOMPLETE = "belum lengkap"


def verdict(findings: Iterable[Finding]) -> Verdict:
    """Return the verdict on the findings of one SOP or of several: that of the worst."""
    errors = {each.code for each in findings if each.severity is Severity.ERROR}
    return Verdict.INCOMPLETE if errors & _MISSING else Verdict.FLAWED if errors else Verdict.READY
