"""What a person should look at is named with its cell and the advice; sheets passed over say why."""

import openpyxl

from pipeline.settings import Settings, Unit
from tests.extract.inventory.books import passed, read, rows, understood, workbook

HEAD = ("No", "Nama SOP", "Nomor SOP", "Unit Kerja")


def test_a_heading_that_is_only_near_a_known_one_is_to_be_confirmed() -> None:
    found = read({"Induk": [("No", "Nma SOP", "Nomor SOP", "Unit Kerja"), (1, "Cuti", "001", "Subbag TU")]})
    (doubt,) = found.doubts
    assert doubt.text.startswith("Kolom B “Nma SOP” dianggap nama SOP; bila keliru")
    assert [(each.field, each.column, each.sure) for each in found.tables[0].headings] == [
        ("order", 1, True), ("title", 2, False), ("number", 3, True), ("unit", 4, True),
    ]  # fmt: skip


def test_a_formula_that_nobody_calculated_is_named_with_advice() -> None:
    found = read({"Induk": [HEAD, (1, "Cuti", "001", "Subbag TU"), (2, '="SOP "&B2', "002", "Subbag TU"), ("=1+1",)]})
    assert passed(found) == [
        (1, "kepala tabel"), (3, "rumusnya belum dihitung atau galat"), (4, "rumusnya belum dihitung atau galat"),
    ]  # fmt: skip
    assert [(each.place.row, each.text) for each in found.doubts] == [
        (at, f"Sel {cell} berisi rumus yang belum dihitung atau galat. Buka di Excel, hitung ulang (F9), simpan.")
        for at, cell in ((3, "B3"), (4, "A4"))
    ]


def test_a_hidden_column_is_read_and_a_seen_one_goes_first() -> None:
    def hide(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.column_dimensions["B"].hidden = True

    data = workbook({"Induk": [("No", "Nama SOP", "Judul SOP", "Unit Kerja"), (1, "lama", "Cuti", "Subbag TU")]}, hide)
    assert rows(understood(data)) == [(2, "Cuti", "", "Subbag TU", "")]
    alone = workbook({"Induk": [("No", "Nama SOP", "Unit Kerja"), (1, "Cuti", "Subbag TU")]}, hide)
    assert rows(understood(alone)) == [(2, "Cuti", "", "Subbag TU", "")]
    assert [each.hidden for each in understood(alone).tables[0].headings] == [False, True, False]


def test_sheets_that_are_not_read_are_named() -> None:
    def hide(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.sheet_state = "hidden"

    sheets = {"Lama": [HEAD, (1, "Lama", "1")], "Induk": [HEAD, (1, "Cuti", "1", "Subbag TU")], "Catatan": [("rapat",)]}
    found = read(sheets, hide)
    assert [(each.name, each.why) for each in found.passed_sheets] == [
        ("Lama", "lembar tersembunyi"), ("Catatan", "tidak ada kolom nama SOP"),
    ]  # fmt: skip


def test_rows_without_a_unit_are_told_once() -> None:
    found = read({"Induk": [HEAD[:3], (1, "Cuti", "001"), (2, "Gaji", "002")]})
    assert [each.text for each in found.doubts] == ["2 baris SOP tidak menyebut unit kerjanya."]


def test_the_offices_own_unit_names_head_their_rows() -> None:
    settings = Settings(units=(Unit(name="Tim Arsip"),))
    found = read({"Induk": [HEAD[:3], (None, "TIM ARSIP"), (1, "Pemusnahan", "001")]}, settings=settings)
    assert rows(found) == [(3, "Pemusnahan", "001", "TIM ARSIP", "")]
