"""Times of the Waktu column are measured as they are meant; what cannot be measured keeps its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.durations import minutes, read_duration, unit_in_heading
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
        "30 detik",
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


@given(st.text(alphabet="0123456789½¼/.,-–±~ jamenithrskul'()"))
def test_any_cell_is_read_without_an_accident(written: str) -> None:
    found = read_duration(written, "minute")
    assert found is None or (found.low is None) == (found.high is None) == (found.unit is None)


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
