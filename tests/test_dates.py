"""Dates as offices write them are read as they are meant, and what no calendar has is not read at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import DAYS, MONTHS, earliest, is_hijri, iso_date, latest, long_date, looks_like_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("26 April 2010", "2010-04-26"),
        ("09 September 2016", "2016-09-09"),
        ("7 September 2016", "2016-09-07"),
        ("10 FEBRUARI 2019", "2019-02-10"),
        ("1 Maret 2021", "2021-03-01"),
        ("02 Juni 2025", "2025-06-02"),
        ("2-Jan-2020", "2020-01-02"),
        ("1 - Mei - 2025", "2025-05-01"),
        ("5Mei2025", "2025-05-05"),
        ("5 Mei, 2025", "2025-05-05"),
        ("5 Mei 2025.", "2025-05-05"),
        ("5/Mei/2025", "2025-05-05"),
        ("(5 Mei 2025)", "2025-05-05"),
        ("5 Mei Tahun 2025", "2025-05-05"),
        ("5 bulan Mei tahun 2025", "2025-05-05"),
        ("5 Mei 2025 08:00 WIB", "2025-05-05"),
        ("July 2, 2025", "2025-07-02"),
        ("Mei 5 2025", "2025-05-05"),
        ("5 Mei 2025 M", "2025-05-05"),
        ("5 Mei 2025 Masehi", "2025-05-05"),
        ("5\u00a0Mei\u00a02025", "2025-05-05"),
        ("5\nMei  2025 ", "2025-05-05"),
    ],
)
def test_a_day_with_the_month_in_words_is_read(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("3 Pebruari 2020", "2020-02-03"),
        ("3 Peb 2020", "2020-02-03"),
        ("3 Mrt 2020", "2020-03-03"),
        ("3 Agust 2021", "2021-08-03"),
        ("3 Agust. 2021", "2021-08-03"),
        ("3 Agt 2021", "2021-08-03"),
        ("3 Sept 2021", "2021-09-03"),
        ("3 Okt 2021", "2021-10-03"),
        ("3 October 2021", "2021-10-03"),
        ("3 Nop 2021", "2021-11-03"),
        ("3 Nopember 2021", "2021-11-03"),
        ("3 Des 2021", "2021-12-03"),
        ("3 December 2021", "2021-12-03"),
        ("3 Febuari 2021", "2021-02-03"),
        ("3 Desembar 2021", "2021-12-03"),
    ],
)
def test_old_spellings_and_abbreviations_of_months_are_read(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("04-09-2017", "2017-09-04"),
        ("26/04/2010", "2010-04-26"),
        ("4/9/2017", "2017-09-04"),
        ("12.05.2025", "2025-05-12"),
        ("12 / 05 / 2025", "2025-05-12"),
        ("12 05 2025", "2025-05-12"),
        ("5–5–2025", "2025-05-05"),
        ("12/V/2025", "2025-05-12"),
        ("12-XII-2025", "2025-12-12"),
        ("12-05-25", "2025-05-12"),
        ("12 Mei 25", "2025-05-12"),
        ("12 Mei '25", "2025-05-12"),
        ("12 Mei ’25", "2025-05-12"),
    ],
)
def test_in_digits_the_day_comes_before_the_month_and_a_short_year_is_of_this_century(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-07-02", "2025-07-02"),
        ("2025-7-2", "2025-07-02"),
        ("2025-07-02 00:00", "2025-07-02"),
        ("2025-07-02 00:00:00", "2025-07-02"),
        ("2025-07-02T08:30:00", "2025-07-02"),
        ("2025/07/02", "2025-07-02"),
        ("02/07/2025 00:00:00", "2025-07-02"),
    ],
)
def test_iso_dates_are_read_with_or_without_a_time(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("JUNI 2020", "2020-06"),
        ("Nopember 2019", "2019-11"),
        ("Januari 2016", "2016-01"),
        ("Mei, 2025", "2025-05"),
        ("... Mei 2025", "2025-05"),
        ("…… Mei 2025", "2025-05"),
        ("05/2025", "2025-05"),
        ("5-2025", "2025-05"),
        ("2020", "2020"),
        ("Tahun 2020", "2020"),
        ("Bulan Juni 2020", "2020-06"),
        ("Juni Tahun 2020", "2020-06"),
        ("Jun-20", "2020-06"),
        ("Juni '20", "2020-06"),
        ("…/…/2025", "2025"),
        ("…/05/2025", "2025-05"),
        ("……… 2025", "2025"),
    ],
)
def test_a_date_without_its_day_or_month_is_read_as_far_as_it_goes(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Ngabang, Nopember 2019", "2019-11"),
        ("Ngabang, 05 Nopember 2019", "2019-11-05"),
        ("Kota Tirtawangi, 5 Mei 2025", "2025-05-05"),
        ("Cirebon , 5 Mei 2025", "2025-05-05"),
        ("Tgl. 5 Mei 2024", "2024-05-05"),
        ("Tgl 5-5-2025", "2025-05-05"),
        ("tanggal 5 Mei 2025", "2025-05-05"),
        ("Tanggal : 5 Mei 2025", "2025-05-05"),
        (": 5 Mei 2025", "2025-05-05"),
        ("Senin, 5 Mei 2025", "2025-05-05"),
        ("Hari Senin, 5 Mei 2025", "2025-05-05"),
        ("Jumat 7 Maret 2025", "2025-03-07"),
        ("Jum'at, 7 Maret 2025", "2025-03-07"),
        ("Jum’at, 7 Maret 2025", "2025-03-07"),
        ("Ahad, 9 Maret 2025", "2025-03-09"),
        ("Ngabang, Senin, 5 Mei 2025", "2025-05-05"),
        ("Senin, tanggal 5 Mei 2025", "2025-05-05"),
        ("Kota Bau-Bau, 5 Mei 2025", "2025-05-05"),
        ("Di Ngabang, pada tanggal 5 Mei 2025", "2025-05-05"),
    ],
)
def test_a_place_a_weekday_or_a_label_before_the_date_is_passed_over(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "31 Februari 2024", "29 Februari 2023", "31/04/2025", "31 September 2025", "32 Mei 2025", "00 Mei 2025",
        "12/13/2025", "12-00-2025", "12/XIII/2025", "13/2025", "0/2025", "2020-13-01", "2020-02-30", "5/5/0000",
        "2 Juli 0205", "2 Juli 2205", "12-05-1447", "Juli 1825", "05/1825",
    ],
)  # fmt: skip
def test_a_date_that_no_calendar_has_is_none(written: str) -> None:
    assert iso_date(written) is None


def test_the_29th_of_february_of_a_leap_year_is_a_date() -> None:
    assert iso_date("29 Februari 2024") == "2024-02-29"


@pytest.mark.parametrize(
    "written",
    [
        "", "   ", "-", "–", "…", ".........", "Desember", "5 Mei", "12", "1899", "abc", "menyusul", "Revisi ke-1",
        "1 Rajab 1447", "5 Mei 2025 (revisi)", "001/SOP/TU/2025", "Desember / Januari 2016", "Desember, Januari 2016",
        "10 FEBRUARI 2019 1 Maret 2021", "Mei 25", "1-3 Mei 2025", "01/05/2025-03/05/2025", "Januari s.d. Maret 2025",
        "2024/2025", "berlaku 3 bulan sejak tanggal 5 Mei 2025", "20..",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(written: str) -> None:
    assert iso_date(written) is None
    assert not looks_like_date(written)


@pytest.mark.parametrize("written", ["2 Juli 2025", "04-09-2017", "Juni 2020", "2020", "Ngabang, Nopember 2019"])
def test_a_date_and_nothing_else_looks_like_one(written: str) -> None:
    assert looks_like_date(written)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2025-08-20", "20 Agustus 2025"),
        ("2025-01-02", "2 Januari 2025"),
        ("2020-06", "Juni 2020"),
        ("2020-12", "Desember 2020"),
        ("2020", "2020"),
    ],
)
def test_long_date_gives_the_indonesian_words(iso: str, words: str) -> None:
    assert long_date(iso) == words


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2025-08-20", "2025-08-20", "2025-08-20"),
        ("2020-06", "2020-06-01", "2020-06-31"),
        ("2020", "2020-01-01", "2020-12-31"),
    ],
)
def test_earliest_and_latest_enclose_a_shortened_date(iso: str, first: str, last: str) -> None:
    assert earliest(iso) == first
    assert latest(iso) == last


STYLES = (
    "{d} {m} {y}", "{d:02} {m} {y}", "{d}-{m}-{y}", "{d}/{m}/{y}", "{d} - {m} - {y}", "{d}{m}{y}", "{d}.{m}.{y}",
    "{d} {m}, {y}", "{d} bulan {m} tahun {y}", "{m} {d}, {y}", "{d} {m} '{short}", "{d:02}-{n:02}-{y}", "{d}/{n}/{y}",
    "{d:02}.{n:02}.{y}", "{d} / {n} / {y}", "{d}-{n}-{short}", "{d}/{roman}/{y}", "{y}-{n:02}-{d:02}", "{y}/{n}/{d}",
    "{y}-{n:02}-{d:02} 00:00:00", "{y}-{n:02}-{d:02}T08:30",
)  # fmt: skip
AROUND = (
    ("", ""), ("Ngabang, ", ""), ("Kab. Landak , ", "."), ("Tgl. ", ""), ("Tanggal : ", " M"),
    ("pada tanggal ", " Masehi"), ("Senin, ", ""), ("Hari Jum’at, ", ""), (": ", ""), ("(", ")"),
    ("17 Ramadhan 1447 H / ", " M"),
    ("1 Rabi'ul Awwal 1446 Hijriah bertepatan dengan tanggal ", ""), ("", " M / 1 Dzulqa'dah 1446 H"),
    ("Ngabang, ", " M bertepatan dengan 17 Syawal 1447 H"),
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SPELLINGS = (
    ("Januari", "Jan"), ("Februari", "Pebruari", "Feb", "Peb"), ("Maret", "Mar"), ("April", "Apr"), ("Mei", "MEI"),
    ("Juni", "Jun"), ("Juli", "Jul"), ("Agustus", "Agust", "Agt"), ("September", "Sept", "Sep"), ("Oktober", "Okt"),
    ("November", "Nopember", "Nop"), ("Desember", "DESEMBER", "Des"),
)  # fmt: skip


def any_day() -> st.SearchStrategy[date]:
    return st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(any_day())
def test_every_day_written_out_is_read_back(day: date) -> None:
    assert iso_date(long_date(day.isoformat())) == day.isoformat()
    assert iso_date(day.isoformat()) == day.isoformat()


@given(any_day(), st.data())
def test_any_date_of_any_style_comes_back(day: date, data: st.DataObject) -> None:
    style = data.draw(st.sampled_from(STYLES))
    if "{short}" in style:
        day = day.replace(year=2000 + day.year % 100, day=min(day.day, 28))
    month = data.draw(st.sampled_from(SPELLINGS[day.month - 1]))
    written = style.format(
        d=day.day, m=month, n=day.month, y=day.year, short=f"{day.year % 100:02}", roman=ROMAN[day.month - 1]
    )
    # A time of day stands last.
    before, after = ("", "") if ":" in style else data.draw(st.sampled_from(AROUND))
    assert iso_date(before + written + after) == day.isoformat()
    assert not is_hijri(before + written + after)


@given(
    st.integers(1900, 2099),
    st.integers(1, 12),
    st.sampled_from(("{m} {y}", "…… {m} {y}", "{n:02}/{y}", "Bulan {m} {y}")),
)
def test_any_month_of_any_style_comes_back(year: int, month: int, style: str) -> None:
    for spelling in SPELLINGS[month - 1]:
        assert iso_date(style.format(m=spelling, n=month, y=year)) == f"{year}-{month:02}"


@pytest.mark.parametrize(
    "month",
    [
        "Muharram", "Muharam", "Muharrom", "Safar", "Shafar", "Syafar", "Rabiul Awal", "Rabi'ul Awwal", "Rabi’ul Awal",
        "Robiul Awal", "Rabiulawal", "Rabi' al-Awwal", "Rabiul Akhir", "Rabi'ul Akhir", "Rabiul Tsani",
        "Rabi'uts Tsani", "Robiul Akhir", "Jumadil Awal", "Jumadil Ula", "Jumadal Ula", "Jumada al-Ula", "Jumadilawal",
        "Jumadil Akhir", "Jumadal Akhirah", "Jumadil Tsani", "Jumadits Tsaniyah", "Rajab", "Rojab", "Syaban", "Sya'ban",
        "Sya’ban", "Sha'ban", "Ramadhan", "Ramadan", "Romadhon", "Ramadlan", "RAMADHAN", "Syawal", "Syawwal",
        "Zulkaidah", "Dzulqa'dah",
        "Dzulqadah", "Dzulqo'dah", "Zulqa'dah", "Dzulkaidah", "Zulhijah", "Dzulhijjah", "Zulhijjah", "Dzul Hijjah",
    ],
)  # fmt: skip
def test_every_month_of_the_hijri_year_is_known(month: str) -> None:
    for written in (
        f"17 {month} 1447 H",
        f"{month} 1445 Hijriah",
        f"1 {month} 1446",
        f"Ngabang, 1 {month} 1446 Hijriyah",
    ):
        assert is_hijri(written)
        assert iso_date(written) is None
    assert iso_date(f"17 {month} 1447 H / 7 Maret 2026 M") == "2026-03-07"


@pytest.mark.parametrize(
    ("written", "hijri"),
    [
        ("17-09-1447 H", True),
        ("17/09/1447 Hijriah", True),
        ("1447 H", True),
        ("Tahun 1447 H", True),
        ("Senin, 17 Ramadhan 1447 H", True),
        ("Tanggal : 17 Ramadhan 1447 H.", True),
        ("…… Ramadhan 1447 H", True),
        ("7 Maret 2026", False),
        ("7 Maret 2026 M / 17 Ramadhan 1447 H", False),
        ("17-09-1447", False),
        ("17 Ramadhan", False),
        ("Ramadhan 2026", False),
        ("SOP 1447 H", False),
        ("1447 Hari", False),
        ("31 Februari 2026 M / 1 Ramadhan 1447 H", False),
        ("", False),
        ("-", False),
    ],
)
def test_a_hijri_date_alone_is_known_as_one(written: str, hijri: bool) -> None:
    assert is_hijri(written) is hijri


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("17 Ramadhan 1447 H / 7 Maret 2026 M", "2026-03-07"),
        ("17 Ramadhan 1447 H bertepatan dengan tanggal 7 Maret 2026 M", "2026-03-07"),
        ("7 Maret 2026 M bertepatan dengan 17 Ramadhan 1447 H", "2026-03-07"),
        ("17 Ramadhan 1447 H (7 Maret 2026 M)", "2026-03-07"),
        ("17 Ramadhan 1447 H\n7 Maret 2026 M", "2026-03-07"),
        ("Ngabang, 17 Ramadhan 1447 H / 7 Maret 2026", "2026-03-07"),
        ("17/9/1447 H / 7/3/2026 M", "2026-03-07"),
        ("Ramadhan 1447 H / Maret 2026 M", "2026-03"),
        ("1447 H/2026 M", "2026"),
        ("31 Februari 2026 M / 1 Ramadhan 1447 H", None),
    ],
)
def test_beside_a_hijri_date_the_masehi_one_is_read(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso


@given(st.one_of(st.text(), st.text("0123456789 /-.,:'hmMei"), st.text("17 ramadhn/.h1482me")))
def test_any_text_gives_a_date_or_none(text: str) -> None:
    found = iso_date(text)
    assert found is None or earliest(found) <= latest(found)
    assert found is None or not is_hijri(text)


def test_there_are_twelve_months_and_seven_days() -> None:
    assert len(set(MONTHS)) == 12
    assert len(set(DAYS)) == 7


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Ngabang, …… Nopember 2019", "2019-11"),
        ("Tirtawangi, - Mei 2025", "2025-05"),
        ("__ Mei 2025", "2025-05"),
        ("- Mei 2025", "2025-05"),
    ],
)
def test_a_day_left_open_still_leaves_its_month(text: str, iso: str) -> None:
    assert iso_date(text) == iso
