"""Whatever a folder or the inventory calls a unit, it comes back under the name of the office's profile."""

import pytest

from pipeline.likeness.units import Units, office_units
from pipeline.settings import Settings, Unit, default_units

KUA = ("KUA Kecamatan Argawana", "KUA Kecamatan Banyujati")
OFFICE = Settings(
    units=(
        Unit(name="Subbagian Tata Usaha", synonyms=("Subbag TU",)),
        Unit(name="Seksi Pendidikan Madrasah", synonyms=("Penmad", "Seksi Dikmad Kota")),
        Unit(name="Seksi Bimbingan Masyarakat Islam"),
        Unit(name="Penyelenggara Katolik", synonyms=("Bimas Katolik",)),
        *(Unit(name=name, group="KUA Kecamatan") for name in KUA),
        Unit(name="Seksi Penyelenggaraan Haji dan Umrah", transferred="Kementerian Haji dan Umrah"),
    )
)


@pytest.fixture(scope="module")
def units() -> Units:
    return office_units(OFFICE, ("penmad", "KUA_Banyujati"))


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("Subbagian Tata Usaha", "Subbagian Tata Usaha"),
        ("SUBBAGIAN TATA USAHA", "Subbagian Tata Usaha"),
        ("subbag-tu", "Subbagian Tata Usaha"),
        ("Sub Bag. TU", "Subbagian Tata Usaha"),
        ("Sub Bagian Tata Usaha", "Subbagian Tata Usaha"),
        ("TU", "Subbagian Tata Usaha"),
        ("penmad", "Seksi Pendidikan Madrasah"),
        ("Seksi Penmad", "Seksi Pendidikan Madrasah"),
        ("Mapenda", "Seksi Pendidikan Madrasah"),
        ("seksi dikmad kota", "Seksi Pendidikan Madrasah"),
        ("bimas_islam", "Seksi Bimbingan Masyarakat Islam"),
        ("Bimas Islam", "Seksi Bimbingan Masyarakat Islam"),
        ("Bimas", "Seksi Bimbingan Masyarakat Islam"),
        ("bimas katolik", "Penyelenggara Katolik"),
        ("katolik", "Penyelenggara Katolik"),
        ("PHU", "Seksi Penyelenggaraan Haji dan Umrah"),
        ("Penyelenggara Haji dan Umroh", "Seksi Penyelenggaraan Haji dan Umrah"),
        ("zawa", "Penyelenggara Zakat dan Wakaf"),
        ("Gara Zawa", "Penyelenggara Zakat dan Wakaf"),
    ],
)
def test_every_spelling_leads_to_the_unit_of_the_profile(units: Units, written: str, unit: str) -> None:
    assert units.canonical(written) == unit


@pytest.mark.parametrize(
    "written",
    [
        "KUA Kecamatan Argawana", "KUA KECAMATAN ARGAWANA", "KUA Kec. Argawana", "KUA Kec Argawana", "KUA Argawana",
        "kua argawana", "KUA_Argawana", "kua-argawana", "KUA_Kec_Argawana", "Kantor Urusan Agama Kecamatan Argawana",
        "KANTOR URUSAN AGAMA KECAMATAN ARGAWANA",
    ],
)  # fmt: skip
def test_a_kua_is_known_in_all_its_forms(units: Units, written: str) -> None:
    assert units.canonical(written) == "KUA Kecamatan Argawana"


def test_an_unknown_unit_comes_back_as_written(units: Units) -> None:
    assert units.canonical("Unit_Lain  Sekali") == "Unit Lain Sekali"
    assert units.canonical("") == ""
    assert units.canonical(" - ") == ""


def test_a_kua_that_nobody_listed_gets_its_full_name(units: Units) -> None:
    assert units.canonical("kua wana kerta") == "KUA Kecamatan Wana Kerta"


@pytest.mark.parametrize(
    "written",
    [
        "Seluruh KUA Kecamatan", "SELURUH KUA KECAMATAN", "Semua KUA Kecamatan", "Setiap KUA", "Tiap KUA",
        "Seluruh KUA", "Masing-masing KUA", "Seluruh KUA Kec.", "Seluruh Kantor Urusan Agama Kecamatan",
        "KUA Kecamatan", "KUA",
    ],
)  # fmt: skip
def test_a_row_for_all_kua_has_each_kua_as_member(units: Units, written: str) -> None:
    assert units.members(written) == KUA


@pytest.mark.parametrize("written", ["KUA Kecamatan Argawana", "Penmad", "Seluruh unit", "", "Subbagian Tata Usaha"])
def test_a_row_of_one_unit_has_no_members(units: Units, written: str) -> None:
    assert units.members(written) == ()


def test_a_group_of_another_name_has_its_members() -> None:
    office = Settings(units=(Unit(name="MTsN 1", group="Madrasah Negeri"), Unit(name="MAN 1", group="Madrasah Negeri")))
    assert office_units(office, ()).members("Seluruh Madrasah Negeri") == ("MTsN 1", "MAN 1")


def test_a_kua_that_only_a_folder_names_joins_the_group() -> None:
    found = office_units(OFFICE, ("KUA Sendanglaras", "kua_argawana"))
    assert found.members("Seluruh KUA Kecamatan") == (*KUA, "KUA Kecamatan Sendanglaras")
    assert found.canonical("KUA Sendanglaras") == "KUA Kecamatan Sendanglaras"


def test_without_a_profile_the_units_of_a_kankemenag_and_the_kua_of_the_folders_hold() -> None:
    found = office_units(Settings(units=default_units()), ("penmad", "KUA Argawana"))
    assert found.canonical("penmad") == "Seksi Pendidikan Madrasah"
    assert found.members("Seluruh KUA Kecamatan") == ("KUA Kecamatan Argawana",)


def test_a_unit_of_the_profile_is_found_by_its_name(units: Units) -> None:
    profile = units.find("Seksi Penyelenggaraan Haji dan Umrah")
    assert profile is not None
    assert profile.transferred == "Kementerian Haji dan Umrah"
    assert units.find("Unit Lain") is None


def test_every_way_to_say_all_kua_means_the_group() -> None:
    units = office_units(
        Settings(units=(Unit(name="KUA Kecamatan Argawana", group="KUA Kecamatan"),)), ("KUA Kecamatan",)
    )
    for written in ("Seluruh KUA Kecamatan se-Kota Tirtawangi", "KUA se-Kabupaten", "Seluruh Kantor Urusan Agama"):
        assert units.members(written) == ("KUA Kecamatan Argawana",), written
    assert units.canonical("Kantor Urusan Agama Kec. Argawana") == "KUA Kecamatan Argawana"
    assert units.canonical("KUA Kecamatan") == "KUA Kecamatan"
