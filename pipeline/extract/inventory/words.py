"""What the texts of an inventory's rows say: a unit's name, a total, a place and date, a mark before a heading."""

import re
from collections.abc import Collection
from functools import lru_cache

from pipeline.text import key, plain
from pipeline.vocabulary import UNIT_STARTS, UNITS

# What a sheet may be called; in a row the short names may also head a group inside a unit.
_SHORT_NAMES = {key(each) for name, synonyms in UNITS for each in (name, *synonyms)}
FULL_NAMES = frozenset(key(name) for name, _ in UNITS)
_STARTS = re.compile(rf"(?:{'|'.join(re.escape(each.strip()) for each in UNIT_STARTS)})\b")
_MARK = re.compile(r"([A-Z]|[IVXL]+)[.)]?")
_MARKED = re.compile(r"([A-Z]|[IVXL]{1,5})[.)]\s+(\S.*)")
_TOTAL = re.compile(r"(?:grand |sub ?)?(?:jumlah|total|jml)\b")
_WHOLE = re.compile(r"\b(?:grand|seluruh\w*|keseluruhan|semua|akhir)\b")
_PLACE_DATE = re.compile(r"\D{3,40},\s*(?:tanggal\s*)?(?:\d{1,2}|[._…\s]+)\s*[A-Za-z]+\s+(?:\d{4}|20[._…]*)")
_COUNT = re.compile(r"\(\s*\d+\s*\)|\(?\s*\d+\s+(?:sop|pos|prosedur|buah|dokumen|judul)\s*\)?", re.IGNORECASE)
_NOTES = ("catatan", "keterangan", "ket", "nb", "note")
_SIGNED = ("mengetahui", "ditetapkan di", "menyetujui", "disusun oleh", "an kepala", "plt kepala", "plh kepala", "a n")
_DITTO = ("", "sda", "s d a", "idem", "sama", "sama dengan di atas", "sda di atas")
_CAPTION = re.compile(r"(?:nama )?(?:unit(?: kerja)?|satuan kerja|satker|seksi|bidang)\s*[:=]\s*(\S.*)", re.IGNORECASE)


@lru_cache(maxsize=16384)
def names_unit(text: str) -> bool:
    """Return whether a text begins as the name of a unit does."""
    return _STARTS.match(plain(text)) is not None


def is_unit(text: str, known: Collection[str]) -> bool:
    """Return whether a text in a row is the name of a unit, by how it begins or by the office's own names."""
    return names_unit(text) or key(text) in known


def sheet_unit(name: str, known: Collection[str]) -> str:
    """Return the unit that a sheet is named after, its short names included, or nothing."""
    return name if names_unit(name) or key(name) in _SHORT_NAMES or key(name) in known else ""


def caption_unit(text: str) -> str:
    """Return the unit that a line above a table names (“Unit Kerja: …”, or the name itself), or nothing."""
    found = _CAPTION.fullmatch(text)
    if found is not None:
        return found[1]
    return text if names_unit(text) else ""


def is_mark(order: str) -> bool:
    """Return whether the order of a row is a letter or a roman number, as headings have it."""
    return _MARK.fullmatch(order) is not None


def kind_of_mark(mark: str) -> str:
    """Return which way of counting a mark belongs to; the letters C, D, I, L, V and X alone may be either."""
    bare = mark.strip(".)")
    if len(bare) > 1 or bare in ("I", "V", "X"):
        return "roman"
    return "letter"


def unmarked(text: str) -> tuple[str, str]:
    """Return the mark that stands before a heading in its own cell, and the heading: “A. SUBBAGIAN …”."""
    found = _MARKED.fullmatch(text)
    return (found[1], found[2]) if found else ("", text)


def is_total(text: str) -> bool:
    """Return whether a row that begins with this text gives a total."""
    return _TOTAL.match(key(text)) is not None


def is_whole(text: str) -> bool:
    """Return whether a total says that it counts everything."""
    return _WHOLE.search(key(text)) is not None


def is_place_and_date(text: str) -> bool:
    """Return whether a text is where and when somebody signs: “Tirtawangi, 5 Januari 2026”."""
    return _PLACE_DATE.fullmatch(text) is not None


def opens_notes(text: str) -> bool:
    """Return whether a text opens the notes below a table."""
    first = key(text.partition(":")[0])
    return first in _NOTES and (first == key(text) or ":" in text)


def opens_signature(text: str) -> bool:
    """Return whether a text opens the block of a signature."""
    return (len(text) < 60 and key(text).startswith(_SIGNED)) or is_place_and_date(text)


def is_ditto(text: str) -> bool:
    """Return whether a text only repeats the cell above: “sda”, a ditto mark."""
    return key(text) in _DITTO


def is_count(text: str) -> bool:
    """Return whether a text counts SOPs, as beside a heading: “36 SOP”, “(36)”."""
    return _COUNT.fullmatch(text) is not None


def total_in(cells: list[str]) -> int | None:
    """Return the number that a row of a total gives; the label's own numbers (a year) count only where no other is."""
    for texts in (cells[1:], cells[:1]):
        for text in texts:
            behind = text.rpartition(":")[2]
            numbers: list[str] = re.findall(r"\d+", behind) or re.findall(r"\d+", text)
            if numbers:
                return int(numbers[0 if texts is not cells[:1] and len(numbers) == 1 else -1 if ":" in text else 0])
    return None
