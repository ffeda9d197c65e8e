"""Output stands before Waktu, actors are lower case and the NIP has no label."""

from tests.builder import DraftBuilder, cell, row, table
from tests.cases.form import INSTITUTION, fields_table, lists_table

FIELDS = {
    "Nomor SOP": "004/SOP/Bimas/2020",
    "Tanggal Pembuatan": "2-Jan-2020",
    "Tanggal Revisi": "",
    "Tanggal Efektif": "2-Jan-2020",
    "Disahkan oleh :": "Kepala Seksi Bimas Islam\n\n\nH. Umar Contoh, S.Pd.I\n19720101 199803 1004",
    "Nama SOP": "Pelayanan Pengukuran Arah Kiblat",
}


def draft() -> bytes:
    first = ("No", "Aktifitas")
    more = cell(merge="continue")
    body = table(
        (600, 3600, *[1100] * 5, 2500, 2300, 1400),
        row(*(cell(each, merge="restart") for each in first), cell("Pelaksana", span=5), cell("Mutu Baku", span=3)),
        row(more, more, "staf", "kasi", "kepala", "BHR", "Kanwil", "Persyaratan", "Output", "Waktu"),
        row("1", "Menerima surat permohonan", "√", "", "", "", "", "Surat", "Tanda terima", "5 menit"),
        row("2", "Menunjuk petugas ukur", "", "√", "√", "", "", "Tanda terima", "Surat tugas", "1 jam"),
        row("3", "Mengukur arah kiblat di lokasi", "", "", "", "√", "√", "Surat tugas", "Berita acara", "1 Hari"),
    )
    return DraftBuilder().raw(fields_table(FIELDS, INSTITUTION)).raw(lists_table()).paragraph().raw(body).build()
