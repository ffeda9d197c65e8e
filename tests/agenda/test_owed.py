"""What each unit still owes once the meeting is over."""

from pipeline.agenda.owed import owed
from pipeline.model.agenda import Owed
from pipeline.model.decision import Decision, Fate, FollowUp, Kind, Matter, Verdict
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Action
from pipeline.model.sop import Unreadable
from tests.agenda.rounds import (
    MADRASAH,
    OFFICE,
    SETTINGS,
    ZAKAT,
    arrow,
    decided,
    finding,
    item,
    outcome,
    proposal,
    row,
    sop,
)

A, B = sop("SOP A"), sop("SOP B")
Z = sop("SOP Z", ZAKAT)
LOST = Unreadable(file="zawa/rusak.docx", folder="zawa", sha256="", code="RD001", message="Dilindungi sandi.")


def found(what: Outcome) -> tuple[Owed, ...]:
    return owed(what, SETTINGS)


def followed(decision: Decision, fate: Fate, after: str = "15 menit") -> FollowUp:
    matter = Matter(
        about=decision.about, kind=Kind.FINDING, unit=MADRASAH, title="SOP A", file=A.file, part=1,
        field="steps/3/duration", words="Langkah 3: waktu belum diisi.", after=after,
    )  # fmt: skip
    return FollowUp(decision=decision, matter=matter, fate=fate)


def test_a_unit_that_owes_nothing_is_left_out() -> None:
    assert found(outcome(item(A), item(Z, ZAKAT), sops=(A, Z))) == ()


def test_sops_that_were_not_handed_in_and_files_that_could_not_be_read() -> None:
    gap = item(None, OFFICE)
    zakat, office = found(outcome(item(A), gap, item(Z, ZAKAT), sops=(A, Z), unreadable=(LOST,)))
    assert (zakat.unit, [each.file for each in zakat.again], zakat.submitted) == (ZAKAT, ["zawa/rusak.docx"], 1)
    assert (office.unit, [(each.title, each.number) for each in office.missing]) == (
        OFFICE,
        [("SOP Pendataan Guru", "007/SOP/2025")],
    )
    assert office.submitted_nothing
    assert not zakat.submitted_nothing


def test_a_unit_with_some_sops_handed_in_or_a_file_that_was_lost_did_hand_in() -> None:
    some, lost = found(outcome(item(A), item(None), item(None, ZAKAT), sops=(A,), unreadable=(LOST,)))
    assert (some.submitted, len(some.missing), some.submitted_nothing) == (1, 1, False)
    assert (lost.submitted, len(lost.missing), lost.submitted_nothing) == (0, 1, False)


def test_what_was_decided_and_is_not_done_with_the_words_decided_on() -> None:
    changed, agreed = decided("F-1", Verdict.CHANGE, "20  menit"), decided("F-2", Verdict.ACCEPT)
    follow_ups = (
        followed(changed, Fate.OTHERWISE),
        followed(agreed, Fate.OPEN),
        followed(decided("F-3", Verdict.ACCEPT), Fate.DONE),
        followed(decided("F-4", Verdict.ACCEPT), Fate.GONE, after=""),
    )
    (own,) = found(outcome(item(A), sops=(A,), follow_ups=follow_ups))
    assert [(each.becomes, each.fate) for each in own.fixes] == [
        ("20 menit", Fate.OTHERWISE),
        ("15 menit", Fate.OPEN),
        ("", Fate.GONE),
    ]
    assert {(each.title, each.where) for each in own.fixes} == {("SOP A", "langkah 3, waktu")}


def test_proposals_that_a_unit_agreed_to_are_owed_others_are_not() -> None:
    proposals = tuple(proposal(A, action) for action in (Action.DROP, Action.MERGE, Action.ADD))
    said = (decided("U-drop", Verdict.ACCEPT), decided("U-merge", Verdict.REJECT), decided("U-add", Verdict.ACCEPT))
    (own,) = found(outcome(item(A), sops=(A,), proposals=proposals, decisions=said))
    assert [(each.words, each.file) for each in own.fixes] == [("tarik: Sebabnya.", A.file)]


def test_a_sop_that_the_office_decided_not_to_write_is_not_owed() -> None:
    gap = item(None)
    place = row("SOP Pendataan Guru").place
    asked = outcome(item(A), gap, sops=(A,), proposals=(proposal(None, Action.WRITE, row=place),))
    assert [each.title for each in found(asked)[0].missing] == ["SOP Pendataan Guru"]
    refused = decided("U-write", Verdict.REJECT)
    assert found(outcome(item(A), gap, sops=(A,), proposals=asked.reconciliation.proposals, decisions=(refused,))) == ()


def test_what_nobody_decided_yet_is_counted() -> None:
    (own,) = found(outcome(item(A), item(B), sops=(A, B), findings=(finding(A),), arrows=(arrow(B),)))
    assert (own.unit, own.open, own.fixes) == (MADRASAH, 2, ())
