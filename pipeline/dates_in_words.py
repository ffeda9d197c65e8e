"""Days, hours and numbers as Indonesian offices write them out in letters, agendas and minutes of a meeting."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import pairwise

from pipeline.dates import DAYS, MONTHS, long_date

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
# Largest first: the value, its word, and the one word for a single one of it.
_SCALES = ((1000, "ribu", "seribu"), (100, "ratus", "seratus"), (10, "puluh", "sepuluh"))
_LARGEST = 999_999
_HOUR = 60


def number_words(number: int) -> str:
    """Return a number spelt out: 2026 is `dua ribu dua puluh enam`; raises ValueError outside 0 to 999999."""
    if not 0 <= number <= _LARGEST:
        raise ValueError(number)
    if number < len(_DIGITS):
        return _DIGITS[number]
    if number < 20:
        return f"{_DIGITS[number - 10]} belas"
    for value, word, single in _SCALES:
        count, rest = divmod(number, value)
        if count:
            head = single if count == 1 else f"{number_words(count)} {word}"
            return f"{head} {number_words(rest)}" if rest else head
    raise AssertionError(number)


def weekday(day: date) -> str:
    """Return the name of the day: `Senin`."""
    return DAYS[day.weekday()]


def day_and_date(day: date) -> str:
    """Return a day as an invitation writes it: `Senin, 4 Mei 2026`."""
    return f"{weekday(day)}, {long_date(day.isoformat())}"


def days_and_dates(days: Sequence[date]) -> str:
    """Return several days in one phrase, empty for none: days in a row are joined with s.d., others are listed.

    `Senin s.d. Rabu, 4 s.d. 6 Mei 2026`; `Kamis dan Jumat, 30 April dan 1 Mei 2026`.
    """
    told = sorted(set(days))
    if len(told) < 2:
        return day_and_date(told[0]) if told else ""
    one_apart = all(later - earlier == timedelta(days=1) for earlier, later in pairwise(told))
    if not one_apart:
        return in_a_row([day_and_date(each) for each in told], apart="; ")
    first, last = told[0], told[-1]
    word = "dan" if len(told) == 2 else "s.d."
    begins = f"{first.day}"
    if first.month != last.month:
        begins += f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        begins += f" {first.year}"
    return f"{weekday(first)} {word} {weekday(last)}, {begins} {word} {long_date(last.isoformat())}"


def in_a_row(words: Sequence[str], apart: str = ", ") -> str:
    """Return words as a list in a sentence: `a`, `a dan b`, `a, b, dan c`."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{apart.join(words[:-1])}{apart}dan {words[-1]}"


def spelt_day(day: date) -> str:
    """Return a day as a berita acara spells it: `Senin, tanggal empat bulan Mei tahun dua ribu dua puluh enam`."""
    month = MONTHS[day.month - 1]
    return f"{weekday(day)}, tanggal {number_words(day.day)} bulan {month} tahun {number_words(day.year)}"


def on_this_day(day: date) -> str:
    """Return how a berita acara opens: `Pada hari ini, Senin, tanggal empat bulan Mei tahun …`."""
    return f"Pada hari ini, {spelt_day(day)}"


def clock(at: time) -> str:
    """Return a time of the day with a full stop: `08.00`."""
    return f"{at.hour:02d}.{at.minute:02d}"


def clock_span(start: time, end: time) -> str:
    """Return from when to when, without the word for it: `08.00–12.00`."""
    return f"{clock(start)}–{clock(end)}"


def hours_words(start: time, end: time | None = None, zone: str = "WIB") -> str:
    """Return the hours of a meeting: `pukul 08.00–12.00 WIB`, or `pukul 08.00 WIB s.d. selesai` without an end."""
    if end is None:
        return f"pukul {clock(start)} {zone} s.d. selesai"
    return f"pukul {clock_span(start, end)} {zone}"


def minutes_words(minutes: int) -> str:
    """Return a length of time: `45 menit`, `2 jam`, `1 jam 15 menit`."""
    hours, rest = divmod(minutes, _HOUR)
    told = [f"{hours} jam"] if hours else []
    if rest or not hours:
        told.append(f"{rest} menit")
    return " ".join(told)
