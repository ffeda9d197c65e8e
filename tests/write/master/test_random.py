"""Any corrections and new rows in any layout read back as they were asked, and nothing else has moved or changed."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.model.inventory import InventoryRow
from pipeline.read.workbook import read_workbook
from pipeline.settings import DEFAULTS
from pipeline.text import fold
from pipeline.write.master.changes import CellChange, NewRow
from pipeline.write.master.office import corrected_inventory
from pipeline.write.master.patch import corrected_master
from tests.extract.inventory.books import understood, workbook
from tests.extract.inventory.test_random_layouts import ACTS, THINGS, Habit, Listed, habits, laid_out, lists
from tests.write.master.told import corrected, extra, told

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Letters, signs and digits as people type them; what Excel would decode (_x0041_) has a test of its own.
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), exclude_characters="_"), max_size=12)
VALUES = st.one_of(st.none(), st.integers(0, 10**9), TEXTS.filter(lambda text: not text.startswith("=")))
Grid = list[list[object]]


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    width = draw(st.integers(1, 5))
    return draw(st.lists(st.lists(VALUES, min_size=width, max_size=width), min_size=1, max_size=8))


def shown(value: object) -> str:
    return "" if value is None else fold(str(value))


def read_back(data: bytes) -> list[list[str]]:
    (sheet,) = read_workbook(data, "a.xlsx").sheets
    return _trimmed(sheet.rows)


def _trimmed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    found = [list(row) for row in rows]
    for row in found:
        while row and not row[-1]:
            row.pop()
    while found and not found[-1]:
        found.pop()
    return found


@SLOW
@given(grid=grids(), data=st.data())
def test_cells_change_and_rows_come_in_as_in_a_list(grid: Grid, data: st.DataObject) -> None:
    before = workbook({"Satu": grid})
    places = st.tuples(st.integers(1, len(grid) + 2), st.integers(1, 7))
    changes = data.draw(st.dictionaries(places, TEXTS, max_size=6))
    after = data.draw(st.lists(st.integers(1, len(grid)), max_size=4))
    rows = [NewRow(sheet="Satu", after=at, like=at, cells=((2, f"baru {n}"), (9, "x"))) for n, at in enumerate(after)]
    asked = [CellChange(sheet="Satu", row=row, column=column, text=text) for (row, column), text in changes.items()]
    expected = [[*map(shown, row), *[""] * 9] for row in (*grid, [], [])]
    for (row, column), text in changes.items():
        expected[row - 1][column - 1] = shown(text)
    for at in range(len(grid), 0, -1):
        new = [["", f"baru {n}", *[""] * 6, "x"] for n, below in enumerate(after) if below == at]
        expected[at:at] = new
    result = corrected_master(before, asked, rows)
    assert result.data is not None
    assert result.left == ()
    assert read_back(result.data) == _trimmed(expected)


@SLOW
@given(listed=lists(), habit=habits(), data=st.data())
def test_a_random_inventory_says_what_it_should(listed: list[Listed], habit: Habit, data: st.DataObject) -> None:
    laid, _ = laid_out(listed, habit)
    before = workbook({"Lembar1": [[_typed(text) for text in row] for row in laid]})
    inventory = understood(before)
    titles = st.builds(lambda act, thing: f"{act} {thing} Khusus", st.sampled_from(ACTS), st.sampled_from(THINGS))
    renamed = data.draw(st.dictionaries(st.sampled_from(range(len(listed))), titles, max_size=4))
    numbered = data.draw(st.dictionaries(st.sampled_from(range(len(listed))), st.just("099/SOP/2025"), max_size=2))
    units = list(dict.fromkeys(row.unit for row in inventory.rows))
    new = data.draw(st.lists(st.tuples(st.sampled_from(units), titles), max_size=4))
    found = [corrected(inventory.rows[at], "title", title) for at, title in renamed.items()]
    found += [corrected(inventory.rows[at], "number", number) for at, number in numbered.items()]
    drafts = [extra(unit, title, "077/SOP/2025") for unit, title in new]
    result = corrected_inventory(before, inventory, told(inventory, found, drafts), DEFAULTS)
    assert result.data is not None
    assert result.left == ()
    expected = [
        (fold(renamed.get(at, row.title)), numbered.get(at, row.number), row.unit, row.group)
        for at, row in enumerate(inventory.rows)
    ]
    for unit in units:
        last = max(at for at, row in enumerate(expected) if row[2] == unit)
        group = expected[last][3]
        own = [(fold(title), "077/SOP/2025", unit, group) for of, title in new if of == unit]
        expected[last + 1 : last + 1] = own
    after = understood(result.data)
    assert [_told(row) for row in after.rows] == expected
    assert all(each.typed == each.counted for each in after.totals)


def _typed(text: str) -> object:
    return int(text) if text.isdigit() and not text.startswith("0") else text or None


def _told(row: InventoryRow) -> tuple[str, str, str, str]:
    return row.title, row.number, row.unit, row.group
