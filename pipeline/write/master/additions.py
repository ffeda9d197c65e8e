"""Drafts that no row of the inventory answers -> the rows to add for them, where their unit's list ends."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.inventory.words import is_mark, unmarked
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.reconciliation import Action, DraftRef, Reconciliation
from pipeline.model.workbook import Workbook, WorkSheet
from pipeline.text import quoted
from pipeline.write.master.changes import CellChange, NewRow
from pipeline.write.master.orders import following, next_mark, recounted

_UNIT_HEADING = "judul unit kerja"
_REPEATED = ("unit", "group")


@dataclass(slots=True)
class Added:
    """The rows to add, and what could not be placed."""

    rows: list[NewRow] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def additions(inventory: Inventory, found: Reconciliation, book: Workbook) -> Added:
    """Return a row for each draft that is to be added to the inventory."""
    places = _Places(inventory, found, book)
    asked: dict[str, list[DraftRef]] = defaultdict(list)
    for each in found.proposals:
        if each.action is Action.ADD and each.draft is not None:
            asked[each.unit].append(each.draft)
    added = Added()
    # A new unit's heading comes below the last row of the unit before, its new rows included.
    for unit in sorted(asked, key=lambda each: not places.own(each)):
        rows = places.rows(unit, asked[unit])
        added.rows += rows
        if not rows:
            titles = ", ".join(quoted(each.title) for each in asked[unit])
            added.left.append(
                f"{titles} belum ditambahkan: panduan induk tidak memuat tempat untuk {unit or 'naskah tanpa unit'}. "
                "Tambahkan sendiri di Excel."
            )
    added.rows = _counted(added.rows, inventory, book)
    return added


class _Places:
    """Where rows of a unit can be added."""

    def __init__(self, inventory: Inventory, found: Reconciliation, book: Workbook) -> None:
        self.sheets = {each.name: each for each in book.sheets}
        self.headings = [each.place for each in inventory.passed_over if each.why == _UNIT_HEADING]
        self.new_headings: Counter[str] = Counter()
        units: dict[tuple[str, int], set[str]] = defaultdict(set)
        for item in found.items:
            if item.row is not None:
                units[item.row.place.sheet, item.row.place.row].add(item.unit)
        self.listed: dict[str, list[InventoryRow]] = defaultdict(list)
        self.alone: dict[str, dict[str, list[InventoryRow]]] = defaultdict(lambda: defaultdict(list))
        self.shared: dict[str, InventoryRow] = {}
        self.owners: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.lengths: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
        for row in inventory.rows:
            sheet, of = row.place.sheet, units[row.place.sheet, row.place.row]
            self.listed[sheet].append(row)
            for unit in of:
                if len(of) == 1:
                    self.alone[unit][sheet].append(row)
                else:
                    self.shared[unit] = row
            self.owners[sheet, row.unit].add(dict(row.cells).get("owner", ""))
            insort(self.lengths[sheet, dict(row.columns)["title"]], (len(row.title), row.place.row))

    def own(self, unit: str) -> list[InventoryRow]:
        """The rows of a unit alone, on the sheet where most of them stand."""
        return max(self.alone[unit].values(), key=len) if unit in self.alone else []

    def rows(self, unit: str, drafts: Sequence[DraftRef]) -> list[NewRow]:
        """The new rows of a unit, none where they have no place."""
        if not unit:
            return []
        own = self.own(unit)
        if own:
            return [self._row(own[-1], each, unit="") for each in drafts]
        if unit in self.shared:
            # Without a column for its name, the row would be asked of each unit of the group.
            like = self.shared[unit]
            return [self._row(like, each, unit=unit) for each in drafts] if "unit" in dict(like.columns) else []
        return self._new_unit(unit, drafts)

    def _new_unit(self, unit: str, drafts: Sequence[DraftRef]) -> list[NewRow]:
        """The rows of a unit that has none yet: at the end of the sheet that lists the most units."""
        listing: Counter[str] = Counter(sheet for sheets in self.alone.values() for sheet in sheets)
        sheet = max(self.listed, key=lambda each: (listing[each], len(self.listed[each])))
        like = self.listed[sheet][-1]
        headings = [each.row for each in self.headings if each.sheet == sheet]
        if not headings and "unit" not in dict(like.columns):
            return []
        found = [self._row(like, each, unit=unit) for each in drafts]
        return [self._heading(headings[-1], unit, found[0]), *found] if headings else found

    def _row(self, like: InventoryRow, draft: DraftRef, *, unit: str) -> NewRow:
        columns = dict(like.columns)
        sheet, row = like.place.sheet, like.place.row
        texts = {"title": draft.title, "number": draft.number, "unit": unit}
        return NewRow(
            sheet=sheet,
            after=_bottom(self.sheets[sheet], like),
            like=row,
            cells=tuple((columns[name], text) for name, text in texts.items() if text and name in columns),
            repeats=() if unit else tuple(columns[name] for name in self._alike(like) if name in columns),
            apart=bool(unit),
            order=columns.get("order"),
            high=self._as_long(sheet, columns["title"], draft.title),
        )

    def _alike(self, like: InventoryRow) -> tuple[str, ...]:
        """The fields that a new row has as its neighbour: the person in charge where the unit has one for all."""
        one = len(self.owners[like.place.sheet, like.unit]) == 1
        return (*_REPEATED, "owner") if one else _REPEATED

    def _as_long(self, sheet: str, column: int, title: str) -> int:
        """The row whose title is just as long or longer, the longest where none is: it is as high as needed."""
        lengths = self.lengths[sheet, column]
        return lengths[min(bisect_left(lengths, (len(title), 0)), len(lengths) - 1)][1]

    def _heading(self, row: int, unit: str, below: NewRow) -> NewRow:
        texts = [(at, text) for at, text in enumerate(self.sheets[below.sheet].rows[row - 1], start=1) if text]
        column, name = texts[-1]
        inner, bare = unmarked(name)
        self.new_headings[below.sheet] += 1
        mark = inner or (texts[0][1] if len(texts) > 1 and is_mark(texts[0][1]) else "")
        for _ in range(self.new_headings[below.sheet] if mark else 0):
            mark = next_mark(mark)
        shown = unit.upper() if bare.isupper() else unit
        cells = [(column, f"{mark} {shown}" if inner and mark else shown)]
        if mark and not inner:
            cells.insert(0, (texts[0][0], mark))
        return NewRow(sheet=below.sheet, after=below.after, like=row, cells=tuple(cells), apart=True)


def _bottom(sheet: WorkSheet, like: InventoryRow) -> int:
    """The last row of a SOP whose cells are merged downwards, as a unit's for several SOPs are not meant."""
    columns = {column for name, column in like.columns if name not in _REPEATED}
    row = like.place.row
    return max(
        (each.bottom for each in sheet.merged if each.top == row and columns & set(range(each.left, each.right + 1))),
        default=row,
    )


def _counted(rows: Sequence[NewRow], inventory: Inventory, book: Workbook) -> list[NewRow]:
    """The new rows with their order in the list, and the orders below that count on."""
    found: list[NewRow] = []
    for sheet in dict.fromkeys(each.sheet for each in rows):
        of_sheet = [each for each in rows if each.sheet == sheet]
        texts = next(each.rows for each in book.sheets if each.name == sheet)
        listed = [each for each in inventory.rows if each.place.sheet == sheet]
        orders = [(each.place.row, _order(texts, each)) for each in listed]
        restarts = sum(order == "1" or order == "1." for _, order in orders) > 1
        added = Counter(
            each.like for each in of_sheet if each.order is not None and not _begins(each, of_sheet, restarts)
        )
        changed = tuple(recounted(orders, added))
        after = {**dict(orders), **dict(changed)}
        given = []
        below: Counter[int] = Counter()
        new_list = 0
        for each in of_sheet:
            if each.order is None:
                new_list = 0
                given.append(each)
                continue
            if _begins(each, of_sheet, restarts):
                new_list += 1
                order = following("0", new_list)
            else:
                below[each.like] += 1
                order = following(after[each.like], below[each.like])
            given.append(replace(each, cells=(*each.cells, (each.order, order))) if order else each)
        places = {each.place.row: dict(each.columns).get("order") for each in listed}
        moved = tuple(
            CellChange(sheet=sheet, row=each.row, column=places[each.row] or 1, text=each.order, count=True)
            for each in changed
        )
        found += [*given[:-1], replace(given[-1], recounted=moved)]
    return found


def _begins(row: NewRow, rows: Sequence[NewRow], restarts: bool) -> bool:  # noqa: FBT001 - a fact of the list
    """Whether a row is counted from 1: below a heading of its own, where each unit's list is."""
    headed = any(each.order is None and each.after == row.after for each in rows)
    return restarts and row.apart and headed


def _order(texts: Sequence[Sequence[str]], row: InventoryRow) -> str:
    column = dict(row.columns).get("order")
    cells = texts[row.place.row - 1]
    return cells[column - 1] if column is not None and column <= len(cells) else ""
