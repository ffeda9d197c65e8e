"""The office's inventory corrected as a whole: read again it says so, and nothing is left to correct."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.model.inventory import Inventory
from pipeline.model.outcome import Outcome
from pipeline.model.reconciliation import Action, Reconciliation
from pipeline.reconcile.assemble import reconcile
from pipeline.reconcile.correct import TO_INVENTORY
from pipeline.run import read_inputs, run
from pipeline.settings import DEFAULTS, DRAFT, Settings, read_settings
from pipeline.write.master.changes import Corrected
from pipeline.write.master.office import corrected_inventory
from tests.extract.inventory.books import Rows, passed, rows, understood, workbook
from tests.reconcile.golden.reading import Golden, read
from tests.write.master.books import UNITS, changed, opened, rich
from tests.write.master.told import corrected, extra, told

ROOT = Path(__file__).parents[3]
SETS = ("kota", "kabupaten", "kanwil", "held_out")
Sop = tuple[int, str, str, str]


def again(data: bytes, found: Corrected, settings: Settings = DEFAULTS) -> Inventory:
    assert found.data is not None
    assert data != found.data
    return understood(found.data, settings=settings)


def left_to_correct(found: Reconciliation) -> list[tuple[str, str]]:
    asked = [(each.field, each.after) for each in found.corrections if each.target == TO_INVENTORY]
    return asked + [("add", each.title) for each in found.proposals if each.action is Action.ADD]


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    settings = read_settings(ROOT)
    when = datetime(2026, 1, 5, 8, tzinfo=UTC)
    return run(read_inputs(ROOT, settings), settings, when, lambda at, total, name: None)


@pytest.mark.parametrize("wins", ["as they are", "draft"])
def test_the_sample_office_asks_for_nothing_more(outcome: Outcome, wins: str) -> None:
    settings = read_settings(ROOT)
    if wins == "draft":
        settings = replace(settings, wins=tuple((name, DRAFT) for name, _ in settings.wins))
    data = (ROOT / "input" / "inventory.xlsx").read_bytes()
    folders = sorted({sop.folder for sop in outcome.sops})
    inventory = understood(data, settings=settings)
    found = reconcile(outcome.sops, inventory, settings, folders)
    asked = left_to_correct(found)
    assert len(asked) > (3 if wins == "as they are" else 15)
    result = corrected_inventory(data, inventory, found, settings)
    assert result.data is not None
    assert changed(data, result.data) == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    after = again(data, result, settings)
    assert len(after.rows) == len(inventory.rows) + 3
    more = left_to_correct(reconcile(outcome.sops, after, settings, folders))
    # The offices of religious affairs share their rows, and do not agree on two of them.
    disputed = [("number", "SOP/KUA.SDL/005/2025"), ("title", "SOP Pelayanan Legalisir Buku Nikah")]
    assert more == ([] if wins == "as they are" else disputed)
    assert len(result.left) == len(more)


def as_workbook(golden: Golden) -> bytes:
    """A golden set's inventory as an office would have it: rows from row 5, as the set numbers them."""
    listed = [
        (at, each.title, each.number or None, each.unit) for at, each in enumerate(golden.inventory.rows, start=1)
    ]
    head: list[tuple[object, ...]] = [("DAFTAR SOP",), (), (), ("No", "Nama SOP", "Nomor SOP", "Unit Kerja")]
    return workbook({"Induk": [*head, *listed, ("JUMLAH", len(listed) + 1)]})


@pytest.mark.parametrize("name", SETS)
def test_every_golden_set_asks_for_nothing_more(name: str) -> None:
    golden = read(name)
    data = as_workbook(golden)
    before = understood(data, settings=golden.settings)
    assert [(r.title, r.number, r.unit, r.place) for r in before.rows] == [
        (r.title, r.number, r.unit, r.place) for r in golden.inventory.rows
    ]
    found = reconcile(golden.drafts, before, golden.settings, golden.folders)
    assert ("total", str(len(before.rows))) in left_to_correct(found)
    result = corrected_inventory(data, before, found, golden.settings)
    assert result.left == ()
    after = again(data, result, golden.settings)
    added = sum(each.action is Action.ADD for each in found.proposals)
    assert len(after.rows) == len(before.rows) + added
    assert [each.typed for each in after.totals] == [len(after.rows)]
    assert left_to_correct(reconcile(golden.drafts, after, golden.settings, golden.folders)) == []


@pytest.mark.parametrize("name", SETS)
def test_where_the_draft_wins_only_what_drafts_disagree_on_is_left(name: str) -> None:
    golden = read(name)
    settings = replace(golden.settings, wins=tuple((field, DRAFT) for field, _ in golden.settings.wins))
    data = as_workbook(golden)
    before = understood(data, settings=settings)
    found = reconcile(golden.drafts, before, settings, golden.folders)
    assert len(left_to_correct(found)) > 40
    result = corrected_inventory(data, before, found, settings)
    after = again(data, result, settings)
    rows_left = {int(each.partition(":")[0].partition(", sel ")[2][1:]) for each in result.left}
    disputed = [row.title for row in before.rows if row.place.row in rows_left]
    assert len(disputed) < 7
    more = reconcile(golden.drafts, after, settings, golden.folders)
    titles = {row.place: row.title for row in after.rows}
    for each in more.corrections:
        if each.target == TO_INVENTORY and each.place is not None:
            assert titles[replace(each.place, column=None)] in disputed


HEAD = ("No", "Nama SOP", "Nomor SOP", "Unit Kerja")


def by_column(*sops: tuple[object, ...], below: Rows = ()) -> bytes:
    return workbook({"Induk": [HEAD, *sops, *below]})


def by_heading(*listed: tuple[object, ...]) -> bytes:
    return workbook({"Induk": [HEAD[:3], *listed]})


def result_of(data: bytes, *drafts: tuple[str, str, str], **fields: str) -> tuple[Inventory, Corrected]:
    """The inventory as read again after these drafts were added and the first row's fields corrected."""
    inventory = understood(data)
    found = [corrected(inventory.rows[0], field, after) for field, after in fields.items()]
    result = corrected_inventory(data, inventory, told(inventory, found, [extra(*each) for each in drafts]), DEFAULTS)
    return (understood(result.data) if result.data else inventory), result


def test_a_row_comes_below_the_last_of_its_unit_and_the_count_goes_on() -> None:
    data = by_column(
        (1, "Cuti", "001", UNITS[0]), (2, "Surat", "002", UNITS[0]), (3, "Mutasi", "003", UNITS[1]),
        (4, "Ijazah", "004", UNITS[1]), below=[("JUMLAH", 4)],
    )  # fmt: skip
    found, result = result_of(data, (UNITS[0], "Pensiun", "005"), (UNITS[1], "Akreditasi", ""), title="Cuti Besar")
    assert result.left == ()
    assert rows(found) == [
        (2, "Cuti Besar", "001", UNITS[0], ""), (3, "Surat", "002", UNITS[0], ""), (4, "Pensiun", "005", UNITS[0], ""),
        (5, "Mutasi", "003", UNITS[1], ""), (6, "Ijazah", "004", UNITS[1], ""), (7, "Akreditasi", "", UNITS[1], ""),
    ]  # fmt: skip
    assert result.data is not None
    sheet = opened(result.data)["Induk"]
    assert [sheet.cell(row, 1).value for row in range(2, 8)] == [1, 2, 3, 4, 5, 6]
    assert [(each.typed, each.counted) for each in found.totals] == [(6, 6)]


def test_a_unit_without_a_row_comes_at_the_end_with_its_name_or_a_heading_of_its_own() -> None:
    found, _ = result_of(by_column((1, "Cuti", "001", UNITS[0])), (UNITS[2], "Kiblat", "002"))
    assert rows(found)[-1] == (3, "Kiblat", "002", UNITS[2], "")
    headed = by_heading(
        ("A", UNITS[0].upper()), (1, "Cuti", "001"), (2, "Surat", "002"), ("B", UNITS[1].upper()), (1, "Mutasi", "001"),
        (), ("JUMLAH", 3),
    )  # fmt: skip
    found, result = result_of(
        headed, (UNITS[2], "Kiblat", "001"), (UNITS[2], "Masjid", "002"), (UNITS[1].upper(), "Ijazah", "002")
    )
    assert rows(found)[2:] == [
        (6, "Mutasi", "001", UNITS[1].upper(), ""), (7, "Ijazah", "002", UNITS[1].upper(), ""),
        (9, "Kiblat", "001", UNITS[2].upper(), ""), (10, "Masjid", "002", UNITS[2].upper(), ""),
    ]  # fmt: skip
    assert (8, "judul unit kerja") in passed(found)
    assert result.data is not None
    assert [opened(result.data)["Induk"].cell(row, 1).value for row in (7, 8, 9, 10)] == [2, "C", 1, 2]


def test_what_has_no_place_is_said() -> None:
    data = workbook({UNITS[0]: [HEAD[:3], (1, "Cuti", "001")], UNITS[1]: [HEAD[:3], (1, "Mutasi", "001")]})
    _, result = result_of(data, (UNITS[2], "Kiblat", ""), ("", "Tanpa Unit", ""))
    assert result.data == data
    assert result.left == (
        f"“Kiblat” belum ditambahkan: panduan induk tidak memuat tempat untuk {UNITS[2]}. Tambahkan sendiri di Excel.",
        "“Tanpa Unit” belum ditambahkan: panduan induk tidak memuat tempat untuk naskah tanpa unit. Tambahkan sendiri "
        "di Excel.",
    )


def test_a_field_without_a_column_is_said_once_with_its_count() -> None:
    data = workbook({"Induk": [("No", "Nama SOP", "Unit Kerja"), (1, "Cuti", UNITS[0]), (2, "Surat", UNITS[0])]})
    inventory = understood(data)
    found = told(inventory, [corrected(row, "number", "001") for row in inventory.rows])
    assert corrected_inventory(data, inventory, found, DEFAULTS).left == (
        "Lembar Induk tidak memuat kolom nomor SOP; 2 koreksi belum dimasukkan.",
    )


def test_drafts_that_do_not_agree_change_nothing_and_are_named() -> None:
    data = by_column((1, "Cuti", "001", UNITS[0]))
    inventory = understood(data)
    asked = [corrected(inventory.rows[0], "title", each) for each in ("Cuti Besar", "Cuti Bersama", "Cuti Besar")]
    result = corrected_inventory(data, inventory, told(inventory, asked), DEFAULTS)
    assert result.data == data
    assert result.left == (
        "Lembar Induk, sel B2: naskah tidak sepakat (“Cuti Besar” atau “Cuti Bersama”), jadi tidak diubah; tentukan "
        "sendiri.",
    )


def test_a_date_is_written_as_the_cell_has_dates() -> None:
    found, _ = result_of(rich(), created="Tirtawangi, 3 Februari 2025")
    assert dict(found.rows[0].cells)["created"] == "2025-02-03"


@pytest.mark.parametrize("total", ["7 SOP", "JUMLAH 2025: 7", "=COUNTA(B6:B14)"])
def test_totals_count_the_rows_that_came_in(total: str) -> None:
    found, result = result_of(rich(total=total), (UNITS[1].upper(), "Akreditasi", "012/SOP/2025"))
    assert result.left == ()
    assert [(each.typed, each.counted) for each in found.totals] == [(8, 8)]
    assert [each.title for each in found.rows][5] == "Akreditasi"
    assert result.data is not None
    sheet = opened(result.data)["Daftar SOP"]
    assert [sheet.cell(row, 1).value for row in (10, 11, 12, 14, 15)] == [4, 5, 6, 7, 8]
    assert sheet.cell(12, 3).value == 12
    assert sheet["B16"].value == ("=COUNTA(B6:B15)" if total.startswith("=") else total.replace("7", "8"))


def test_a_total_by_a_formula_that_counts_otherwise_is_left_and_said() -> None:
    # The formula counts a row that nobody sees.
    found, result = result_of(rich(hidden_row=7), (UNITS[1].upper(), "Akreditasi", "012/SOP/2025"))
    assert result.data is not None
    assert opened(result.data)["Daftar SOP"]["B16"].value == "=COUNTA(B6:B15)"
    assert [each for each in result.left if "sel B15: berisi rumus" in each] == list(result.left)
    assert [(each.typed, each.counted) for each in found.totals] == []


def test_orders_by_formula_go_on_through_the_new_row() -> None:
    data = by_column(
        (1, "Cuti", "001", UNITS[0]), ("=A2+1", "Surat", "002", UNITS[0]), ("=A3+1", "Mutasi", "003", UNITS[1]),
    )  # fmt: skip
    # openpyxl writes no values beside its formulas: those of a file that was calculated stand in the text below.
    found, result = result_of(data, (UNITS[0], "Pensiun", "005"))
    assert result.data is not None
    sheet = opened(result.data)["Induk"]
    assert [sheet.cell(row, 1).value for row in range(2, 6)] == [1, "=A2+1", "=A3+1", "=A4+1"]
    assert [each.title for each in found.rows] == ["Cuti", "Surat", "Pensiun", "Mutasi"]


@pytest.mark.parametrize("file", ["induk.xls", "induk.ods", "induk.csv"])
def test_other_formats_are_not_patched_and_the_advice_is_given(file: str) -> None:
    inventory = replace(understood(rich()), file=file)
    result = corrected_inventory(b"whatever it is", inventory, told(inventory), DEFAULTS)
    assert result.data is None
    assert "simpan sebagai .xlsx" in result.left[0]
