"""The inventory is read however the office lays it out, and every row passed over is told with its reason."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from pipeline.errors import InventoryUnreadable
from pipeline.read.workbook import read_workbook_file
from tests.extract.inventory.books import Rows, passed, read, understood, workbook

HEAD = ("No", "Nama SOP", "Nomor SOP")


def test_columns_are_found_by_their_headings_in_any_order() -> None:
    found = read(
        {
            "Induk": [
                ("KETERANGAN", "NO. SOP", "UNIT KERJA", "NO", "JUDUL SOP"),
                ("baru", "001/SOP/TU/2025", "Subbagian Tata Usaha", 1, "SOP Surat Masuk"),
            ]
        }
    )
    (row,) = found.rows
    assert (row.title, row.number, row.unit, row.note) == (
        "SOP Surat Masuk", "001/SOP/TU/2025", "Subbagian Tata Usaha", "baru",
    )  # fmt: skip
    assert (row.place.sheet, row.place.row) == ("Induk", 2)
    assert dict(row.columns) == {"note": 1, "number": 2, "unit": 3, "order": 4, "title": 5}


@pytest.mark.parametrize(
    "heading",
    [
        "Nama SOP",
        "JUDUL SOP",
        "Nama Prosedur",
        "Nama / Judul SOP",
        "Judul\nSOP",
        "Uraian",
        "Standar Operasional Prosedur",
    ],
)
def test_the_column_of_titles_goes_by_many_names(heading: str) -> None:
    found = read({"Induk": [("No", heading, "Unit"), (1, "SOP Surat Masuk", "Subbag TU")]})
    assert [row.title for row in found.rows] == ["SOP Surat Masuk"]


def test_a_unit_that_stands_only_on_the_first_row_counts_until_the_next() -> None:
    found = read(
        {
            "Induk": [
                ("No", "Unit Kerja", "Nama SOP"),
                (1, "Subbagian Tata Usaha", "SOP Surat Masuk"),
                (2, None, "SOP Surat Keluar"),
                (3, "Seksi Pendidikan Madrasah", "SOP Mutasi Siswa"),
                (4, "", "SOP Akreditasi"),
            ]
        }
    )
    assert [row.unit for row in found.rows] == [
        "Subbagian Tata Usaha", "Subbagian Tata Usaha", "Seksi Pendidikan Madrasah", "Seksi Pendidikan Madrasah",
    ]  # fmt: skip


def test_a_sheet_named_after_a_unit_gives_its_rows_that_unit() -> None:
    found = read(
        {
            "Subbag TU": [HEAD, (1, "SOP Surat Masuk", "001")],
            "Seksi Pendidikan Madrasah": [HEAD, (1, "SOP Mutasi Siswa", "001")],
            "KUA Argawana": [HEAD, (1, "SOP Pencatatan Nikah", "001")],
            "Catatan": [("Sheet ini bukan daftar",)],
        }
    )
    assert [(row.place.sheet, row.unit) for row in found.rows] == [
        ("Subbag TU", "Subbag TU"),
        ("Seksi Pendidikan Madrasah", "Seksi Pendidikan Madrasah"),
        ("KUA Argawana", "KUA Argawana"),
    ]


def test_heading_rows_give_the_unit_and_the_group_and_numbers_may_start_again() -> None:
    found = read(
        {
            "Induk": [
                HEAD,
                ("A", "SUBBAGIAN TATA USAHA"),
                (None, "Kepegawaian"),
                (1, "SOP Cuti", "001"),
                (2, "SOP Kenaikan Pangkat", "002"),
                (None, "Keuangan"),
                (3, "SOP Pembayaran Gaji", "003"),
                ("B", "SEKSI PENDIDIKAN MADRASAH"),
                (1, "SOP Mutasi Siswa", "001"),
            ]
        }
    )
    assert [(row.title, row.unit, row.group) for row in found.rows] == [
        ("SOP Cuti", "SUBBAGIAN TATA USAHA", "Kepegawaian"),
        ("SOP Kenaikan Pangkat", "SUBBAGIAN TATA USAHA", "Kepegawaian"),
        ("SOP Pembayaran Gaji", "SUBBAGIAN TATA USAHA", "Keuangan"),
        ("SOP Mutasi Siswa", "SEKSI PENDIDIKAN MADRASAH", ""),
    ]
    assert passed(found) == [
        (1, "kepala tabel"),
        (2, "judul unit kerja"),
        (3, "judul kelompok"),
        (6, "judul kelompok"),
        (8, "judul unit kerja"),
    ]


def test_a_header_of_two_rows_with_a_row_of_column_numbers_is_passed_over() -> None:
    found = read(
        {
            "Induk": [
                ("DAFTAR STANDAR OPERASIONAL PROSEDUR",),
                (),
                ("NO", "NAMA SOP", "NOMOR SOP", "TANGGAL", None, None, "KET"),
                (None, None, None, "PEMBUATAN", "REVISI", "EFEKTIF", None),
                (1, 2, 3, 4, 5, 6, 7),
                (1, "SOP Cuti", "001", date(2025, 7, 2), "-", datetime(2025, 8, 1), "lama"),  # noqa: DTZ001
                (2, "SOP Surat Masuk", "002", "2 Juli 2025", None, None, None),
            ]
        }
    )
    assert [(row.place.row, row.title, row.number, row.note) for row in found.rows] == [
        (6, "SOP Cuti", "001", "lama"),
        (7, "SOP Surat Masuk", "002", ""),
    ]
    assert dict(found.rows[0].cells) == {"created": "2025-07-02", "revised": "-", "effective": "2025-08-01"}
    assert dict(found.rows[1].cells) == {"created": "2 Juli 2025"}
    assert (5, "baris nomor kolom") in passed(found)


def test_a_header_repeated_on_a_later_page_is_passed_over() -> None:
    found = read({"Induk": [HEAD, (1, "SOP Cuti", "001"), HEAD, (2, "SOP Surat Masuk", "002")]})
    assert [row.title for row in found.rows] == ["SOP Cuti", "SOP Surat Masuk"]
    assert (3, "kepala tabel yang diulang") in passed(found)


@pytest.mark.parametrize(
    ("total", "typed", "counted"),
    [
        (("JUMLAH", None, 2), 2, 2),
        (("JUMLAH", "2 SOP", None), 2, 2),
        (("Jumlah SOP: 2", None, None), 2, 2),
        (("Total", None, 5), 5, 2),
        (("JUMLAH", None, ": 12 SOP"), 12, 2),
    ],
)
def test_a_typed_total_stands_beside_the_rows_counted(total: Sequence[object], typed: int, counted: int) -> None:
    found = read({"Induk": [HEAD, (1, "SOP Cuti", "001"), (2, "SOP Surat Masuk", "002"), total]})
    (only,) = found.totals
    assert (only.place.row, only.typed, only.counted) == (4, typed, counted)
    assert len(found.rows) == 2


def test_totals_of_groups_count_their_group_and_the_grand_total_counts_the_sheet() -> None:
    found = read(
        {
            "Induk": [
                HEAD,
                (1, "SOP Cuti", "001"),
                (2, "SOP Surat Masuk", "002"),
                ("JUMLAH", None, 2),
                (3, "SOP Mutasi Siswa", "003"),
                ("JUMLAH", None, 4),
                ("JUMLAH SELURUHNYA", None, 3),
            ]
        }
    )
    assert [(each.typed, each.counted) for each in found.totals] == [(2, 2), (4, 1), (3, 3)]


def test_each_sheet_is_counted_by_itself() -> None:
    found = read(
        {
            "Subbag TU": [HEAD, (1, "SOP Cuti", "001"), (2, "SOP Surat Masuk", "002"), ("JUMLAH", None, 2)],
            "Seksi Penmad": [HEAD, (1, "SOP Mutasi Siswa", "001"), ("JUMLAH", None, 4)],
        }
    )
    assert [(each.place.sheet, each.typed, each.counted) for each in found.totals] == [
        ("Subbag TU", 2, 2),
        ("Seksi Penmad", 4, 1),
    ]


def test_a_total_without_a_number_is_passed_over() -> None:
    found = read({"Induk": [HEAD, (1, "SOP Cuti", "001"), ("JUMLAH", "satu", None)]})
    assert found.totals == ()
    assert (3, "jumlah tanpa angka") in passed(found)


def test_the_signature_below_the_total_is_no_sop() -> None:
    found = read(
        {
            "Induk": [
                HEAD,
                (1, "SOP Cuti", "001"),
                ("JUMLAH", None, 1),
                (None, "Tirtawangi, 5 Januari 2026"),
                (None, "Kepala Subbagian Tata Usaha"),
                (None, "Contoh Nama, S.Ag."),
            ]
        }
    )
    assert [row.title for row in found.rows] == ["SOP Cuti"]
    assert [why for row, why in passed(found) if row > 3] == ["di bawah jumlah (tempat, tanggal, tanda tangan)"] * 3


@pytest.mark.parametrize(
    ("row", "title", "number"),
    [
        ((1, "SOP Cuti", "001"), "SOP Cuti", "001"),
        (("1.", " SOP\nCuti ", "001 "), "SOP Cuti", "001"),
        ((1.0, "SOP Cuti", None), "SOP Cuti", ""),
        ((1, "SOP Cuti", "-"), "SOP Cuti", ""),
        ((1, "SOP Cuti", "…"), "SOP Cuti", ""),
        ((1, "Cuti Pegawai", 12), "Cuti Pegawai", "12"),
        ((1, "Jumlah Siswa per Kelas", "001"), "Jumlah Siswa per Kelas", "001"),
        ((None, "Cuti Pegawai", "001"), "Cuti Pegawai", "001"),
        ((None, "SOP Cuti", None), "SOP Cuti", ""),
    ],
)
def test_a_row_that_names_a_sop_is_read(row: Sequence[object], title: str, number: str) -> None:
    found = read({"Induk": [HEAD, row]})
    assert [(each.title, each.number) for each in found.rows] == [(title, number)]


def test_a_row_without_a_title_is_passed_over_with_its_text() -> None:
    found = read({"Induk": [HEAD, (1, None, "001"), (2, "-", "002"), (3, "SOP Cuti", "003")]})
    assert [row.number for row in found.rows] == ["003"]
    assert [(each.text, each.why) for each in found.passed_over[1:]] == [
        ("1 | 001", "tidak memuat nama SOP"),
        ("2 | - | 002", "tidak memuat nama SOP"),
    ]


def test_hidden_sheets_are_not_read() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(workbook({"Lama": [HEAD, (1, "SOP Lama", "001")], "Induk": [HEAD, (1, "SOP Cuti", "001")]}))
    )
    book["Lama"].sheet_state = "hidden"
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    assert [row.title for row in understood(out.getvalue()).rows] == ["SOP Cuti"]


def test_merged_titles_and_blank_rows_at_the_edges_do_not_move_the_row_numbers() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Induk"
    sheet["B2"] = "DAFTAR SOP"
    sheet.merge_cells("B2:D2")
    for column, text in zip("BCD", HEAD, strict=True):
        sheet[f"{column}5"] = text
    for column, value in zip("BCD", (1, "SOP Cuti", "001"), strict=True):
        sheet[f"{column}9"] = value
    out = io.BytesIO()
    book.save(out)
    (row,) = understood(out.getvalue()).rows
    assert row.place.row == 9
    assert dict(row.columns) == {"order": 2, "title": 3, "number": 4}


@pytest.mark.parametrize(
    "sheets",
    [
        {"Induk": []},
        {"Induk": [("Catatan rapat",), ("tidak ada daftar",)]},
        {"Induk": [HEAD]},
        {"Induk": [("No", "Nama Pegawai", "NIP"), (1, "Contoh", "197001011995032001")]},
    ],
    ids=["blank", "notes", "header only", "another list"],
)
def test_a_workbook_without_a_list_of_sops_is_unreadable(sheets: dict[str, Rows]) -> None:
    with pytest.raises(InventoryUnreadable, match=r"inventory\.xlsx tidak memuat tabel dengan kolom nama SOP"):
        read(sheets)


@pytest.mark.parametrize("data", [b"", b"bukan Excel", b"PK\x03\x04rusak"], ids=["empty", "text", "damaged"])
def test_what_is_no_workbook_is_unreadable(data: bytes) -> None:
    with pytest.raises(InventoryUnreadable, match=r"inventory\.xlsx tidak dapat dibuka"):
        understood(data)


def test_a_file_is_read_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "inventory.xlsx"
    path.write_bytes(workbook({"Induk": [HEAD, (1, "SOP Cuti", "001")]}))
    assert read_workbook_file(path).file == "inventory.xlsx"


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(InventoryUnreadable, match="tidak dapat dibaca"):
        read_workbook_file(tmp_path / "inventory.xlsx")


def test_after_the_total_of_a_unit_the_next_unit_begins() -> None:
    found = read(
        {
            "Induk": [
                HEAD,
                ("A", "SEKSI PENDIDIKAN MADRASAH"),
                (1, "SOP Mutasi", "001"),
                ("JUMLAH", None, 1),
                ("B", "SUBBAGIAN TATA USAHA"),
                (1, "SOP Cuti", "001"),
                ("JUMLAH", None, 1),
                (None, "Tirtawangi, 5 Januari 2026"),
                (None, "Kepala Subbagian Tata Usaha"),
            ]
        }
    )
    assert [(row.title, row.unit) for row in found.rows] == [
        ("SOP Mutasi", "SEKSI PENDIDIKAN MADRASAH"),
        ("SOP Cuti", "SUBBAGIAN TATA USAHA"),
    ]
    assert [(total.typed, total.counted) for total in found.totals] == [(1, 1), (1, 1)]


def test_a_sheet_may_be_called_by_a_units_short_name() -> None:
    found = read({name: [HEAD, (1, "SOP Mutasi", "001")] for name in ("Penmad", "PHU", "Zawa", "Lembar1")})
    assert [row.unit for row in found.rows] == ["Penmad", "PHU", "Zawa", ""]


def test_a_list_without_a_column_of_order_keeps_every_title() -> None:
    found = read({"Induk": [("Nama SOP", "Unit Kerja"), ("Mutasi Siswa", "Penmad"), ("Cuti Pegawai", "Subbag TU")]})
    assert [row.title for row in found.rows] == ["Mutasi Siswa", "Cuti Pegawai"]
