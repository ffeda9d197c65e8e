"""The list of participants: headings in any order and spelling, and each line that was not understood told."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.extract.participants import PARTICIPANT_COLUMNS, understand_participants
from pipeline.model.agenda import Participant, Participants
from pipeline.model.workbook import Merged, Workbook, WorkSheet
from pipeline.read.workbook import cell_text
from pipeline.settings import Settings, Unit

MADRASAH, ZAKAT = "Seksi Pendidikan Madrasah", "Penyelenggara Zakat dan Wakaf"
SETTINGS = Settings(units=(Unit(name=MADRASAH, synonyms=("Penmad",)), Unit(name=ZAKAT, synonyms=("Zawa",))))
NIP = "197001012000031002"
HEAD = ("No", "Nama", "NIP", "Jabatan", "Unit", "Peran")
RAHMAT = ("1", "Drs. Rahmat Contoh, M.Pd.", NIP, "Kepala Seksi", "Penmad", "Peserta")
SITI = ("2", "Siti Contoh, S.Ag.", "198502022010012003", "Analis", "zawa", "Notulis")


def read(*rows: Sequence[str], **changes: object) -> Participants:
    sheet = WorkSheet(name="Peserta", rows=tuple(tuple(each) for each in rows), **changes)
    return understand_participants(Workbook(file="peserta.xlsx", sheets=(sheet,)), SETTINGS)


def names(found: Participants) -> list[str]:
    return [each.name for each in found.people]


def the(found: Participants) -> Participant:
    (person,) = found.people
    return person


def test_a_plain_list() -> None:
    found = read(("DAFTAR PESERTA",), (), HEAD, RAHMAT, SITI)
    first, second = found.people
    assert (first.name, first.nip, first.position) == ("Drs. Rahmat Contoh, M.Pd.", NIP, "Kepala Seksi")
    assert (first.unit, first.role, first.place.row) == (MADRASAH, "Peserta", 4)
    assert (second.unit, second.role) == (ZAKAT, "Notulis")
    assert found.told == ()


@given(some.permutations(list(PARTICIPANT_COLUMNS)), some.data())
def test_columns_in_any_order_under_any_of_their_names(fields: list[str], data: some.DataObject) -> None:
    cells = dict(zip(("order", "name", "nip", "position", "unit", "role"), RAHMAT, strict=True))
    heads = [data.draw(some.sampled_from(PARTICIPANT_COLUMNS[each])) for each in fields]
    heads = [data.draw(some.sampled_from((each, each.upper(), f"{each} :"))) for each in heads]
    person = the(read(heads, [cells[each] for each in fields]))
    assert (person.name, person.nip, person.position, person.unit, person.role) == (
        RAHMAT[1], NIP, "Kepala Seksi", MADRASAH, "Peserta",
    )  # fmt: skip


def test_a_misspelt_heading_is_taken_for_the_near_one_and_told_an_unknown_one_is_told() -> None:
    found = read(("Nama", "Jabatn", "Unit Kreja", "Ukuran Baju", "Paraf"), ("Rahmat Contoh", "Kasi", "Penmad", "L", ""))
    assert (the(found).position, the(found).unit) == ("Kasi", MADRASAH)
    assert found.told == (
        "Lembar Peserta, baris 1: kolom “Jabatn” dianggap Jabatan.",
        "Lembar Peserta, baris 1: kolom “Unit Kreja” dianggap Unit.",
        "Lembar Peserta, baris 1: kolom “Ukuran Baju” tidak dikenal; isinya tidak dipakai.",
    )


def test_a_unit_over_its_people_and_one_merged_down() -> None:
    head = ("No", "Nama", "Jabatan")
    over = read(head, ("A", "Penmad"), ("1", "Rahmat Contoh", "Kasi"), ("B", "Zawa"), ("1", "Siti Contoh", "Staf"))
    assert [(each.name, each.unit) for each in over.people] == [("Rahmat Contoh", MADRASAH), ("Siti Contoh", ZAKAT)]
    across = read(head, ("Penmad",), ("1", "Rahmat Contoh", "Kasi"))
    assert the(across).unit == MADRASAH
    down = read(
        ("Unit", "Nama"), ("Penmad", "Rahmat Contoh"), ("", "Siti Contoh"), ("", "Budi Contoh"),
        merged=(Merged(2, 1, 3, 1),),
    )  # fmt: skip
    assert [each.unit for each in down.people] == [MADRASAH, MADRASAH, ""]


def test_somebody_whose_name_stands_alone_is_no_unit() -> None:
    assert names(read(HEAD, ("", "Rahmat Contoh", "", "", "", ""))) == ["Rahmat Contoh"]


def test_a_unit_that_is_not_the_offices_is_a_guests_and_told() -> None:
    found = read(
        HEAD, ("1", "Tamu Contoh", "-", "Analis", "Kantor Wilayah", ""), (*RAHMAT[:4], "Seksi Pend. Madrasah", "")
    )
    assert [each.unit for each in found.people] == ["Kantor Wilayah", "Seksi Pend. Madrasah"]
    assert found.told == (
        "Lembar Peserta, baris 2: “Kantor Wilayah” bukan unit kantor ini; dicatat sebagai tamu.",
        "Lembar Peserta, baris 3: “Seksi Pend. Madrasah” bukan unit kantor ini; maksudnya “Seksi Pendidikan Madrasah”?",
    )


def test_a_row_without_a_name_is_told_and_one_that_waits_for_somebody_is_not() -> None:
    found = read(HEAD, ("1", "", "", "Kepala Seksi", "Penmad", ""), ("2", "…", "", "", "", ""), ("(1)", "(2)", "(3)"))
    assert names(found) == []
    assert found.told == (
        "Lembar Peserta, baris 2: nama belum diisi (“Kepala Seksi, Penmad”); baris dilewati.",
        "peserta.xlsx tidak memuat peserta; buat tabel dengan kolom Nama, NIP, Jabatan, Unit, dan Peran.",
    )


@pytest.mark.parametrize(
    ("written", "nip"),
    [(NIP, NIP), ("19700101 200003 1 002", NIP), (f"NIP. {NIP}", NIP), ("-", ""), ("", ""), ("…………", "")],
)
def test_a_nip_however_it_is_parted(written: str, nip: str) -> None:
    found = read(HEAD, ("1", "Rahmat Contoh", written, "", "Penmad", ""))
    assert (the(found).nip, found.told) == (nip, ())


def test_a_nip_that_is_none_is_kept_and_told() -> None:
    found = read(HEAD, ("1", "Rahmat Contoh", "1970", "", "Penmad", ""))
    assert (the(found).nip, found.told) == (
        "1970", ("Lembar Peserta, baris 2: NIP Rahmat Contoh “1970” bukan 18 angka; periksa.",),
    )  # fmt: skip


@pytest.mark.parametrize("written", ["197001012000031000", cell_text(float(NIP)), cell_text(197001012000031e3)])
def test_a_nip_that_was_typed_as_a_number_is_to_be_looked_at(written: str) -> None:
    found = read(HEAD, ("1", "Rahmat Contoh", written, "", "Penmad", ""))
    assert the(found).nip == written
    assert found.told == (
        f"Lembar Peserta, baris 2: periksa tiga angka terakhir NIP Rahmat Contoh ({written}): bila selnya berisi "
        "angka, bukan teks, Excel mengubahnya; ketik ulang sebagai teks (awali dengan tanda petik tunggal).",
    )


def test_name_and_nip_in_one_cell() -> None:
    person = the(read(("No", "Nama/NIP", "Jabatan"), ("1", f"Rahmat Contoh, S.Pd. NIP. {NIP}", "Kasi")))
    assert (person.name, person.nip) == ("Rahmat Contoh, S.Pd.", NIP)


def test_somebody_listed_twice_is_taken_once_and_told() -> None:
    namesake = ("4", "Siti Contoh, S.Ag.", "199001012015012001", "Staf", "zawa", "")
    found = read(HEAD, RAHMAT, SITI, RAHMAT, (*SITI[:2], "", *SITI[3:]), namesake)
    assert [(each.name, each.nip) for each in found.people] == [
        (RAHMAT[1], NIP), (SITI[1], SITI[2]), (SITI[1], namesake[2]),
    ]  # fmt: skip
    assert found.told == (
        f"Lembar Peserta, baris 4: {RAHMAT[1]} sudah disebut di lembar Peserta, baris 2; dipakai satu kali.",
        f"Lembar Peserta, baris 5: {SITI[1]} sudah disebut di lembar Peserta, baris 3; dipakai satu kali.",
    )


def test_hidden_rows_and_sheets_are_told_not_read() -> None:
    found = read(HEAD, RAHMAT, SITI, hidden_rows=frozenset({3}))
    assert names(found) == [RAHMAT[1]]
    assert found.told == ("Lembar Peserta, baris 3: baris tersembunyi; tidak dibaca.",)
    assert "Lembar Peserta tersembunyi; tidak dibaca." in read(HEAD, RAHMAT, hidden=True).told


def test_a_sheet_without_a_list_is_told_and_an_empty_one_is_not() -> None:
    sheets = (
        WorkSheet(name="Peserta", rows=(HEAD, RAHMAT)),
        WorkSheet(name="Catatan", rows=(("Konsumsi untuk 60 orang",),)),
        WorkSheet(name="Sheet3"),
    )
    found = understand_participants(Workbook(file="peserta.xlsx", sheets=sheets), SETTINGS)
    assert (names(found), found.told) == (
        [RAHMAT[1]], ("Lembar Catatan: tidak ada judul kolom Nama; tidak dibaca.",),
    )  # fmt: skip


def test_a_list_that_goes_on_on_another_sheet_or_under_its_header_again() -> None:
    again = read(HEAD, RAHMAT, (), HEAD, SITI)
    assert names(again) == [RAHMAT[1], SITI[1]]
    sheets = (WorkSheet(name="Satu", rows=(HEAD, RAHMAT)), WorkSheet(name="Dua", rows=(HEAD, SITI)))
    found = understand_participants(Workbook(file="peserta.xlsx", sheets=sheets), SETTINGS)
    assert [each.place.sheet for each in found.people] == ["Satu", "Dua"]


def test_who_signs_below_the_list_does_not_take_part() -> None:
    below = (
        ("", "", "", "", "Tirtawangi, 4 Mei 2026"),
        ("", "Kepala Kantor"),
        (),
        ("", "Kepala Contoh"),
        ("", f"NIP. {NIP}"),
    )
    found = read(HEAD, RAHMAT, ("2", "", "", "", "", ""), (), *below)
    assert names(found) == [RAHMAT[1]]
    assert found.told == (
        "Lembar Peserta, baris 5: “Tirtawangi, 4 Mei 2026” dan seterusnya di bawah daftar, tanpa nomor urut; "
        "tidak dibaca.",
    )


def test_a_list_goes_on_behind_a_blank_row_where_it_counts_or_never_counted() -> None:
    assert names(read(HEAD, RAHMAT, (), SITI)) == [RAHMAT[1], SITI[1]]
    assert names(read(HEAD[1:], RAHMAT[1:], (), SITI[1:])) == [RAHMAT[1], SITI[1]]
    behind = read(HEAD, RAHMAT, (), ("", "Kepala Kantor"), SITI, ("", "Budi Contoh", "", "", "zawa", ""))
    assert names(behind) == [RAHMAT[1], SITI[1], "Budi Contoh"]


def test_blanks_within_a_heading_do_not_matter() -> None:
    assert the(read(("N A M A", "N I P"), ("Rahmat Contoh", NIP))).nip == NIP


def test_a_line_whose_role_reads_like_a_heading_is_no_header() -> None:
    assert names(read(HEAD, ("1", "Rahmat Contoh", "", "Peserta", "Seksi", "Peserta"))) == ["Rahmat Contoh"]


def test_a_kua_that_only_a_folder_names_is_the_offices() -> None:
    sheet = WorkSheet(
        name="Peserta", rows=(HEAD, ("1", "Budi Contoh", "", "Kepala KUA", "Kantor Urusan Agama Kec. Banyujati", ""))
    )
    found = understand_participants(Workbook(file="p.xlsx", sheets=(sheet,)), SETTINGS, ("KUA_Banyujati",))
    assert (the(found).unit, found.told) == ("KUA Kecamatan Banyujati", ())
