"""What a sheet holds before it is painted: its table as values, every text fit for a cell."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar, overload

from pipeline.model.decision import Verdict
from pipeline.wording import DECISION_HEADINGS, VERDICT_WORDS
from pipeline.write.workbook.widths import Spread, broken, column_pixels, spread_of

LIMIT = 32_767
# How corrections and differences call the inventory's side.
INVENTORY = "inventory"
# The sheet that tells which cells were cut.
FILES = "Berkas"
# The headings by which decisions are read back.
DECISION, NEW_VALUE, NOTE, ID = DECISION_HEADINGS
CHANGE = VERDICT_WORDS[Verdict.CHANGE]
DECISIONS = tuple(VERDICT_WORDS.values())
# OWASP ASVS 1.2.10: how a text begins that a spreadsheet may take for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\0")
# What XML 1.0 cannot hold; a carriage return is turned into a newline before.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMED_CUTS = 8


class Look(StrEnum):
    """How a cell looks; every look also says its meaning in words or in a note."""

    # Enum's own is written in Python, and looks are looked up for each of millions of cells.
    __hash__ = str.__hash__

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


Value = str | int | float | date | None


class Cell(NamedTuple):
    """A cell's value; `cut` where the text was longer than a cell can hold, `link` is where a click on it leads."""

    value: Value = None
    look: Look = Look.TEXT
    note: str = ""
    cut: bool = False
    link: str = ""


Row = tuple[Cell, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table; `choices` are the words that its drop-down offers, `figures` if it holds numbers.

    One that is not `printed` is for programs; such columns come last.
    """

    heading: str
    width: float
    figures: bool = False
    choices: tuple[str, ...] = ()
    ask: str = ""
    printed: bool = True


class Rows(Sequence[Row]):
    """Rows that are made when they are asked for: those of a large set would take as much room as its workbook."""

    def __init__(self, things: Sequence[T], make: Callable[[T], Row]) -> None:
        self._things = things
        self._make = make

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows": ...
    def __getitem__(self, at: int | slice) -> "Row | Rows":
        """Return the row of one thing, or those of several."""
        return Rows(self._things[at], self._make) if isinstance(at, slice) else self._make(self._things[at])

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows, each made anew."""
        return map(self._make, self._things)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._things)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet with one table; `about` says what it holds, `remark` what the reader must know besides.

    Where it is several pages wide, the `kept` first columns say on each page what a row is about.
    """

    name: str
    about: str
    none: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    remark: str = ""
    kept: int = 1

    @property
    def told(self) -> tuple[str, ...]:
        """What stands under the sheet's name, in lines that fit the first page."""
        return broken(self.about if self.rows else self.none, self.spread.first)

    @property
    def remarks(self) -> tuple[str, ...]:
        """The remark, in such lines."""
        return broken(self.remark, self.spread.first * 0.94) if self.remark else ()

    @property
    def header(self) -> int:
        """The row of the headings, from 0."""
        return 1 + len(self.told) + len(self.remarks)

    @property
    def printed(self) -> int:
        """How many columns are printed."""
        return len(self._printed)

    @property
    def spread(self) -> Spread:
        """How it is laid over pages."""
        return spread_of(self._printed, self.kept)

    @property
    def decides(self) -> bool:
        """Whether the office fills in decisions here, and nothing else may change."""
        return any(each.choices for each in self.columns)

    @property
    def _printed(self) -> list[int]:
        return [column_pixels(each.width) for each in self.columns if each.printed]


def clean(text: str) -> str:
    """Return the text with U+FFFD for every character that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_markup(text: str) -> bool:
    """Return whether xlsxwriter would take a text for its own markup of rich text, and write it as it is."""
    return text.startswith("<r>") and text.endswith("</r>")


def plain(text: str) -> str:
    """Return a text that xlsxwriter takes for a text: with a blank before what looks like its markup."""
    return f" {text}" if is_markup(text) else text


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


def columns_of(
    widths: Iterable[tuple[str, float]],
    figures: frozenset[str] = frozenset(),
    unprinted: frozenset[str] = frozenset(),
) -> tuple[Column, ...]:
    """Return the columns with these headings and widths; `figures` hold numbers, `unprinted` are for programs."""
    return tuple(
        Column(heading=heading, width=width, figures=heading in figures, printed=heading not in unprinted)
        for heading, width in widths
    )


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
        Column(heading=ID, width=13, printed=False),
    )


# A cell that was cut: its sheet, its column's heading, and its row in the table, from 0.
Cut = tuple[str, str, int]


def cuts_of(sheet: Sheet) -> list[Cut]:
    """Return the cells of a sheet that were cut."""
    return [
        (sheet.name, column.heading, row)
        for row, cells in enumerate(sheet.rows)
        for column, cell in zip(sheet.columns, cells, strict=True)
        if cell.cut
    ]


def with_cuts(sheets: tuple[Sheet, ...], found: Sequence[Cut] | None = None) -> tuple[Sheet, ...]:
    """Return the sheets, Berkas telling which cells were cut: those found, or all that there are."""
    cuts = [each for sheet in sheets for each in cuts_of(sheet)] if found is None else found
    if not cuts:
        return sheets
    # The remark moves that sheet's own rows down, by as many lines as it takes itself.
    marked = sheets
    for _ in range(2):
        tops = {each.name: each.header + 2 for each in marked}
        marked = _with_remark(
            sheets, _cut_words([f"{name} {heading} baris {tops[name] + row}" for name, heading, row in cuts])
        )
    return marked


def _cut_words(places: Sequence[str]) -> str:
    more = f", dan {len(places) - _NAMED_CUTS} sel lain" if len(places) > _NAMED_CUTS else ""
    return (
        f"Catatan: {len(places)} sel dipotong dan diakhiri “…” karena isinya melebihi 32.767 huruf (batas "
        f"Excel): {'; '.join(places[:_NAMED_CUTS])}{more}. Teks lengkapnya ada pada naskah."
    )


def _with_remark(sheets: tuple[Sheet, ...], remark: str) -> tuple[Sheet, ...]:
    return tuple(replace(each, remark=remark) if each.name == FILES else each for each in sheets)
