"""Layouts as offices make them, each read exactly: every SOP with its unit and number, every other row with why."""

from dataclasses import dataclass, field

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.extract.inventory.books import Rows, Touch, passed, read, rows

TU, PENMAD, PAKIS = "Subbagian Tata Usaha", "Seksi Pendidikan Madrasah", "Seksi Pendidikan Agama dan Keagamaan Islam"
ABOVE, HEADER, NUMBERS = "di atas kepala tabel", "kepala tabel", "baris nomor kolom"
UNIT, GROUP, AGAIN = "judul unit kerja", "judul kelompok", "kepala tabel yang diulang"
BELOW_TOTAL = "di bawah jumlah (tempat, tanggal, tanda tangan)"
BELOW = "di bawah tabel (tempat, tanggal, tanda tangan)"
NOTES = "catatan di bawah tabel"
HEAD = ("NO", "NAMA SOP", "NOMOR SOP")
CUTI, GAJI, MUTASI = "SOP Pengajuan Cuti", "SOP Pembayaran Gaji", "SOP Mutasi Siswa"


@dataclass(frozen=True, kw_only=True)
class Layout:
    sheet: Rows
    rows: list[tuple[int, str, str, str, str]]
    passed: list[tuple[int, str]]
    totals: list[tuple[int, int]] = field(default_factory=list)
    touch: Touch | None = None
    name: str = "Induk"


def _merge(*ranges: str) -> Touch:
    def touch(sheet: Worksheet) -> None:
        for each in ranges:
            sheet.merge_cells(each)

    return touch


def _hide(*numbers: int) -> Touch:
    def touch(sheet: Worksheet) -> None:
        for each in numbers:
            sheet.row_dimensions[each].hidden = True

    return touch


def _filtered(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A1:C3"
    sheet.auto_filter.add_filter_column(1, [MUTASI])
    sheet.row_dimensions[2].hidden = True


LAYOUTS = {
    "titles above, numbering below, signature at the end": Layout(
        sheet=[
            ("DAFTAR SOP",), ("TAHUN 2025",), (), HEAD, (1, 2, 3),
            (1, CUTI, "001"), ("JUMLAH", None, 1), (), (None, None, "Tirtawangi, 5 Januari 2026"),
            (None, None, "Kepala Subbagian Tata Usaha,"), (None, None, "Sri Contoh, S.Ag."), (None, None, "NIP 1"),
        ],
        rows=[(6, CUTI, "001", "", "")],
        passed=[(1, ABOVE), (2, ABOVE), (4, HEADER), (5, NUMBERS), *((at, BELOW_TOTAL) for at in (9, 10, 11, 12))],
        totals=[(1, 1)],
    ),
    "signature without a total": Layout(
        sheet=[HEAD, (1, CUTI, "001"), (None, "Mengetahui,", "Tirtawangi, 5 Januari 2026"),
               (None, "Kepala Kantor,", "Penyusun,"), (None, "Drs. Contoh", "Sri Contoh")],
        rows=[(2, CUTI, "001", "", "")],
        passed=[(1, HEADER), (3, BELOW), (4, BELOW), (5, BELOW)],
    ),
    "group of headings over title and number": Layout(
        sheet=[("NO", "SOP", None, "UNIT KERJA", "KET"), (None, "NAMA", "NOMOR", None, None), (1, CUTI, "001", TU, "")],
        rows=[(3, CUTI, "001", TU, "")],
        passed=[(1, HEADER), (2, HEADER)],
        touch=_merge("B1:C1", "A1:A2"),
    ),
    "header of three rows": Layout(
        sheet=[
            ("NO", "IDENTITAS SOP", None, None, None, "KET"), (None, "NAMA SOP", "NOMOR SOP", "TANGGAL", None, None),
            (None, None, None, "PEMBUATAN", "EFEKTIF", None), (1, CUTI, "001", "2 Juli 2025", "-", "lama"),
        ],
        rows=[(4, CUTI, "001", "", "")],
        passed=[(1, HEADER), (2, HEADER), (3, HEADER)],
    ),
    "misspelt and explained headings": Layout(
        sheet=[("No", "Nama SOOP", "Nomr SOP", "Unit Kreja (pengusul)"), (1, CUTI, "001", TU)],
        rows=[(2, CUTI, "001", TU, "")],
        passed=[(1, HEADER)],
    ),
    "words behind the heading": Layout(
        sheet=[("NO", "NAMA SOP (sesuai probis)", "NOMOR SOP *)", "UNIT KERJA PENGUSUL"), (1, CUTI, "001", TU)],
        rows=[(2, CUTI, "001", TU, "")],
        passed=[(1, HEADER)],
    ),
    "columns in another order, number of the row last": Layout(
        sheet=[("Keterangan", "Satker", "No. SOP", "Judul SOP", "No"), ("", TU, "001", CUTI, 1)],
        rows=[(2, CUTI, "001", TU, "")],
        passed=[(1, HEADER)],
    ),
    "NOMOR counts the rows beside NOMOR SOP": Layout(
        sheet=[("NOMOR", "NAMA SOP", "NOMOR SOP"), (1, CUTI, "001"), (2, GAJI, "")],
        rows=[(2, CUTI, "001", "", ""), (3, GAJI, "", "", "")],
        passed=[(1, HEADER)],
    ),
    "unit only on the first row, then a ditto mark": Layout(
        sheet=[("No", "Unit Kerja", "Nama SOP"), (1, TU, CUTI), (2, '"', GAJI), (3, "s.d.a.", "SOP Lembur"),
               (4, PENMAD, MUTASI)],
        rows=[(2, CUTI, "", TU, ""), (3, GAJI, "", TU, ""), (4, "SOP Lembur", "", TU, ""), (5, MUTASI, "", PENMAD, "")],
        passed=[(1, HEADER)],
    ),
    "unit merged down": Layout(
        sheet=[("No", "Unit Kerja", "Nama SOP"), (1, TU, CUTI), (2, None, GAJI), (1, PENMAD, MUTASI)],
        rows=[(2, CUTI, "", TU, ""), (3, GAJI, "", TU, ""), (4, MUTASI, "", PENMAD, "")],
        passed=[(1, HEADER)],
        touch=_merge("B2:B3"),
    ),
    "unit and group in columns of their own": Layout(
        sheet=[("No", "Unit Kerja", "Kelompok", "Nama SOP"), (1, TU, "Kepegawaian", CUTI), (2, None, "Keuangan", GAJI),
               (3, PENMAD, None, MUTASI)],
        rows=[(2, CUTI, "", TU, "Kepegawaian"), (3, GAJI, "", TU, "Keuangan"), (4, MUTASI, "", PENMAD, "")],
        passed=[(1, HEADER)],
    ),
    "lettered units, sub-groups, numbers that restart": Layout(
        sheet=[HEAD, ("A", TU.upper()), (None, "Kepegawaian"), (1, CUTI, "001"), (None, "Keuangan"), (2, GAJI, "002"),
               ("B", PENMAD.upper()), (1, MUTASI, "001")],
        rows=[(4, CUTI, "001", TU.upper(), "Kepegawaian"), (6, GAJI, "002", TU.upper(), "Keuangan"),
              (8, MUTASI, "001", PENMAD.upper(), "")],
        passed=[(1, HEADER), (2, UNIT), (3, GROUP), (5, GROUP), (7, UNIT)],
    ),
    "roman units, lettered groups": Layout(
        sheet=[HEAD, ("I", TU), ("A", "Kepegawaian"), (1, CUTI, "001"), ("B", "Keuangan"), (2, GAJI, "002"),
               ("II", PENMAD), (3, MUTASI, "003")],
        rows=[(4, CUTI, "001", TU, "Kepegawaian"), (6, GAJI, "002", TU, "Keuangan"), (8, MUTASI, "003", PENMAD, "")],
        passed=[(1, HEADER), (2, UNIT), (3, GROUP), (5, GROUP), (7, UNIT)],
    ),
    "mark and unit in one merged cell": Layout(
        sheet=[HEAD, (f"A. {TU}",), (1, CUTI, "001"), (f"B. {PENMAD}",), (1, MUTASI, "001")],
        rows=[(3, CUTI, "001", TU, ""), (5, MUTASI, "001", PENMAD, "")],
        passed=[(1, HEADER), (2, UNIT), (4, UNIT)],
        touch=_merge("A2:C2", "A4:C4"),
    ),
    "units numbered, SOPs numbered below them": Layout(
        sheet=[HEAD, (1, TU), ("1.1", CUTI, "001"), ("1.2", GAJI, "002"), (2, PENMAD), ("2.1", MUTASI, "003")],
        rows=[(3, CUTI, "001", TU, ""), (4, GAJI, "002", TU, ""), (6, MUTASI, "003", PENMAD, "")],
        passed=[(1, HEADER), (2, UNIT), (5, UNIT)],
    ),
    "SOPs counted by letters": Layout(
        sheet=[HEAD, ("A", "Pengajuan Cuti", ""), ("B", "Pembayaran Gaji", ""), ("C", "Kenaikan Pangkat", "")],
        rows=[(2, "Pengajuan Cuti", "", "", ""), (3, "Pembayaran Gaji", "", "", ""),
              (4, "Kenaikan Pangkat", "", "", "")],
        passed=[(1, HEADER)],
    ),
    "titles alone in their rows": Layout(
        sheet=[("Nama SOP", "Nomor SOP", "Ket"), ("Pengajuan Cuti",), ("Pembayaran Gaji",),
               ("Mutasi Siswa", "", "baru")],
        rows=[(2, "Pengajuan Cuti", "", "", ""), (3, "Pembayaran Gaji", "", "", ""), (4, "Mutasi Siswa", "", "", "")],
        passed=[(1, HEADER)],
    ),
    "header repeated on each page": Layout(
        sheet=[HEAD, (1, 2, 3), (1, CUTI, "001"), HEAD, (1, 2, 3), (2, GAJI, "002")],
        rows=[(3, CUTI, "001", "", ""), (6, GAJI, "002", "", "")],
        passed=[(1, HEADER), (2, NUMBERS), (4, AGAIN), (5, NUMBERS)],
    ),
    "a table for each unit, below each other": Layout(
        sheet=[
            (f"UNIT KERJA : {TU}",), HEAD, (1, CUTI, "001"), ("Jumlah", None, 1), (),
            (f"UNIT KERJA : {PENMAD}",), ("NO", "NOMOR SOP", "NAMA SOP"), (1, "001", MUTASI), ("Jumlah", 1),
        ],
        rows=[(3, CUTI, "001", TU, ""), (8, MUTASI, "001", PENMAD, "")],
        passed=[(1, ABOVE), (2, HEADER), (6, UNIT), (7, HEADER)],
        totals=[(1, 1), (1, 1)],
    ),
    "two tables side by side": Layout(
        sheet=[("No", "Nama SOP", "Nomor SOP", None, "No", "Nama SOP", "Nomor SOP"),
               (1, CUTI, "001", None, 3, MUTASI, "003"), (2, GAJI, "002")],
        rows=[(2, CUTI, "001", "", ""), (2, MUTASI, "003", "", ""), (3, GAJI, "002", "", "")],
        passed=[(1, HEADER)],
    ),
    "totals of groups, units and all": Layout(
        sheet=[
            HEAD, ("A", TU), (None, "Kepegawaian"), (1, CUTI, "001"), ("Sub Total", None, 1),
            (None, "Keuangan"), (2, GAJI, "002"), ("Sub Total", None, 2), (f"Jumlah {TU}", None, 2),
            ("B", PENMAD), (1, MUTASI, "001"), ("Jumlah", None, 1), ("JUMLAH SELURUHNYA", None, "4 SOP"),
        ],
        rows=[(4, CUTI, "001", TU, "Kepegawaian"), (7, GAJI, "002", TU, "Keuangan"), (11, MUTASI, "001", PENMAD, "")],
        passed=[(1, HEADER), (2, UNIT), (3, GROUP), (6, GROUP), (10, UNIT)],
        totals=[(1, 1), (2, 2), (2, 2), (1, 1), (4, 3)],
    ),
    "a total that names the year": Layout(
        sheet=[HEAD, (1, CUTI, "001"), ("JUMLAH SOP TAHUN 2025 : 2",)],
        rows=[(2, CUTI, "001", "", "")],
        passed=[(1, HEADER)],
        totals=[(2, 1)],
    ),
    "numbered notes below the table": Layout(
        sheet=[HEAD, (1, CUTI, "001"), ("Catatan:",), (1, "Nomor SOP mengikuti tata naskah dinas"),
               (2, "Yang belum ada disusun 2026")],
        rows=[(2, CUTI, "001", "", "")],
        passed=[(1, HEADER), (3, NOTES), (4, NOTES), (5, NOTES)],
    ),
    "a summary by unit below the list": Layout(
        sheet=[HEAD, (1, CUTI, "001"), (), ("NO", "UNIT KERJA", "STATUS"), (1, TU, 1), (2, PENMAD, 0)],
        rows=[(2, CUTI, "001", "", "")],
        passed=[(1, HEADER), *((at, "tabel lain tanpa kolom nama SOP") for at in (4, 5, 6))],
    ),
    "rows with only a number": Layout(
        sheet=[HEAD, (1, CUTI, "001"), (2, None, None), (3, None, "003"), (4, "…", "-")],
        rows=[(2, CUTI, "001", "", "")],
        passed=[(1, HEADER), (3, "hanya nomor"), (4, "tidak memuat nama SOP"), (5, "tidak memuat nama SOP")],
    ),
    "line breaks and stray blanks": Layout(
        sheet=[("No.", "Nama\nSOP", "Nomor\nSOP"), ("1.", " SOP Pengajuan\nCuti ", "001 /SOP/TU ")],
        rows=[(2, CUTI, "001 /SOP/TU", "", "")],
        passed=[(1, HEADER)],
    ),
    "a title merged over two rows is one SOP": Layout(
        sheet=[HEAD, (1, CUTI, "001"), (None, None, "001a"), (2, GAJI, "002")],
        rows=[(2, CUTI, "001", "", ""), (4, GAJI, "002", "", "")],
        passed=[(1, HEADER), (3, "bagian sel gabungan dari baris 2")],
        touch=_merge("B2:B3"),
    ),
    "a row hidden by hand": Layout(
        sheet=[HEAD, (1, CUTI, "001"), (2, GAJI, "002")],
        rows=[(2, CUTI, "001", "", "")],
        passed=[(1, HEADER), (3, "baris tersembunyi")],
        touch=_hide(3),
    ),
    "a row hidden by a filter stays": Layout(
        sheet=[HEAD, (1, CUTI, "001"), (2, MUTASI, "002")],
        rows=[(2, CUTI, "001", "", ""), (3, MUTASI, "002", "", "")],
        passed=[(1, HEADER)],
        touch=_filtered,
    ),
    "responsible persons' column names the units": Layout(
        sheet=[("No", "Nama SOP", "Penanggung Jawab"), (1, CUTI, TU), (2, MUTASI, PENMAD)],
        rows=[(2, CUTI, "", TU, ""), (3, MUTASI, "", PENMAD, "")],
        passed=[(1, HEADER)],
    ),
    "a sheet for one unit with lettered groups": Layout(
        name="Subbag TU",
        sheet=[HEAD, ("A", "Kepegawaian"), (1, CUTI, "001"), ("B", "Keuangan"), (2, GAJI, "002")],
        rows=[(3, CUTI, "001", "Subbag TU", "Kepegawaian"), (5, GAJI, "002", "Subbag TU", "Keuangan")],
        passed=[(1, HEADER), (2, GROUP), (4, GROUP)],
    ),
    "counts beside the headings": Layout(
        sheet=[(*HEAD, "KET"), ("A", TU.upper(), None, "2 SOP"), (1, CUTI, "001"), (), (2, GAJI, "002"),
               ("B", "KUA KECAMATAN ARGAWANA", "1 SOP"), (1, "SOP Nikah", "001"), ("C", PENMAD, 1), (1, MUTASI, "001")],
        rows=[(3, CUTI, "001", TU.upper(), ""), (5, GAJI, "002", TU.upper(), ""),
              (7, "SOP Nikah", "001", "KUA KECAMATAN ARGAWANA", ""), (9, MUTASI, "001", PENMAD, "")],
        passed=[(1, HEADER), (2, UNIT), (6, UNIT), (8, UNIT)],
    ),
    "numbered groups with lettered SOPs": Layout(
        sheet=[HEAD, (1, "Kepegawaian"), ("a", "Cuti"), ("b", "Mutasi"), (2, "Keuangan"), ("a", "Pembayaran Gaji"),
               (3, "Humas"), ("a", "Peliputan")],
        rows=[(3, "Cuti", "", "", "Kepegawaian"), (4, "Mutasi", "", "", "Kepegawaian"),
              (6, "Pembayaran Gaji", "", "", "Keuangan"), (8, "Peliputan", "", "", "Humas")],
        passed=[(1, HEADER), (2, GROUP), (5, GROUP), (7, GROUP)],
    ),
    "a title that begins like a unit": Layout(
        sheet=[HEAD, (1, "Penyelenggaraan Manasik Haji", ""), (2, "Penyelenggaraan Rapat", "")],
        rows=[(2, "Penyelenggaraan Manasik Haji", "", "", ""), (3, "Penyelenggaraan Rapat", "", "", "")],
        passed=[(1, HEADER)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_is_read_exactly(layout: Layout) -> None:
    found = read({layout.name: layout.sheet}, layout.touch)
    assert rows(found) == layout.rows
    assert passed(found) == layout.passed
    assert [(each.typed, each.counted) for each in found.totals] == layout.totals


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_no_row_with_text_is_lost(layout: Layout) -> None:
    found = read({layout.name: layout.sheet}, layout.touch)
    told = {each.place.row for each in (*found.rows, *found.passed_over, *found.totals)}
    assert told == {at for at, row in enumerate(layout.sheet, start=1) if any(each not in (None, "") for each in row)}
