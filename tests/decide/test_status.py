"""Where each unit stands after a round."""

from datetime import date

from pipeline.decide.status import is_past, statuses
from pipeline.model.decision import Decision, Kind, Matter, State, Verdict
from pipeline.model.reconciliation import UnitCount

A, B = "Seksi A", "Seksi B"


def count(unit: str, missing: int) -> UnitCount:
    return UnitCount(
        unit=unit, inventory=4, submitted=4 - missing, matched=4 - missing, missing=missing, extra=0, duplicate=0,
        transferred=0,
    )  # fmt: skip


def matter(about: str, unit: str = A, kind: Kind = Kind.FINDING, weight: str = "error", file: str = "a.docx") -> Matter:
    return Matter(
        about=about, kind=kind, unit=unit, title="SOP", file=file, part=1, field="title", words="?", weight=weight
    )


def test_open_fixed_decided_and_late_are_counted_by_unit() -> None:
    decisions = {
        "1": Decision(about="1", verdict=Verdict.ACCEPT),
        "2": Decision(about="2", verdict=Verdict.REJECT),
        "4": Decision(about="4", verdict=Verdict.CHANGE, value="X"),
        "5": Decision(about="5", verdict=Verdict.DISCUSS),
    }
    raised = (
        matter("1"), matter("2"), matter("3", weight="note"), matter("4", kind=Kind.CORRECTION), matter("5", unit=B),
        matter("6", kind=Kind.PROPOSAL), matter("7", unit="Lintas unit"),
    )  # fmt: skip
    settled = ((matter("8"), State.FIXED), (matter("9"), State.GONE), (matter("0", kind=Kind.QUESTION), State.FIXED))
    found = {
        each.unit: each for each in statuses((count(A, 1), count(B, 0)), raised, settled, decisions, past_due=True)
    }
    assert list(found) == [A, B, "Lintas unit"]
    first, second, third = found.values()
    # What was rejected is not open; a proposal is no finding.
    assert (first.errors, first.others, first.fixed, first.decided, first.late) == (1, 1, 1, 2, True)
    assert (second.errors, second.decided, second.late) == (1, 0, False)
    assert (third.errors, third.inventory) == (1, 0)


def test_a_day_is_past_when_it_is_over() -> None:
    due = date(2026, 5, 30)
    assert [is_past(due, date(2026, 5, day)) for day in (29, 30, 31)] == [False, False, True]
    assert not is_past(None, due)
