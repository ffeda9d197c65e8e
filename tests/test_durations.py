"""Times of the Waktu column are measured as they are meant; what cannot be measured keeps its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.durations import Obstacle, minutes, obstacle, read_duration, unit_in_heading
from pipeline.model.sop import Duration

Measured = tuple[float, float, str]


def measured(written: str, unit_of_column: str | None = None) -> Measured | None:
    found = read_duration(written, unit_of_column)
    assert found is not None
    if found.low is None or found.high is None or found.unit is None:
        assert (found.low, found.high, found.unit) == (None, None, None)
        return None
    return found.low, found.high, found.unit


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("10 menit", (10, 10, "minute")),
        ("15 Menit", (15, 15, "minute")),
        ("5mnt", (5, 5, "minute")),
        ("5 mnt.", (5, 5, "minute")),
        ("5'", (5, 5, "minute")),
        ("5’", (5, 5, "minute")),
        ("1 jam", (1, 1, "hour")),
        ("1 JAM", (1, 1, "hour")),
        ("2,5 jam", (2.5, 2.5, "hour")),
        ("0,5 jam", (0.5, 0.5, "hour")),
        ("2.5 jam", (2.5, 2.5, "hour")),
        ("3 Hari", (3, 3, "day")),
        ("3 hr", (3, 3, "day")),
        ("5 hari kalender", (5, 5, "day")),
        ("1 hari kerja", (1, 1, "working_day")),
        ("5 Hr Kerja", (5, 5, "working_day")),
        ("5 HK", (5, 5, "working_day")),
        ("1 hari efektif", (1, 1, "working_day")),
        ("2 Minggu", (2, 2, "week")),
        ("2 pekan", (2, 2, "week")),
        ("1 Bulan", (1, 1, "month")),
        ("2 bln", (2, 2, "month")),
        ("1 tahun", (1, 1, "year")),
        ("2 thn", (2, 2, "year")),
        ("2\u00a0jam", (2, 2, "hour")),
        ("maks. 3 hari", (3, 3, "day")),
        ("paling lama 14 hari kerja", (14, 14, "working_day")),
        ("5 menit per berkas", (5, 5, "minute")),
        ("7 hari setelah berkas lengkap", (7, 7, "day")),
        ("3 hari sejak tanggal diterima", (3, 3, "day")),
        ("15 Menit / berkas", (15, 15, "minute")),
        ("15 menit tiap pemohon", (15, 15, "minute")),
        ("2 hari setiap bulan", (2, 2, "day")),
        ("Setiap hari 15 menit", (15, 15, "minute")),
        ("1 jam/hari", (1, 1, "hour")),
        ("1.000 menit", (1000, 1000, "minute")),
        ("1.000,5 menit", (1000.5, 1000.5, "minute")),
        ("0,125 hari", (0.125, 0.125, "day")),
        ("7x24 jam", (168, 168, "hour")),
        ("3 jam kerja", (3, 3, "hour")),
        ("10 me-nit", (10, 10, "minute")),
        ("3 ha ri ker ja", (3, 3, "working_day")),
        ("10-menit", (10, 10, "minute")),
        ("- 5 menit", (5, 5, "minute")),
        ("10 min", (10, 10, "minute")),
        ('"30 menit"', (30, 30, "minute")),
    ],
)
def test_a_number_with_its_unit_is_measured(written: str, expected: Measured) -> None:
    assert measured(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1/2 hari", (0.5, 0.5, "day")),
        ("1/2 jam", (0.5, 0.5, "hour")),
        ("½ jam", (0.5, 0.5, "hour")),
        ("¼ jam", (0.25, 0.25, "hour")),
        ("setengah jam", (0.5, 0.5, "hour")),
        ("Setengah hari", (0.5, 0.5, "day")),
        ("sejam", (1, 1, "hour")),
        ("sehari", (1, 1, "day")),
        ("seminggu", (1, 1, "week")),
        ("sebulan", (1, 1, "month")),
        ("setahun", (1, 1, "year")),
        ("sejam sampai dua jam", (1, 2, "hour")),
        ("satu jam", (1, 1, "hour")),
        ("dua hari kerja", (2, 2, "working_day")),
        ("sepuluh menit", (10, 10, "minute")),
        ("sebelas menit", (11, 11, "minute")),
        ("lima belas menit", (15, 15, "minute")),
        ("Dua puluh lima menit", (25, 25, "minute")),
        ("duapuluh menit", (20, 20, "minute")),
        ("seratus dua puluh menit", (120, 120, "minute")),
        ("lima sampai sepuluh menit", (5, 10, "minute")),
        ("dua atau tiga hari", (2, 3, "day")),
        ("satu setengah jam", (1.5, 1.5, "hour")),
        ("1 setengah jam", (1.5, 1.5, "hour")),
        ("tiga perempat jam", (0.75, 0.75, "hour")),
        ("seperempat jam", (0.25, 0.25, "hour")),
        ("3/4 jam", (0.75, 0.75, "hour")),
    ],
)
def test_halves_and_ones_in_words_are_measured(written: str, expected: Measured) -> None:
    assert measured(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("8 (delapan) hari kerja", (8, 8, "working_day")),
        ("3 (tiga) hari kerja", (3, 3, "working_day")),
        ("5 (lima) hari", (5, 5, "day")),
        ("3 (tiga) bulan", (3, 3, "month")),
        ("7 hari (Des t-1 / Jan t)", (7, 7, "day")),
        ("1 bulan (Jan–Feb)", (1, 1, "month")),
        ("2 (dua) s.d. 5 (lima) menit", (2, 5, "minute")),
        ("5 (lima) s.d 10 (sepuluh) menit", (5, 10, "minute")),
        ("(5 menit)", (5, 5, "minute")),
        ("5 (menit)", (5, 5, "minute")),
        ("3 hari (kerja)", (3, 3, "working_day")),
        ("satu (1) hari", (1, 1, "day")),
        ("empat puluh lima (45) menit", (45, 45, "minute")),
        ("1½ (satu setengah) jam", (1.5, 1.5, "hour")),
        ("1 hari kerja (7,5 jam)", (1, 1, "working_day")),
    ],
)
def test_what_stands_in_brackets_does_not_change_the_measure(written: str, expected: Measured) -> None:
    assert measured(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("10-15 menit", (10, 15, "minute")),
        ("10 – 15 menit", (10, 15, "minute")),
        ("10 menit - 15 menit", (10, 15, "minute")),
        ("10 s/d 15 menit", (10, 15, "minute")),
        ("10 s.d. 15 menit", (10, 15, "minute")),
        ("10 sd 15 menit", (10, 15, "minute")),
        ("10 sampai 15 menit", (10, 15, "minute")),
        ("10 sampai dengan 15 menit", (10, 15, "minute")),
        ("10 hingga 15 menit", (10, 15, "minute")),
        ("1 atau 2 hari", (1, 2, "day")),
        ("1 - 2 Hari Kerja", (1, 2, "working_day")),
        ("1 s.d. 3 bulan", (1, 3, "month")),
        ("1,5 - 2 jam", (1.5, 2, "hour")),
        ("5' - 10'", (5, 10, "minute")),
        ("10~15 menit", (10, 15, "minute")),
        ("antara 1 dan 2 jam", (1, 2, "hour")),
        ("antara 1 sampai 2 jam", (1, 2, "hour")),
        ("minimal 1 jam, maksimal 2 jam", (1, 2, "hour")),
        ("paling cepat 1 hari dan paling lambat 3 hari", (1, 3, "day")),
        ("1-2 x 24 jam", (24, 48, "hour")),
    ],
)
def test_a_span_gives_its_least_and_its_most(written: str, expected: Measured) -> None:
    assert measured(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("30 menit - 1 jam", (30, 60, "minute")),
        ("15 menit s/d 1 jam", (15, 60, "minute")),
        ("3 hari - 1 minggu", (3, 7, "day")),
        ("1 bulan - 1 tahun", (1, 12, "month")),
        ("1 jam 30 menit", (90, 90, "minute")),
        ("1 jam dan 30 menit", (90, 90, "minute")),
        ("2 jam 15 mnt", (135, 135, "minute")),
        ("1 jam, 30 menit", (90, 90, "minute")),
        ("1 jam + 30 menit", (90, 90, "minute")),
        ("1jam30menit", (90, 90, "minute")),
        ("1 (satu) jam 30 (tiga puluh) menit", (90, 90, "minute")),
        ("1 jam 30 menit - 2 jam", (90, 120, "minute")),
        ("1 jam - 90 menit", (60, 90, "minute")),
        ("1 tahun 6 bulan", (18, 18, "month")),
        ("1 tahun 6 bulan s/d 2 tahun", (18, 24, "month")),
        ("1 minggu 3 hari", (10, 10, "day")),
        ("30 detik", (0.5, 0.5, "minute")),
        ("5 menit 30 detik", (5.5, 5.5, "minute")),
        ("1 triwulan", (3, 3, "month")),
        ("1 semester", (6, 6, "month")),
    ],
)
def test_two_units_come_back_in_the_smaller_one(written: str, expected: Measured) -> None:
    assert measured(written) == expected


@pytest.mark.parametrize(
    ("written", "approximate"),
    [
        ("± 2 jam", True),
        ("±15 menit", True),
        ("+/- 2 jam", True),
        ("+- 2 jam", True),
        ("~5 menit", True),
        ("Sekitar 1 jam", True),
        ("kurang lebih 2 hari", True),
        ("rata-rata 10 menit", True),
        ("15 menit (perkiraan)", True),
        ("10~15 menit", False),
        ("paling lama 3 hari", False),
        ("kira-kira 2 hari", True),
        ("± 1 jam 30 menit", True),
        ("± 10 - 15 menit", True),
        ("2 jam", False),
        ("10 - 15 menit", False),
    ],
)
def test_words_and_signs_of_about_are_kept_beside_the_measure(written: str, approximate: bool) -> None:
    found = read_duration(written)
    assert found is not None
    assert found.high is not None
    assert found.approximate is approximate


@pytest.mark.parametrize(
    "written",
    [
        "-", "5", "10", "tentatif", "Sesuai jadwal", "Kondisional", "Dilaksanakan pada Bulan Januari", "Bulan Januari",
        "15 Januari", "Setiap bulan", "Setiap Jum'at", "setiap tanggal 5", "Triwulan", "2025", "Januari 2025", "2 OJ",
    ],
)  # fmt: skip
def test_a_time_that_cannot_be_measured_keeps_its_text_alone(written: str) -> None:
    assert read_duration(written) == Duration(text=written)


@pytest.mark.parametrize("written", ["", "  ", "\n", "\u00a0"])
def test_a_blank_cell_is_no_duration(written: str) -> None:
    assert read_duration(written) is None
    assert read_duration(written, "minute") is None


def test_the_text_is_kept_as_written_and_folded() -> None:
    found = read_duration(" 10 –\n15  Menit ")
    assert found == Duration(text="10 – 15 Menit", low=10, high=15, unit="minute")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("5", (5, 5, "minute")),
        ("35", (35, 35, "minute")),
        ("5,5", (5.5, 5.5, "minute")),
        ("1/2", (0.5, 0.5, "minute")),
        ("10-15", (10, 15, "minute")),
        ("10 – 15", (10, 15, "minute")),
        ("± 5", (5, 5, "minute")),
        ("5 (lima)", (5, 5, "minute")),
        ("maks 5", (5, 5, "minute")),
        ("5 / berkas", (5, 5, "minute")),
        ("lima belas", (15, 15, "minute")),
        ("08.00-10.00", None),
        ("5/10", None),
        ("5 jam", (5, 5, "hour")),
        ("-", None),
        ("tentatif", None),
        ("15 Januari", None),
    ],
)
def test_the_unit_of_the_heading_counts_for_bare_numbers_only(written: str, expected: Measured | None) -> None:
    assert measured(written, "minute") == expected


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Waktu (menit)", "minute"),
        ("Waktu\n(Menit)", "minute"),
        ("Waktu (mnt)", "minute"),
        ("Waktu (Jam)", "hour"),
        ("Waktu (Hari)", "day"),
        ("WAKTU (hari kerja)", "working_day"),
        ("Waktu", None),
        ("Waktu (perkiraan)", None),
        ("Waktu dalam menit", "minute"),
        ("Waktu (dalam hari kerja)", "working_day"),
        ("Waktu (1 hari = 7,5 jam)", None),
        ("Waktu (menit/hari)", None),
        ("Waktu (triwulan)", None),
    ],
)
def test_a_heading_names_its_unit_in_brackets(heading: str, unit: str | None) -> None:
    assert unit_in_heading(heading) == unit


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("10-15 menit", 15.0),
        ("2 jam", 120.0),
        ("1 hari kerja", 450.0),
        ("1/2 hari", 225.0),
        ("2 minggu", None),
        ("1 bulan", None),
        ("tentatif", None),
    ],
)
def test_minutes_of_work_are_the_most_up_to_days_and_none_beyond(written: str, expected: float | None) -> None:
    found = read_duration(written)
    assert found is not None
    assert minutes(found, hours_per_day=7.5) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("paling lama 3 hari kerja", (3, 3, "working_day")),
        ("maksimal 2 hari", (2, 2, "day")),
        ("selambat-lambatnya 5 hari kerja", (5, 5, "working_day")),
        ("minimal 1 jam", (1, 1, "hour")),
        ("min. 10 menit", (10, 10, "minute")),
        ("kurang dari 1 jam", (1, 1, "hour")),
        ("< 1 jam", (1, 1, "hour")),
        ("1 hari atau lebih", (1, 1, "day")),
    ],
)
def test_a_bound_alone_is_the_one_figure_that_it_names(written: str, expected: Measured) -> None:
    assert measured(written) == expected


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("08.00-10.00 WIB", Obstacle.CLOCK),
        ("Jam 08.00", Obstacle.CLOCK),
        ("pukul 08.00 s.d. selesai", Obstacle.CLOCK),
        ("08:00 - 10:00", Obstacle.CLOCK),
        ("setiap bulan", Obstacle.OFTEN),
        ("tanggal 5 setiap bulan", Obstacle.OFTEN),
        ("Setiap Jum'at", Obstacle.OFTEN),
        ("setiap 3 bulan", Obstacle.OFTEN),
        ("per hari", Obstacle.OFTEN),
        ("1 minggu sekali", Obstacle.OFTEN),
        ("sebulan sekali", Obstacle.OFTEN),
        ("sekali dalam 1 tahun", Obstacle.OFTEN),
        ("2 kali setahun", Obstacle.OFTEN),
        ("2x seminggu", Obstacle.OFTEN),
        ("2 kali dalam 1 tahun", Obstacle.OFTEN),
        ("sehari 2 kali", Obstacle.OFTEN),
        ("2 x 1 hari", Obstacle.OFTEN),
        ("Januari-Februari", Obstacle.CALENDAR),
        ("Januari 2025", Obstacle.CALENDAR),
        ("2025", Obstacle.CALENDAR),
        ("tahun 2025 bulan Mei", Obstacle.CALENDAR),
        ("tanggal 5 bulan berikutnya", Obstacle.CALENDAR),
        ("minggu ke-2 bulan Mei", Obstacle.CALENDAR),
        ("pada minggu 1 bulan Mei", Obstacle.CALENDAR),
        ("Senin - Jumat", Obstacle.CALENDAR),
        ("H-7 hari kerja", Obstacle.CALENDAR),
        ("7 hari sebelum kegiatan", Obstacle.CALENDAR),
        ("2 OJ", Obstacle.EFFORT),
        ("2 orang-jam", Obstacle.EFFORT),
        ("3 OH", Obstacle.EFFORT),
        ("1 hari 4 jam", Obstacle.MIXED),
        ("1 hari kerja 2 jam", Obstacle.MIXED),
        ("1 bulan 2 minggu", Obstacle.MIXED),
        ("3 hari - 5 hari kerja", Obstacle.MIXED),
        ("1 hari / 2 hari", Obstacle.SEVERAL),
        ("1 hari (luring), 3 hari (daring)", Obstacle.SEVERAL),
        ("5 menit 10 menit", Obstacle.SEVERAL),
        ("30 menit/1 jam", Obstacle.SEVERAL),
        ("1.30 jam", Obstacle.TWO_READINGS),
        ("1:30 jam", Obstacle.TWO_READINGS),
        ("1,250 menit", Obstacle.TWO_READINGS),
        ('30"', Obstacle.TWO_READINGS),
        ("3 (dua) hari", Obstacle.TWO_READINGS),
        ("2/3 hari", Obstacle.TWO_READINGS),
        ("10/15 menit", Obstacle.TWO_READINGS),
        ("1 jam 30", Obstacle.TWO_READINGS),
        ("15-10 menit", Obstacle.TWO_READINGS),
        ("1 - 2 - 3 hari", Obstacle.TWO_READINGS),
        ("15", Obstacle.NO_UNIT),
        ("1 shift", Obstacle.NO_UNIT),
        ("081234567890 menit", Obstacle.NO_NUMBER),
        ("5 menit s/d selesai", Obstacle.NO_NUMBER),
        ("kegiatan sehari-hari", Obstacle.NO_NUMBER),
        ("Insidentil", Obstacle.NO_NUMBER),
        ("menyesuaikan", Obstacle.NO_NUMBER),
        ("10 menit", None),
    ],
)
def test_a_text_that_gives_no_time_says_why(written: str, why: Obstacle | None) -> None:
    assert obstacle(written) == why
    assert (measured(written) is None) == (why is not None)


SPELLINGS = {
    "minute": ("menit", "Menit", "MENIT", "mnt", "mnt.", "'", "me-nit"),
    "hour": ("jam", "JAM", "jm"),
    "working_day": ("hari kerja", "Hari Kerja", "hr kerja", "HK", "hari efektif"),
    "day": ("hari", "hr", "Hari"),
    "week": ("minggu", "pekan", "mgg"),
    "month": ("bulan", "bln"),
    "year": ("tahun", "thn", "th"),
}
ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def in_words(number: int) -> str:
    if number < len(ONES):
        return ONES[number]
    if number < 20:
        return f"{ONES[number - 10]} belas"
    if number < 100:
        return f"{ONES[number // 10]} puluh {ONES[number % 10] if number % 10 else ''}".strip()
    head = "seratus" if number < 200 else f"{ONES[number // 100]} ratus"
    return f"{head} {in_words(number % 100) if number % 100 else ''}".strip()


@st.composite
def numbers(draw, least: int = 0):  # type: ignore[no-untyped-def]
    value = draw(st.integers(least, 999))
    return value, draw(st.sampled_from((str(value), in_words(value), f"{value} ({in_words(value)})")))


@st.composite
def units(draw):  # type: ignore[no-untyped-def]
    unit = draw(st.sampled_from(sorted(SPELLINGS)))
    return unit, draw(st.sampled_from(SPELLINGS[unit]))


def joined(number: str, spelling: str) -> str:
    return number + spelling if spelling == "'" and number.isdigit() else f"{number} {spelling}"


@given(
    numbers(), units(), st.sampled_from(("", "± ", "Paling lama ", "maks. ", "~")), st.sampled_from(("", " per berkas"))
)
def test_any_time_of_any_style_comes_back(number, unit, before: str, after: str) -> None:  # type: ignore[no-untyped-def]
    name, spelling = unit
    if spelling == "'" and not number[1].isdigit():
        spelling = "menit"
    written = before + joined(number[1], spelling) + after
    assert measured(written) == (number[0], number[0], name)
    found = read_duration(written)
    assert found is not None
    assert found.approximate is (before in ("± ", "~"))


@given(
    numbers(), numbers(), units(), st.booleans(),
    st.sampled_from((" - ", "-", " – ", " s/d ", " s.d. ", " sampai dengan ", " hingga ")),
)  # fmt: skip
def test_any_span_of_any_style_comes_back(one, other, unit, twice: bool, to: str) -> None:  # type: ignore[no-untyped-def]
    low, high = sorted((one, other))
    name, spelling = unit[0], "menit" if unit[1] == "'" else unit[1]
    written = f"{low[1]}{' ' + spelling if twice else ''}{to}{high[1]} {spelling}"
    assert measured(written) == (low[0], high[0], name)


@given(st.integers(1, 99), st.integers(1, 59), st.sampled_from((" ", " dan ", ", ", " + ")), st.booleans())
def test_any_sum_of_exact_units_comes_back(more: int, less: int, by: str, spelled: bool) -> None:
    def written(greater: str, smaller: str) -> str:
        texts = (in_words(more), in_words(less)) if spelled else (str(more), str(less))
        return f"{texts[0]} {greater}{by}{texts[1]} {smaller}"

    for greater, factor, smaller, unit in (
        ("jam", 60, "menit", "minute"), ("minggu", 7, "hari", "day"), ("tahun", 12, "bulan", "month"),
    ):  # fmt: skip
        assert measured(written(greater, smaller)) == (more * factor + less, more * factor + less, unit)
    assert obstacle(written("hari", "jam")) is Obstacle.MIXED


@given(st.decimals(0, 99, places=1))
def test_decimals_with_a_comma_or_a_point_come_back(number) -> None:  # type: ignore[no-untyped-def]
    assert measured(f"{number} hari") == (float(number), float(number), "day")
    assert measured(f"{str(number).replace('.', ',')} hari") == (float(number), float(number), "day")


@given(st.integers(1000, 999_999))
def test_thousands_grouped_by_points_come_back(number: int) -> None:
    assert measured(f"{number:,} menit".replace(",", ".")) == (number, number, "minute")


@given(st.one_of(st.text(), st.text(alphabet="0123456789½¼/.,-–±~ jamenithrskulx×'\"():"), st.text("1 /.,x⁄½(")))
def test_any_cell_is_read_without_an_accident(written: str) -> None:
    for column in (None, "minute", "hour"):
        found = read_duration(written, column)
        if found is None:
            continue
        assert (found.low is None) == (found.high is None) == (found.unit is None)
        assert found.low is None or found.high is None or 0 <= found.low <= found.high
        assert column is not None or (found.low is None) == (obstacle(written) is not None)


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("1½ jam", None, (1.5, 1.5, "hour")),
        ("1 1/2 jam", None, (1.5, 1.5, "hour")),
        ("2¼ jam", None, (2.25, 2.25, "hour")),
        ("1 x 24 jam", None, (24, 24, "hour")),
        ("2×24 jam", None, (48, 48, "hour")),
        ("5 s.d. 10", "minute", (5, 10, "minute")),
        ("5 sampai dengan 10", "minute", (5, 10, "minute")),
        ("½", "minute", (0.5, 0.5, "minute")),
        ("2 minggu sd 1 bulan", None, (None, None, None)),
        ("1 jam - 2 hari", None, (None, None, None)),
        ("1/2 - 1 jam", None, (0.5, 1, "hour")),
        ("s.d.", "minute", (None, None, None)),
    ],
)
def test_mixed_numbers_multiples_and_spans(text: str, column: str | None, expected: tuple[object, ...]) -> None:
    found = read_duration(text, column)
    assert found is not None
    assert (found.low, found.high, found.unit) == expected
