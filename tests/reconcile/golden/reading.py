"""Reads a golden set: rows of an inventory, the drafts handed in, and what a careful person says about each.

    pattern {n:03}/SOP/{code}/2025        the number of the n-th row of a unit, or of the whole office after `running`
    [Unit | code | folder | group=.. | away=..]
    Title | number | status case          a row; its number only where it does not follow the pattern, `-` for none
      > Title | number | folder | status case ?            a draft that answers the row above
    + Title | number | folder | status case ? of Title     a draft that answers none, or a row said before

`=` is the title or the number of the row, `#Title` the number of another row, `?` where a person doubts too. A draft
says its status only where it is not the plain one of its row.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.check.samples import identity, sop, value
from pipeline.model.inventory import Inventory, InventoryRow
from pipeline.model.place import XlsxPlace
from pipeline.model.reconciliation import Case, Status
from pipeline.model.sop import Sop
from pipeline.settings import Settings, Unit

_CASES = {case.value for case in Case if case}


@dataclass(frozen=True, kw_only=True)
class Truth:
    """What a person says: the row that the draft answers (0 for none), the status, the case, and whether it is sure."""

    row: int
    unit: str
    status: Status
    case: Case
    doubt: bool


@dataclass(frozen=True, kw_only=True)
class Golden:
    """A golden set: what goes in, and the truth of each draft by its file and of each row that nobody handed in."""

    inventory: Inventory
    drafts: tuple[Sop, ...]
    settings: Settings
    folders: tuple[str, ...]
    answered: dict[str, Truth]
    missing: dict[tuple[int, str], Truth]
    unit_of_folder: dict[str, str]


class _Reader:
    def __init__(self) -> None:
        self.pattern, self.running, self.titles_away = "", False, ()  # type: tuple[str, bool, tuple[str, ...]]
        self.units: list[Unit] = []
        self.folder_of: dict[str, str] = {}
        self.unit, self.code, self.count = "", "", 0
        self.rows: list[InventoryRow] = []
        self.row_truth: dict[int, str] = {}
        self.drafts: list[Sop] = []
        self.answered: dict[str, Truth] = {}

    def line(self, text: str) -> None:
        head, *rest = (part.strip() for part in text.split(" | " if "||" not in text else "|"))
        word = head.split(" ", 1)
        if text.startswith("["):
            self._section(_parts(text))
        elif word[0] == "pattern":
            self.pattern = word[1]
        elif word[0] == "running":
            self.running = True
        elif word[0] == "transferred":
            self.titles_away = (*self.titles_away, word[1])
        elif word[0] == ">":
            self._draft(self.rows[-1], word[1], rest)
        elif word[0] == "+":
            self._draft(None, word[1], rest)
        else:
            self._row(head, rest)

    def _section(self, parts: list[str]) -> None:
        self.unit, self.code = parts[:2]
        self.count = self.count if self.running else 0

    def unit_line(self, parts: list[str]) -> None:
        """A unit, before any draft is read: one may be handed in under the folder of a later unit."""
        name, code, *more = parts
        if not more:
            return
        extra = dict(each.split("=") for each in more[1:])
        self.units.append(Unit(name=name, synonyms=(more[0].split("/")[0],) if "group" not in extra else (),
                               code=code, group=extra.get("group", ""), transferred=extra.get("away", "")))  # fmt: skip
        self.folder_of[name] = more[0]

    def _row(self, title: str, rest: list[str]) -> None:
        self.count += 1
        number, truth = (*rest, "", "")[:2]
        number = {"-": "", "": self.pattern.format(n=self.count, code=self.code)}.get(number, number)
        at = len(self.rows) + 5
        self.row_truth[at] = truth
        self.rows.append(
            InventoryRow(
                title=title, number=number, unit=self.unit, group="", note="", cells=(),
                place=XlsxPlace(sheet="Induk", row=at), columns=(("title", 2), ("number", 3)),
            )
        )  # fmt: skip

    def _draft(self, row: InventoryRow | None, title: str, rest: list[str]) -> None:
        number, folder, said = (*rest, "", "", "")[:3]
        said, _, of = said.partition(" of ")
        number = number or ("=" if row else "-")
        if number.startswith("#"):
            number = self._titled(number[1:]).number
        number = {"=": row.number if row else "", "-": ""}.get(number, number)
        title = f"SOP {row.title}" if row and title == "=" else title
        row = self._titled(of) if of else row
        folder = folder or self.folder_of[self.unit]
        file = f"{folder}/{len(self.drafts) + 1:03}.docx"
        own = identity(title=value(title), number=value(number) if number else None)
        self.drafts.append(replace(sop(identity=own), file=file, folder=folder.split("/")[0]))
        self.answered[file] = self._truth(row, folder, said)

    def _titled(self, title: str) -> InventoryRow:
        (found,) = (row for row in self.rows if row.title == title)
        return found

    def _truth(self, row: InventoryRow | None, folder: str, said: str) -> Truth:
        words = said.split()
        groups = {unit.name: unit.group for unit in self.units}
        away = any(unit.transferred for unit in self.units if row and unit.name == row.unit)
        shared = bool(row) and row is not None and row.unit in groups.values()
        plain = Status.EXTRA if row is None else Status.SHARED if shared else Status.MATCHED
        plain = Status.TRANSFERRED if away or (row and row.title in self.titles_away) else plain
        owner = next(unit for unit, own in self.folder_of.items() if own == folder.split("/")[0])
        return Truth(
            row=row.place.row if row else 0,
            unit=owner if shared or row is None else row.unit,
            status=next((Status(word) for word in words if word in set(Status)), plain),
            case=next((Case(word) for word in words if word in _CASES), Case.PLAIN),
            doubt="?" in words,
        )

    def missing(self) -> dict[tuple[int, str], Truth]:
        found = {}
        met = {(each.row, each.unit) for each in self.answered.values() if each.status is not Status.DUPLICATE}
        for row in self.rows:
            words = self.row_truth[row.place.row].split()
            away = row.title in self.titles_away or any(u.transferred for u in self.units if u.name == row.unit)
            group = [unit.name for unit in self.units if unit.group == row.unit] or [row.unit]
            for unit in group:
                if (row.place.row, unit) not in met:
                    found[row.place.row, unit] = Truth(
                        row=row.place.row, unit=unit, status=Status.TRANSFERRED if away else Status.MISSING,
                        case=next((Case(word) for word in words if word in _CASES), Case.PLAIN), doubt="?" in words,
                    )  # fmt: skip
        return found


def _parts(section: str) -> list[str]:
    return [part.strip(" []") for part in section.split("|")]


def read(name: str) -> Golden:
    """Return the golden set of that name."""
    reader = _Reader()
    text = (Path(__file__).parent / f"{name}.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    for line in lines:
        if line.startswith("["):
            reader.unit_line(_parts(line))
    for line in lines:
        reader.line(line)
    return Golden(
        inventory=Inventory(file="induk.xlsx", rows=tuple(reader.rows), passed_over=(), totals=()),
        drafts=tuple(reader.drafts),
        settings=Settings(units=tuple(reader.units), transferred_titles=reader.titles_away),
        folders=tuple(dict.fromkeys(folder.split("/")[0] for folder in reader.folder_of.values())),
        answered=reader.answered,
        missing=reader.missing(),
        unit_of_folder={folder.split("/")[0]: unit for unit, folder in reader.folder_of.items()},
    )
