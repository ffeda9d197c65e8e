"""How much of the meeting each unit needs."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.agenda.discuss import to_discuss
from pipeline.agenda.loads import DISPARITY, MISSING, SOP, TOPIC, loads
from pipeline.model.agenda import UnitLoad, Why
from pipeline.model.outcome import Outcome
from pipeline.model.sop import Unreadable
from pipeline.wording import ACROSS_UNITS
from tests.agenda.rounds import MADRASAH, OFFICE, SETTINGS, ZAKAT, arrow, count, finding, item, outcome, sop
from tests.write.disparities import aligned, shared

A, B = sop("SOP A"), sop("SOP B")
Z = sop("SOP Z", ZAKAT)


def found(what: Outcome) -> Sequence[UnitLoad]:
    return loads(what, SETTINGS, to_discuss(what, SETTINGS))


def test_units_present_in_the_order_of_the_profile_each_with_what_it_brings() -> None:
    whole = outcome(
        item(Z, ZAKAT), item(A), item(B), item(None, OFFICE), sops=(Z, A, B), findings=(finding(A),), arrows=(arrow(A),)
    )
    assert found(whole) == (
        UnitLoad(unit=MADRASAH, sops=2, topics=2, weight=2 * SOP + TOPIC[Why.ERROR] + TOPIC[Why.ARROW]),
        UnitLoad(unit=ZAKAT, sops=1, topics=0, weight=SOP),
        UnitLoad(unit=OFFICE, sops=0, topics=0, weight=MISSING),
    )


def test_what_units_write_differently_weighs_once_for_a_sop() -> None:
    many = tuple(aligned((at, at), duration=("5 menit", "10 menit")) for at in range(1, 9))
    whole = outcome(
        item(A), item(Z, ZAKAT), sops=(A, Z), disparities=(shared("SOP A", (A, Z), (MADRASAH, ZAKAT), *many),)
    )
    madrasah, zakat = found(whole)
    assert (madrasah.topics, madrasah.weight) == (8, SOP + DISPARITY)
    assert (zakat.topics, zakat.weight) == (0, SOP)


def test_every_kind_of_topic_has_a_weight() -> None:
    assert set(TOPIC) == set(Why) - {Why.DISPARITY}
    assert all(each > 0 for each in (*TOPIC.values(), SOP, DISPARITY, MISSING))


def test_a_unit_that_neither_handed_in_nor_owes_anything_does_not_present() -> None:
    whole = outcome(item(A), sops=(A,))
    known = replace(whole.reconciliation, units=(*whole.reconciliation.units, count(OFFICE)))
    assert [each.unit for each in found(replace(whole, reconciliation=known))] == [MADRASAH]


def test_a_unit_of_which_no_file_could_be_read_has_nothing_to_present() -> None:
    lost = Unreadable(file="zawa/rusak.docx", folder="zawa", sha256="", code="RD001", message="Dilindungi sandi.")
    assert [each.unit for each in found(outcome(item(A), sops=(A,), unreadable=(lost,)))] == [MADRASAH]


def test_drafts_that_lie_in_no_units_folder_are_discussed_last() -> None:
    stray = sop("SOP Tercecer", "")
    last = found(outcome(item(stray, ""), item(A), sops=(stray, A)))[-1]
    assert (last.unit, last.sops) == (ACROSS_UNITS, 1)


def test_units_that_the_profile_does_not_name_come_behind_those_that_it_does() -> None:
    guest = item(A, "Seksi Baru")
    assert [each.unit for each in found(outcome(guest, item(Z, ZAKAT), sops=(A, Z)))] == [ZAKAT, "Seksi Baru"]
