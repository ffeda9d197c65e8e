"""What pleno.toml says of the inventory overrides what would be found; wrong words are refused with the right ones."""

from pathlib import Path

import pytest

from pipeline.errors import InventoryUnreadable, SettingsWrong
from pipeline.extract.inventory.understand import understand_inventory
from pipeline.model.inventory import Inventory
from pipeline.model.workbook import Workbook, WorkSheet
from pipeline.settings import InventorySettings, Settings, read_settings
from tests.extract.inventory.books import passed, rows

SHEET = (
    ("DAFTAR",), ("No", "Perihal", "Bagian", "Acuan"), ("1", "Pengajuan Cuti", "Subbag TU", "001"),
    ("2", "Mutasi Siswa", "Penmad", "002"),
)  # fmt: skip
BOOK = Workbook(file="buku.xlsx", sheets=(WorkSheet(name="Induk", rows=SHEET), WorkSheet(name="Lama", rows=SHEET)))


def read(**said: object) -> Inventory:
    columns = said.pop("columns", {})
    assert isinstance(columns, dict)
    return understand_inventory(BOOK, Settings(inventory=InventorySettings(columns=tuple(columns.items()), **said)))  # type: ignore[arg-type]


LETTERS = {"title": "B", "unit": "C", "number": "D"}
HEADINGS = {"title": "Perihal", "unit": "Bagian", "number": "ACUAN"}
MIXED = {"title": "perihal", "unit": "C", "number": "D", "order": "A"}


# Letters alone do not say where the header is.
@pytest.mark.parametrize(("columns", "row"), [(LETTERS, 2), (HEADINGS, 2), (MIXED, 2), (HEADINGS, 0), (MIXED, 0)])
def test_columns_by_letter_or_heading(columns: dict[str, str], row: int) -> None:
    found = read(columns=columns, header_row=row, sheets=("Induk",))
    assert rows(found) == [(3, "Pengajuan Cuti", "001", "Subbag TU", ""), (4, "Mutasi Siswa", "002", "Penmad", "")]
    assert passed(found) == [(1, "di atas kepala tabel"), (2, "kepala tabel")]
    assert [(each.name, each.why) for each in found.passed_sheets] == [("Lama", "tidak disebut di pleno.toml")]


def test_without_a_mapping_this_workbook_is_no_inventory() -> None:
    with pytest.raises(InventoryUnreadable, match=r"pleno\.toml"):
        read()


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"sheets": ("Indk",)}, "lembar “Indk” yang tidak ada di buku.xlsx; maksudnya “Induk”"),
        (
            {"header_row": 99, "columns": {"title": "B"}},
            "inventory.header_row = 99, padahal lembar Induk hanya sampai baris 4",
        ),
        ({"header_row": 2}, "inventory.header_row = 2 di lembar Induk tidak memuat kolom nama SOP"),
        ({"header_row": 2, "columns": {"title": "Z"}}, "inventory.columns.title = “Z” bukan kolom di lembar Induk"),
        (
            {"header_row": 2, "columns": {"title": "Judul"}},
            "inventory.columns.title = “Judul” bukan kolom di lembar Induk",
        ),
        ({"columns": {"title": "B"}}, "kepala tabel di lembar Induk tidak ditemukan"),
    ],
)
def test_what_the_workbook_does_not_have_is_refused(said: dict[str, object], message: str) -> None:
    with pytest.raises(SettingsWrong) as caught:
        read(**said)
    assert message in str(caught.value)


def test_the_settings_are_read_from_pleno_toml(tmp_path: Path) -> None:
    (tmp_path / "pleno.toml").write_text(
        '[inventory]\nfile = "panduan induk 2025.xlsx"\nsheets = ["Induk"]\nheader_row = 6\n'
        'columns = { title = "C", number = "D" }\n',
        encoding="utf-8",
    )
    assert read_settings(tmp_path).inventory == InventorySettings(
        file="panduan induk 2025.xlsx", sheets=("Induk",), header_row=6, columns=(("title", "C"), ("number", "D"))
    )


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('file = "../induk.xlsx"', "harus nama berkas saja"),
        ("header_row = -1", "harus berupa nomor baris"),
        ('header_row = "6"', "harus berupa nomor baris"),
        ('columns = { judul = "C" }', "kunci “judul” tidak dikenal"),
        ('lembar = ["a"]', "kunci “lembar” tidak dikenal"),
        ("columns = { title = 3 }", "harus berupa teks"),
    ],
)
def test_a_mistake_in_pleno_toml_is_named(tmp_path: Path, toml: str, message: str) -> None:
    (tmp_path / "pleno.toml").write_text(f"[inventory]\n{toml}\n", encoding="utf-8")
    with pytest.raises(SettingsWrong, match=message):
        read_settings(tmp_path)
