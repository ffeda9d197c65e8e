"""Who is invited, how a unit is addressed, and which units name nobody."""

import pytest

from pipeline.agenda.invitees import addressed, in_role, invitees
from pipeline.model.agenda import Participant, Participants
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import Status
from tests.agenda.rounds import MADRASAH, OFFICE, SETTINGS, ZAKAT, item, outcome, sop

A, Z = sop("SOP A"), sop("SOP Z", ZAKAT)
ROUND = outcome(item(Z, ZAKAT), item(A), sops=(Z, A))


def person(name: str, unit: str = "", role: str = "") -> Participant:
    return Participant(name=name, unit=unit, role=role, place=XlsxPlace(sheet="Peserta", row=2))


def test_units_are_invited_in_their_order_with_whom_the_list_names() -> None:
    people = (person("Rahmat Contoh", MADRASAH), person("Siti Contoh", "penmad"), person("Budi Contoh", OFFICE))
    found = invitees(ROUND, SETTINGS, Participants(people=people))
    assert [(each.unit, [one.name for one in each.people]) for each in found.units] == [
        (MADRASAH, ["Rahmat Contoh", "Siti Contoh"]),
        (ZAKAT, []),
        (OFFICE, ["Budi Contoh"]),
    ]
    assert found.told == (f"{ZAKAT}: belum ada peserta dalam daftar peserta; undangan ditujukan kepada {ZAKAT}.",)
    assert found.total == 4


def test_whoever_belongs_to_no_unit_of_the_office_is_a_guest() -> None:
    people = (person("Tamu Contoh", "Kantor Wilayah"), person("Ketua Contoh"))
    found = invitees(ROUND, SETTINGS, Participants(people=people))
    assert [each.name for each in found.guests] == ["Tamu Contoh", "Ketua Contoh"]
    assert found.total == 4


def test_a_unit_of_which_all_went_to_another_institution_is_not_invited() -> None:
    gone = item(None, OFFICE, status=Status.TRANSFERRED)
    assert [each.unit for each in invitees(outcome(item(A), gone, sops=(A,)), SETTINGS, Participants()).units] == [
        MADRASAH
    ]


def test_drafts_of_no_unit_invite_nobody() -> None:
    stray = sop("SOP Tercecer", "")
    found = invitees(outcome(item(stray, ""), sops=(stray,)), SETTINGS, Participants())
    assert found.units == ()


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (MADRASAH, "Kepala Seksi Pendidikan Madrasah"),
        (ZAKAT, "Penyelenggara Zakat dan Wakaf"),
        ("KUA Kecamatan Banyujati", "Kepala KUA Kecamatan Banyujati"),
        ("Kelompok Jabatan Fungsional", "Ketua Kelompok Jabatan Fungsional"),
    ],
)
def test_a_unit_is_addressed_through_its_head(unit: str, words: str) -> None:
    assert addressed(unit) == words


def test_a_role_is_found_however_it_is_written() -> None:
    people = Participants(people=(person("A", role="NOTULIS"), person("B", role="Peserta/notulis"), person("C")))
    assert [each.name for each in in_role(people, "Notulis")] == ["A", "B"]
