"""What follows from decisions: answers, corrections that hold, findings that are not followed up."""

from pipeline.decide.apply import answers, followed_up, with_decisions
from pipeline.model.decision import Decision, Verdict
from pipeline.model.finding import Finding, Severity
from pipeline.model.place import DocxPlace
from pipeline.model.reconciliation import Correction, Reconciliation


def decisions(**found: Decision) -> dict[str, Decision]:
    return {about.replace("_", "-"): each for about, each in found.items()}


def says(verdict: Verdict, value: str = "", note: str = "") -> Decision:
    return Decision(about="", verdict=verdict, value=value, note=note)


def test_a_question_is_answered_by_a_row_or_by_none() -> None:
    found = decisions(
        P_1=says(Verdict.CHANGE, "SOP Izin"), P_2=says(Verdict.REJECT), P_3=says(Verdict.DISCUSS, note="Nanti.")
    )
    assert answers(found) == {"P-1": "SOP Izin", "P-2": ""}


def test_a_correction_is_carried_out_changed_or_left() -> None:
    fix = Correction(
        target="inventory",
        field="title",
        before="SOP Ijin",
        after="SOP Izin",
        why="Ejaan.",
        place=None,
        file="",
        part=0,
    )
    ids = ("K-1", "K-2", "K-3", "K-4")
    given = Reconciliation(
        units=(), items=(),
        corrections=tuple(Correction(**{**_fields(fix), "id": each}) for each in ids),
    )  # fmt: skip
    found = with_decisions(
        given,
        decisions(
            K_1=says(Verdict.ACCEPT), K_2=says(Verdict.REJECT), K_3=says(Verdict.CHANGE, "SOP Perizinan", "Rapat.")
        ),
    )
    assert [(each.after, each.holds) for each in found.corrections] == [
        ("SOP Izin", True), ("SOP Izin", False), ("SOP Perizinan", True), ("SOP Izin", True),
    ]  # fmt: skip
    assert found.corrections[2].why == "Isi yang baru diputuskan kantor. Rapat."
    assert found.corrections[3] == given.corrections[3]


def _fields(fix: Correction) -> dict[str, object]:
    return {name: getattr(fix, name) for name in Correction.__slots__}


def test_a_rejected_finding_is_kept_aside_with_the_reason() -> None:
    found = [
        Finding(
            code="ST105", severity=Severity.WARNING, file="a.docx", part=1, where="steps/1", message="?", advice="",
            found="", place=DocxPlace(), id=each,
        )
        for each in ("ST105-1", "ST105-2", "ST105-3")
    ]  # fmt: skip
    parted = followed_up(
        found, decisions(ST105_1=says(Verdict.REJECT, note="Sudah lazim."), ST105_2=says(Verdict.REJECT))
    )
    assert parted.open == (found[2],)
    assert parted.left == ((found[0], "Sudah lazim."), (found[1], "Ditolak dalam rapat."))
