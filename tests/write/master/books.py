"""Workbooks with everything that an office may have put into its inventory, and what is in their parts."""

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping

import openpyxl
import xlsxwriter

MACRO = b"\xd0\xcf\x11\xe0 stands for a macro"
HEADER = 4
UNITS = ("Subbagian Tata Usaha", "Seksi Pendidikan Madrasah", "Seksi Bimbingan Masyarakat Islam")
LISTED = (
    (UNITS[0], "Pengajuan Cuti Pegawai", 1),
    (UNITS[0], "Penyusunan Laporan Keuangan", 2),
    (UNITS[0], "Pengelolaan Surat Masuk", 3),
    (UNITS[1], "Mutasi Siswa Madrasah", 4),
    (UNITS[1], "Legalisasi Ijazah", 5),
    (UNITS[2], "Pengukuran Arah Kiblat", 6),
    (UNITS[2], "Rekomendasi Bantuan Masjid", 7),
)
# Where the first SOP and the total stand: a heading above each unit.
ROWS = (6, 7, 8, 10, 11, 13, 14)
TOTAL = 15


def picture() -> bytes:
    """A red square of 8 by 8."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = b"".join(b"\0" + b"\xff\0\0" * 8 for _ in range(8))
    head = struct.pack(">2I5B", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def rich(*, macro: bool = False, total: str = "=COUNTA(B6:B14)", hidden_row: int = 3) -> bytes:
    """The inventory of three units below their headings, with all that Excel offers around it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, summary = book.add_worksheet("Daftar SOP"), book.add_worksheet("Rekap")
    words = book.add_worksheet("Ref")
    words.hide()
    words.write_column(0, 0, ["Berlaku", "Revisi", "Baru"])
    bold, ruled = book.add_format({"bold": True}), book.add_format({"border": 1, "text_wrap": True})
    dated = book.add_format({"border": 1, "num_format": "dd/mm/yyyy"})
    counted = book.add_format({"border": 1, "num_format": '000"/SOP/2025"'})
    sheet.merge_range("A1:F1", "DAFTAR SOP", bold)
    sheet.write_row(HEADER - 1, 0, ["No", "Nama SOP", "Nomor SOP", "Tanggal Pembuatan", "Status", "Bantu"], bold)
    row = HEADER
    for at, (unit, title, number) in enumerate(LISTED):
        if at == 0 or LISTED[at - 1][0] != unit:
            sheet.merge_range(row, 0, row, 5, unit.upper(), bold)
            row += 1
        sheet.write_number(row, 0, number, ruled)
        sheet.write_string(row, 1, title, ruled)
        sheet.write_number(row, 2, number, counted)
        sheet.write_number(row, 3, 45_700 + number, dated)
        sheet.write_blank(row, 4, None, ruled)
        sheet.write_formula(row, 5, f"=LEN(B{row + 1})", ruled, len(title))
        row += 1
    sheet.write_string(row, 0, "JUMLAH", bold)
    if total.startswith("="):
        sheet.write_formula(row, 1, total, bold, len(LISTED))
    else:
        sheet.write_string(row, 1, total, bold)
    sheet.write_string(row + 2, 1, "Tirtawangi, 5 Januari 2026")
    sheet.set_row(hidden_row - 1, None, None, {"hidden": True})
    _beside(sheet)
    _summary(book, summary)
    if macro:
        book.add_vba_project(io.BytesIO(MACRO), is_stream=True)
    book.close()
    return out.getvalue()


def _beside(sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.set_row(10, 33)
    sheet.set_column("F:F", 10, None, {"hidden": True})
    sheet.freeze_panes(HEADER, 0)
    sheet.print_area("A1:F18")
    sheet.repeat_rows(HEADER - 1)
    sheet.set_landscape()
    sheet.set_h_pagebreaks([8, 14])
    sheet.data_validation("E6:E14", {"validate": "list", "source": "=Ref!$A$1:$A$3"})
    sheet.data_validation("C14", {"validate": "custom", "value": "=COUNTIF($C$6:$C$14,C14)=1"})
    sheet.conditional_format("C6:C14", {"type": "duplicate", "format": None})
    sheet.conditional_format("B6:B14", {"type": "formula", "criteria": "=LEN($B6)>40", "format": None})
    sheet.conditional_format("A6:A14", {"type": "data_bar", "data_bar_2010": True})
    sheet.write_comment("B14", "Mohon diperiksa.")
    sheet.write_comment("B6", "Sudah disahkan.")
    sheet.write_url("H16", "internal:'Daftar SOP'!B14", string="ke SOP terakhir")
    sheet.insert_image("H2", "cap.png", {"image_data": io.BytesIO(picture()), "object_position": 1})
    sheet.insert_textbox("H17", "Catatan Kepala")
    sheet.add_sparkline("G14", {"range": "'Daftar SOP'!A6:A14"})
    sheet.ignore_errors({"number_stored_as_text": "C6:C14"})


def _summary(book: xlsxwriter.Workbook, summary: xlsxwriter.worksheet.Worksheet) -> None:
    summary.write_row(0, 0, ["Unit", "SOP"])
    for at, (unit, area) in enumerate(zip(UNITS, ("B6:B8", "B10:B11", "B13:B14"), strict=True), start=1):
        summary.write_string(at, 0, unit)
        summary.write_formula(at, 1, f"=COUNTA('Daftar SOP'!{area})", None, 0)
    summary.write_formula("B6", "='Daftar SOP'!B14&\" (Daftar SOP!B14)\"", None, "")
    summary.add_table("D1:E4", {"name": "Rekapitulasi", "columns": [{"header": "Unit"}, {"header": "SOP"}]})
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"categories": "='Daftar SOP'!$B$6:$B$14", "values": "='Daftar SOP'!$F$6:$F$14"})
    summary.insert_chart("G2", chart)
    book.define_name("SemuaSOP", "='Daftar SOP'!$B$6:$B$14")
    book.define_name("SopTerakhir", "='Daftar SOP'!$B$14")


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def changed(before: bytes, after: bytes) -> set[str]:
    """Return the names of the parts that differ; the rest lies in the file as it lay, date and packing included."""
    old, new = parts(before), parts(after)
    assert [name for name in old if name in new] == list(new)
    differing = {name for name in old if old[name] != new.get(name)}
    for name in set(new) - differing:
        assert _told(before, name) == _told(after, name)
    return differing


def _told(data: bytes, name: str) -> tuple[object, ...]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(name)
        raw = data[info.header_offset : info.header_offset + 30 + len(name)]
        return info.date_time, info.compress_type, info.compress_size, info.CRC, info.external_attr, info.extra, raw


def with_parts(data: bytes, new: Mapping[str, bytes | None]) -> bytes:
    """Return a package with parts put in, replaced, or (none) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ({**parts(data), **new}).items():
            if content is not None:
                archive.writestr(name, content)
    return out.getvalue()


def sheet_xml(data: bytes, number: int = 1) -> str:
    return parts(data)[f"xl/worksheets/sheet{number}.xml"].decode()


def opened(data: bytes) -> openpyxl.Workbook:
    """Return the workbook as openpyxl reads it, which does not know all that Excel may put into one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data))


def attribute(xml: str, element: str, name: str) -> list[str]:
    """Return an attribute of each element of this name."""
    return re.findall(rf'<(?:\w+:)?{element}\b[^>]*? {name}="([^"]*)"', xml)


def texts(xml: str, element: str) -> list[str]:
    """Return the text of each element of this name."""
    return re.findall(rf"<(?:\w+:)?{element}\b[^>]*>([^<]*)</", xml)
