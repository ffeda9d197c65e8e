"""Dates as Indonesian offices write them -> ISO 8601, and back."""

import re
from datetime import date

from pipeline.text import fold, plain

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# Old spellings and abbreviations that stand in real drafts, by month.
_SPELLINGS: dict[str, int] = {
    spelling: month
    for month, spellings in enumerate(
        (
            "januari jan january jaunari", "februari pebruari feb peb febr pebr february", "maret mar mrt march",
            "april apr avril", "mei may", "juni jun june", "juli jul july", "agustus agu agt agust ags aug august",
            "september sep sept", "oktober okt oct october", "november nopember nov nop", "desember des dec december",
        ),
        start=1,
    )
    for spelling in spellings.split()
}  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]\d{2}:\d{2}(:\d{2})?)?")
_NAMED = re.compile(r"(?:(\d{1,2})[\s.\-/]*)?([a-z]{3,9})\.?[\s.,\-/]*(\d{4}|'?\d{2})")
_DIGITS = re.compile(r"(\d{1,2})\s*[-/.\s]\s*(\d{1,2}|[ivx]{1,4})\s*[-/.\s]\s*(\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[-/]\s*(\d{4})")
_YEAR = re.compile(r"(?:tahun\s+)?((?:19|20)\d{2})")
# Signs of a place left open, before or after what stands there: `…… Mei 2025`, `Ngabang, - Mei 2025`.
_LEFT_OPEN = " .:;-_"
_LEAD = re.compile(
    r"^(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s*|tgl\.?\s*|tanggal\s*:?\s*|[a-z .]+,\s*)"
)


def iso_date(text: str) -> str | None:
    """Return the date in ISO 8601, as `2020-06` or `2020` where day or month are missing, or none.

    Day comes before month, as in Indonesia; a two-digit year is of this century. A date that no calendar has
    (31 Februari) is none.
    """
    bare = plain(text).strip(_LEFT_OPEN)
    for attempt in dict.fromkeys((bare, _LEAD.sub("", bare).strip(_LEFT_OPEN))):
        for reader in (_iso, _named, _digits, _month_year, _year):
            found = reader(attempt)
            if found is not None:
                return found
    return None


def _iso(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def _named(text: str) -> str | None:
    match = _NAMED.fullmatch(text)
    month = _SPELLINGS.get(match[2]) if match else None
    if match is None or month is None:
        return None
    year = _full_year(match[3].lstrip("'"))
    return _day(year, month, int(match[1])) if match[1] else f"{year:04d}-{month:02d}"


def _digits(text: str) -> str | None:
    match = _DIGITS.fullmatch(text)
    if match is None:
        return None
    month = _ROMAN.index(match[2]) + 1 if match[2] in _ROMAN else int(match[2]) if match[2].isdigit() else 0
    return _day(_full_year(match[3]), month, int(match[1]))


def _month_year(text: str) -> str | None:
    match = _MONTH_YEAR.fullmatch(text)
    return f"{match[2]}-{int(match[1]):02d}" if match and 1 <= int(match[1]) <= 12 else None


def _year(text: str) -> str | None:
    match = _YEAR.fullmatch(text)
    return match[1] if match else None


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


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
