"""A mistake in pleno.toml is named with its place and its remedy; a right one is read as it stands."""

import re
import shutil
from datetime import date, time
from pathlib import Path

import pytest

from pipeline.check.apply import require_known_codes
from pipeline.errors import SettingsWrong
from pipeline.model.agenda import FRIDAY_BREAKS, Break, MeetingDay, MeetingSettings
from pipeline.model.finding import Severity
from pipeline.settings import Head, Letterhead, Role, Settings, Unit, default_units, number_expression, read_settings

ROOT = Path(__file__).parent.parent


def read(folder: Path, toml: str) -> Settings:
    (folder / "pleno.toml").write_text(toml, encoding="utf-8")
    return read_settings(folder)


def refusal(folder: Path, toml: str) -> str:
    with pytest.raises(SettingsWrong) as caught:
        read(folder, toml)
    message = str(caught.value)
    assert str(folder / "pleno.toml") in message
    assert "\n" not in message
    return message


def test_without_a_file_the_defaults_of_a_kankemenag_hold(tmp_path: Path) -> None:
    found = read_settings(tmp_path)
    assert found == Settings(units=default_units())
    assert found.hours_per_day == 7.5
    assert found.units[0].name == "Subbagian Tata Usaha"


def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Settings(units=default_units())


def test_everything_that_the_file_says_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """
        [office]
        name = "Kantor Contoh"
        place = "Tirtawangi"
        ministry = "Kementerian Contoh"
        address = "Jalan Contoh 1"
        phone = "(021) 55"
        email = "a@contoh.example"
        website = "contoh.example"
        head = { position = "Kepala", name = "Contoh", nip = "1" }
        [number]
        pattern = "{urut:3}/SOP/{unit}/{tahun}"
        [work]
        hours_per_day = 8
        [[unit]]
        name = "Seksi Satu"
        synonyms = ["Satu", "S1"]
        code = "SATU"
        [[unit]]
        name = "KUA Kecamatan Dua"
        group = "KUA Kecamatan"
        [[unit]]
        name = "Seksi Tiga"
        transferred = "Instansi Lain"
        [[role]]
        name = "Kepala Seksi"
        synonyms = ["Kasi"]
        [severity]
        RD101 = "off"
        [transferred]
        titles = ["SOP Lama"]
        """,
    )
    assert found == Settings(
        office="Kantor Contoh",
        place="Tirtawangi",
        letterhead=Letterhead(
            ministry="Kementerian Contoh",
            address="Jalan Contoh 1",
            phone="(021) 55",
            email="a@contoh.example",
            website="contoh.example",
        ),
        head=Head(position="Kepala", name="Contoh", nip="1"),
        units=(
            Unit(name="Seksi Satu", synonyms=("Satu", "S1"), code="SATU"),
            Unit(name="KUA Kecamatan Dua", group="KUA Kecamatan"),
            Unit(name="Seksi Tiga", transferred="Instansi Lain"),
        ),
        roles=(Role(name="Kepala Seksi", synonyms=("Kasi",)),),
        severities=(("RD101", Severity.OFF),),
        number_pattern="{urut:3}/SOP/{unit}/{tahun}",
        hours_per_day=8.0,
        transferred_titles=("SOP Lama",),
    )


@pytest.mark.parametrize("shipped", ["pleno.toml", "templates/pleno.toml"])
def test_the_files_that_we_ship_are_right(tmp_path: Path, shipped: str) -> None:
    shutil.copyfile(ROOT / shipped, tmp_path / "pleno.toml")
    require_known_codes(read_settings(tmp_path))


def test_every_example_in_the_template_is_right_once_its_sign_is_taken_away(tmp_path: Path) -> None:
    template = Path("templates/pleno.toml").read_text(encoding="utf-8")
    settings = read(tmp_path, re.sub(r"(?m)^# (?=\[|[a-zA-Z0-9_]+ = )", "", template))
    assert settings.inventory.sheets == ("Induk",)
    assert settings.accepted
    assert settings.repealed
    assert settings.local_rules
    assert settings.due == date(2026, 5, 30)
    assert [each.name for each in settings.units][-1] == "Seksi Penyelenggaraan Haji dan Umrah"


def test_the_file_may_stand_in_input(tmp_path: Path) -> None:
    (tmp_path / "input").mkdir()
    read(tmp_path / "input", '[office]\nname = "Kantor Contoh"')
    assert read_settings(tmp_path).office == "Kantor Contoh"


def test_two_files_are_refused_and_both_named(tmp_path: Path) -> None:
    (tmp_path / "input").mkdir()
    for folder in (tmp_path, tmp_path / "input"):
        (folder / "pleno.toml").write_text("", encoding="utf-8")
    with pytest.raises(SettingsWrong) as caught:
        read_settings(tmp_path)
    assert str(tmp_path / "pleno.toml") in str(caught.value)
    assert str(tmp_path / "input" / "pleno.toml") in str(caught.value)


def test_the_mark_that_notepad_puts_in_front_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pleno.toml").write_text('[office]\nname = "Kantor Contoh"', encoding="utf-8-sig")
    assert read_settings(tmp_path).office == "Kantor Contoh"


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pleno.toml").write_bytes('[office]\nname = "Kantor Jum\u2019at"'.encode("cp1252"))
    with pytest.raises(SettingsWrong, match="tidak dapat dibaca"):
        read_settings(tmp_path)


def test_what_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    assert "baris 2" in refusal(tmp_path, "[office]\nname = Kantor Contoh\n")


@pytest.mark.parametrize(
    ("toml", "wrong", "near"),
    [
        ('[ofice]\nname = "x"', "ofice", "office"),
        ('[[units]]\nname = "x"', "units", "unit"),
        ('[severities]\nRD101 = "off"', "severities", "severity"),
        ('[office]\nnmae = "x"', "nmae", "name"),
        ('[office]\nadress = "x"', "adress", "address"),
        ('[office]\nhead = { positon = "x" }', "positon", "position"),
        ('[number]\npatern = "x"', "patern", "pattern"),
        ("[work]\nhours_per_days = 7", "hours_per_days", "hours_per_day"),
        ('[[unit]]\nname = "x"\nsynonym = ["y"]', "synonym", "synonyms"),
        ('[[unit]]\nname = "x"\ngrup = "y"', "grup", "group"),
        ('[[role]]\nname = "x"\nsinonim = ["y"]', "sinonim", "synonyms"),
        ('[transferred]\ntitle = ["y"]', "title", "titles"),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest_real_one(tmp_path: Path, toml: str, wrong: str, near: str) -> None:
    message = refusal(tmp_path, toml)
    assert f"kunci “{wrong}” tidak dikenal; maksudnya “{near}”?" in message


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('office = "x"', "office harus berupa tabel"),
        ("[office]\nname = 3", "office.name harus berupa teks"),
        ("[office]\nphone = 21", "office.phone harus berupa teks"),
        ('[office]\nhead = "Budi"', "office.head harus berupa tabel"),
        ("[office]\nhead = { nip = 197001011995032001 }", "office.head.nip harus berupa teks"),
        ('[unit]\nname = "x"', "unit harus ditulis sebagai [[unit]]"),
        ("unit = [1]", "unit harus ditulis sebagai [[unit]]"),
        ('[[unit]]\nsynonyms = ["x"]', "unit 1.name belum diisi"),
        ('[[unit]]\nname = "x"\n[[unit]]\nname = 2', "unit 2.name harus berupa teks"),
        ('[[unit]]\nname = "x"\nsynonyms = "y"', "unit 1.synonyms harus berupa daftar teks"),
        ('[[unit]]\nname = "x"\nsynonyms = [1]', "unit 1.synonyms harus berupa daftar teks"),
        ('[work]\nhours_per_day = "7"', "work.hours_per_day harus berupa angka"),
        ("[work]\nhours_per_day = true", "work.hours_per_day harus berupa angka"),
        ("[work]\nhours_per_day = 0", "work.hours_per_day harus berupa angka"),
        ("[work]\nhours_per_day = 25", "work.hours_per_day harus berupa angka"),
        ("[work]\nhours_per_day = nan", "work.hours_per_day harus berupa angka"),
        ('severity = "off"', "severity harus berupa tabel"),
        ("[severity]\nRD101 = 1", "severity.RD101 harus berupa teks"),
        ('[severity]\nRD101 = "ringan"', "severity.RD101 = “ringan” tidak dikenal; pilih error, warning, note"),
        ('[transferred]\ntitles = "x"', "transferred.titles harus berupa daftar teks"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_with_its_place(tmp_path: Path, toml: str, said: str) -> None:
    assert said in refusal(tmp_path, toml)


def test_the_severity_of_a_rule_that_does_not_exist_is_refused_with_the_nearest(tmp_path: Path) -> None:
    found = read(tmp_path, '[severity]\nRD-101 = "off"')
    with pytest.raises(SettingsWrong, match="maksudnya RD101"):
        require_known_codes(found)


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, '[round]\ndue = "30 Mei 2026"\n')
    assert "round.due = “30 Mei 2026” harus berupa tahun-bulan-hari" in said


def test_a_repealed_law_that_cannot_be_read_is_refused_by_its_entry(tmp_path: Path) -> None:
    entry = '[[repealed]]\nlaw = "UU 38/1999"\nby = "UU 23/2011"\nsince = "2011-11-25"\n'
    require_known_codes(read(tmp_path, entry))
    with pytest.raises(SettingsWrong, match=r"repealed 2\.law = “UU Zakat”"):
        require_known_codes(read(tmp_path, entry + entry.replace("UU 38/1999", "UU Zakat")))


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{urutan:3}/SOP/{tahun}", "memuat {urutan} yang tidak dikenal; maksudnya {urut}?"),
        ("{urut}/SOP/{thn}", "memuat {thn} yang tidak dikenal; maksudnya {tahun}?"),
        ("{urut}/SOP/{urut}", "tidak dapat dipakai"),
    ],
)
def test_a_wrong_number_pattern_is_refused(tmp_path: Path, pattern: str, said: str) -> None:
    assert said in refusal(tmp_path, f'[number]\npattern = "{pattern}"')


@pytest.mark.parametrize(
    ("pattern", "number", "fits"),
    [
        ("{urut:3}/SOP/{unit}/{tahun}", "012/SOP/PENMAD/2025", True),
        ("{urut:3}/SOP/{unit}/{tahun}", "001/SOP/KUA.AGW/2025", True),
        ("{urut:3}/SOP/{unit}/{tahun}", "12/SOP/PENMAD/2025", False),
        ("{urut:3}/SOP/{unit}/{tahun}", "012/SOP/PENMAD/25", False),
        ("{urut:3}/SOP/{unit}/{tahun}", "012/sop/penmad/2025", False),
        ("{urut:3}/SOP/{unit}/{tahun}", "012/SOP/PENMAD/2025 ", False),
        ("{urut}/SOP/{tahun}", "7/SOP/2025", True),
        ("SOP.{unit}.{urut:2}", "SOP.TU.07", True),
        ("SOP.{unit}.{urut:2}", "SOP-TU-07", False),
    ],
)
def test_a_number_pattern_fits_the_numbers_that_it_describes(pattern: str, number: str, fits: bool) -> None:
    assert (number_expression(pattern).fullmatch(number) is not None) is fits


def test_the_parts_of_a_number_can_be_told_apart() -> None:
    found = number_expression("{urut:3}/SOP/{unit}/{tahun}").fullmatch("012/SOP/PENMAD/2025")
    assert found is not None
    assert found.groupdict() == {"urut": "012", "unit": "PENMAD", "tahun": "2025"}


@pytest.mark.parametrize(
    "pattern", ["{urut/SOP", "urut}/SOP", "{}/SOP", "{ urut }/SOP", "{urut:x}", "{urut:99999999999}"]
)
def test_a_pattern_with_a_slip_in_its_braces_is_refused(pattern: str) -> None:
    with pytest.raises(SettingsWrong):
        number_expression(pattern)


def test_the_meeting_has_its_days_hours_and_place(tmp_path: Path) -> None:
    assert read(tmp_path, "").meeting is None
    found = read(
        tmp_path,
        """
        [pleno]
        dates = ["2026-05-11", "2026-05-12"]
        start = "08.00"
        end = "15:30"
        place = "Aula"
        zone = "WITA"
        opening = 10
        """,
    ).meeting
    assert found == MeetingSettings(
        days=tuple(MeetingDay(day=date(2026, 5, at), start=time(8), end=time(15, 30)) for at in (11, 12)),
        place="Aula", zone="WITA", opening=10,
    )  # fmt: skip


def test_an_office_has_its_own_breaks(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """
        [pleno]
        dates = ["2026-05-11"]
        start = "08.00"
        end = "15.30"
        [[pleno.breaks]]
        name = "Ishoma"
        at = "12.15"
        minutes = 45
        prayer = true
        """,
    ).meeting
    assert found is not None
    assert found.breaks == (Break(name="Ishoma", at=time(12, 15), minutes=45, prayer=True),)
    assert found.friday_breaks == FRIDAY_BREAKS


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('dates = ["2026-05-11"]\nstart = "8 pagi"\nend = "12.00"', "pleno.start = “8 pagi” harus berupa jam"),
        ('dates = ["2026-05-11"]\nstart = "13.00"\nend = "12.00"', "pleno.end harus sesudah pleno.start"),
        ('dates = ["11-05-2026"]\nstart = "08.00"\nend = "12.00"', "pleno.dates = “11-05-2026” harus berupa"),
        ('dates = []\nstart = "08.00"\nend = "12.00"', "pleno.dates harus memuat tanggal rapat"),
        ('dates = ["2026-05-12", "2026-05-11"]\nstart = "08.00"\nend = "12.00"', "pleno.dates harus memuat tanggal"),
        ('dates = ["2026-05-11"]\nend = "12.00"', "pleno.start belum diisi"),
        ('dates = ["2026-05-11"]\nstart = "08.00"\nend = "12.00"\nopening = -1', "pleno.opening harus berupa menit"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(tmp_path: Path, toml: str, said: str) -> None:
    with pytest.raises(SettingsWrong, match=re.escape(said)):
        read(tmp_path, f"[pleno]\n{toml}")
