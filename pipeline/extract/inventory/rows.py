"""The rows below a header -> SOPs, headings, totals, and what is passed over; no row without a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.extract.inventory.words import (
    caption_unit,
    is_count,
    is_ditto,
    is_mark,
    is_total,
    is_unit,
    is_whole,
    kind_of_mark,
    names_unit,
    opens_notes,
    opens_signature,
    total_in,
    unmarked,
)
from pipeline.model.inventory import InventoryRow, PassedOver, TypedTotal
from pipeline.model.place import XlsxPlace
from pipeline.text import is_placeholder, key

FIELDS = ("created", "revised", "effective", "approved_by", "owner", "status", "code")
# A row that holds any of these beside a name is more than a heading.
_TELLING = ("unit", "created", "effective", "owner")
BELOW_TOTAL = "di bawah jumlah (tempat, tanggal, tanda tangan)"
BELOW_TABLE = "di bawah tabel (tempat, tanggal, tanda tangan)"
NOTES = "catatan di bawah tabel"
NOT_CALCULATED = "rumusnya belum dihitung atau galat"
NO_TITLE = "tidak memuat nama SOP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known of a table before its rows are read.

    `numbered` and `lettered` tell how its SOPs are counted, `lone` that a title alone in its row is a SOP.
    `continued` gives, for a row inside a merged title, the row where it begins; `across` are the rows whose title is
    merged with its neighbours, `leads` those right above a numbered SOP; `parents` gives the order of a row whose next
    one begins to count below it: 2, then 2.1 or a.
    """

    sheet: str
    columns: Mapping[str, int]
    unit: str
    known_units: frozenset[str]
    numbered: bool = True
    lettered: bool = False
    lone: bool = False
    continued: Mapping[int, int] = field(default_factory=dict)
    across: frozenset[int] = frozenset()
    leads: frozenset[int] = frozenset()
    parents: Mapping[int, str] = field(default_factory=dict)
    unvalued: frozenset[tuple[int, int]] = frozenset()


@dataclass(slots=True)
class Taken:
    """What the rows of one sheet gave so far."""

    rows: list[InventoryRow] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    totals: list[TypedTotal] = field(default_factory=list)
    since_total: int = 0
    since_unit: int = 0


@dataclass(slots=True)
class Reader:
    """Reads the rows of one table in their order; `end` says that the list came to an end, and how."""

    about: Surroundings
    taken: Taken
    unit: str = ""
    group: str = ""
    own_unit: str = ""
    own_group: str = ""
    unit_marks: str = ""
    end: str = ""
    fresh: bool = True
    places: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        """Note where the fields stand, the same for each row."""
        self.places = tuple((name, column + 1) for name, column in self.about.columns.items())

    def take(self, number: int, row: Sequence[str]) -> None:
        """Take the row with this number for what it is."""
        filled = [each for each in row if each]
        if number in self.about.continued:
            self.passed(number, row, f"bagian sel gabungan dari baris {self.about.continued[number]}")
            return
        if not filled:
            return
        judges = (self._numbering, self._total, self._below, self._sop, self._after_end, self._heading)
        for judge in judges:
            if judge(number, row, filled):
                break
        else:
            self.passed(number, row, self._why_not(number, row, filled))
        self.fresh = False

    def passed(self, number: int, row: Sequence[str], why: str) -> None:
        """Pass a row over and keep its text and the reason."""
        text = " | ".join(each for each in row if each)
        self.taken.passed_over.append(PassedOver(place=self._place(number), text=text, why=why))

    def _cell(self, row: Sequence[str], name: str) -> str:
        column = self.about.columns.get(name)
        return "" if column is None or column >= len(row) or is_placeholder(row[column]) else row[column]

    def _place(self, number: int) -> XlsxPlace:
        return XlsxPlace(sheet=self.about.sheet, row=number)

    def _numbering(self, number: int, row: Sequence[str], filled: Sequence[str]) -> bool:
        bare = [each.strip("().") for each in filled]
        numbers = [int(each) for each in bare if each.isdigit()]
        enough = len(filled) >= (2 if self.fresh and not self._cell(row, "title").isalpha() else 3)
        if not enough or len(numbers) != len(filled) or numbers != sorted(set(numbers)) or numbers[0] > 2:
            return False
        self.passed(number, row, "baris nomor kolom")
        return True

    def _total(self, number: int, row: Sequence[str], filled: Sequence[str]) -> bool:
        if not is_total(filled[0]):
            return False
        typed = total_in(list(filled))
        if typed is None:
            dead = any(each[0] == number for each in self.about.unvalued)
            self.passed(number, row, NOT_CALCULATED if dead else "jumlah tanpa angka")
        else:
            self.taken.totals.append(
                TypedTotal(place=self._place(number), typed=typed, counted=self._counted(typed, filled[0]))
            )
            self.taken.since_total = 0
        self.end = BELOW_TOTAL
        return True

    def _counted(self, typed: int, label: str) -> int:
        """How many rows a total counts: its group's, its unit's, or the sheet's where it says so or fits."""
        whole = len(self.taken.rows)
        if is_whole(label) or typed == whole:
            return whole
        if typed == self.taken.since_unit or not self.taken.since_total:
            return self.taken.since_unit
        return self.taken.since_total

    def _below(self, number: int, row: Sequence[str], filled: Sequence[str]) -> bool:
        """Notes and signatures below a list: their first line ends it."""
        if self._cell(row, "order")[:1].isdigit():
            if self.end != NOTES:
                return False
        elif opens_notes(filled[0]):
            self.end = NOTES
        elif any(opens_signature(each) for each in filled):
            self.end = self.end if self.end == BELOW_TOTAL else BELOW_TABLE
        elif self.end != NOTES:
            return False
        if is_unit(filled[-1], self.about.known_units) and len(set(filled)) <= 2:
            return False
        self.passed(number, row, self.end)
        return True

    def _sop(self, number: int, row: Sequence[str], filled: Sequence[str]) -> bool:
        title = self._cell(row, "title")
        if not title or title.isdigit() or not self._names_sop(number, row, filled):
            return False
        unit, group = self._cell(row, "unit"), self._cell(row, "group")
        if unit and not is_ditto(unit):
            if unit != self.own_unit:
                self.own_group = ""
                self.taken.since_unit = self.taken.since_unit if self.unit else 0
            self.own_unit = unit
        if group and not is_ditto(group):
            self.own_group = group
        self.taken.rows.append(self._row(number, row, title))
        self.taken.since_total += 1
        self.taken.since_unit += 1
        self.end = ""
        return True

    def _names_sop(self, number: int, row: Sequence[str], filled: Sequence[str]) -> bool:
        title, order, given = self._cell(row, "title"), self._cell(row, "order"), self._cell(row, "number")
        given = "" if is_count(given) else given
        distinct = len(set(filled))
        name = key(title)
        starts = name.startswith("sop ") or key(filled[0]) == "sop"
        if not starts and self._heads(number, name, order, given, distinct):
            return False
        if order and is_mark(order) and not self.about.lettered:
            return starts or any(each.isdigit() for each in given) or distinct > 3
        if order:
            return True
        if self.end:
            return bool(given) and "/" in given
        if starts or given:
            return True
        if self.about.numbered:
            return distinct > 2 and any(self._cell(row, name) for name in _TELLING)
        return distinct > 1 or (self.about.lone and number not in self.about.across)

    def _heads(self, number: int, name: str, order: str, given: str, distinct: int) -> bool:
        """Whether a row is a heading for what it names, or because the rows below count on from it."""
        if name in self.about.known_units:
            return True
        if given and not (given.isdigit() and is_mark(order)):
            return False
        return self.about.parents.get(number) == order or (names_unit(name) and distinct <= 3)

    def _row(self, number: int, row: Sequence[str], title: str) -> InventoryRow:
        columns = self.about.columns
        return InventoryRow(
            title=title,
            number=self._cell(row, "number"),
            unit=self.own_unit or self.unit or self.about.unit,
            group=self.own_group or self.group,
            note=self._cell(row, "note"),
            cells=tuple(
                (name, row[column])
                for name in FIELDS
                if (column := columns.get(name)) is not None and column < len(row) and row[column]
            ),
            place=self._place(number),
            columns=self.places,
        )

    def _after_end(self, number: int, row: Sequence[str], filled: Sequence[str]) -> bool:
        """What stands below the end of a list; the next unit may begin there: `B | SUBBAGIAN TATA USAHA`."""
        if not self.end or self._names_unit(unmarked(filled[-1])[1]):
            return False
        # The next group may begin right below the total of the one before.
        if self.end == BELOW_TOTAL and number in self.about.leads and len(set(filled)) <= 2:
            return False
        self.passed(number, row, self.end)
        return True

    def _heading(self, number: int, row: Sequence[str], filled: Sequence[str]) -> bool:
        words = [each for each in filled if not each.isdigit() and not is_count(each)]
        given = self._cell(row, "number")
        # Digits alone beside a heading count its SOPs, unless the row is counted itself.
        bare = given.isdigit() and not self._cell(row, "order")[:1].isdigit()
        numbered = not bare and not is_count(given) and any(map(str.isdigit, given))
        if len(set(words)) > 2 or numbered or not words or is_placeholder(words[-1]):
            return False
        mark, text = unmarked(words[-1])
        if is_mark(filled[0]) and len(filled) > 1:
            mark = filled[0]
        if is_mark(text) or not any(map(str.isalpha, text)):
            return False
        text = caption_unit(text) or text
        named = self._names_unit(words[-1]) or self._names_unit(text)
        level = kind_of_mark(mark) if mark else ""
        if named and level:
            self.unit_marks = level
        is_one = named or (bool(level) and self._marks_units(level))
        if is_one:
            self.unit, self.group, self.taken.since_unit = text, "", 0
            self.unit_marks = self.unit_marks or level
        else:
            self.group = text
        self.own_unit = "" if is_one else self.own_unit
        self.own_group, self.end = "", ""
        self.passed(number, row, "judul unit kerja" if is_one else "judul kelompok")
        return True

    def _names_unit(self, text: str) -> bool:
        return bool(caption_unit(text)) or is_unit(text, self.about.known_units)

    def _marks_units(self, level: str) -> bool:
        """Whether headings counted this way open units: as the first one does, where nothing else names units."""
        if "unit" in self.about.columns or self.about.unit:
            return False
        return not self.unit_marks or level == self.unit_marks

    def _why_not(self, number: int, row: Sequence[str], filled: Sequence[str]) -> str:
        title = self.about.columns.get("title", 0)
        if (number, title + 1) in self.about.unvalued:
            return NOT_CALCULATED
        if len(filled) == 1 and filled[0].strip("().").isdigit():
            return "hanya nomor"
        if key(self._cell(row, "title")) in self.about.known_units:
            return "rekapitulasi per unit kerja, bukan SOP"
        return NO_TITLE
