"""Every kind of workbook is read as a person sees it: formats, what is hidden, what nobody calculated."""

import io
import shutil
import subprocess
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
import xlsxwriter

from pipeline.errors import InventoryUnreadable
from pipeline.extract.inventory.understand import understand_inventory
from pipeline.model.workbook import Merged, WorkSheet, letters
from pipeline.read.seen import pieces, seen
from pipeline.read.workbook import read_workbook, read_workbook_file

ROOT = Path(__file__).parent.parent.parent
SOFFICE = shutil.which("soffice")


def book() -> bytes:
    """Return a workbook with a number shown as a SOP's number, a hidden row and column, a merge, and a dead formula."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = made.add_worksheet("Induk")
    shown = made.add_format({"num_format": '000"/SOP/TU/2025"'})
    day = made.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, ["NO", "NAMA SOP", "NOMOR SOP", "PEMBUATAN", "BANTU"])
    sheet.write_row(1, 0, [1, "SOP Cuti\nPegawai"])
    sheet.write(1, 2, 7, shown)
    sheet.write(1, 3, 45000, day)
    sheet.write_row(2, 0, [2, "SOP Gaji"])
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column(4, 4, None, None, {"hidden": True})
    sheet.merge_range(4, 0, 4, 1, "JUMLAH")
    sheet.write_formula(4, 2, "=COUNTA(B2:B3)", None, 2)
    made.add_worksheet("Ref").hide()
    made.close()
    return out.getvalue()


def only(data: bytes, file: str) -> WorkSheet:
    return read_workbook(data, file).sheets[0]


def test_a_workbook_is_read_as_it_is_seen() -> None:
    sheet, ref = read_workbook(book(), "a.xlsx").sheets
    assert sheet.rows == (
        ("NO", "NAMA SOP", "NOMOR SOP", "PEMBUATAN", "BANTU"),
        ("1", "SOP Cuti Pegawai", "007/SOP/TU/2025", "2023-03-15", ""),
        ("2", "SOP Gaji", "", "", ""), ("", "", "", "", ""), ("JUMLAH", "", "2", "", ""),
    )  # fmt: skip
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merged) == ({3}, {5}, (Merged(5, 1, 5, 2),))
    assert (sheet.hidden, ref.hidden, sheet.unvalued) == (False, True, ())


def test_formulas_without_a_value_and_errors_are_named() -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet["A1"], sheet["B2"], sheet["C2"] = "=1+1", "=VLOOKUP(1,A1,2)", "biasa"
    sheet["D3"] = "#REF!"
    out = io.BytesIO()
    made.save(out)
    assert only(out.getvalue(), "a.xlsx").unvalued == ((1, 1), (2, 2), (3, 4))


@pytest.mark.parametrize("ending", ["ods", "xls", "xlsx"])
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice converts the sample")
def test_other_programs_files_say_the_same(tmp_path: Path, ending: str) -> None:
    (tmp_path / "asal").mkdir()
    (tmp_path / "asal" / "buku.xlsx").write_bytes(book())
    source = str(tmp_path / "asal" / "buku.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    subprocess.run(
        [str(SOFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path), source],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    sheet, ref = read_workbook_file(tmp_path / f"buku.{ending}").sheets
    assert sheet.rows[1][:2] == ("1", "SOP Cuti Pegawai")
    assert sheet.rows[1][3] == "2023-03-15"
    assert sheet.rows[4][::2][:2] == ("JUMLAH", "2")
    assert sheet.merged == (Merged(5, 1, 5, 2),)
    assert ref.hidden
    assert sheet.rows[1][2] == "007/SOP/TU/2025"
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({3}, {5})


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice makes the sample")
def test_an_old_file_without_libreoffice_is_read_by_its_values_and_a_doubt_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "buku.xlsx").write_bytes(book())
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    subprocess.run(
        [str(SOFFICE), profile, "--headless", "--convert-to", "xls", "--outdir", str(tmp_path), tmp_path / "buku.xlsx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    monkeypatch.setattr("pipeline.read.workbook.find_office", lambda: None)
    found = read_workbook_file(tmp_path / "buku.xls")
    assert found.blind
    assert found.sheets[0].rows[1][:2] == ("1", "SOP Cuti Pegawai")
    told = understand_inventory(found).doubts[0]
    assert told.text.startswith("Berkas .xls dibaca tanpa LibreOffice: baris tersembunyi")


TEXT = 'No{0}Nama SOP{0}Nomor SOP\r\n1{0}"SOP Cuti, Izin; dan\r\nLibur – Pegawai"{0}001\r\n2{0}SOP Gaji{0}\r\n'


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_comma_separated_values_in_any_encoding(delimiter: str, encoding: str) -> None:
    sheet = only(TEXT.format(delimiter).encode(encoding), "induk.csv")
    assert sheet.name == "induk"
    assert sheet.rows == (
        ("No", "Nama SOP", "Nomor SOP"), ("1", "SOP Cuti, Izin; dan Libur – Pegawai", "001"), ("2", "SOP Gaji", ""),
    )  # fmt: skip


def test_a_delimiter_named_in_the_first_line_counts() -> None:
    assert only(b"sep=;\r\nNo;Nama SOP\r\n1;Cuti\r\n", "a.csv").rows == (("", ""), ("No", "Nama SOP"), ("1", "Cuti"))


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("000", "1", "001"), ('000"/SOP/TU/2025"', "1", "001/SOP/TU/2025"), ('"SOP-"00', "123", "SOP-123"),
        ('0 "SOP"', "109", "109 SOP"), ('General"/SOP"', "5", "5/SOP"), ("00-00", "12345", "123-45"),
        ("#-00", "5", "-05"),
        ("0000;[Red]-0", "12", "0012"),
    ],
)  # fmt: skip
def test_a_format_makes_the_text_that_is_seen(code: str, value: str, text: str) -> None:
    assert seen(value, pieces(code)) == text


@pytest.mark.parametrize(
    "code", ["General", "0", "0.00", "#,##0", "0%", "dd/mm/yyyy", "@", "_-* #,##0_-", "hh:mm", "0E+00"]
)
def test_formats_of_money_dates_and_shares_change_nothing(code: str) -> None:
    assert pieces(code) == ()


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)
    with pytest.raises(InventoryUnreadable, match="mengembang"):
        read_workbook(out.getvalue(), "a.xlsx")


def test_a_stray_cell_at_the_sheets_end_is_refused() -> None:
    made = openpyxl.Workbook()
    made.worksheets[0]["A1"] = "NAMA SOP"
    made.worksheets[0]["XFD1048576"] = "tersesat"
    out = io.BytesIO()
    made.save(out)
    with pytest.raises(InventoryUnreadable, match="tersesat"):
        read_workbook(out.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    ("data", "file"),
    [(b"", "a.xlsx"), (b"bukan Excel", "a.xlsx"), (b"PK\x03\x04rusak", "a.xlsx"), (b"<html>", "a.xls"),
     (b"\0\1", "a.csv"), (b"", "a.csv"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rusak", "a.xls")],
)  # fmt: skip
def test_what_is_no_workbook_is_refused_with_advice(data: bytes, file: str) -> None:
    with pytest.raises(InventoryUnreadable, match=rf"{file} .*simpan ulang"):
        read_workbook(data, file)


@pytest.mark.parametrize("part", ["worksheets/sheet1", "workbook", "styles", "sharedStrings"])
@pytest.mark.parametrize("cut", [0, 40, 250])
def test_a_damaged_part_is_refused(part: str, cut: int) -> None:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(book())) as whole, ZipFile(out, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, whole.read(name)[:cut] if name == f"xl/{part}.xml" else whole.read(name))
    with pytest.raises(InventoryUnreadable, match="simpan ulang"):
        read_workbook(out.getvalue(), "a.xlsx")


def test_columns_are_named_as_the_spreadsheet_does() -> None:
    assert [letters(each) for each in (1, 26, 27, 28, 702, 703)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
