"""Days, hours and numbers in the words of an office."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pipeline.dates import iso_date
from pipeline.dates_in_words import (
    clock,
    day_and_date,
    days_and_dates,
    hours_words,
    in_a_row,
    minutes_words,
    number_words,
    on_this_day,
)

_MONDAY = date(2026, 5, 4)
_ONES = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (31, "tiga puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1945, "seribu sembilan ratus empat puluh lima"),
        (2000, "dua ribu"),
        (2026, "dua ribu dua puluh enam"),
        (11_000, "sebelas ribu"),
        (999_999, "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan"),
    ],
)
def test_a_number_is_spelt(number: int, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_a_number_that_no_paper_spells_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        number_words(number)


def _read(words: str) -> int:
    """Read a spelt number again, in another way than it was written."""
    total = group = last = 0
    for word in words.replace("sepuluh", "satu puluh").replace("sebelas", "satu belas").split():
        if word in ("ribu", "seribu"):
            total, group, last = (group + last or 1) * 1000, 0, 0
        elif word in ("ratus", "seratus"):
            group, last = (last or 1) * 100, 0
        elif word == "puluh":
            group, last = group + last * 10, 0
        elif word == "belas":
            group, last = group + 10 + last, 0
        else:
            last = _ONES.get(word, 0)
    return total + group + last


@given(some.integers(min_value=0, max_value=999_999))
def test_a_spelt_number_reads_back(number: int) -> None:
    assert _read(number_words(number)) == number


def test_a_day_as_an_invitation_writes_it() -> None:
    assert day_and_date(_MONDAY) == "Senin, 4 Mei 2026"


@given(some.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_reads_back(day: date) -> None:
    assert iso_date(day_and_date(day)) == day.isoformat()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), ""),
        ((_MONDAY,), "Senin, 4 Mei 2026"),
        ((_MONDAY, _MONDAY), "Senin, 4 Mei 2026"),
        ((_MONDAY, _MONDAY + timedelta(days=1)), "Senin dan Selasa, 4 dan 5 Mei 2026"),
        (tuple(_MONDAY + timedelta(days=each) for each in range(3)), "Senin s.d. Rabu, 4 s.d. 6 Mei 2026"),
        ((date(2026, 4, 30), date(2026, 5, 1)), "Kamis dan Jumat, 30 April dan 1 Mei 2026"),
        ((date(2026, 12, 31), date(2027, 1, 1)), "Kamis dan Jumat, 31 Desember 2026 dan 1 Januari 2027"),
        ((_MONDAY, date(2026, 5, 6)), "Senin, 4 Mei 2026 dan Rabu, 6 Mei 2026"),
        (
            (_MONDAY, date(2026, 5, 6), date(2026, 5, 8)),
            "Senin, 4 Mei 2026; Rabu, 6 Mei 2026; dan Jumat, 8 Mei 2026",
        ),
    ],
)
def test_several_days_are_one_phrase(days: tuple[date, ...], words: str) -> None:
    assert days_and_dates(days) == words


def test_a_berita_acara_spells_its_day() -> None:
    assert on_this_day(_MONDAY) == ("Pada hari ini, Senin, tanggal empat bulan Mei tahun dua ribu dua puluh enam")


def test_hours_with_a_full_stop() -> None:
    assert clock(time(8, 5)) == "08.05"
    assert hours_words(time(8), time(12)) == "pukul 08.00–12.00 WIB"
    assert hours_words(time(8, 30), zone="WITA") == "pukul 08.30 WITA s.d. selesai"


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 menit"), (45, "45 menit"), (60, "1 jam"), (75, "1 jam 15 menit"), (120, "2 jam")]
)
def test_a_length_of_time(minutes: int, words: str) -> None:
    assert minutes_words(minutes) == words


@pytest.mark.parametrize(
    ("words", "told"), [((), ""), (("a",), "a"), (("a", "b"), "a dan b"), (("a", "b", "c"), "a, b, dan c")]
)
def test_words_in_a_row(words: tuple[str, ...], told: str) -> None:
    assert in_a_row(words) == told
