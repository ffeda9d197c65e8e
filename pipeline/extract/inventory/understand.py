"""A workbook -> the master inventory: its tables found, their rows read, every sheet and row accounted for."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.errors import InventoryUnreadable
from pipeline.extract.inventory.headings import Header, header_at, names_columns
from pipeline.extract.inventory.mapped import mapped_header, require_sheets
from pipeline.extract.inventory.rows import NOT_CALCULATED, Reader, Surroundings, Taken
from pipeline.extract.inventory.words import FULL_NAMES, caption_unit, is_mark, is_unit, sheet_unit
from pipeline.model.inventory import Doubt, Inventory, InventoryTable, PassedSheet
from pipeline.model.place import XlsxPlace
from pipeline.model.workbook import Workbook, WorkSheet, letters
from pipeline.settings import DEFAULTS, InventorySettings, Settings
from pipeline.text import is_placeholder, key
from pipeline.wording import INVENTORY_WORDS

_FOREIGN = "tabel lain tanpa kolom nama SOP"
_REPEATED = "kepala tabel yang diulang"
_HIDDEN = "baris tersembunyi"
_ABOVE = "di atas kepala tabel"
_ADVICE = "Buka di Excel, hitung ulang (F9), simpan."


def understand_inventory(book: Workbook, settings: Settings = DEFAULTS) -> Inventory:
    """Return the inventory in a workbook; `settings` may say where it stands and name the office's units.

    Raises InventoryUnreadable when it holds no list of SOPs, SettingsWrong when pleno.toml names what is not there.
    """
    mapping = settings.inventory
    require_sheets(book, mapping)
    known = FULL_NAMES | {key(each.name) for each in settings.units}
    sheets, passed = [], []
    for sheet in book.sheets:
        why = _why_passed(sheet, mapping)
        if why:
            passed.append(PassedSheet(name=sheet.name, why=why))
            continue
        found = _Sheet(sheet, known, mapping)
        found.read()
        if found.tables:
            sheets.append(found)
        elif sheet.rows:
            passed.append(PassedSheet(name=sheet.name, why="tidak ada kolom nama SOP"))
    if not any(each.taken.rows for each in sheets):
        raise InventoryUnreadable(
            f"Panduan induk {book.file} tidak memuat tabel dengan kolom nama SOP. "
            "Pastikan judul kolomnya “NAMA SOP” atau serupa, atau sebutkan kolomnya di pleno.toml, bagian [inventory]."
        )
    return Inventory(
        file=book.file,
        rows=tuple(row for each in sheets for row in each.taken.rows),
        passed_over=tuple(row for each in sheets for row in each.taken.passed_over),
        totals=tuple(total for each in sheets for total in each.taken.totals),
        tables=tuple(table for each in sheets for table in each.tables),
        passed_sheets=tuple(passed),
        doubts=(*_blind(book, sheets), *(doubt for each in sheets for doubt in each.doubts())),
        sha256=book.sha256,
    )


def _blind(book: Workbook, sheets: Sequence["_Sheet"]) -> Iterator[Doubt]:
    if book.blind:
        text = (
            "Berkas .xls dibaca tanpa LibreOffice: baris tersembunyi dan rumus yang belum dihitung tidak dapat "
            "dibedakan. Buka di Excel, simpan sebagai .xlsx."
        )
        yield Doubt(place=XlsxPlace(sheet=sheets[0].sheet.name, row=1), text=text)


def _why_passed(sheet: WorkSheet, mapping: InventorySettings) -> str:
    if mapping.sheets:
        return "" if sheet.name in mapping.sheets else "tidak disebut di pleno.toml"
    return "lembar tersembunyi" if sheet.hidden else ""


class _Sheet:
    """One sheet while it is read."""

    def __init__(self, sheet: WorkSheet, known: frozenset[str], mapping: InventorySettings) -> None:
        self.sheet = sheet
        self.known = known
        self.mapping = mapping
        self.taken = Taken()
        self.tables: list[InventoryTable] = []
        self._readers: list[tuple[Header, Reader]] = []
        self._captions: list[str] = []
        self._foreign = False
        self._unvalued = frozenset(sheet.unvalued)
        self._dead_rows = {row for row, _ in sheet.unvalued}

    def read(self) -> None:
        """Read all rows from top to bottom."""
        headers = self._mapped()
        at = 0
        while at < len(self.sheet.rows):
            found = headers.get(at, ()) if headers else self._header(at)
            if found:
                self._open(found)
                at += len(found[0].rows)
                continue
            self._take(at)
            at += 1
        if not self.tables:
            self.taken.passed_over.clear()
        self.taken.passed_over.sort(key=lambda each: each.place.row)
        self.taken.rows.sort(key=lambda each: each.place.row)

    def _mapped(self) -> dict[int, tuple[Header, ...]]:
        found = mapped_header(self.sheet, self.mapping)
        return {} if found is None else {found.rows[0] - 1: (found,)}

    def _header(self, at: int) -> tuple[Header, ...]:
        return () if at + 1 in self.sheet.hidden_rows else header_at(self.sheet.rows, at, self.sheet.hidden_columns)

    def _open(self, headers: Sequence[Header]) -> None:
        self._foreign = False
        again = [each.columns for each in headers] == [each.columns for each, _ in self._readers]
        for number in headers[0].rows:
            self._pass(number, _REPEATED if again else "kepala tabel")
        if again:
            return
        above = self._readers[-1][1] if self._readers else None
        self._readers = []
        for header in headers:
            self.tables.append(InventoryTable(sheet=self.sheet.name, header=header.rows, headings=header.headings))
            body = [self._within(header, row) for row in self.sheet.rows[headers[0].rows[-1] :]]
            reader = Reader(self._surroundings(header, body), self.taken)
            if above is not None:
                reader.unit, reader.unit_marks = above.unit, above.unit_marks
            self._readers.append((header, reader))

    def _surroundings(self, header: Header, body: Sequence[Sequence[str]]) -> Surroundings:
        columns = dict(header.columns)
        if "unit" not in columns and "owner" in columns:
            owners = _column(body, columns["owner"])
            if owners and 2 * sum(is_unit(each, self.known) for each in owners) > len(owners):
                columns["unit"] = columns.pop("owner")
        orders = _column(body, columns.get("order"))
        titles = _column(body, columns["title"])
        numbered = any(each[0].isdigit() for each in orders)
        title = columns["title"]
        alone = [row for row in body if title < len(row) and row[title] and sum(map(bool, row)) == 1]
        continued, across = self._merges(columns["title"])
        numbered_below = tuple(_numbered_below(body, header.rows[-1], columns))
        caption = next((unit for each in reversed(self._captions) if (unit := caption_unit(each))), "")
        return Surroundings(
            sheet=self.sheet.name,
            columns=columns,
            unit=sheet_unit(self.sheet.name, self.known) or caption,
            known_units=self.known,
            numbered=numbered,
            lettered=not numbered and 2 * sum(map(is_mark, orders)) > len(titles) > 0,
            lone=2 * len(alone) > len(titles) or "unit" in columns,
            continued=continued,
            across=across,
            leads=frozenset(above for above, _ in numbered_below),
            parents={above: order for above, order in numbered_below if order},
            unvalued=self._unvalued,
        )

    def _merges(self, title: int) -> tuple[Mapping[int, int], frozenset[int]]:
        continued: dict[int, int] = {}
        across = set()
        for each in self.sheet.merged:
            if each.left <= title + 1 <= each.right:
                if each.bottom > each.top and each.left == each.right:
                    continued.update(dict.fromkeys(range(each.top + 1, each.bottom + 1), each.top))
                if each.right > each.left:
                    across.add(each.top)
        return continued, frozenset(across)

    def _within(self, header: Header, row: Sequence[str]) -> Sequence[str]:
        if header.left == 0 and header.right >= len(row):
            return row
        return [text if header.left <= at < header.right else "" for at, text in enumerate(row)]

    def _take(self, at: int) -> None:
        row, number = self.sheet.rows[at], at + 1
        if not any(row):
            if number in self._dead_rows and self._readers:
                self._pass(number, NOT_CALCULATED)
            return
        if number in self.sheet.hidden_rows:
            self._pass(number, _HIDDEN)
            return
        if not self._readers:
            self._captions.append(next(each for each in row if each))
            self._pass(number, _ABOVE)
            return
        if names_columns(row) > 1:
            self._foreign = True
        if self._foreign:
            self._pass(number, _FOREIGN)
            return
        for header, reader in self._readers:
            reader.take(number, self._within(header, row))
        outside = [text for at, text in enumerate(row) if text and at >= self._readers[-1][0].right]
        if outside and not any(any(self._within(header, row)) for header, _ in self._readers):
            self._pass(number, "di samping tabel")

    def _pass(self, number: int, why: str) -> None:
        self._silent().passed(number, self.sheet.rows[number - 1], why)

    def _silent(self) -> Reader:
        nowhere = Surroundings(sheet=self.sheet.name, columns={}, unit="", known_units=self.known)
        return Reader(nowhere, self.taken)

    def doubts(self) -> Iterator[Doubt]:
        """Yield what a person should look at on this sheet."""
        for table in self.tables:
            for each in table.headings:
                if each.field and not each.sure:
                    yield self._doubt(
                        table.header[-1],
                        f"Kolom {letters(each.column)} “{each.text}” dianggap {INVENTORY_WORDS[each.field]}; bila "
                        "keliru, sebutkan kolomnya di pleno.toml, bagian [inventory].",
                    )
        for row, column in self.sheet.unvalued:
            yield self._doubt(row, f"Sel {letters(column)}{row} berisi rumus yang belum dihitung atau galat. {_ADVICE}")
        rows = [each.place.row for each in self.taken.rows]
        filtered = [each for each in rows if each in self.sheet.filtered_rows]
        if filtered:
            yield self._doubt(
                filtered[0], f"{len(filtered)} baris SOP tidak tampak karena filter; baris itu tetap dibaca."
            )
        bare = [each.place.row for each in self.taken.rows if not each.unit]
        if bare:
            yield self._doubt(bare[0], f"{len(bare)} baris SOP tidak menyebut unit kerjanya.")

    def _doubt(self, row: int, text: str) -> Doubt:
        return Doubt(place=XlsxPlace(sheet=self.sheet.name, row=row), text=text)


def _numbered_below(body: Sequence[Sequence[str]], above: int, columns: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """Yield each row right above a SOP with an order of its own, and its order where the SOP's counts below that."""
    order, title = columns.get("order"), columns["title"]
    if order is None:
        return
    last, upper = 0, ""
    for number, row in enumerate(body, start=above + 1):
        own = row[order] if max(order, title) < len(row) and row[title] else ""
        if own[:1].isdigit() or own[:1].islower():
            yield last, upper if upper[:1].isdigit() and _counts_below(own, upper) else ""
        if any(row):
            last, upper = number, row[order] if order < len(row) else ""


def _counts_below(own: str, upper: str) -> bool:
    bare = upper.rstrip(".)")
    return own in ("a", "a.", "a)") or (own.startswith(f"{bare}.") and own.rstrip(".)") != bare)


def _column(body: Sequence[Sequence[str]], column: int | None) -> list[str]:
    if column is None:
        return []
    return [row[column] for row in body if column < len(row) and not is_placeholder(row[column])]
