"""Dates as offices write them are read as they are meant, and what no calendar has is not read at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import DAYS, MONTHS, earliest, iso_date, latest, long_date, looks_like_date


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
    ],
)
def test_a_place_a_weekday_or_a_label_before_the_date_is_passed_over(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "31 Februari 2024", "29 Februari 2023", "31/04/2025", "31 September 2025", "32 Mei 2025", "00 Mei 2025",
        "12/13/2025", "12-00-2025", "12/XIII/2025", "13/2025", "0/2025", "2020-13-01", "2020-02-30", "5/5/0000",
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
        "1447 H/2026 M", "1 Rajab 1447", "5 Mei 2025 (revisi)", "001/SOP/TU/2025",
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


@given(st.dates())
def test_every_day_written_out_is_read_back(day) -> None:  # type: ignore[no-untyped-def]
    if day.year >= 1000:
        assert iso_date(long_date(day.isoformat())) == day.isoformat()
    assert iso_date(day.isoformat()) == day.isoformat()


@given(st.text())
def test_any_text_gives_a_date_or_none(text: str) -> None:
    found = iso_date(text)
    assert found is None or earliest(found) <= latest(found)


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
