"""What the sheets Berkas and Isi Berkas tell of the master inventory."""

from dataclasses import replace

from pipeline.model.inventory import Doubt, Inventory, PassedSheet
from pipeline.model.place import XlsxPlace
from pipeline.write.workbook.files import contents_sheet, files_sheet
from pipeline.write.workbook.sheet import Sheet
from tests.write.reports import EMPTY

BARE = Inventory(file="inventory.xlsx", rows=(), passed_over=(), totals=())


def rows(sheet: Sheet) -> list[dict[str, object]]:
    names = [each.heading for each in sheet.columns]
    return [dict(zip(names, (cell.value for cell in line), strict=True)) for line in sheet.rows]


def doubts(number: int) -> tuple[Doubt, ...]:
    return tuple(Doubt(place=XlsxPlace(sheet="Induk", row=at), text=f"Sel E{at} galat.") for at in range(1, number + 1))


def told(inventory: Inventory) -> tuple[dict[str, object], list[dict[str, object]]]:
    """The line of the inventory's file, and the lines of what is in it."""
    outcome = replace(EMPTY, inventory=inventory)
    (only,) = rows(files_sheet(outcome))
    return only, rows(contents_sheet(outcome))


def test_sheets_passed_over_are_named_by_reason() -> None:
    passed = tuple(
        PassedSheet(name=name, why=why)
        for name, why in (
            ("Ref", "lembar tersembunyi"),
            ("Foto", "tidak ada kolom nama SOP"),
            ("X", "lembar tersembunyi"),
        )
    )
    only, _ = told(replace(BARE, passed_sheets=passed))
    assert only["Tidak terbaca"] == (
        "lembar Ref, X tidak dibaca: lembar tersembunyi\nlembar Foto tidak dibaca: tidak ada kolom nama SOP"
    )


def test_a_doubt_is_told_with_its_place_and_has_a_line_of_its_own() -> None:
    only, contents = told(replace(BARE, doubts=doubts(1)))
    assert only["Tidak terbaca"] == "perlu dipastikan: Sel E1 galat. (lembar Induk, baris 1)"
    assert only["Baris di Isi Berkas"] == 1
    (line,) = contents
    assert [line[name] for name in ("Berkas", "Unit", "Jenis", "Isi", "Letak")] == [
        "inventory.xlsx", "panduan induk", "terbaca tetapi ragu", "Sel E1 galat.", "lembar Induk, baris 1",
    ]  # fmt: skip


def test_many_doubts_are_cut_short_in_the_cell_and_whole_in_the_other_sheet() -> None:
    only, contents = told(replace(BARE, doubts=doubts(40)))
    lines = str(only["Tidak terbaca"]).split("\n")
    assert (len(lines), lines[-1]) == (6, "dan 35 lagi, lihat lembar Isi Berkas")
    assert [each["Isi"] for each in contents] == [each.text for each in doubts(40)]


def test_an_inventory_without_doubts_has_an_empty_cell() -> None:
    only, contents = told(BARE)
    assert not only["Tidak terbaca"]
    assert only["Baris di Isi Berkas"] is None
    assert contents == []
