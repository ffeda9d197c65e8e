"""What the meeting has to decide: what is on the table, in which order, and what is off it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.agenda.discuss import to_discuss
from pipeline.decide.matters import matters
from pipeline.model.agenda import Candidate, Topic, UnitTopics, Why
from pipeline.model.decision import Verdict
from pipeline.model.finding import Replacement, Severity
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Action, Case, Status
from pipeline.wording import ACROSS_UNITS
from tests.agenda.rounds import (
    MADRASAH,
    OFFICE,
    SETTINGS,
    ZAKAT,
    arrow,
    correction,
    decided,
    difference,
    finding,
    item,
    outcome,
    proposal,
    sop,
)
from tests.write.disparities import aligned, shared

A, B = sop("SOP A"), sop("SOP B")
Z = sop("SOP Z", ZAKAT)
_PLAIN = (item(A), item(B))


def found(what: Outcome) -> tuple[UnitTopics, ...]:
    return to_discuss(what, SETTINGS)


def topics(what: Outcome) -> Sequence[Topic]:
    return [topic for unit in found(what) for each in unit.items for topic in each.topics]


def the(what: Outcome) -> Topic:
    (topic,) = topics(what)
    return topic


def test_what_is_in_order_is_not_discussed() -> None:
    assert found(outcome(*_PLAIN, item(None), sops=(A, B))) == ()


def test_a_doubtful_pair_is_asked_with_all_rows_that_it_may_answer() -> None:
    doubtful = item(
        A, doubtful=True, question="P-1", score=0.5, rivals=(("SOP X", 0.4), ("SOP A", 0.5), ("SOP Y", 0.3))
    )
    asked = the(outcome(doubtful, sops=(A,)))
    assert (asked.about, asked.why, asked.found, asked.background) == ("P-1", Why.PAIR, "SOP A", "Sebabnya.")
    assert asked.asked == "Baris panduan induk mana yang dijawab naskah ini: salah satu calon, atau tidak satu pun?"
    assert [(each.text, each.score) for each in asked.candidates] == [("SOP A", 0.5), ("SOP X", 0.4), ("SOP Y", 0.3)]


def test_an_answered_pair_is_off_the_table() -> None:
    assert found(outcome(item(A, question="P-1", answered=True, rivals=(("SOP X", 0.4),)), sops=(A,))) == ()


def test_an_answer_that_fits_no_row_any_more_leaves_the_pair_open() -> None:
    lost = outcome(
        item(A, doubtful=True, question="P-1"), sops=(A,), decisions=(decided("P-1", Verdict.CHANGE, "SOP Lama"),)
    )
    assert the(lost).about == "P-1"


def test_a_doubtful_arrow_is_asked_with_what_else_it_may_be() -> None:
    asked = the(outcome(*_PLAIN, sops=(A, B), arrows=(arrow(A),)))
    assert (asked.about, asked.why, asked.where) == ("A-1", Why.ARROW, "diagram alir")
    assert asked.asked == "Panah dari langkah 1 (Petugas) ke langkah 2; benarkah?"
    assert asked.candidates == (
        Candidate(text="panah dari langkah 1 (Petugas) ke langkah 2", score=0.4, whose="yang terbaca"),
        Candidate(text="panah dari langkah 1 (Petugas) ke langkah 3", whose="kemungkinan lain"),
    )
    assert len(the(outcome(*_PLAIN, sops=(A, B), arrows=(arrow(A, instead=""),))).candidates) == 1


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.CHANGE, Verdict.REJECT])
def test_whatever_was_decided_is_off_the_table(verdict: Verdict) -> None:
    three = shared("SOP A", (A, Z), (MADRASAH, ZAKAT), aligned((1, 2), duration=("5 menit", "10 menit")))
    raised = outcome(
        item(A, case=Case.CONFLICT), sops=(A, Z), arrows=(arrow(A),), findings=(finding(A),), disparities=(three,),
        corrections=(correction(A, "K-9", field="number"),),
    )  # fmt: skip
    ids = {each.about for each in topics(raised)}
    assert ids == {"A-1", "K-9", "ST101-SOP A", *(each for each in ids if each.startswith("D-"))}
    assert len(ids) == 4
    assert found(replace(raised, decisions=tuple(decided(each, verdict, "x") for each in ids))) == ()


def test_what_was_put_off_to_the_meeting_is_on_it_whatever_it_is() -> None:
    warning = finding(A, Severity.WARNING, id="F-1")
    ids = ("F-1", "K-1", "K-2", "U-drop", "U-write")
    marked = outcome(
        *_PLAIN, sops=(A, B), findings=(warning,), corrections=(correction(A), correction(None, "K-2", field="total")),
        proposals=(proposal(A, Action.DROP), proposal(None, Action.WRITE)),
        decisions=tuple(decided(each, Verdict.DISCUSS, note="Tanya dulu.") for each in ids),
    )  # fmt: skip
    told = topics(marked)
    assert sorted(each.about for each in told) == list(ids)
    assert all((each.why, each.discuss, each.note) == (Why.MARKED, True, "Tanya dulu.") for each in told)
    asked = {each.about: each.asked for each in told}
    assert asked["K-1"] == "Disetujuikah nama SOP pada naskah diubah menjadi “SOP Izin”?"
    assert asked["K-2"] == "Disetujuikah jumlah pada panduan induk diubah menjadi “SOP Izin”?"
    assert asked["U-drop"] == "Disetujuikah usulan “tarik” untuk SOP ini?"


def test_corrections_and_proposals_that_nobody_put_off_are_not_discussed() -> None:
    assert (
        found(outcome(*_PLAIN, sops=(A, B), corrections=(correction(A),), proposals=(proposal(A, Action.DROP),))) == ()
    )


def test_a_correction_of_the_inventory_is_its_rows_and_of_no_row_nobodys_alone() -> None:
    about = ("K-1", "K-2")
    corrections = (correction(None, "K-1"), correction(None, "K-2", place=None))
    whole = outcome(
        *_PLAIN, sops=(A, B), corrections=corrections, decisions=tuple(decided(each, Verdict.DISCUSS) for each in about)
    )
    assert [(each.unit, each.items[0].title) for each in found(whole)] == [(MADRASAH, "SOP B"), (ACROSS_UNITS, "")]


def test_a_number_that_is_another_sops_is_a_conflict_settled_once() -> None:
    conflict = item(A, case=Case.CONFLICT, why="Nomor pada naskah adalah nomor “SOP X”.")
    fix = correction(A, "K-5", field="number")
    asked = the(outcome(conflict, sops=(A,), corrections=(fix,)))
    assert (asked.about, asked.why, asked.found) == ("K-5", Why.CONFLICT, "017/SOP/2025")
    put_off = outcome(conflict, sops=(A,), corrections=(fix,), decisions=(decided("K-5", Verdict.DISCUSS),))
    assert the(put_off).why is Why.CONFLICT
    assert the(put_off).discuss


def test_a_draft_outside_the_inventory_with_a_number_of_it_is_settled_by_its_proposal() -> None:
    outside = item(A, row=None, status=Status.EXTRA, case=Case.CONFLICT, score=None, rivals=(("SOP X", 0.39),))
    asked = the(outcome(outside, sops=(A,), proposals=(proposal(A, Action.ADD),)))
    assert (asked.about, [each.text for each in asked.candidates]) == ("U-add", ["SOP X"])
    doubtful = replace(outside, doubtful=True, question="P-1")
    assert (the(outcome(doubtful, sops=(A,))).about, the(outcome(doubtful, sops=(A,))).why) == ("P-1", Why.CONFLICT)


def test_what_only_the_office_knows_is_asked_from_both_sides() -> None:
    asked = the(outcome(item(A, differences=(difference(), difference("title", "draft"))), sops=(A,)))
    assert asked.asked == "Panduan induk dan naskah berbeda pada nomor SOP; mana yang berlaku?"
    assert [(each.text, each.whose) for each in asked.candidates] == [
        ("007/SOP/2025", "panduan induk"),
        ("017/SOP/2025", "naskah"),
    ]


def test_errors_are_on_the_table_with_their_correction_warnings_are_not() -> None:
    fixed = finding(A, correction=Replacement(before="5 mnt", after="5 menit", why="Baku."))
    asked = the(outcome(*_PLAIN, sops=(A, B), findings=(fixed, finding(B, Severity.WARNING))))
    assert (asked.why, asked.where, asked.background) == (
        Why.ERROR,
        "langkah 3, waktu",
        "Langkah 3: waktu belum diisi.",
    )
    assert [each.text for each in asked.candidates] == ["5 mnt", "5 menit"]
    assert asked.asked == "Isi waktunya."
    assert the(outcome(*_PLAIN, sops=(A, B), findings=(finding(A, question="Berapa lama?"),))).asked == "Berapa lama?"


def test_a_finding_that_the_office_accepts_as_it_is_is_off_the_table() -> None:
    assert found(outcome(*_PLAIN, sops=(A, B), accepted=(finding(A),))) == ()


def test_a_finding_about_the_whole_set_comes_last_and_is_no_units() -> None:
    whole = outcome(*_PLAIN, item(Z, ZAKAT), sops=(A, B, Z), findings=(finding(A, file="", part=0), finding(Z)))
    assert [each.unit for each in found(whole)] == [ZAKAT, ACROSS_UNITS]


def test_a_disparity_is_discussed_when_the_first_of_its_units_presents() -> None:
    tu, zawa = sop("SOP Legalisasi", OFFICE), sop("SOP Legalisir", ZAKAT)
    alike = shared(
        "SOP Pelayanan Legalisasi", (tu, zawa), ("tu", ZAKAT),
        aligned((1, 1), duration=("5 menit", "10 menit")),
        aligned((2, None), activity=("Mencatat", None), part_of=1),
        aligned((3, 2)),
    )  # fmt: skip
    (unit,) = found(outcome(item(tu, OFFICE), item(zawa, ZAKAT), sops=(tu, zawa), disparities=(alike,)))
    assert unit.unit == ZAKAT
    (about,) = unit.items
    assert (about.title, about.file) == ("SOP Legalisir", "zawa/SOP Legalisir.docx")
    duration, step = about.topics
    assert duration.asked == "Langkah “Menerima”: waktu mana yang dipakai semua unit?"
    assert duration.background == "Tidak ada isi yang lebih banyak dipakai."
    assert [(each.text, each.whose) for each in duration.candidates] == [("5 menit", OFFICE), ("10 menit", ZAKAT)]
    assert duration.units == (OFFICE, ZAKAT)
    assert step.asked == "Langkah “Mencatat” tidak ada di semua unit; dipakaikah langkah itu?"
    assert step.background == "Langkah ini tergabung dalam langkah 1 pada unit lain."
    assert [(each.text, each.whose) for each in step.candidates] == [
        ("langkah ini tidak dipakai", ZAKAT),
        ("langkah ini dipakai", OFFICE),
    ]


def test_units_stand_as_they_present_disputed_sops_first_and_the_hardest_topic_of_each() -> None:
    c, d = sop("SOP C"), sop("SOP D")
    whole = outcome(
        item(Z, ZAKAT), item(A), item(B), item(c, doubtful=True, question="P-1"), item(d),
        sops=(Z, A, B, c, d), arrows=(arrow(d),), corrections=(correction(d),),
        findings=(finding(Z), finding(A), finding(B), finding(B, id="F-2"), finding(c), finding(d)),
        decisions=(decided("K-1", Verdict.DISCUSS),),
    )  # fmt: skip
    madrasah, zakat = found(whole)
    assert (madrasah.unit, zakat.unit) == (MADRASAH, ZAKAT)
    assert (madrasah.sops, madrasah.topics, zakat.topics) == (4, 8, 1)
    assert [(each.title, each.disputed) for each in madrasah.items] == [
        ("SOP C", True), ("SOP D", True), ("SOP B", False), ("SOP A", False),
    ]  # fmt: skip
    assert [each.why for each in madrasah.items[1].topics] == [Why.ARROW, Why.MARKED, Why.ERROR]


def test_each_id_is_one_of_the_workbooks() -> None:
    alike = shared("SOP A", (A, Z), (MADRASAH, ZAKAT), aligned((1, None)), aligned((2, 1), output=("Map", "Surat")))
    whole = outcome(
        item(A, doubtful=True, question="P-1"), item(B, case=Case.CONFLICT), item(Z, ZAKAT), sops=(A, B, Z),
        arrows=(arrow(A),), findings=(finding(A),), disparities=(alike,), proposals=(proposal(B, Action.ADD),),
    )  # fmt: skip
    ids = [each.about for each in topics(whole)]
    assert len(ids) == len(set(ids)) == 6
    assert set(ids) <= {each.about for each in matters(whole)}


def test_the_place_in_a_file_tells_sops_of_one_title_apart() -> None:
    one, two = sop("SOP A", file="penmad/x.docx"), sop("SOP A", file="penmad/y.docx")
    (unit,) = found(outcome(item(one), item(two), sops=(one, two), findings=(finding(one), finding(two, id="F-2"))))
    assert [each.file for each in unit.items] == ["penmad/x.docx", "penmad/y.docx"]
