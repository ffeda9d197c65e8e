"""What a sheet holds before it is painted: its table as values, every text fit for a cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pipeline.model.decision import Verdict
from pipeline.vocabulary import DECISION_HEADINGS, VERDICT_WORDS

LIMIT = 32_767
# How corrections and differences call the inventory's side.
INVENTORY = "inventory"
# The sheet that tells which cells were cut.
FILES = "Berkas"
# The headings by which decisions are read back.
DECISION, NEW_VALUE, NOTE, ID = DECISION_HEADINGS
CHANGE = VERDICT_WORDS[Verdict.CHANGE]
DECISIONS = tuple(VERDICT_WORDS.values())
# What XML 1.0 cannot hold; a carriage return is turned into a newline before.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMED_CUTS = 8


class Look(StrEnum):
    """How a cell looks; every look also says its meaning in words or in a note."""

    TEXT = "text"
    STRONG = "strong"
    FAINT = "faint"
    CHANGED = "changed"
    ALARM = "alarm"
    ENTRY = "entry"
    NUMBER = "number"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell's value; `cut` where the text was longer than a cell can hold."""

    value: str | int | float | date | None = None
    look: Look = Look.TEXT
    note: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table; `choices` are the words that its drop-down offers, `figures` if it holds numbers."""

    heading: str
    width: float
    figures: bool = False
    choices: tuple[str, ...] = ()
    ask: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet with one table; `about` says what it holds, `remark` what the reader must know besides."""

    name: str
    about: str
    none: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    remark: str = ""

    @property
    def header(self) -> int:
        """The row of the headings, from 0."""
        return 3 if self.remark else 2


def clean(text: str) -> str:
    """Return the text with U+FFFD for every character that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def cut(text: str, limit: int = LIMIT) -> str:
    """Return the text, or its beginning and an ellipsis where it is longer than `limit`."""
    # Excel counts in UTF-16, where an emoji is two.
    units = text.encode("utf-16-le")
    if len(units) <= 2 * limit:
        return text
    return units[: 2 * (limit - 1)].decode("utf-16-le", errors="ignore") + "…"


def words(text: str, look: Look = Look.TEXT, note: str = "") -> Cell:
    """Return a cell that holds a text as text."""
    if len(text) < LIMIT // 2 and not note and text.isprintable():
        # Nine cells of ten: nothing to clean, nothing to cut.
        return Cell(value=text, look=look)
    whole = clean(text)
    short = cut(whole)
    return Cell(value=short, look=look, note=cut(clean(note), 2_000), cut=short != whole)


def count(number: float | None) -> Cell:
    """Return a cell that holds a number, blank for none."""
    if number is None:
        return Cell(look=Look.NUMBER)
    if number == int(number):
        return Cell(value=int(number), look=Look.NUMBER)
    return Cell(value=number, look=Look.DECIMAL)


def share(number: float | None) -> Cell:
    """Return a cell that holds a share of one, blank for none."""
    return Cell(value=number, look=Look.PERCENT)


def day(value: date) -> Cell:
    """Return a cell that holds a day as a date, so that it sorts and filters as one."""
    return Cell(value=value, look=Look.DATE)


def entry(text: str = "") -> Cell:
    """Return a cell that the office fills in, or has filled in before."""
    return words(text, Look.ENTRY)


def joined(parts: Iterable[str]) -> str:
    """Return the parts that say something, each on its own line."""
    return "\n".join(each for each in parts if each)


def columns_of(widths: Iterable[tuple[str, float]], figures: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Return the columns with these headings and widths; `figures` names those that hold numbers."""
    return tuple(Column(heading=heading, width=width, figures=heading in figures) for heading, width in widths)


def decision(choices: tuple[str, ...] = DECISIONS) -> tuple[Column, ...]:
    """Return the columns that the office fills in, and the id by which a decision is known again wherever it stands.

    The new value's column is there where one of the choices is to change something.
    """
    ask = "Pilih dari daftar; kosongkan selama belum diputuskan."
    changed = (Column(heading=NEW_VALUE, width=20),) if CHANGE in choices else ()
    return (
        Column(heading=DECISION, width=13, choices=choices, ask=ask),
        *changed,
        Column(heading=NOTE, width=20),
        Column(heading=ID, width=13),
    )


def with_cuts(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets, Berkas telling which cells were cut."""
    # The remark moves that sheet's own rows one down, so it is in place before places are named.
    marked = _with_remark(sheets, "…")
    places = tuple(
        f"{sheet.name} {column.heading} baris {row + sheet.header + 2}"
        for sheet in marked
        for row, cells in enumerate(sheet.rows)
        for column, cell in zip(sheet.columns, cells, strict=True)
        if cell.cut
    )
    if not places:
        return sheets
    more = f", dan {len(places) - _NAMED_CUTS} sel lain" if len(places) > _NAMED_CUTS else ""
    return _with_remark(
        sheets,
        f"Catatan: {len(places)} sel dipotong dan diakhiri “…” karena isinya melebihi 32.767 huruf (batas "
        f"Excel): {'; '.join(places[:_NAMED_CUTS])}{more}. Teks lengkapnya ada pada naskah.",
    )


def _with_remark(sheets: tuple[Sheet, ...], remark: str) -> tuple[Sheet, ...]:
    return tuple(replace(each, remark=remark) if each.name == FILES else each for each in sheets)
