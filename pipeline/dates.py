"""Dates as Indonesian offices write them -> ISO 8601, and back."""

import re
from datetime import date
from functools import lru_cache

from pipeline.text import fold, plain

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# Old spellings, abbreviations and slips that stand in real drafts, by month.
_SPELLINGS: dict[str, int] = {
    spelling: month
    for month, spellings in enumerate(
        (
            "januari jan january jaunari januri",
            "februari pebruari feb peb febr pebr february febuari pebuari februri",
            "maret mar mrt march", "april apr avril", "mei may", "juni jun june", "juli jul july",
            "agustus agu agt agust ags aug august agutus agusuts", "september sep sept septembar",
            "oktober okt oct october", "november nopember nov nop novembar", "desember des dec december desembar",
        ),
        start=1,
    )
    for spelling in spellings.split()
}  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# The months of the Hijri year in the spellings of Indonesian offices, apostrophes left out.
_HIJRI_MONTHS = (
    r"muharr?[ao]m", r"s[hy]?aff?ar|sapar", r"r[ao]bi[au]?[ -]?(?:al|ul|l)?[ -]?(?:aw+al|ula)",
    r"r[ao]bi[au]?[ -]?(?:al|ul|l|ut?s)?[ -]?(?:akh?ir|t?s?ani)", r"jum[ao]d[aiu]+[ -]?(?:al|l)?[ -]?(?:aw+al|[au]la)",
    r"jum[ao]d[aiu]+[ -]?(?:al|l|t?s)?[ -]?(?:akh?ir|t?s?ani)(?:y?ah?)?", r"r[ao]jab", r"s[hy]a[ -]?a?ban",
    r"r[ao]m[ao](?:dh?|dl|dz|th|l)[ao]n", r"s[hy]?aw+al", r"(?:dz|z|dh)ul?[ -]?[kq][aeio]+d+ah",
    r"(?:dz|z|dh)ul?[ -]?hij+ah",
)  # fmt: skip

# Indonesian law and the files of living people know no other years; all else is a slip or another calendar.
_YEARS = range(1900, 2100)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NAMED = re.compile(r"(?:(\d{1,2})[\s.\-/]*)?(?:bulan\s+)?([a-z]{3,9})\.?[\s.,\-/]*(?:tahun\s+)?(\d{4}|'?\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})[\s,]+(\d{4})")
_DIGITS = re.compile(r"(\d{1,2})\s*[-/.\s]\s*(\d{1,2}|[ivx]{1,4})\s*[-/.\s]\s*(\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[-/]\s*(\d{4})")
_YEAR = re.compile(r"(?:tahun\s+)?(\d{4})")
# "Mei 25" may be a day of May; Excel's own short form `Mei-25` and an apostrophe say that it is a year.
_SHORT_YEAR_ALONE = re.compile(r"[a-z]+\.?\s+\d{2}")
# Signs of a place left open, before or after what stands there: `…… Mei 2025`, `Ngabang, - Mei 2025`.
_LEFT_OPEN = " .:;-_/=()"
_LEAD = re.compile(
    r"(?:(?P<place>[a-z .'\-]+),\s*)?(?:(?:hari\s+)?(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s*)?"
    r"(?:(?:pada\s+)?(?:tanggal|tgl)\b[\s.:]*)?"
)
_TIME = re.compile(r"(?<=\d)[ ,t]+\d{1,2}:\d{2}(?::\d{2})?(?:\s*wi(?:b|ta|t))?$")

# Thirteenth to fifteenth century: 1882 to 2174. A month of the Hijri year says enough; digits need the era behind them.
_HIJRI_ERA = r"h(?:ijri(?:y{0,2}ah)?)?(?![a-z])"
_HIJRI = re.compile(
    rf"(?:\d{{1,2}}[\s.\-/]*)?(?:bulan\s+)?(?<![a-z])(?:{'|'.join(_HIJRI_MONTHS)})[\s.,\-/]*(?:tahun\s+)?"
    rf"1[345]\d\d(?!\d)(?:\s*{_HIJRI_ERA})?"
    rf"|(?:(?:\d{{1,2}}\s*[-/.]\s*){{2}}|\btahun\s+)?(?<!\d)1[345]\d\d\s*{_HIJRI_ERA}"
)
_INNER_APOSTROPHE = re.compile(r"(?<=[a-z])'\s?(?=[a-z])")
_SAME_DAY = re.compile(r"\b(?:bertepatan|bersamaan|atau|sama|dengan|tanggal|pada)\b")
_MASEHI_ERA = re.compile(r"(?<=\d)\s*(?:m|masehi)(?![a-z])")


@lru_cache(maxsize=4096)
def iso_date(text: str) -> str | None:
    """Return the date in ISO 8601, as `2020-06` or `2020` where day or month are missing, or none.

    Day comes before month, as in Indonesia; a two-digit year is of this century. A date that no calendar has
    (31 Februari) is none, and so is a year outside 1900 to 2099. Beside a Hijri date (`17 Ramadhan 1447 H / 7 Maret
    2026 M`) the Masehi one is read; a Hijri date alone is none, for what day it was depends on who saw the moon.
    """
    bare, _ = _without_hijri(_MASEHI_ERA.sub("", _TIME.sub("", plain(text))))
    bare = bare.strip(_LEFT_OPEN)
    for attempt in dict.fromkeys((bare, _without_lead(bare))):
        for reader in (_iso, _named, _month_first, _digits, _month_year, _year):
            found = reader(attempt)
            if found is not None:
                return found
    return None


def is_hijri(text: str) -> bool:
    """Return whether a text is a date of the Hijri year and gives no Masehi date beside it."""
    rest, seen = _without_hijri(_without_lead(plain(text).strip(_LEFT_OPEN)))
    return seen and not _without_lead(rest.strip(_LEFT_OPEN)).strip(_LEFT_OPEN)


def _without_hijri(text: str) -> tuple[str, bool]:
    """The text without its Hijri date and the words that join it to another, and whether there was one."""
    rest, seen = _HIJRI.subn(" ", _INNER_APOSTROPHE.sub("", text), count=1)
    return (fold(_SAME_DAY.sub(" ", rest)).strip(_LEFT_OPEN + ","), True) if seen else (text, False)


def _without_lead(text: str) -> str:
    """The text without a place, a weekday or a label before the date; a month before a comma is no place."""
    match = _LEAD.match(text)
    if match is None or (match["place"] or "").strip(_LEFT_OPEN) in _SPELLINGS:
        return text
    return text[match.end() :].strip(_LEFT_OPEN)


def _iso(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def _named(text: str) -> str | None:
    match = _NAMED.fullmatch(text)
    month = _SPELLINGS.get(match[2]) if match else None
    if match is None or month is None or _SHORT_YEAR_ALONE.fullmatch(text):
        return None
    year = _full_year(match[3].lstrip("'"))
    return _day(year, month, int(match[1])) if match[1] else _month(year, month)


def _month_first(text: str) -> str | None:
    match = _MONTH_FIRST.fullmatch(text)
    month = _SPELLINGS.get(match[1]) if match else None
    return _day(int(match[3]), month, int(match[2])) if match and month else None


def _digits(text: str) -> str | None:
    match = _DIGITS.fullmatch(text)
    if match is None:
        return None
    month = _ROMAN.index(match[2]) + 1 if match[2] in _ROMAN else int(match[2]) if match[2].isdigit() else 0
    return _day(_full_year(match[3]), month, int(match[1]))


def _month_year(text: str) -> str | None:
    match = _MONTH_YEAR.fullmatch(text)
    return _month(int(match[2]), int(match[1])) if match else None


def _year(text: str) -> str | None:
    match = _YEAR.fullmatch(text)
    return match[1] if match and int(match[1]) in _YEARS else None


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year in _YEARS else None
    except ValueError:
        return None


def _month(year: int, month: int) -> str | None:
    return f"{year}-{month:02d}" if year in _YEARS and 1 <= month <= 12 else None


def long_date(iso: str) -> str:
    """Return an ISO date in Indonesian words: `2025-08-20` -> `20 Agustus 2025`, `2020-06` -> `Juni 2020`."""
    parts = iso.split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def looks_like_date(text: str) -> bool:
    """Return whether a text is a date and nothing else."""
    return bool(fold(text)) and iso_date(text) is not None


def earliest(iso: str) -> str:
    """Return the first day that a shortened date can mean, for comparisons."""
    return iso + "-01" * (2 - iso.count("-"))


def latest(iso: str) -> str:
    """Return the last day that a shortened date can mean, for comparisons."""
    return {0: f"{iso}-12-31", 1: f"{iso}-31"}.get(iso.count("-"), iso)
